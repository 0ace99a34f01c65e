import ICAL from 'ical.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Input } from '../../shared/contract.ts';
import { caseFileAsOf } from '../../shared/caseFileAsOf.ts';
import { isoDate } from '../../shared/domain/dates.ts';
import { readCaseload } from '../support/caseload.ts';
import { codeOf } from './support/tempStore.ts';
import { testCore } from './support/testCore.ts';
import type { TestCore } from './support/testCore.ts';

const day = '2026-10-06';
const childId = 'child-leah';
let app: TestCore;

beforeAll(async () => {
  app = await testCore(day);
  const files = readCaseload().map(({ file }) => file);
  await app.call('caseFile:import', { files, onConflict: 'refuse' });
});
afterAll(() => app.remove());

describe('days for the next review', () => {
  const days = (more: Partial<Input<'nextReview:days'>> = {}) =>
    app.call('nextReview:days', { childId, ...more });

  it('lie before the last lawful day of the review after the one that is written up', async () => {
    const { lastLawfulDay, proposed } = await days({ afterReviewId: 'leah-r11' });
    expect(lastLawfulDay).toMatchObject({ kind: 'computed', due: '2027-04-05' });
    expect(proposed.length).toBeGreaterThan(2);
    expect(proposed.every(({ on }) => on <= '2027-04-05')).toBe(true);
  });

  it('say what a day costs, the child’s own days and the review after it', async () => {
    const words = async (on: string) => {
      const { costs } = await days({ afterReviewId: 'leah-r11', on });
      return costs.map((cost) => cost.words).join(' ');
    };
    expect(await words('2027-02-19')).toContain('Leah’s birthday is on this day.');
    expect(await words('2027-04-12')).toContain('7 days after the last lawful day');
    expect(await words('2027-03-01')).toContain('The review after it is then due by Wed 1 Sep 2027.');
  });

  it('are refused for a child that is not there', async () => {
    expect(codeOf(await app.send('nextReview:days', { childId: 'nobody' }))).toBe('not-found');
  });
});

/** The file as another library reads it. */
async function events(input: Input<'calendar:export'>) {
  const { content, fileName, entries } = await app.call('calendar:export', input);
  const text = Buffer.from(content, 'base64').toString('utf8');
  const calendar = new ICAL.Component(ICAL.parse(text));
  const read = calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));
  expect(read).toHaveLength(entries);
  return { text, fileName, read };
}

describe('the calendar', () => {
  it('holds one child’s series, whole days as whole days, and nothing that tells whose it is', async () => {
    const { text, read, fileName } = await events({
      childIds: [childId],
      isNamed: false,
      isWholeSeries: true,
    });
    expect(read.map(({ summary, startDate }) => `${startDate.toString()} ${summary}`)).toEqual([
      '2026-12-07 Review 12',
      '2026-11-06 Midway check before review 12',
      '2027-04-05 Last lawful day of review 12',
    ]);
    expect(read.every(({ startDate, endDate }) => startDate.isDate && endDate.isDate)).toBe(true);
    expect(text).not.toMatch(/leah|fauxton|child-/i);
    expect(fileName).toBe('golden-thread-reviews-2026-10-06.ics');
  });

  it('names the child when it is asked to', async () => {
    const { read } = await events({ childIds: [childId], isNamed: true, isWholeSeries: false });
    expect(read.map(({ summary }) => summary)).toEqual(['Review 12: Leah Fauxton']);
  });

  it.each([
    ['summer', 'child-leah', '2026-10-05', '2026-10-05T12:30:00.000Z'],
    ['winter', 'child-ruby', '2026-02-02', '2026-02-02T09:30:00.000Z'],
  ])('puts a booked meeting at its time in London, in %s', async (_, id, on, from) => {
    const own = await testCore(on);
    const files = readCaseload()
      .filter(({ file }) => file.child.id === id)
      .map(({ file }) => caseFileAsOf(file, isoDate(on)));
    await own.call('caseFile:import', { files, onConflict: 'refuse' });
    const { content } = await own.call('calendar:export', {
      childIds: [id],
      isNamed: false,
      isWholeSeries: false,
    });
    const calendar = new ICAL.Component(ICAL.parse(Buffer.from(content, 'base64').toString('utf8')));
    const [event] = calendar.getAllSubcomponents('vevent').map((each) => new ICAL.Event(each));
    expect(event?.startDate.toJSDate().toISOString()).toBe(from);
    expect(event && event.endDate.compare(event.startDate)).toBe(1);
    await own.remove();
  });

  it('keeps the id of an entry when it moves, and shares none between children', async () => {
    const all = await events({ isNamed: false, isWholeSeries: true });
    const ids = all.read.map(({ uid }) => uid);
    expect(new Set(ids).size).toBe(ids.length);
    const again = await events({ isNamed: true, isWholeSeries: true });
    expect(again.read.map(({ uid }) => uid)).toEqual(ids);
  });

  it('says so when there is nothing to put into it', async () => {
    expect(
      codeOf(
        await app.send('calendar:export', { childIds: ['nobody'], isNamed: false, isWholeSeries: true }),
      ),
    ).toBe('not-found');
  });
});
