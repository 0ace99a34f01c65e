import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RoutePath } from '../../renderer/app/routeTable.ts';
import { routeTable } from '../../renderer/app/routeTable.ts';
import { defaultAppearance } from '../../shared/domain/settings.ts';
import { addressOf, beginMidway } from './support/addresses.ts';
import { callCore } from './support/callCore.ts';
import { lostText, wordsShown } from './support/lostText.ts';
import { messyChild } from './support/messyChild.ts';
import type { OpenedApp } from './support/openApp.ts';
import { openApp } from './support/openApp.ts';
import { leah } from './support/openLeah.ts';

let app: OpenedApp;
let page: Page;
beforeAll(async () => {
  app = await openApp({ caseload: 'empty', caseFiles: [leah(), messyChild()] });
  ({ page } = app);
  await page.waitForSelector('.app');
  await beginMidway(page);
});
afterAll(async () => {
  const thrown = [...app.pageErrors];
  await app.close();
  expect(thrown).toEqual([]);
});

/** Opens a screen as the first that a window loads, and waits until it says all that it has to say. */
async function openFirst(path: RoutePath): Promise<void> {
  const loaded = page.waitForEvent('load');
  await page.evaluate((hash) => {
    location.hash = hash;
    setTimeout(() => location.reload(), 0);
  }, addressOf(path));
  await loaded;
  await page.locator('#screen h1, #screen h2').first().waitFor();
  await page.waitForFunction(
    ([opening, fonts]) => document.querySelector(opening) === null && document.fonts.status === fonts,
    ['.opening', 'loaded'] as const,
  );
  let before = '';
  const isAtRest = async () => {
    const now = await page.locator('#screen').innerText();
    const isSame = now === before;
    before = now;
    return isSame;
  };
  await expect.poll(isAtRest, { interval: 250 }).toBe(true);
}

async function setTextPercent(textPercent: 100 | 200): Promise<void> {
  const { settings, version } = await callCore(page, 'settings:get', {});
  const appearance = { ...defaultAppearance, textPercent };
  await callCore(page, 'settings:save', { value: { ...settings, appearance }, baseVersion: version });
}

/**
 * What a narrow window, or one with large text, shows in another way: the panes of Write up stand behind their tabs,
 * the thread is a list, and the life line, whose words are as long as their room, is a list at a key.
 */
const foldedAway = '.panes.write .side, .thread, .life';

/** What each screen says where there is room for all of it. */
const wordsAsItIs = new Map<string, readonly string[]>();
const ways = [
  ['as it is', 100, 1280, 800],
  ['with text at 200% by the setting', 200, 1280, 800],
  ['enlarged to 200% by the window', 100, 640, 400],
] as const;

describe.each(ways)('%s', (_, percent, width, height) => {
  beforeAll(async () => {
    await page.setViewportSize({ width, height });
    await setTextPercent(percent);
  });
  it.each(routeTable)('nothing is lost on $name', async ({ path }) => {
    await openFirst(path);
    const words = await wordsShown(page, foldedAway);
    const asItIs = wordsAsItIs.get(path) ?? words;
    wordsAsItIs.set(path, asItIs);
    expect(asItIs.filter((each) => !words.includes(each))).toEqual([]);
    expect(await lostText(page)).toEqual([]);
  });
});
