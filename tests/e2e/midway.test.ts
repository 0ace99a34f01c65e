import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readDemo } from '../../main/cli/demo.ts';
import { axeFindings } from './support/axe.ts';
import { openApp } from './support/openApp.ts';
import type { OpenedApp } from './support/openApp.ts';

let app: OpenedApp;
beforeAll(async () => {
  const file = readDemo().files.get('leah.case.json');
  app = await openApp({ caseload: 'empty', caseFiles: file ? [file] : [], day: '2026-11-06' });
  await app.page.getByRole('button', { name: 'Lock' }).waitFor();
});
afterAll(async () => {
  // oxlint-disable-next-line vitest/no-standalone-expect -- of the whole file: nothing was thrown in the page
  expect(app.pageErrors).toEqual([]);
  await app.close();
});

const saved = () => app.page.getByText(/^Saved \d/).waitFor();

describe('the midway check', () => {
  it('is begun from the child’s reviews', async () => {
    const { page } = app;
    await page.evaluate("location.hash = '#/children/child-leah/reviews'");
    await page.getByRole('button', { name: 'Begin a midway check' }).click();
    await page.getByRole('heading', { name: /midway check/ }).waitFor();
    await page.getByText('after review 11').waitFor();
    expect(await axeFindings(page)).toEqual([]);
  });

  it('asks what happened with each promise, and keeps each answer as it is given', async () => {
    const { page } = app;
    const rows = page.locator('.promises > li');
    const count = await rows.count();
    for (let place = 0; place < count; place += 1) {
      await rows
        .nth(place)
        .getByRole('button', { name: place === 0 ? 'Done' : 'On track', exact: true })
        .press('Enter');
    }
    await rows.nth(0).getByLabel('How we know').fill('Joss, on the phone');
    await page.getByText(`${count} of ${count} filled in`).waitFor();
    await page.getByLabel('Since the review', { exact: true }).selectOption('yes');
    await page.getByLabel('How', { exact: true }).fill('On the phone, she rang');
    await page.getByLabel(/own words/).fill('its better, tell Farah ta');
    await page.getByLabel('In time', { exact: true }).selectOption('some');
    await page.getByLabel('In a line').fill('one came six days late');
    await page.getByLabel('What is new', { exact: true }).fill('Went missing once.');
    await page.getByRole('button', { name: 'Some concern' }).press('Enter');
    await saved();
    await page.getByText('Not yet answered: 1 thing').click();
    await page.getByText('The next step', { exact: true }).last().waitFor();
    expect(await axeFindings(page)).toEqual([]);
  });

  it('is completed with its last answer, is then read only, and goes to Word', async () => {
    const { page, answers, around } = app;
    await page.getByLabel('The next step', { exact: true }).fill('Ring Farah Testerby on 13 Nov 2026');
    await page.getByText('Everything is answered').waitFor();
    await page.getByRole('button', { name: 'Complete the check' }).press('Enter');
    await page
      .getByText(/^Completed/)
      .first()
      .waitFor();
    expect(await page.getByLabel('The next step', { exact: true }).isDisabled()).toBe(true);
    answers.savePath = join(around, 'midway.docx');
    await page.getByRole('button', { name: 'Save in Word' }).click();
    await expect.poll(() => existsSync(join(around, 'midway.docx'))).toBe(true);
    await page.getByLabel('Reference in the case record').fill('CR-1180');
    await page.keyboard.press('Enter');
    await page.getByText(/Filed to the case record 6 Nov 2026, CR-1180/).waitFor();
    expect(await axeFindings(page)).toEqual([]);
  });

  it('stands among the child’s checks, and what it found stands in the plan', async () => {
    const { page } = app;
    await page
      .getByRole('heading', { name: /midway check/ })
      .getByRole('link')
      .click();
    await page.getByRole('link', { name: /6 Nov 2026/ }).waitFor();
    await page.getByText('Filed Fri 6 Nov').waitFor();
    expect(await axeFindings(page)).toEqual([]);
  });
});
