import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readDemo } from '../../main/cli/demo.ts';
import { CaseFile } from '../../shared/caseFile.ts';
import { axeFindings } from './support/axe.ts';
import { openApp } from './support/openApp.ts';
import type { OpenedApp } from './support/openApp.ts';

/** Juniper with a first review before she was looked after, and a home of a kind that no rule knows. */
function juniper(): CaseFile {
  const file = readDemo().files.get('juniper.case.json');
  if (!file) throw new Error('The demo has Juniper');
  return CaseFile.parse({
    ...file,
    periods: file.periods.map((period) =>
      period.id === 'juniper-t-placement-2' ? { ...period, placement: 'other' } : period,
    ),
    reviews: file.reviews.map((review) =>
      review.number === 1 ? { ...review, heldOn: '2018-12-03' } : review,
    ),
  });
}

let app: OpenedApp;
beforeAll(async () => {
  app = await openApp({ caseload: 'empty', caseFiles: [juniper()], day: '2026-10-05' });
  await app.page.getByRole('button', { name: 'Lock' }).waitFor();
  await app.page.evaluate("location.hash = '#/children/child-juniper/dates'");
  await faults().waitFor();
});
afterAll(async () => {
  // oxlint-disable-next-line vitest/no-standalone-expect -- of the whole file: nothing was thrown in the page
  expect(app.pageErrors).toEqual([]);
  await app.close();
});

const faults = () => app.page.getByRole('region', { name: 'Facts to mend' });
const dates = () => app.page.locator('.datelist li[data-deadline]');
const mend = (what: RegExp) => faults().getByRole('button', { name: what });
const nextVisit = () => app.page.locator('[data-deadline^="visit:"]').first();

describe('facts that cannot be right', () => {
  it('are named on the page of dates, each with the way to it, and the other dates are there', async () => {
    const { page } = app;
    expect(await faults().getByRole('listitem').count()).toBe(2);
    await faults()
      .getByText(
        'Review 1 of 3 Dec 2018 lies before the child was looked after (4 Feb 2019), so it moves nothing.',
      )
      .waitFor();
    await faults().getByText('The kind of this placement is not one that a rule knows').waitFor();
    expect(await dates().count()).toBeGreaterThan(5);
    expect(await axeFindings(page)).toEqual([]);
  });

  it('are mended from there by keyboard: a kind of home, the day of a review before this store', async () => {
    const { page } = app;
    await mend(/kind of this placement/).press('Enter');
    await page.getByLabel('Kind of home').selectOption('long-term-foster-carers');
    await expect.poll(() => faults().getByRole('listitem').count()).toBe(1);
    await mend(/Review 1 of/).press('Enter');
    const held = page.getByLabel('Held on');
    expect(await axeFindings(page)).toEqual([]);
    await held.fill('1 Mar 2019');
    await held.press('Tab');
    await faults().waitFor({ state: 'detached' });
  });

  it('are told as they are typed: no day, and a birth after being looked after', async () => {
    const { page } = app;
    await page.getByRole('button', { name: 'All facts' }).press('Enter');
    await page.getByRole('button', { name: /^Juniper Samplewick/ }).press('Enter');
    const born = page.getByLabel('Date of birth');
    await born.fill('31 Feb 2017');
    await born.press('Tab');
    await page.getByText('This is not a day yet.').waitFor();
    expect(await dates().count()).toBeGreaterThan(5);
    await born.fill('5 Mar 2019');
    await born.press('Tab');
    await faults().getByText('Born 5 Mar 2019, but looked after since 4 Feb 2019').waitFor();
    await faults().getByText('Review 1 of 1 Mar 2019 lies before the birth on 5 Mar 2019.').waitFor();
    expect(await dates().count()).toBeGreaterThan(5);
    await born.fill('23 Jun 2017');
    await born.press('Tab');
    await faults().waitFor({ state: 'detached' });
  });
});

describe('a fact that decides a date', () => {
  it('is entered where it belongs, moves the date, and stands in its history', async () => {
    const { page } = app;
    const before = await nextVisit().locator('.one').textContent();
    await page.getByRole('button', { name: 'All facts' }).press('Enter');
    await page.getByRole('button', { name: /^Long-term foster home/ }).press('Enter');
    const since = page.getByLabel('Child agrees to visits every six months, since');
    await since.fill('1 Mar 2023');
    await since.press('Tab');
    await nextVisit().getByText('S-04').waitFor();
    expect(await nextVisit().locator('.one').textContent()).not.toBe(before);
    await page.getByRole('button', { name: 'Close' }).press('Enter');
    await nextVisit().getByRole('button').first().press('Enter');
    await nextVisit().getByRole('heading', { name: 'How this date moved' }).waitFor();
    await nextVisit()
      .getByText(/ became .*: the home was entered or changed\. It is now counted by S-04/)
      .waitFor();
    expect(await axeFindings(page)).toEqual([]);
  });

  it('of the child: visits as agreed in the plan', async () => {
    const { page } = app;
    await page.getByRole('button', { name: 'Facts', exact: true }).press('Enter');
    await page.getByRole('button', { name: /^Juniper Samplewick/ }).press('Enter');
    await page.getByLabel('Weeks between the social worker’s visits, as agreed').fill('4');
    await page.locator('[data-deadline^="visit-agreed:"]').getByText('S-09').waitFor();
    await page.getByLabel('Weeks between the social worker’s visits, as agreed').fill('60');
    await page.getByText('At most 52 weeks.').waitFor();
    expect(await axeFindings(page)).toEqual([]);
  });
});
