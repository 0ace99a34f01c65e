import type { Page } from 'playwright';
import { afterEach, describe, expect, it } from 'vitest';
import { anchoredPoints } from '../../shared/richText.ts';
import { openApp } from './support/openApp.ts';
import type { OpenedApp } from './support/openApp.ts';
import { leah } from './support/openLeah.ts';
import { writeUpOf } from './support/writeUp.ts';

/** Long enough for two cores that do other things as well. */
const soon = { timeout: 20_000 } as const;

let app: OpenedApp;
let page: Page;
afterEach(async () => {
  await app.close();
  expect(app.pageErrors).toEqual([]);
});
const { goTo, stored, storedText, account, writeIn } = writeUpOf(() => page);

async function open(): Promise<void> {
  app = await openApp({ caseload: 'empty', caseFiles: [leah()] });
  ({ page } = app);
  await page.waitForSelector('.app');
}

describe('the line at the foot', () => {
  it('takes back at once what a key made: a point with its anchor, in the text where it was made', async () => {
    await open();
    await goTo('interests');
    await writeIn('Interests and friendships');
    await page.keyboard.type(' She wants a drum kit of her own.');
    await expect.poll(() => storedText('interests'), soon).toContain('drum kit of her own.');
    const count = async () =>
      (await stored())?.points.filter(({ words }) => words.includes('drum kit')).length;
    const made = page.locator('.undo').getByText('Made a need of “She wants a drum kit of her own.”');
    await page.keyboard.type(' /nee');
    await page.keyboard.press('Enter');
    await made.waitFor();
    await expect.poll(count, soon).toBe(1);
    const anchors = () =>
      account('Interests and friendships').locator('.point-anchor', { hasText: 'drum kit' });
    expect(await anchors().count()).toBe(1);
    await page.keyboard.press('Control+z');
    await expect.poll(count, soon).toBe(0);
    await expect.poll(() => anchors().count(), soon).toBe(0);
    await expect.poll(() => storedText('interests'), soon).toContain('drum kit of her own.');
    // Once more is typed the key is the text's again, and the button still takes the point back.
    await page.keyboard.type(' /nee');
    await page.keyboard.press('Enter');
    await made.waitFor();
    await page.keyboard.type(' Loud.');
    await page.keyboard.press('Control+z');
    await expect.poll(() => account('Interests and friendships').innerText(), soon).not.toContain('Loud.');
    expect(await count()).toBe(1);
    await goTo('group:safe');
    await page.getByRole('heading', { name: 'Risk and safety', exact: true }).waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(count, soon).toBe(0);
    // Its words are plain again in the text that was left meanwhile, too.
    const loose = async () => {
      const view = await stored();
      const known = view?.points.map(({ id }) => id) ?? [];
      return view?.texts.flatMap(({ body }) => anchoredPoints(body)).filter((id) => !known.includes(id));
    };
    await expect.poll(loose, soon).toEqual([]);
  });

  it('takes back an ending that a key gave, until its words are typed', async () => {
    await open();
    await goTo('life-story');
    const ending = page.getByRole('region', { name: 'Ending of Life story' });
    const given = () => ending.locator('[aria-pressed="true"]').innerText();
    const before = await given();
    expect(before).not.toContain('Does not apply');
    const line = page.locator('.undo');
    const give = async () => {
      await page.locator('[data-row="life-story"]').focus();
      await page.keyboard.press('x');
      await line.getByText('Ending of Life story: does not apply because').waitFor();
    };
    await give();
    const field = ending.getByRole('textbox', { name: 'Does not apply because' });
    await expect.poll(() => field.evaluate((one) => one === document.activeElement)).toBe(true);
    await line.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(given, soon).toBe(before);
    // The field that had the focus is gone: the focus is in the section, never nowhere.
    await expect.poll(() => page.evaluate(() => document.activeElement?.closest('.sec') !== null)).toBe(true);
    await give();
    await page.keyboard.type('no time');
    await expect.poll(() => line.count()).toBe(0);
  });
});
