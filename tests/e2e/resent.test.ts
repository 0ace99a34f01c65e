import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterEach, describe, expect, it } from 'vitest';
import type { Channel } from '../../shared/contract.ts';
import { callCore } from './support/callCore.ts';
import { losingAnswers } from './support/lostAnswer.ts';
import { openApp, passphrase } from './support/openApp.ts';
import type { OpenOptions, OpenedApp } from './support/openApp.ts';
import { leakyLeah, leahReview } from './support/openLeah.ts';
import { cellOf, finalise, goToStage, seenOn } from './support/stages.ts';

let app: OpenedApp;
let page: Page;
let core: ReturnType<typeof losingAnswers>;
afterEach(async () => {
  const thrown = [...app.pageErrors];
  await app.close();
  if (thrown.length > 0) throw new Error(`Thrown in the page: ${thrown.join('; ')}`);
});

async function unlock(): Promise<void> {
  await page.getByRole('textbox', { name: 'Passphrase', exact: true }).fill(passphrase);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Lock', exact: true }).waitFor();
}

async function open(options: OpenOptions): Promise<void> {
  core = losingAnswers();
  app = await openApp({ ...options, isLocked: true, throughCore: core.throughCore });
  ({ page } = app);
  await unlock();
}

/** Presses a button; the core does what it asks for and dies before it says so; then the door is opened again. */
async function pressAndLose(channel: Channel, press: () => Promise<unknown>): Promise<void> {
  core.loseNext(channel);
  await press();
  await page.getByText('What you typed is kept: unlock, and it is saved.').waitFor();
  await unlock();
}

const button = (name: string) => page.getByRole('button', { name, exact: true });
const review = () => callCore(page, 'review:get', { id: leahReview });

async function finaliseAll(): Promise<void> {
  await goToStage(page, 'check');
  await finalise(page, 'decisions', 'Asked for by letter.');
  await goToStage(page, 'issue');
  await page.getByRole('button', { name: /^Manager’s reply/ }).click();
  await page.getByRole('button', { name: /^All 7 agreed/ }).click();
  await page.getByRole('button', { name: /^Manager’s reply, 7 of 7/ }).waitFor();
  await goToStage(page, 'check');
  await finalise(page, 'record', 'Will be written tomorrow.');
  await goToStage(page, 'issue');
}

describe('what was sent when the core died', () => {
  it('is not sent twice from Issue: a document, its filing, an addition', async () => {
    await open({ caseload: 'empty', caseFiles: [leakyLeah()], day: '2026-10-06' });
    await finaliseAll();
    app.answers.savePath = join(app.around, 'manager.docx');
    await cellOf(page, 'Farah Testerby', 3).getByRole('button', { name: 'Ready' }).click();
    await pressAndLose('document:issue', () => button('Export').click());
    // It goes on by itself: the file is saved, and one document is in the log.
    await seenOn(page, /^Saved as .*manager\.docx$/).waitFor();
    expect((await review()).issued).toHaveLength(1);

    await page.getByRole('button', { name: /^File to the case record, 1/ }).click();
    await page.getByRole('textbox', { name: 'Reference in the case record' }).fill('CR 2026 118');
    await pressAndLose('filing:add', () => button('Filed to the case record').click());
    await seenOn(page, 'Everything that went out is filed').waitFor();
    expect((await review()).filings).toHaveLength(1);

    await button('Addendum').click();
    const text = page.getByRole('textbox', { name: 'Text' });
    await text.fill('The clinic moved to Mockbridge.');
    await pressAndLose('addendum:add', () => button('Add to the record').click());
    await expect.poll(() => text.inputValue()).toBe('');
    expect((await review()).addenda.map((row) => row.text)).toEqual(['The clinic moved to Mockbridge.']);
  });

  it('is not added twice when the window went with it: the record says that it is there', async () => {
    await open({ caseload: 'empty', caseFiles: [leakyLeah()], day: '2026-10-06' });
    await finaliseAll();
    await button('Addendum').click();
    const text = () => page.getByRole('textbox', { name: 'Text' });
    await text().fill('The clinic moved to Mockbridge.');
    await page.getByText(/^Saved \d/).waitFor();
    core.loseNext('addendum:add');
    await button('Add to the record').click();
    await page.getByText('What you typed is kept: unlock, and it is saved.').waitFor();
    const first = app;
    await first.page.close();
    await open({ caseload: 'empty', dir: first.dir, day: '2026-10-06' });
    await goToStage(page, 'issue');
    await button('Addendum').click();
    await seenOn(page, 'Note: The clinic moved to Mockbridge.')
      .or(seenOn(page, 'The clinic moved to Mockbridge.'))
      .first()
      .waitFor();
    await expect.poll(() => text().inputValue()).toBe('');
    expect(await page.getByText('Kept as you type, and not sent yet.').count()).toBe(0);
    // The next one is one more, under a name of its own.
    await text().fill('The clinic is open again.');
    await button('Add to the record').click();
    await expect.poll(async () => (await review()).addenda.length).toBe(2);
    await first.close();
  });

  it('is not done twice elsewhere: a promise to tell, a child by hand', async () => {
    await open({ caseload: 'demo' });
    const telling = page.getByRole('button', { name: /^Record telling: Ruby/ });
    await telling.click();
    await page.getByRole('textbox', { name: 'Told by' }).waitFor();
    await pressAndLose('telling:record', () => button('Keep').click());
    await telling.waitFor({ state: 'detached' });
    const { reviews } = await callCore(page, 'caseFile:export', { id: 'child-ruby' });
    const addenda = reviews.flatMap((held) => held.addenda);
    expect(addenda.filter(({ text }) => text.startsWith('Abel Chalkley told Ruby'))).toHaveLength(1);

    await page.getByRole('link', { name: 'Children' }).click();
    await button('Add a child').click();
    await page.getByLabel('Full name').fill('Zofia Pretendska');
    await page.getByLabel('Date of birth').fill('1/2/15');
    await page.getByLabel('Looked after since').fill('1 mar 2024');
    await page.getByLabel('Legal status', { exact: true }).selectOption('care-order');
    await pressAndLose('caseFile:import', () => button('Add this child').click());
    await page.getByRole('row', { name: /Zofia Pretendska/ }).waitFor();
    expect(await page.getByRole('row', { name: /Zofia Pretendska/ }).count()).toBe(1);
    expect(await page.getByLabel('Full name').count()).toBe(0);
  });
});
