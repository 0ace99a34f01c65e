import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addMonths, fromDayNumber, isoDate } from '../../../shared/domain/dates.ts';
import { sumOf } from '../../../shared/domain/deadlines/deadline.ts';
import type { ChildRecord } from '../../../shared/domain/model/record.ts';
import { defaultSettings } from '../../../shared/domain/settings.ts';
import { englandAndWales } from '../../../shared/domain/workingDays.ts';
import { clocksOf } from '../../../shared/report/content.ts';
import {
  aChild,
  aMeeting,
  aPeriod,
  aRecord,
  aReview,
  anEvent,
  legalStatus,
  lookedAfter,
} from '../support/builders.ts';
import { aChildReviewed, computed, datesOf, nextAfter, ofKind } from '../support/deadlines.ts';

const d = isoDate;

const nextOf = (record: ChildRecord, today: string) => ofKind('review', record, today).at(-1);

describe('the last lawful day', () => {
  it.each([
    ['R-01', '2026-12-11', [], '2027-01-13'],
    ['R-01', '2026-03-20', [], '2026-04-21'],
    ['R-01', '2026-08-03', [], '2026-09-01'],
    ['R-02', '2026-11-02', ['2026-11-30'], '2027-02-28'],
    ['R-03', '2025-01-06', ['2025-02-03', '2025-05-01', '2026-08-31'], '2027-02-28'],
    ['R-03', '2025-01-06', ['2026-10-05', '2025-05-01', '2025-02-03'], '2027-04-05'],
    ['R-03', '2025-01-06', ['2025-02-03', '2025-05-01', '2028-02-29'], '2028-08-29'],
    // A review of an earlier time of being looked after does not count, the same date twice counts once.
    ['R-01', '2026-12-11', ['2024-05-01'], '2027-01-13'],
    ['R-02', '2026-12-11', ['2027-01-11', '2027-01-11'], '2027-04-11'],
  ] as const)('%s from %s after %j is %s', (id, since, reviews, due) => {
    const date = computed(nextAfter(since, reviews));
    expect([date.rule.id, date.due]).toEqual([id, due]);
  });

  it('is not computed where no rule gives it', () => {
    expect(nextAfter(undefined)).toMatchObject({ why: expect.stringMatching(/not recorded/) });
    expect(nextAfter('2026-01-05', [], { isAdoptionReview: true })).toMatchObject({
      why: expect.stringMatching(/placement order/),
    });
    expect(nextAfter('2199-12-30')).toMatchObject({ why: expect.stringMatching(/outside the calendar/) });
  });

  it('lies within six months, later for a later review', () => {
    const day = fc.integer({ min: 14_000, max: 22_000 }).map(fromDayNumber);
    fc.assert(
      fc.property(day, fc.array(day, { maxLength: 6 }), (since, reviews) => {
        const date = computed(nextAfter(since, reviews));
        const from = reviews.filter((on) => on >= since).reduce((a, b) => (a > b ? a : b), since);
        expect(sumOf(date, englandAndWales).start).toBe(from);
        expect(date.due > from && date.due <= addMonths(from, 6)).toBe(true);
      }),
    );
  });
});

