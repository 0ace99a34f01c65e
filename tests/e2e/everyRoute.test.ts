import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RoutePath } from '../../renderer/app/routeTable.ts';
import { routeTable } from '../../renderer/app/routeTable.ts';
import { addressOf, beginMidway } from './support/addresses.ts';
import { axeOn } from './support/axe.ts';
import { messyChild } from './support/messyChild.ts';
import { openApp } from './support/openApp.ts';
import { openers } from './support/openers.ts';
import type { OpenedApp } from './support/openApp.ts';
import { brokenLeah } from './support/openLeah.ts';

let app: OpenedApp;
let page: Page;
/** The heaviest child of the demo with its newest review open and things missing in it, and one whose words do not break. */
beforeAll(async () => {
  app = await openApp({ caseload: 'empty', caseFiles: [brokenLeah(), messyChild()] });
  ({ page } = app);
  await page.waitForSelector('.app');
  await beginMidway(page);
});
afterAll(async () => {
  const thrown = [...app.pageErrors];
  await app.close();
  expect(thrown).toEqual([]);
});

async function goTo(path: RoutePath, at?: string): Promise<void> {
  await page.evaluate(
    (hash) => {
      location.hash = hash;
    },
    `#${addressOf(path)}${at === undefined ? '' : `?at=${encodeURIComponent(at)}`}`,
  );
  await page.locator('#screen h1, #screen h2').first().waitFor();
  await page.waitForFunction(() => document.querySelector('.opening') === null);
}

const looks = [
  { name: 'light', colorScheme: 'light', contrast: 'no-preference' },
  { name: 'dark', colorScheme: 'dark', contrast: 'no-preference' },
  { name: 'high contrast', colorScheme: 'light', contrast: 'more' },
  { name: 'high contrast, dark', colorScheme: 'dark', contrast: 'more' },
] as const;

/** What axe finds: all of it in the first look, and in each other what depends on the look. */
async function axeFinds(): Promise<string[]> {
  const found: string[] = [];
  for (const [place, { name, colorScheme, contrast }] of looks.entries()) {
    await page.emulateMedia({ colorScheme, contrast, reducedMotion: 'reduce' });
    await page.waitForFunction(
      ([scheme, more]) =>
        document.documentElement.dataset['mantineColorScheme'] === scheme &&
        (document.documentElement.dataset['contrast'] === 'more') === (more === 'more'),
      [colorScheme, contrast] as const,
    );
    const axe = axeOn(page);
    const { violations } = await (place === 0 ? axe : axe.withRules(['color-contrast'])).analyze();
    found.push(
      ...violations.map(
        ({ id, nodes }) => `${name}: ${id}: ${nodes.map(({ target }) => target.join(' ')).join(' | ')}`,
      ),
    );
  }
  return found;
}

describe('every route of the route table', () => {
  it.each(routeTable)('pleases axe in every look: $name', async ({ path }) => {
    await goTo(path);
    // Between two screens, while the new one reads, there is no heading: what counts is what stands in the end.
    await expect.poll(axeFinds, { timeout: 60_000 }).toEqual([]);
  });
});

describe('everything that opens over or beside a screen', () => {
  it.each(openers)('pleases axe in every look: $name', async ({ on, at, open, close }) => {
    // By another screen first: a pane that stood open is gone.
    await goTo(on === '/shortcuts' ? '/' : '/shortcuts');
    await goTo(on, at);
    await open(page, app.answers);
    const found = await axeFinds();
    await close?.(page);
    expect(found).toEqual([]);
  });
});
