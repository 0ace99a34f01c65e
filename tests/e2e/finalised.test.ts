import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callCore } from './support/callCore.ts';
import { openApp } from './support/openApp.ts';
import type { OpenedApp } from './support/openApp.ts';
import { leah, leahReview } from './support/openLeah.ts';
import { goToStage, seenOn } from './support/stages.ts';
import { axeFindings } from './support/axe.ts';

let app: OpenedApp;

beforeAll(async () => {
  app = await openApp({ caseload: 'empty', caseFiles: [leah()], day: '2026-10-06' });
  await app.page.waitForSelector('.app');
});
afterAll(async () => {
  await app.close();
  expect(app.pageErrors).toEqual([]);
});

/** Opens the social worker's visits in Write up. */
async function openVisits(): Promise<void> {
  await app.page.evaluate((hash) => {
    location.hash = hash;
  }, `#/reviews/${leahReview}/write-up?at=visits`);
  await app.page.getByRole('heading', { level: 2, name: 'Social worker’s visits' }).waitFor();
}

describe('a finalised record on the screen', () => {
  it('keeps the facts it was finalised with, says so, and leads to those of today', async () => {
    const { page } = app;
    await callCore(page, 'review:finalise', { id: leahReview, kind: 'decisions', gaps: [] });
    await callCore(page, 'review:finalise', { id: leahReview, kind: 'record', gaps: [] });
    const { periods, versions } = await callCore(page, 'child:get', { id: leah().child.id });
    const worker = periods.find((period) => period.kind === 'social-worker' && period.to === undefined);
    if (worker?.kind !== 'social-worker') throw new Error('Leah has a worker');
    const value = { ...worker, name: 'Somebody Later' };
    await callCore(page, 'period:save', { value, baseVersion: versions[worker.id] ?? 0 });

    await openVisits();
    await page.getByRole('heading', { name: 'Facts on 6 Oct 2026' }).first().waitFor();
    await seenOn(page, `${worker.name}, since`, { exact: false }).waitFor();
    expect(await seenOn(page, 'Somebody Later').count()).toBe(0);
    await seenOn(page, /shown as they were then/).waitFor();
    // A date that is frozen opens no form: it would be another's by now.
    expect(await page.locator('.facts dt button').count()).toBe(0);
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('link', { name: 'Leah now' }).click();
    await seenOn(page, /Somebody Later/)
      .first()
      .waitFor();
  });

  it('shows today’s facts again once it is withdrawn', async () => {
    const { page } = app;
    const because = 'It was wrong';
    await callCore(page, 'review:withdraw', { id: leahReview, kind: 'record', because, receivedBy: [] });
    await goToStage(page, 'check');
    await page.evaluate(() => void setTimeout(() => location.reload(), 0));
    await page.waitForEvent('load');
    await openVisits();
    await seenOn(page, 'Somebody Later, since', { exact: false }).waitFor();
    expect(await page.getByRole('heading', { name: /^Facts on/ }).count()).toBe(0);
  });
});
