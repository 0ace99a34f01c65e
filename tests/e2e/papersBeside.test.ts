import type { Page } from 'playwright';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OpenedFile } from '../../main/shell/files.ts';
import { axeFindings } from './support/axe.ts';
import { openApp } from './support/openApp.ts';
import type { OpenedApp } from './support/openApp.ts';
import { leah } from './support/openLeah.ts';
import { aPdf, aPicture, aWordFile } from './support/papers.ts';
import { writeUpOf } from './support/writeUp.ts';

/** Long enough for two cores that do other things as well. */
const soon = { timeout: 20_000 } as const;

let app: OpenedApp;
let page: Page;
beforeEach(async () => {
  app = await openApp({ caseload: 'empty', caseFiles: [leah()] });
  ({ page } = app);
  await page.waitForSelector('.app');
});
afterEach(async () => {
  await app.close();
  expect(app.pageErrors).toEqual([]);
});
const { goTo, storedText, account, writeIn } = writeUpOf(() => page);

async function comesIn(file: OpenedFile, title: string): Promise<void> {
  app.answers.files = [file];
  await page.evaluate(() => {
    location.hash = '#/children/child-leah/papers';
  });
  await page.getByRole('button', { name: 'Add a paper' }).click();
  await page.getByRole('button', { name: 'Choose a file' }).click();
  await page.getByText(file.name).waitFor();
  await page.getByRole('textbox', { name: 'Title' }).fill(title);
  await page.getByRole('button', { name: 'Keep the paper' }).click();
  await page.getByRole('heading', { name: title }).waitFor();
}

async function read(title: string): Promise<void> {
  await goTo('interests');
  await page.getByRole('tab', { name: /^Papers/ }).click();
  await page.getByRole('button', { name: title, exact: true }).click();
}

const reader = (title: string) => page.getByRole('region', { name: title });
const press = async (...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};

const pages = [
  ['Leah has joined the choir.', 'She sings on Tuesdays,', 'and she has a solo.'],
  ['Nothing on this page.'],
  ['The end.'],
];

describe('a paper beside the text', () => {
  it('is read, turned and enlarged by keyboard, and quoted by a key where the caret was', async () => {
    await comesIn(aPdf(...pages), 'Home’s own words');
    await goTo('interests');
    await writeIn('Interests and friendships');
    await read('Home’s own words');
    const paper = reader('Home’s own words');
    await paper.getByText('She sings on Tuesdays,').waitFor();
    await expect.poll(() => paper.evaluate((one) => one === document.activeElement)).toBe(true);
    await press('PageDown');
    await page.getByText('Page 2 of 3', { exact: true }).first().waitFor();
    await press('PageUp');
    const width = () =>
      paper
        .locator('.pdfpage')
        .first()
        .evaluate((one) => one.clientWidth);
    const whole = await width();
    await press('+', '+');
    await page.getByText('150%').waitFor();
    await expect.poll(width).toBeGreaterThan(whole * 1.4);
    await press('0');
    await expect.poll(width).toBe(whole);

    const before = await storedText('interests');
    await press('Shift+ArrowDown', 'ArrowDown', 'Shift+ArrowDown');
    await page.getByRole('button', { name: 'Quote in What happened, Interests and friendships' }).waitFor();
    expect(await storedText('interests')).toBe(before);
    await press('q');
    const quote = '“She sings on Tuesdays, and she has a solo.” (Home’s own words, received 5 Oct 2026)';
    await expect.poll(() => storedText('interests'), soon).toBe(`${before} ${quote}`);
    // The officer writes on behind it, and takes it back as anything written.
    const text = account('Interests and friendships');
    await expect.poll(() => text.evaluate((one) => one === document.activeElement)).toBe(true);
    await press('Control+z');
    await expect.poll(() => storedText('interests'), soon).toBe(before);
    expect(await axeFindings(page)).toEqual([]);
  });

  it('stays open at its place while the notes are looked at, and gives way to the list', async () => {
    await comesIn(
      await aWordFile('A green car in the lane. Joss wrote it down.', 'Nobody rang.'),
      'Night log',
    );
    await read('Night log');
    await reader('Night log').getByText('A green car').waitFor();
    await press('Shift+ArrowDown', 'Shift+ArrowRight');
    const chosen = () => page.evaluate(() => document.getSelection()?.toString());
    await expect.poll(chosen).toBe('A green car in the lane. Joss');
    await press('Escape');
    await expect.poll(chosen).toBe('');
    await page.getByRole('tab', { name: /^Notes/ }).click();
    await page.getByText('A green car').waitFor({ state: 'hidden' });
    await page.getByRole('tab', { name: /^Papers/ }).click();
    await reader('Night log').focus();
    await press('Escape');
    const entry = page.getByRole('button', { name: 'Night log', exact: true });
    await expect.poll(() => entry.evaluate((one) => one === document.activeElement)).toBe(true);
    await page.getByRole('button', { name: 'Home’s report and night log' }).click();
    await page.getByText('Only this entry is here').waitFor();
  });

  it('shows a picture, and in a narrow window with large text stands in the place of the text', async () => {
    await comesIn(aPicture, 'A drawing');
    await page.setViewportSize({ width: 640, height: 400 });
    await read('A drawing');
    await page.getByRole('img', { name: 'A drawing' }).waitFor();
    const overflow = () =>
      page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(await overflow()).toBe(0);
    expect(await page.getByRole('button', { name: /^Quote in/ }).isDisabled()).toBe(true);
  });
});
