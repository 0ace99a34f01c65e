import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callerOf } from '../../main/cli/client.ts';
import type { Call } from '../../main/cli/client.ts';
import type { Clock } from '../../main/cli/throwAwayStore.ts';
import { clockAt, coreLog } from '../../main/cli/throwAwayStore.ts';
import { createCore } from '../../main/core/core.ts';
import { playReview } from '../integration/support/playReview.ts';
import { cheapScrypt, tempFolder } from '../integration/support/tempStore.ts';
import { fillIn } from './support/journey.ts';
import { officer, openApp, passphrase } from './support/openApp.ts';
import type { OpenedApp } from './support/openApp.ts';
import { dayOf, recount } from './support/recount.ts';
import { finalise, goToStage, seenOn } from './support/stages.ts';

/* A child from becoming looked after on 10 December 2026 through three reviews, the third held late over the next Christmas. */

const folder = tempFolder();
const dir = join(folder.path, 'store');
let app: OpenedApp | undefined;
let page: Page;
let childId = '';
const reviewIds: string[] = [];

async function close(): Promise<void> {
  if (!app) return;
  const { pageErrors } = app;
  await app.close();
  app = undefined;
  expect(pageErrors).toEqual([]);
}

/** The window, opened on another day. */
async function on(day: string): Promise<void> {
  await close();
  app = await openApp({ caseload: 'empty', dir, day });
  ({ page } = app);
  await page.getByRole('heading', { level: 1, name: 'Today' }).waitFor();
}

/** What happens at the meeting and after it, by the core alone: other journeys type minutes. */
async function inCore(day: string, work: (call: Call, clock: Clock) => Promise<unknown>): Promise<void> {
  await close();
  const clock = clockAt(day);
  const core = createCore({ dir, clock: clock.now, log: coreLog, scrypt: cheapScrypt });
  try {
    const call = callerOf(core);
    if (childId !== '') await call('vault:unlock', { passphrase });
    await work(call, clock);
  } finally {
    await core.close();
  }
}

const play = (number: number, held: string, part: 'meeting' | 'record') =>
  inCore(held, (call, clock) =>
    playReview(
      { call, clock },
      {
        childId,
        number,
        on: held,
        reviewId: reviewIds[number - 1] ?? '',
        ...(part === 'meeting' ? { stopBefore: 'progress' } : { from: 'progress' }),
      },
    ),
  );

/** Opens the dates of the child, and each of them to its working. */
async function openDates(): Promise<void> {
  await page.evaluate((hash) => (location.hash = hash), `#/children/${childId}/dates`);
  await page.locator('.datelist').first().waitFor();
  const closed = page.locator('.datelist li button.deadline[aria-expanded="false"]');
  const openAll = async () => {
    await closed.evaluateAll((rows) => rows.forEach((row) => row instanceof HTMLElement && row.click()));
    return closed.count();
  };
  await expect.poll(openAll, { timeout: 30_000 }).toBe(0);
}

/** Every date of the Dates page by its name, each counted a second time from the sum that is shown with it. */
async function datesOnScreen(): Promise<string[]> {
  await openDates();
  const rows = await page.locator('.datelist > li').evaluateAll((all) =>
    all.map((row) => ({
      what: row.querySelector('button.deadline')?.textContent ?? '',
      label: row.querySelector('button.deadline')?.getAttribute('aria-label') ?? '',
      shown: row.querySelector('.one.num')?.textContent ?? '',
      standing: row.querySelector('.st')?.textContent?.trim() ?? '',
      sum: [...row.querySelectorAll('.sumnote p')].map((line) =>
        (line.textContent ?? '').replaceAll('\u00A0', ' '),
      ),
    })),
  );
  expect(rows.length).toBeGreaterThan(4);
  return rows.map(({ what, label, shown, standing, sum }) => {
    const words = /, (\w{3} \d{1,2} \w{3} \d{4}): how it is counted$/.exec(
      label.replaceAll('\u00A0', ' '),
    )?.[1];
    if (words === undefined) return `${what}: ${shown}`;
    const again = recount(sum);
    if (again === undefined) throw new Error(`${what}: ${sum.join(' ')}`);
    const { said, counted, workday } = again;
    expect({ what, said, due: dayOf(words), workday: workday?.said }).toEqual({
      what,
      said: counted,
      due: counted,
      workday: workday?.counted,
    });
    expect(words).toContain(shown.replaceAll('\u00A0', ' '));
    return `${what}: ${dayOf(words)} ${standing}`;
  });
}

