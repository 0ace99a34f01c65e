import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeFindings } from './support/axe.ts';
import { openApp } from './support/openApp.ts';
import type { OpenedApp } from './support/openApp.ts';

let app: OpenedApp;
beforeAll(async () => {
  app = await openApp({ caseload: 'empty' });
  await app.page.getByRole('button', { name: 'Lock' }).waitFor();
  await app.page.keyboard.press('Control+,');
  await app.page.getByRole('link', { name: 'Rules of time' }).press('Enter');
  await app.page.getByRole('heading', { name: 'Rules of time' }).waitFor();
});
afterAll(async () => {
  // oxlint-disable-next-line vitest/no-standalone-expect -- of the whole file: nothing was thrown in the page
  expect(app.pageErrors).toEqual([]);
  await app.close();
});

const pane = () => app.page.locator('.rulepane');
const saved = () => app.page.getByText(/^Saved \d/).waitFor();

describe('the rules of time', () => {
  it('stand in groups, each with its period, its standing and how far it was read', async () => {
    const { page } = app;
    const first = page.locator('[data-rule="R-01"]');
    await first.getByText('20 working days after the child became looked after').waitFor();
    await first.getByText('Statutory').waitFor();
    await page.getByRole('button', { name: /^After the review/ }).click();
    await page.locator('[data-rule="A-07"]').getByText('Unverified: check').waitFor();
    expect(await axeFindings(page)).toEqual([]);
  });

  it('are changed with a reason only, and keep their history', async () => {
    const { page } = app;
    await page.locator('[data-rule="A-01"] button').press('Enter');
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('rule-pane');
    await pane().getByLabel('How many').fill('7');
    await pane().getByRole('button', { name: 'Change the rule' }).click();
    await pane().getByText('Say why, or by which policy').last().waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await pane().getByLabel('Why, or by which policy').fill('Procedure 4.2 of 2026');
    await page.keyboard.press('Enter');
    await page.locator('[data-rule="A-01"]').getByText('Changed here').waitFor();
    await pane().getByText('As shipped: 5 working days.').waitFor();
    await pane()
      .getByText(/Procedure 4\.2 of 2026, /)
      .waitFor();
    await saved();
    expect(await axeFindings(page)).toEqual([]);
    await pane().getByRole('button', { name: 'Close' }).press('Enter');
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toContain('A-01');
  });

  it('are joined by the authority’s own', async () => {
    const { page } = app;
    await page.getByRole('button', { name: 'Add a rule of your own' }).press('Enter');
    await pane().getByLabel('What is due').fill('Call to the carer');
    await pane().getByLabel('How many').fill('10');
    await pane().getByLabel('Source').fill('Our procedure 9');
    await pane().getByRole('button', { name: 'Keep the rule' }).click();
    await pane().getByText('Say why it was added').waitFor();
    await pane().getByLabel('Why', { exact: true }).fill('Carers asked for it');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Your own 1' }).press('Enter');
    await page.locator('[data-rule="X-01"]').getByText('10 working days after the review').waitFor();
    await saved();
    expect(await axeFindings(page)).toEqual([]);
  });

  it('go to a file and come back whole from one, which is refused whole when it is wrong', async () => {
    const { page, answers, around } = app;
    answers.savePath = join(around, 'rules.json');
    await page.getByRole('button', { name: 'Save as a file' }).press('Enter');
    await expect.poll(() => readFileSync(join(around, 'rules.json'), 'utf8')).toContain('Procedure 4.2');
    const file = readFileSync(join(around, 'rules.json'), 'utf8');
    answers.files = [{ name: 'rules.json', content: Buffer.from('{"a":1}').toString('base64') }];
    await page.getByRole('button', { name: 'Take from a file' }).press('Enter');
    await page.getByText('This is not a file of rules.').waitFor();
    const other = file.replaceAll('"value": 7', '"value": 6');
    answers.files = [{ name: 'rules.json', content: Buffer.from(other).toString('base64') }];
    await page.getByRole('button', { name: 'Take from a file' }).press('Enter');
    const change = page.getByRole('region', { name: 'What the file would change' });
    await change.getByText('A-01 Decisions sent: 7 working days becomes 6 working days').waitFor();
    expect(await change.getByRole('listitem').count()).toBe(1);
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Take the file’s' }).press('Enter');
    await page.getByRole('button', { name: /^Changed here/ }).press('Enter');
    await page.locator('[data-rule="A-01"]').getByText('6 working days after the review').waitFor();
    await page.locator('[data-rule="A-01"] button').press('Enter');
    await pane()
      .getByText(/^7 working days, from /)
      .waitFor();
    await pane().getByRole('button', { name: 'Close' }).press('Enter');
  });

  it('say of each field what is wrong with it, beside it', async () => {
    const { page } = app;
    await page.getByRole('button', { name: 'Add a rule of your own' }).press('Enter');
    await pane().getByLabel('What is due').fill('x'.repeat(201));
    await pane().getByLabel('How many').fill('1.5');
    await pane().getByLabel('Of what').selectOption('hour');
    await pane().getByLabel('Source').fill('y'.repeat(501));
    await pane().getByLabel('Why', { exact: true }).fill('z'.repeat(501));
    await page.keyboard.press('Enter');
    await expect
      .poll(() => pane().locator('.fault').allTextContents())
      .toEqual([
        'This is too long: at most 200 characters.',
        'This must be a whole number; only a share lies between 0 and 1.',
        'This is too long: at most 500 characters.',
        'This is too long: at most 500 characters.',
      ]);
    await pane().getByLabel('How many').fill('2');
    await pane()
      .getByText('Hours need a time of day, and of this the record keeps the day alone: the review.')
      .waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await pane().getByRole('button', { name: 'Close' }).press('Enter');
  });

  it('can be given a period where the table sets none, from a day ahead, and show what holds today', async () => {
    const { page } = app;
    await page.getByRole('button', { name: /^Visits/ }).press('Enter');
    const row = page.locator('[data-rule="S-09"]');
    await row.getByRole('button').press('Enter');
    await pane().getByText('Empty: as agreed for the child').waitFor();
    await pane().getByLabel('How many').fill('4');
    await pane().getByLabel('Of what').selectOption('week');
    await pane().getByLabel('For what begins on or after').fill('4 Jan 2027');
    await pane().getByLabel('Why, or by which policy').fill('Procedure 6');
    await page.keyboard.press('Enter');
    await row.getByText('At the interval agreed for the child').waitFor();
    await row.getByText('From 4 Jan 2027: 4 weeks after the last visit').waitFor();
    await row.getByText('To change').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await pane().getByLabel('For what begins on or after').fill('1 Dec 2026');
    await page.keyboard.press('Tab');
    await pane()
      .getByText(/This takes the place of what is decided from 4 Jan 2027 \(4 weeks\) too/)
      .waitFor();
    await pane().getByRole('button', { name: 'Close' }).press('Enter');
  });

  it('count in the terms of the schools, whose half term is given whole', async () => {
    const { page } = app;
    const terms = page.getByRole('region', { name: 'School terms' });
    await terms.getByLabel('Name of the term').fill('autumn 2026');
    await terms.getByLabel('First day').fill('2 Sep 2026');
    await terms.getByLabel('Last day').fill('18 Dec 2026');
    await terms.getByLabel('Half term from').fill('26 Oct 2026');
    await terms.getByRole('button', { name: 'Add the term' }).press('Enter');
    await terms.getByText('Give the last day of the half term too, or neither.').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await terms.getByLabel('Half term to').fill('30 Oct 2026');
    await terms.getByRole('button', { name: 'Add the term' }).press('Enter');
    await terms.getByText('2 Sep 2026 to 18 Dec 2026, half term 26 Oct 2026 to 30 Oct 2026').waitFor();
    await saved();
  });
});
