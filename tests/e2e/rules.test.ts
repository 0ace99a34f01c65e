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
    await page.getByText(/The file has 1 changed rule, 1 rule of its own/).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Take the file’s' }).press('Enter');
    await page.getByRole('button', { name: /^Changed here/ }).press('Enter');
    await page.locator('[data-rule="A-01"]').getByText('6 working days after the review').waitFor();
  });
});
