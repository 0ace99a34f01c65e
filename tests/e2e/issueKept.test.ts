import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openApp, passphrase } from './support/openApp.ts';
import type { OpenedApp } from './support/openApp.ts';
import { leakyLeah } from './support/openLeah.ts';
import { cellOf, finalise, goToStage, seenOn } from './support/stages.ts';

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

  it('keeps what was let stand in a copy until it went, and asks again in other words', async () => {
    await cellOf(page, 'Dale Fauxton', 2).getByRole('button', { name: 'Nothing released' }).click();
    await page.getByRole('button', { name: /^Release Education/ }).click();
    const blocked = cellOf(page, 'Dale Fauxton', 2).getByRole('button', { name: 'Blocked' });
    await blocked.waitFor();
    const open = seenOn(page, /^Blocked: /);
    // Before the release there was another: that nothing is released to him.
    await page.getByRole('button', { name: 'Pass with a reason' }).first().waitFor();
    while ((await page.getByRole('button', { name: 'Pass with a reason' }).count()) > 0) {
      await page.getByRole('button', { name: 'Pass with a reason' }).first().click();
      await page.getByRole('textbox', { name: 'It may stand because' }).fill('It is the name of the town.');
      await page.getByRole('button', { name: 'Pass it' }).click();
    }
    const ready = cellOf(page, 'Dale Fauxton', 2).getByRole('button', { name: 'Ready' });
    await ready.waitFor();
    await leaveAndLock();
    await ready.click();
    await seenOn(page, /^Passed: .*because It is the name of the town\./)
      .first()
      .waitFor();
    // One line more in which the school stands: nobody has looked at that.
    await page.getByRole('button', { name: /^Release Addendum: The clinic is at Mockbridge/ }).click();
    await blocked.waitFor();
    await expect.poll(() => open.count()).toBe(1);
  });
});
