import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { axeOn } from './support/axe.ts';
import { openApp } from './support/openApp.ts';
import type { OpenedApp } from './support/openApp.ts';
import { brokenLeah, leakyLeah } from './support/openLeah.ts';
import { cellOf, finalise as finaliseOn, goToStage, seenOn, wordsOfFile } from './support/stages.ts';

let app: OpenedApp;
let page: Page;

/** Leah's newest review, held yesterday: two points without an answer, an action without a day, no way of taking part. */
beforeEach(async () => {
  app = await openApp({ caseload: 'empty', caseFiles: [leakyLeah(brokenLeah())], day: '2026-10-06' });
  ({ page } = app);
  await page.waitForSelector('.app');
});
afterEach(async () => {
  const thrown = [...app.pageErrors];
  await app.close();
  if (thrown.length > 0) throw new Error(thrown.join('\n'));
});

const goTo = (stage: 'check' | 'issue') => goToStage(page, stage);
const finalise = (kind: 'decisions' | 'record', because: string) => finaliseOn(page, kind, because);
const seen = (words: string | RegExp, options?: { exact: boolean }) => seenOn(page, words, options);
const cell = (row: string, column: number) => cellOf(page, row, column);

/** What axe finds in light and in dark. */
async function axeFinds(): Promise<string[]> {
  const found: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const { violations } = await axeOn(page).analyze();
    found.push(
      ...violations.map(({ id, nodes }) => `${id} ${nodes.map(({ target }) => String(target)).join(', ')}`),
    );
  }
  return found;
}

/** Run in the page: the marks of the picture whose words are cut, or that lie on another. */
function cutOrCovered(picture: Element): string[] {
  const boxes = [...picture.querySelectorAll('[data-mark]')].map((mark) => {
    const cut = [mark, ...mark.querySelectorAll('*')].some((part) => part.scrollWidth > part.clientWidth + 1);
    return { words: mark.textContent ?? '', cut, box: mark.getBoundingClientRect() };
  });
  const isOn = (a: DOMRect, b: DOMRect) =>
    a.left < b.right && b.left < a.right && a.top < b.bottom - 1 && b.top < a.bottom - 1;
  return boxes
    .filter((mark) => mark.cut || boxes.some((other) => other !== mark && isOn(mark.box, other.box)))
    .map(({ words }) => words);
}

describe('checking a review', () => {
  it('leads by key from each finding to its place', async () => {
    await goTo('check');
    await seen('3 to settle first, or give a reason').waitFor();
    const links = page.locator('[data-finding]');
    expect(await links.count()).toBeGreaterThan(3);
    await links.first().focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    const second = links.nth(1);
    await expect.poll(() => second.evaluate((link) => link === document.activeElement)).toBe(true);
    const about = (await second.getAttribute('aria-label'))?.split(': ')[1] ?? '';
    await page.keyboard.press('End');
    await page.keyboard.press('Home');
    await page.keyboard.press('Enter');
    await page.waitForURL(/write-up\?at=/);
    expect(about.length).toBeGreaterThan(10);
  });

  it('mends a finding at its place, and the finding is gone', async () => {
    await goTo('check');
    await page.getByRole('link', { name: /^Date A10: / }).click();
    await page.waitForURL(/write-up\?at=leah-r11-a10/);
    const action = page.getByRole('button', { name: /Book a driver until June/ }).first();
    await expect.poll(() => action.evaluate((button) => button === document.activeElement)).toBe(true);
    await page.keyboard.press('Enter');
    await page.getByRole('textbox', { name: 'By when' }).fill('30 Oct');
    await page.keyboard.press('Tab');
    await goTo('check');
    await seen('2 to settle first, or give a reason').waitFor();
    await seen('13 of 15 points answered; 3 loose ends').waitFor();
  });

  it('shows the thread, thickens what is chosen and says where it stands', async () => {
    await goTo('check');
    await seen('13 of 15 points answered; 4 loose ends').waitFor();
    expect(await page.locator('.pic').evaluate(cutOrCovered)).toEqual([]);
    const point = page.getByRole('button', { name: /^R1, .*Answered by D1/ });
    await point.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: 'Go to R1' }).waitFor();
    expect(await page.locator('.pic .th.thick').count()).toBe(1);
    await page.getByRole('button', { name: 'As a list' }).click();
    await page.getByRole('heading', { name: 'Decisions that answer no point' }).waitFor();
    expect(await point.isVisible()).toBe(false);
  });

  it('finalises only with a reason for each thing that is open, and keeps what was typed', async () => {
    await goTo('check');
    await page.getByRole('button', { name: 'Finalise decisions', exact: true }).click();
    const dialog = page.getByRole('dialog');
    const reasons = dialog.getByRole('textbox', { name: 'Go on because' });
    await expect.poll(() => reasons.count()).toBe(3);
    await reasons.first().fill('The tutor names the day tomorrow.');
    await dialog.getByRole('button', { name: /^Finalise decisions/ }).click();
    await dialog.getByText('Say why this can wait, or settle it first.').first().waitFor();
    await dialog.getByRole('button', { name: 'Not yet' }).click();
    await seen('3 to settle first').waitFor();
    await goTo('issue');
    await goTo('check');
    await page.getByRole('button', { name: 'Finalise decisions', exact: true }).click();
    await expect.poll(() => reasons.first().inputValue()).toBe('The tutor names the day tomorrow.');
    await dialog.getByRole('button', { name: 'Not yet' }).click();
    await finalise('decisions', 'Asked for by letter.');
    await seen(/^Decisions finalised Tue 6 Oct, edition 1$/).waitFor();
    await seen(/The manager replies by/).waitFor();
    expect(await axeFinds()).toEqual([]);
  });

  it('pleases axe with the dialog open', async () => {
    await goTo('check');
    await page.getByRole('button', { name: 'Finalise decisions', exact: true }).click();
    await page.getByRole('dialog').waitFor();
    expect(await axeFinds()).toEqual([]);
  });
});

