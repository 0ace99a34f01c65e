import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { routeTable } from '../../renderer/app/routeTable.ts';
import { addressOf, beginMidway } from './support/addresses.ts';
import type { OpenedApp } from './support/openApp.ts';
import { openApp } from './support/openApp.ts';
import { leah } from './support/openLeah.ts';

let app: OpenedApp;

beforeAll(async () => {
  app = await openApp({ caseload: 'empty', caseFiles: [leah()], viewport: { width: 700, height: 900 } });
  await app.page.waitForSelector('.app');
  await beginMidway(app.page);
});
afterAll(async () => {
  await app.close();
  expect(app.pageErrors).toEqual([]);
});

/** The screen as the first that a window loads: no other has brought its styles. */
async function openFirst(path: string): Promise<void> {
  const { page } = app;
  const loaded = page.waitForEvent('load');
  await page.evaluate((hash) => {
    location.hash = hash;
    setTimeout(() => location.reload(), 0);
  }, path);
  await loaded;
  await page.getByRole('heading', { level: 1 }).waitFor();
}

const shapeOf = () =>
  app.page.evaluate(() => {
    const rail = document.querySelector('.rail');
    const root = document.documentElement;
    return {
      railRuns: rail && getComputedStyle(rail).flexDirection,
      widerBy: root.scrollWidth - root.clientWidth,
    };
  });

describe('a narrow window folds on whatever screen it opens', () => {
  it.each(routeTable.map(({ path }) => path))('%s', async (path) => {
    await openFirst(addressOf(path));
    await expect.poll(shapeOf).toEqual({ railRuns: 'row', widerBy: 0 });
  });
});
