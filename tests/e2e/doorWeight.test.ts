import { afterEach, describe, expect, it } from 'vitest';
import { openApp, passphrase } from './support/openApp.ts';
import type { OpenedApp } from './support/openApp.ts';

let app: OpenedApp;
afterEach(async () => {
  // oxlint-disable-next-line vitest/no-standalone-expect -- of every test: nothing was thrown in the page
  expect(app.pageErrors).toEqual([]);
  await app.close();
});

/** Every file that the page has asked for so far, with its size in bytes. */
const loaded = () =>
  app.page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .flatMap((entry) =>
        entry instanceof PerformanceResourceTiming
          ? [{ name: entry.name.split('/').at(-1) ?? '', bytes: entry.decodedBodySize }]
          : [],
      ),
  );

describe('the door', () => {
  it('waits for no screen behind it: neither editor, charts, readers nor rules', async () => {
    app = await openApp({ caseload: 'empty', isLocked: true });
    await app.page.getByRole('textbox', { name: 'Passphrase', exact: true }).waitFor();
    const files = (await loaded()).filter(({ name }) => /\.(?:m?js|css)$/.test(name));
    expect(files.filter(({ name }) => /^(?:Screens|.*(?:Stage|Screen|Reader))-/.test(name))).toEqual([]);
    // React, the provider of the theme and the cache of reads; twice as much would be something else again.
    expect(files.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThan(450_000);
    await app.page.getByRole('textbox', { name: 'Passphrase', exact: true }).fill(passphrase);
    await app.page.keyboard.press('Enter');
    await app.page.getByRole('heading', { name: 'Today' }).waitFor();
    const names = (await loaded()).map(({ name }) => name);
    // So that a file of another name would not make the first half of this test pass.
    expect(names.filter((name) => /^(?:Screens|TodayScreen)-.*\.js$/.test(name))).toHaveLength(2);
    expect(names.filter((name) => /^(?:WriteUpStage|ChildScreen|PdfReader)-/.test(name))).toEqual([]);
  });
});