describe('issuing a review', () => {
  it('says what waits and why before anything is finalised', async () => {
    await goTo('issue');
    await seen('Nothing can go out yet: the decisions are not finalised.').waitFor();
    expect(await page.getByRole('button', { name: /^Export/ }).count()).toBe(0);
    expect(await axeFinds()).toEqual([]);
  });

  it('goes from the decisions to every reader: reply, record, release, a leak, export, filing', async () => {
    await goTo('check');
    await finalise('decisions', 'Asked for by letter.');
    await goTo('issue');

    // The manager's answers: one changed, the rest agreed.
    await page.getByRole('button', { name: /^Manager’s reply, 0 of 7/ }).click();
    const first = page.getByRole('listitem').filter({ hasText: 'D1' }).first();
    await first.getByRole('combobox').selectOption('with-change');
    await first.getByRole('button', { name: 'Record the answer' }).click();
    await first.getByText('Write the wording that was agreed instead.').waitFor();
    await first.getByRole('textbox', { name: 'The wording agreed' }).fill('A plan by the end of October.');
    await first.getByRole('button', { name: 'Record the answer' }).click();
    await page.getByRole('button', { name: /^All 6 agreed/ }).click();
    await page.getByRole('button', { name: /^Manager’s reply, 7 of 7/ }).waitFor();

    // A dialog that is closed loses nothing: the document is issued, and saved at the second try.
    await cell('Farah Testerby', 3).getByRole('button', { name: 'Ready' }).click();
    await page.getByRole('combobox', { name: 'How it goes' }).selectOption('secure email');
    await page.getByRole('button', { name: 'Export', exact: true }).click();
    await seen(/issued and in the log, but not saved to a file/).waitFor();
    app.answers.savePath = join(app.around, 'manager.docx');
    await page.getByRole('button', { name: 'Save it again' }).click();
    await seen(/^Saved as .*manager\.docx$/).waitFor();
    expect(wordsOfFile(app.answers.savePath)).toContain('lessons');
    await seen('Manager’s page, edition 1').first().waitFor();
    await page.locator('.log').getByText('secure email').waitFor();

    // The record, with the reasons of the decisions already there.
    await goTo('check');
    await finalise('record', 'Will be written tomorrow.');
    await seen(/^Record finalised Tue 6 Oct, edition 1$/).waitFor();
    await goTo('issue');

    // A father who must not learn the school: what is released to him is searched before it can go.
    await cell('Dale Fauxton', 2).getByRole('button', { name: 'Nothing released' }).click();
    await page.getByRole('button', { name: /^Release Education/ }).click();
    await seen(/^Blocked: /)
      .first()
      .waitFor();
    await seen(/Mockbridge”, in the body/)
      .first()
      .waitFor();
    expect(await cell('Dale Fauxton', 2).innerText()).toContain('Blocked');
    expect(await page.getByRole('button', { name: 'Export', exact: true }).count()).toBe(0);
    expect(await axeFinds()).toEqual([]);
    while ((await page.getByRole('button', { name: 'Pass with a reason' }).count()) > 0) {
      await page.getByRole('button', { name: 'Pass with a reason' }).first().click();
      await page.getByRole('textbox', { name: 'It may stand because' }).fill('It is the name of the town.');
      await page.getByRole('button', { name: 'Pass it' }).click();
    }
    await cell('Dale Fauxton', 2).getByRole('button', { name: 'Ready' }).waitFor();

    await page.getByRole('button', { name: 'Preview' }).click();
    await page.getByRole('article').getByText('Copy for: Dale Fauxton').first().waitFor();
    expect(await axeFinds()).toEqual([]);
    await page.keyboard.press('Escape');
    await expect
      .poll(() =>
        page.getByRole('button', { name: 'Preview' }).evaluate((button) => button === document.activeElement),
      )
      .toBe(true);
    app.answers.savePath = join(app.around, 'dale.docx');
    await page.getByRole('button', { name: 'Export', exact: true }).click();
    await seen(/^Saved as .*dale\.docx$/).waitFor();
    expect(wordsOfFile(app.answers.savePath)).toContain('Year 10');

    // To the council's own system.
    await page.getByRole('button', { name: /^File to the case record, 2/ }).click();
    await page.getByRole('button', { name: 'Filed to the case record' }).click();
    await seen(/Give the reference/).waitFor();
    await page.getByRole('textbox', { name: 'Reference in the case record' }).fill('CR 2026 118');
    await page.getByRole('button', { name: 'Filed to the case record' }).click();
    await seen('Everything that went out is filed').waitFor();
    expect(await axeFinds()).toEqual([]);

    // Everybody else's, into one folder: closing the dialog issues nothing, and nothing there is replaced.
    const everybody = page.getByRole('button', { name: /^Export \d+ ready documents$/ });
    const count = Number(/\d+/.exec(await everybody.innerText())?.[0]);
    await everybody.click();
    await seen('No folder was chosen. Nothing was issued.').waitFor();
    app.answers.folder = join(app.around, 'out');
    mkdirSync(app.answers.folder);
    await everybody.click();
    await seen(new RegExp(`^${count} documents saved`)).waitFor({ timeout: 60_000 });
    const names = readdirSync(app.answers.folder);
    expect(names).toHaveLength(count);
    expect(names.filter((name) => /leah|fauxton/i.test(name))).toEqual([]);
    expect(
      wordsOfFile(join(app.answers.folder, names.find((name) => name.startsWith('letter')) ?? '')),
    ).toContain('curry');
  });

  it('withdraws a record with its reason, and opens the next edition', async () => {
    await goTo('check');
    await finalise('decisions', 'Asked for by letter.');
    await seen(/^Decisions finalised/).waitFor();
    await finalise('record', 'Will be written tomorrow.');
    await goTo('issue');
    await page.getByRole('button', { name: 'Addendum' }).click();
    await page.getByRole('textbox', { name: 'Text' }).fill('The clinic is on 20 October.');
    await page.getByRole('button', { name: 'Add to the record' }).click();
    await seen('Correction: The clinic is on 20 October.').waitFor();
    await page.getByRole('button', { name: 'Withdraw', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: 'Withdraw' });
    await dialog.getByRole('button', { name: 'Withdraw' }).click();
    await dialog.getByText(/Say why/).waitFor();
    await dialog.getByRole('textbox', { name: 'Withdrawn because' }).fill('Two visits were mixed up.');
    expect(await axeFinds()).toEqual([]);
    await dialog.getByRole('button', { name: 'Withdraw' }).click();
    await seen(/Record, edition 1, withdrawn: Two visits were mixed up/).waitFor();
    await seen('Everything else waits for the record.', { exact: false }).waitFor();
    await goTo('check');
    await finalise('record', 'Will be written tomorrow.');
    await seen(/^Record finalised Tue 6 Oct, edition 2$/).waitFor();
  });
});