describe('the next review', () => {
  it('is first, second, later; the last that was held stays beside it as done', () => {
    expect(ofKind('review', aChildReviewed('2026-12-11', []), '2026-12-11')).toEqual(['R-01 2027-01-13']);
    const first = aChildReviewed('2026-12-11', ['2027-01-11']);
    expect(ofKind('review', first, '2027-01-11')).toEqual([
      'R-01 2027-01-13 done 2027-01-11',
      'R-02 2027-04-11',
    ]);
    const late = aChildReviewed('2026-12-11', ['2027-01-11', '2027-04-14']);
    expect(ofKind('review', late, '2027-05-01')).toEqual([
      'R-02 2027-04-11 done 2027-04-14 late',
      'R-03 2027-10-14',
    ]);
    expect(nextOf(late, '2027-10-15')).toBe('R-03 2027-10-14 overdue');
  });

  it.each([
    { kind: 'looked-after', nextReview: { kind: 'none', because: 'returned-home' } },
    { kind: 'adoption' },
    { kind: 'short-breaks' },
  ] as const)('of a new time of being looked after begins anew, whatever ended the last: %j', (ended) => {
    const before = aChildReviewed('2026-01-05', [{ on: '2026-01-12', ...ended }]);
    const periods = [lookedAfter('2026-01-05', '2026-01-20'), lookedAfter('2026-06-01')];
    const again = { ...before, periods };
    expect(ofKind('review', again, '2026-06-02')).toEqual(['R-01 2026-06-29']);
    const planned = {
      ...again,
      reviews: [...again.reviews, aReview({ id: 'next', number: 2 })],
      meetings: [...again.meetings, aMeeting({ reviewIds: ['next'], on: '2026-06-20' })],
    };
    const next = planned.reviews.at(-1) ?? aReview();
    const { lastLawfulDay } = clocksOf(planned, next, defaultSettings, d('2026-06-02'));
    expect(computed(lastLawfulDay).due).toBe('2026-06-29');
    expect(datesOf(again, '2026-06-02').faults.map(({ code }) => code)).toEqual(['placement-missing']);
  });

  it('is not moved by a review that does not count, nor by one that is still to be held', () => {
    const extra = aChildReviewed('2026-08-17', [
      '2026-09-11',
      { on: '2026-10-05', countsAsStatutory: false },
    ]);
    expect(nextOf(extra, '2026-10-05')).toBe('R-02 2026-12-11');
    const booked = aChildReviewed('2026-08-17', ['2026-09-11', '2026-12-03']);
    expect(nextOf(booked, '2026-10-05')).toBe('R-02 2026-12-11');
    const { deadlines } = datesOf(booked, '2026-10-05');
    expect(deadlines.find(({ rule }) => rule.id === 'R-02')?.setFor).toBe('2026-12-03');
  });

  it('counts from the day that counts, of a series the last meeting', () => {
    const record = aChildReviewed('2026-12-11', ['2027-01-11']);
    const series = {
      ...record,
      meetings: [...record.meetings, aMeeting({ reviewIds: ['r1'], on: '2027-01-20' })],
    };
    expect(nextOf(series, '2027-01-21')).toBe('R-02 2027-04-20');
    const set = {
      ...series,
      reviews: series.reviews.map((review) => ({ ...review, countedOn: d('2027-01-12') })),
    };
    expect(nextOf(set, '2027-01-21')).toBe('R-02 2027-04-12');
  });

  it('takes the number of the last review as how many there were', () => {
    const record = aChildReviewed('2022-01-17', [{ on: '2026-04-14', number: 6, isBeforeStore: true }]);
    expect(nextOf(record, '2026-06-01')).toBe('R-03 2026-10-14');
  });

  it.each([
    ['turns-18', /turns 18/],
    ['returned-home', /returned home/],
    ['special-guardianship', /special guardianship/],
    ['adopted', /adopted/],
  ] as const)('is none after: %s', (because, why) => {
    const record = aChildReviewed('2026-01-05', [
      { on: '2026-02-02', nextReview: { kind: 'none', because } },
    ]);
    expect(nextOf(record, '2026-03-01')).toMatch(why);
  });

  it('is none once the child is 18, also when the last lawful day would come on or after the birthday', () => {
    const record = (dateOfBirth: string) =>
      aChildReviewed('2026-01-05', ['2026-02-02', '2026-05-01'], { child: aChild({ dateOfBirth }) });
    expect(nextOf(record('2008-11-02'), '2026-06-01')).toBe('R-03 2026-11-01');
    expect(nextOf(record('2008-11-01'), '2026-06-01')).toMatch(/18 on 1 Nov 2026/);
    expect(ofKind('review', record('2008-11-01'), '2026-11-01')).toEqual(['R-02 2026-05-02 done 2026-05-01']);
    // Born on 29 February: 18 on 1 March of a year without one.
    expect(nextOf(record('2009-02-28'), '2026-06-01')).toBe('R-03 2026-11-01');
  });

  it('ends with the time of being looked after, and begins anew with the next', () => {
    const ended = aChildReviewed('2026-01-05', ['2026-02-02']);
    const record = { ...ended, periods: [lookedAfter('2026-01-05', '2026-03-31')] };
    expect(ofKind('review', record, '2026-04-01')).toEqual(['R-01 2026-02-02 done 2026-02-02']);
    const again = { ...record, periods: [...record.periods, lookedAfter('2026-06-01')] };
    expect(ofKind('review', again, '2026-06-02')).toEqual(['R-01 2026-06-29']);
  });
});

