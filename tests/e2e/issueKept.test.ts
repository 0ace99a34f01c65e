import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openApp, passphrase } from './support/openApp.ts';
import type { OpenedApp } from './support/openApp.ts';
import { leakyLeah } from './support/openLeah.ts';
import { finalise, goToStage, seenOn } from './support/stages.ts';

let app: OpenedApp;
let page: Page;

beforeAll(async () => {
  app = await openApp({ caseload: 'empty', caseFiles: [leakyLeah()], day: '2026-10-06' });
  ({ page } = app);
  await page.waitForSelector('.app');
  await goToStage(page, 'check');
  await finalise(page, 'decisions', 'Asked for by letter.');
});
afterAll(async () => {
  await app.close();
  expect(app.pageErrors).toEqual([]);
});

/** To another stage and back, and through the lock: nothing of the page's memory is left. */
async function leaveAndLock(): Promise<void> {
  await goToStage(page, 'check');
  await page.keyboard.press('Control+Shift+L');
  await page.getByLabel('Passphrase', { exact: true }).fill(passphrase);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Lock' }).waitFor();
  await goToStage(page, 'issue');
}

const firstReply = () => page.locator('li.reply').filter({ hasText: 'D1' });

describe('what is half typed in Issue', () => {
  it('keeps an answer of the manager until it is recorded, or put away', async () => {
    await goToStage(page, 'issue');
    await page.getByRole('button', { name: /^Manager’s reply/ }).click();
    await firstReply().getByRole('combobox').selectOption('with-change');
    await firstReply().getByRole('textbox', { name: 'The wording agreed' }).fill('A plan by the end');
    await firstReply().getByText('Kept as you type, and not sent yet.').waitFor();
    await page.getByRole('button', { name: 'The other 6 agreed' }).waitFor();
    await leaveAndLock();
    await page.getByRole('button', { name: /^Manager’s reply, 0 of 7/ }).click();
    const wording = firstReply().getByRole('textbox', { name: 'The wording agreed' });
    await expect.poll(() => wording.inputValue()).toBe('A plan by the end');
    await firstReply().getByRole('button', { name: 'Start again' }).click();
    await expect.poll(() => firstReply().getByRole('combobox').inputValue()).toBe('');
    await firstReply().getByRole('combobox').selectOption('not-agreed');
    await firstReply().getByRole('textbox', { name: 'Why not' }).fill('It is done already.');
    await firstReply().getByRole('button', { name: 'Record the answer' }).click();
    await page.getByRole('button', { name: /^Manager’s reply, 1 of 7/ }).waitFor();
    expect(await page.getByText('Kept as you type').count()).toBe(0);
    await leaveAndLock();
    await page.getByRole('button', { name: /^Manager’s reply, 1 of 7/ }).click();
    await firstReply().getByText('It is done already.').waitFor();
    expect(await page.getByText('Kept as you type').count()).toBe(0);
  });

  it('keeps an addition and a withdrawal until each is done', async () => {
    await page.getByRole('button', { name: /^All 6 agreed/ }).click();
    await goToStage(page, 'check');
    await finalise(page, 'record', 'Will be written tomorrow.');
    await goToStage(page, 'issue');
    await page.getByRole('button', { name: 'Addendum' }).click();
    await page.getByRole('combobox', { name: 'What it is' }).selectOption('note');
    await page.getByRole('textbox', { name: 'Text' }).fill('The clinic is at Mockbridge');
    await page.getByRole('button', { name: 'Withdraw', exact: true }).click();
    await page.getByRole('textbox', { name: 'Withdrawn because' }).fill('Two visits');
    await page.getByRole('button', { name: 'Leave it as it is' }).click();
    await leaveAndLock();
    await page.getByRole('button', { name: 'Addendum' }).click();
    const text = page.getByRole('textbox', { name: 'Text' });
    await expect.poll(() => text.inputValue()).toBe('The clinic is at Mockbridge');
    expect(await page.getByRole('combobox', { name: 'What it is' }).inputValue()).toBe('note');
    await page.getByRole('button', { name: 'Add to the record' }).click();
    await seenOn(page, 'Note: The clinic is at Mockbridge').waitFor();
    await expect.poll(() => text.inputValue()).toBe('');
    await page.getByRole('button', { name: 'Withdraw', exact: true }).click();
    const because = page.getByRole('textbox', { name: 'Withdrawn because' });
    await expect.poll(() => because.inputValue()).toBe('Two visits');
    await page.getByRole('button', { name: 'Leave it as it is' }).click();
  });
});