/** A line of Today by the words in it. */
const due = (what: string) => page.locator('[data-due]').filter({ hasText: what });

async function begin(number: number, day: string): Promise<void> {
  await page.evaluate((hash) => (location.hash = hash), `#/children/${childId}/reviews`);
  await page.getByRole('button', { name: `Start review ${number}` }).press('Enter');
  await page.getByRole('heading', { level: 2, name: 'Prepare' }).waitFor();
  reviewIds.push(/reviews\/([^/]+)\//.exec(page.url())?.[1] ?? '');
  await page.getByLabel('Day of the meeting', { exact: true }).fill(day);
  await page.keyboard.press('Enter');
  await page.getByLabel('Starts', { exact: true }).waitFor();
}

/** The third review was held after its last lawful day: its line asks why, and says what it was told. */
async function sayWhyLate(): Promise<void> {
  const review = page
    .locator('.datelist > li')
    .filter({ hasText: 'Next review' })
    .filter({ hasText: 'Done late' });
  await review.getByText('Late: say why').waitFor();
  await review.getByRole('button', { name: 'Say why it is late' }).press('Enter');
  await review.getByLabel('It was late because').selectOption('other');
  await review.getByLabel('In your words').fill('Quill was in hospital');
  await page.keyboard.press('Enter');
  await review.getByText('Late because Quill was in hospital').waitFor();
}

describe('a child from becoming looked after through three reviews', () => {
  beforeAll(() => inCore('2026-12-10', (call) => call('vault:create', { passphrase, officer })));
  afterAll(async () => {
    await close();
    folder.remove();
  });

  it('has twenty working days to the first, which Christmas and New Year lengthen', async () => {
    await on('2026-12-11');
    await page.getByRole('link', { name: 'Children', exact: true }).click();
    await page.getByRole('button', { name: 'Add a child' }).click();
    await page.getByLabel('Legal status', { exact: true }).selectOption('care-order');
    await fillIn(page, {
      'Full name': 'Quill Inkwell',
      'Date of birth': '9 mar 2017',
      'Looked after since': '10 dec 2026',
      'Legal status since': '10 dec 2026',
      'Social worker': 'Sam Penfold',
      'Their worker since': '10 dec 2026',
    });
    await page.getByRole('button', { name: 'Add this child' }).press('Enter');
    await page.getByRole('link', { name: 'Quill Inkwell' }).click();
    await page.waitForURL(/children\/[^/]+\/overview/);
    childId = /children\/([^/]+)\//.exec(page.url())?.[1] ?? '';
    expect(await datesOnScreen()).toEqual(
      expect.arrayContaining([
        'Reviewing officer appointed: 2026-12-17 4 working days',
        'First personal education plan started: 2026-12-24 9 working days',
        'First health assessment: 2027-01-12 19 working days',
        'First review: 2027-01-12 19 working days',
      ]),
    );
    await page.evaluate(() => (location.hash = '#/'));
    const notBooked = page.getByRole('region', { name: /^No date booked/ });
    await notBooked.getByText('Tue 12 Jan 2027, 19 working days').waitFor();
    await begin(1, '8 Jan 2027');
    expect(await page.locator('#screen').innerText()).toMatch(/Last lawful day\s+Tue 12 Jan/);
  });

  it('is asked for decisions and record after the first, each on its own day', async () => {
    await inCore('2027-01-08', async (call) => {
      const mum = { id: 'four-mum', name: 'Ink Inkwell', role: 'parent', relationship: 'mum' } as const;
      const value = { ...mum, childId, hasParentalResponsibility: true, copy: 'parent' } as const;
      await call('person:save', { value, baseVersion: 0 });
      const address = '9 Made Up Mews, Nowhereton, ZZ9 9ZZ';
      const home = { id: 'four-home', childId, kind: 'placement', placement: 'foster-carers' } as const;
      await call('period:save', { value: { ...home, address, from: '2026-12-10' }, baseVersion: 0 });
    });
    await play(1, '2027-01-08', 'meeting');
    await on('2027-01-11');
    await due('Decisions not finalised: review 1').getByText('Fri 15 Jan').waitFor();
    expect(await datesOnScreen()).toEqual(
      expect.arrayContaining([
        'First review: 2027-01-12 Done',
        'Decisions sent: 2027-01-15 4 working days',
        'Care plan updated: 2027-01-22 9 working days',
        'Full record complete: 2027-01-29 14 working days',
        'Record issued: 2027-02-05 19 working days',
        'Midway check: 2027-02-22 42 days',
        'Permanence plan: 2027-04-08 87 days',
        'Second review: 2027-04-08 87 days',
      ]),
    );
    await goToStage(page, 'check', reviewIds[0]);
    await finalise(page, 'decisions', 'Told by phone.');
    await seenOn(page, /^Decisions finalised Mon 11 Jan, edition 1$/).waitFor();
    expect(await datesOnScreen()).toEqual(
      expect.arrayContaining([
        'Decisions sent: 2027-01-15 Done',
        'Manager’s reply: 2027-01-18 5 working days',
      ]),
    );
  });

  it('has three months to the second, over Easter', async () => {
    await play(1, '2027-01-08', 'record');
    await on('2027-02-15');
    expect(await datesOnScreen()).toEqual(
      expect.arrayContaining([
        'Full record complete: 2027-01-29 Done',
        'Manager’s reply: 2027-01-18 Done',
        'Record issued: 2027-02-05 6 working days late',
        'Second review: 2027-04-08 52 days',
      ]),
    );
    await begin(2, '6 Apr 2027');
    expect(await page.locator('#screen').innerText()).toMatch(/Last lawful day\s+Thu 8 Apr/);
    await play(2, '2027-04-06', 'meeting');
    await play(2, '2027-04-06', 'record');
    await on('2027-04-26');
    expect(await datesOnScreen()).toEqual(
      expect.arrayContaining([
        'Second review: 2027-04-08 Done',
        'Decisions sent: 2027-04-13 Done',
        'Care plan updated: 2027-04-20 4 working days late',
        'Full record complete: 2027-04-27 Done',
        // Counted past May Day.
        'Record issued: 2027-05-05 6 working days',
        'Midway check: 2027-07-06 71 days',
        'Next review: 2027-10-06 163 days',
      ]),
    );
  });

  it('has six months to the third, and one that is held late says so at each place', async () => {
    await on('2027-10-07');
    await due('Review 3: no day booked').getByText('1 day late').waitFor();
    await begin(3, '10 Dec 2027');
    const costs = page.getByRole('region', { name: 'Days that would do' });
    await costs.getByText('65 days after the last lawful day, Wed 6 Oct 2027: say why.').waitFor();
    await costs.getByText('The review after it is then due by Sat 10 Jun 2028.').waitFor();
    await play(3, '2027-12-10', 'meeting');
    await on('2027-12-13');
    await due('Decisions not finalised: review 3').getByText('Fri 17 Dec').waitFor();
    await due('Finalise the record: review 3').getByText('Wed 5 Jan 2028').waitFor();
    expect(await datesOnScreen()).toEqual(
      expect.arrayContaining([
        'Decisions sent: 2027-12-17 4 working days',
        'Care plan updated: 2027-12-24 9 working days',
        // Past Christmas Day and Boxing Day, kept on the Monday and the Tuesday, and New Year’s on the Monday after.
        'Full record complete: 2028-01-05 14 working days',
        'Record issued: 2028-01-12 19 working days',
        'Next review: 2027-10-06 Done late',
        'Next review: 2028-06-10 180 days',
      ]),
    );
    await sayWhyLate();
  });
});