describe('short breaks', () => {
  const child = aChild({ isShortBreaks: true });
  const breaks = [lookedAfter('2026-03-06', '2026-03-08'), lookedAfter('2026-04-03', '2026-04-06')];

  it('have their first review three months after the first break, then every six', () => {
    const record = aRecord({ child, periods: breaks });
    expect(ofKind('review', record, '2026-04-10')).toEqual(['R-04 2026-06-06']);
    const reviewed = {
      ...record,
      reviews: [aReview({ id: 'r1', number: 1, kind: 'short-breaks' })],
      meetings: [aMeeting({ reviewIds: ['r1'], on: '2026-06-01' })],
    };
    expect(nextOf(reviewed, '2026-06-10')).toBe('R-04b 2026-12-01');
  });

  it.each([
    ['17 days long', [lookedAfter('2026-03-06', '2026-03-22')], 'R-04'],
    ['18 days long', [lookedAfter('2026-03-06', '2026-03-23')], 'R-01'],
    [
      '75 days within a year',
      Array.from({ length: 5 }, (_, month) => lookedAfter(`2026-0${month + 1}-01`, `2026-0${month + 1}-15`)),
      'R-04',
    ],
    [
      '76 days within a year',
      Array.from({ length: 4 }, (_, month) =>
        lookedAfter(`2026-0${month + 1}-01`, `2026-0${month + 1}-17`),
      ).concat(lookedAfter('2026-05-01', '2026-05-08')),
      'R-01',
    ],
  ])('of %s', (_what, periods, rule) => {
    const [date] = ofKind('review', aRecord({ child, periods }), '2026-05-10');
    expect(date?.slice(0, rule.length + 1)).toBe(`${rule} `);
  });

  it('are none in care', () => {
    const record = aRecord({ child, periods: [...breaks, legalStatus('care-order', '2026-01-01')] });
    expect(ofKind('review', record, '2026-04-10')[0]).toMatch(/^R-01/);
    expect(datesOf(record, '2026-04-10').faults.map(({ code }) => code)).toContain('short-breaks-in-care');
  });
});

describe('a plan for adoption', () => {
  const order = legalStatus('placement-order', '2026-06-01');
  const adopters = aPeriod({ kind: 'placement', placement: 'adopters', from: '2026-10-05' });

  it('replaces the six months from the authority on: three months, then six', () => {
    const record = aChildReviewed('2026-01-05', ['2026-02-02', '2026-04-30'], { periods: [order] });
    expect(nextOf(record, '2026-05-31')).toBe('R-03 2026-10-30');
    expect(nextOf(record, '2026-06-01')).toBe('R-06 2026-09-01');
    const reviewed = aChildReviewed('2026-01-05', ['2026-02-02', '2026-04-30', '2026-08-20'], {
      periods: [order],
    });
    expect(nextOf(reviewed, '2026-08-21')).toBe('R-06b 2027-02-20');
  });

  it('keeps the name of the date, so that it is seen to move', () => {
    const record = aChildReviewed('2026-01-05', ['2026-02-02', '2026-04-30'], { periods: [order] });
    const keyOn = (today: string) =>
      datesOf(record, today)
        .deadlines.filter(({ kind }) => kind === 'review')
        .at(-1)?.key;
    expect(keyOn('2026-05-31')).toBe('review:r2');
    expect(keyOn('2026-06-01')).toBe('review:r2');
  });

  it('rests on consent as well as on an order, and ends with it', () => {
    const consent = anEvent({ kind: 'authority-to-place', on: '2026-06-01' });
    const record = aChildReviewed('2026-01-05', ['2026-02-02'], { events: [consent] });
    expect(nextOf(record, '2026-06-10')).toBe('R-06 2026-09-01');
    const revoked = legalStatus('placement-order', '2026-06-01', '2026-07-01');
    const ended = aChildReviewed('2026-01-05', ['2026-02-02'], { periods: [revoked] });
    expect(nextOf(ended, '2026-07-02')).toBe('R-02 2026-05-02 overdue');
  });

  it('counts four weeks, three months and six from the placement', () => {
    const periods = [order, adopters];
    const reviewed = (...days: string[]) =>
      aChildReviewed('2026-01-05', ['2026-02-02', '2026-04-30', '2026-08-20', ...days], { periods });
    expect(nextOf(reviewed(), '2026-10-06')).toBe('R-07 2026-11-02');
    expect(nextOf(reviewed('2026-10-30'), '2026-11-01')).toBe('R-07b 2027-01-30');
    expect(nextOf(reviewed('2026-10-30', '2027-01-29'), '2027-02-01')).toBe('R-07c 2027-07-29');
  });

  it('is said to lack its authority, and is not guessed', () => {
    const record = aChildReviewed('2026-01-05', ['2026-02-02', { on: '2026-04-30', kind: 'adoption' }]);
    expect(nextOf(record, '2026-05-31')).toMatch(/enter the placement order/);
    expect(datesOf(record, '2026-05-31').faults.map(({ code }) => code)).toEqual([
      'placement-missing',
      'adoption-without-authority',
    ]);
  });
});
