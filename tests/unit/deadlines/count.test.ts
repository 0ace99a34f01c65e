import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, fromDayNumber, instant, isoDate } from '../../../shared/domain/dates.ts';
import {
  computeDeadline,
  computeDue,
  computeDueAt,
  overridden,
  withSum,
} from '../../../shared/domain/deadlines/deadline.ts';
import { sumAsText, sumInWords } from '../../../shared/domain/deadlines/sumInWords.ts';
import { Period } from '../../../shared/domain/rules/period.ts';
import { RuleSettings, ruleInForce } from '../../../shared/domain/rules/ruleSet.ts';
import { SchoolTerm } from '../../../shared/domain/schoolTerms.ts';
import type { WorkingCalendar } from '../../../shared/domain/workingDays.ts';
import { addWorkingDays, englandAndWales, isWorkingDay } from '../../../shared/domain/workingDays.ts';
import { computed } from '../support/deadlines.ts';

const d = isoDate;
const ruleOf = (value: number, unit: Period['unit']) => ({
  ...ruleInForce('A-01'),
  period: Period.parse({ value, unit }),
});
const dueOf = (value: number, unit: Period['unit'], from: string, calendar = englandAndWales) =>
  computed(computeDue(ruleOf(value, unit), d(from), calendar)).due;

const terms: readonly SchoolTerm[] = [
  {
    name: 'autumn',
    from: '2026-09-02',
    to: '2026-12-18',
    halfTerm: { from: '2026-10-26', to: '2026-10-30' },
  },
  { name: 'spring', from: '2027-01-04', to: '2027-03-25' },
].map((term) => SchoolTerm.parse(term));
const schools: WorkingCalendar = { ...englandAndWales, schoolTerms: terms };

describe('a count', () => {
  it.each([
    // The worked examples of the domain notes, in working days.
    [5, 'working-day', '2026-12-11', '2026-12-18'],
    [10, 'working-day', '2026-12-11', '2026-12-29'],
    [20, 'working-day', '2026-12-11', '2027-01-13'],
    [10, 'working-day', '2026-03-20', '2026-04-07'],
    [20, 'working-day', '2026-03-20', '2026-04-21'],
    [20, 'working-day', '2026-08-03', '2026-09-01'],
    // From a weekend, and over the years with days that were proclaimed once.
    [1, 'working-day', '2026-10-03', '2026-10-05'],
    [1, 'working-day', '2011-04-28', '2011-05-03'],
    [2, 'working-day', '2012-06-01', '2012-06-07'],
    [1, 'working-day', '2012-05-25', '2012-05-28'],
    [1, 'working-day', '2020-05-07', '2020-05-11'],
    [1, 'working-day', '2022-09-16', '2022-09-20'],
    [1, 'working-day', '2023-05-05', '2023-05-09'],
    // Months by the corresponding date, or the last day of a month without one.
    [3, 'calendar-month', '2026-11-30', '2027-02-28'],
    [6, 'calendar-month', '2026-08-31', '2027-02-28'],
    [6, 'calendar-month', '2026-02-28', '2026-08-28'],
    [3, 'calendar-month', '2027-11-30', '2028-02-29'],
    [12, 'calendar-month', '2028-02-29', '2029-02-28'],
    [6, 'calendar-month', '2026-12-31', '2027-06-30'],
    [1, 'calendar-month', '2026-01-31', '2026-02-28'],
    [6, 'week', '2026-10-05', '2026-11-16'],
    [14, 'calendar-day', '2026-12-20', '2027-01-03'],
  ] as const)('of %i %s from %s ends on %s', (value, unit, from, due) => {
    expect(dueOf(value, unit, from)).toBe(due);
  });

  it('of school terms ends with the next term, by the authority’s own days where they are entered', () => {
    expect(dueOf(1, 'school-term', '2026-10-05', schools)).toBe('2027-03-25');
    // In the holidays after a term, which is then the last one.
    expect(dueOf(1, 'school-term', '2026-12-29', schools)).toBe('2027-03-25');
    const known = computed(computeDue(ruleOf(1, 'school-term'), d('2026-10-05'), schools));
    expect([known.certain, known.term]).toEqual([true, 'spring']);
    const ordinary = computed(computeDue(ruleOf(1, 'school-term'), d('2026-10-05'), englandAndWales));
    expect([ordinary.due, ordinary.certain]).toEqual(['2027-03-31', false]);
    // Nobody has entered the spring: the summer is not the next one.
    const gap = {
      ...schools,
      schoolTerms: [
        { name: 'autumn', from: d('2026-09-03'), to: d('2026-12-18') },
        { name: 'summer', from: d('2027-04-12'), to: d('2027-07-22') },
        { name: 'autumn 27', from: d('2027-09-02'), to: d('2027-12-17') },
      ],
    };
    for (const [count, due] of [
      [1, '2027-03-31'],
      [2, '2027-08-31'],
    ] as const) {
      const broken = computed(computeDue(ruleOf(count, 'school-term'), d('2026-10-10'), gap));
      expect([broken.due, broken.certain]).toEqual([due, false]);
    }
    expect(dueOf(1, 'school-term', '2027-05-01', gap)).toBe('2027-12-17');
    expect(computeDue(ruleOf(5, 'school-day'), d('2026-12-17'), gap).kind).toBe('not-computed');
    expect(dueOf(1, 'school-term', '2026-06-30')).toBe('2026-12-31');
    expect(dueOf(2, 'school-term', '2026-12-31')).toBe('2027-08-31');
    expect(dueOf(1, 'school-term', '2027-02-01', schools)).toBe('2027-08-31');
  });

  it('of school terms past the end of the calendar is not computed', () => {
    expect(computeDue(ruleOf(1, 'school-term'), d('2199-11-01'), englandAndWales)).toMatchObject({
      kind: 'not-computed',
      why: expect.stringContaining('outside the calendar'),
    });
  });

  it('of school days leaves holidays out, and is not guessed without the terms', () => {
    expect(dueOf(5, 'school-day', '2026-10-22', schools)).toBe('2026-11-05');
    expect(dueOf(1, 'school-day', '2026-12-18', schools)).toBe('2027-01-04');
    expect(computeDue(ruleOf(20, 'school-day'), d('2026-10-22'), englandAndWales)).toMatchObject({
      kind: 'not-computed',
      why: expect.stringContaining('school terms'),
    });
    expect(computeDue(ruleOf(60, 'school-day'), d('2027-02-01'), schools).kind).toBe('not-computed');
    const { sum } = computed(computeDeadline(ruleOf(5, 'school-day'), d('2026-10-22'), schools));
    expect(sum.skipped.map(({ name }) => name)).toEqual([
      'Saturday',
      'Sunday',
      ...Array.from({ length: 5 }, () => 'School holiday'),
      'Saturday',
      'Sunday',
    ]);
  });

  it.each([
    // 72 hours as they pass: over the clock changes of March and October the wall shows an hour more or less.
    ['2026-10-05T20:30:00Z', '2026-10-08T20:30:00Z', '2026-10-08'],
    ['2026-10-23T22:30:00Z', '2026-10-26T22:30:00Z', '2026-10-26'],
    ['2026-03-27T23:30:00Z', '2026-03-30T23:30:00Z', '2026-03-31'],
    ['2026-06-30T23:15:00Z', '2026-07-03T23:15:00Z', '2026-07-04'],
    ['2026-12-31T23:59:59Z', '2027-01-03T23:59:59Z', '2027-01-03'],
  ])('of 72 hours from %s ends at %s, %s in London', (from, to, day) => {
    const due = computed(computeDueAt(ruleOf(72, 'hour'), instant(from), englandAndWales));
    expect([due.dueAt, due.due]).toEqual([to, day]);
  });

  it('of hours needs a moment, half a time its other end, and all of them the calendar', () => {
    expect(computeDue(ruleOf(72, 'hour'), d('2026-10-05'), englandAndWales).kind).toBe('not-computed');
    const half = ruleInForce('A-08');
    expect(computed(computeDue(half, d('2026-10-05'), englandAndWales, d('2027-04-05'))).due).toBe(
      '2027-01-04',
    );
    expect(computeDue(half, d('2026-10-05'), englandAndWales).kind).toBe('not-computed');
    expect(computeDue(half, d('2026-10-05'), englandAndWales, d('2026-10-04')).kind).toBe('not-computed');
    expect(computeDue(ruleOf(20, 'working-day'), d('2199-12-30'), englandAndWales).kind).toBe('not-computed');
  });

  it('without a period ends on its own day', () => {
    const due = computed(computeDue(ruleInForce('P-03'), d('2026-12-11'), englandAndWales));
    expect([due.due, withSum(due, englandAndWales).sum.counted]).toEqual(['2026-12-11', undefined]);
  });

  it('counts before as it counts after', () => {
    const before = { ...ruleInForce('A-01'), direction: 'before' } as const;
    fc.assert(
      fc.property(fc.integer({ min: 14_000, max: 22_000 }).map(fromDayNumber), (from) => {
        const deadline = computed(computeDeadline(before, from, englandAndWales));
        expect(deadline.due).toBe(addWorkingDays(from, -5));
        expect(deadline.sum.skipped.every(({ date }) => date > deadline.due && date < from)).toBe(true);
      }),
    );
  });

  it('does not roll over a weekend: the last working day before it stands beside it', () => {
    const due = computed(computeDue(ruleOf(3, 'calendar-month'), d('2026-11-30'), englandAndWales));
    expect(due).toMatchObject({ due: '2027-02-28', lastWorkingDayOnOrBefore: '2027-02-26', certain: true });
  });
});

const day = fc.integer({ min: 14_000, max: 22_000 }).map(fromDayNumber);
const closed = fc
  .uniqueArray(day, { maxLength: 40 })
  .map((days) => ({ extraNonWorkingDays: days.map((date) => ({ date, name: 'Closed' })) }));
const period = fc.constantFrom(
  ...([
    [20, 'working-day'],
    [5, 'working-day'],
    [6, 'calendar-month'],
    [3, 'calendar-month'],
    [6, 'week'],
    [14, 'calendar-day'],
    [1, 'school-term'],
  ] as const),
);

describe('every count', () => {
  it('is monotone in its start', () => {
    fc.assert(
      fc.property(day, day, period, closed, (a, b, [value, unit], calendar) => {
        const [first, second] = a <= b ? [a, b] : [b, a];
        expect(dueOf(value, unit, first, calendar) <= dueOf(value, unit, second, calendar)).toBe(true);
      }),
    );
  });

  it('in working days never ends on a day without work, and is undone by counting back from a working day', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 40 }), closed, (start, count, calendar) => {
        const due = dueOf(count, 'working-day', start, calendar);
        expect(isWorkingDay(due, calendar)).toBe(true);
        const from = addWorkingDays(start, 1, calendar);
        const end = d(dueOf(count, 'working-day', from, calendar));
        const back = { ...ruleOf(count, 'working-day'), direction: 'before' as const };
        expect(computed(computeDue(back, end, calendar)).due).toBe(from);
      }),
    );
  });

  it('accounts in its sum for every day between', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 40 }), closed, (start, count, calendar) => {
        const { sum, due } = computed(computeDeadline(ruleOf(count, 'working-day'), start, calendar));
        expect(addDays(start, count + sum.skipped.length)).toBe(due);
        expect(sum.end).toBe(due);
      }),
    );
  });

  it('has a last working day on or before it', () => {
    fc.assert(
      fc.property(day, period, closed, (start, [value, unit], calendar) => {
        const due = computed(computeDue(ruleOf(value, unit), start, calendar));
        expect(isWorkingDay(due.lastWorkingDayOnOrBefore, calendar)).toBe(true);
        expect(due.lastWorkingDayOnOrBefore <= due.due).toBe(true);
      }),
    );
  });
});

const firstReview = (from: string) =>
  computed(computeDeadline(ruleInForce('R-01'), d(from), englandAndWales));

describe('certainty', () => {
  it('ends where the list of bank holidays does', () => {
    expect(firstReview('2028-12-11').certain).toBe(false);
    expect(sumInWords(firstReview('2028-12-11'), englandAndWales).at(-1)).toMatch(/^Provisional/);
    expect(firstReview('2026-12-11').certain).toBe(true);
    // Counted partly in a year that nobody has checked, though it ends in one that was.
    expect(firstReview('2007-12-20').certain).toBe(false);
  });

  it('is withheld from a rule that is not verified, which says so', () => {
    const deadline = computed(computeDeadline(ruleInForce('R-16'), d('2026-10-05'), englandAndWales));
    expect(deadline.certain).toBe(false);
    expect(sumInWords(deadline, englandAndWales)[0]).toContain('; unverified: check)');
  });
});

describe('the sum in words', () => {
  it('names every day that was not counted', () => {
    expect(sumInWords(firstReview('2026-12-11'), englandAndWales)).toEqual([
      'First review: within 20 working days after the child became looked after (Care Planning, Placement and Case Review (England) Regulations 2010, regulation 33(1)).',
      'Fri 11 Dec 2026 is day 0; working day 20 after it is Wed 13 Jan 2027.',
      'Not counted: 10 weekend days, Christmas Day (Fri 25 Dec 2026), Boxing Day (substitute day) (Mon 28 Dec 2026), New Year’s Day (Fri 1 Jan 2027).',
    ]);
  });

  it('says why a month ends early and that a limit does not move', () => {
    const second = computed(computeDeadline(ruleInForce('R-02'), d('2026-11-30'), englandAndWales));
    expect(sumInWords(second, englandAndWales).slice(1)).toEqual([
      '3 months after Mon 30 Nov 2026 is Sun 28 Feb 2027, the last day of a month that has no day 30.',
      'Sun 28 Feb 2027 is not a working day and the limit does not move: the last working day before it is Fri 26 Feb 2027.',
    ]);
  });

  it('shows half way', () => {
    const deadline = computed(
      computeDeadline(ruleInForce('A-08'), d('2026-10-05'), englandAndWales, d('2027-04-05')),
    );
    expect(sumInWords(deadline, englandAndWales)).toEqual([
      'Midway check: half of the time from one review to the next (Local procedures of several councils).',
      'From Mon 5 Oct 2026 to Mon 5 Apr 2027 are 182 days; half of the time is Mon 4 Jan 2027.',
    ]);
  });

  it('shows hours from one moment to another, the same on every machine', () => {
    const due = computed(computeDueAt(ruleInForce('M-01'), instant('2026-10-23T22:30:00Z'), englandAndWales));
    expect(sumInWords(withSum(due, englandAndWales), englandAndWales)[1]).toBe(
      '72 hours after 23 Oct 2026, 11.30 pm is 26 Oct 2026, 10.30 pm. Hours are counted as they pass, also where the clocks change.',
    );
  });

  it('says what the authority changed, and what the officer set instead and why', () => {
    const rules = RuleSettings.parse({
      'A-05': {
        period: { value: 10, unit: 'working-day' },
        why: 'Policy of May',
        by: 'Helen Draftwell',
        on: '2026-05-04',
      },
    });
    const due = computed(computeDue(ruleInForce('A-05', rules), d('2026-10-05'), englandAndWales));
    const moved = overridden(due, { due: d('2026-10-21'), because: 'Agreed with the team' }, englandAndWales);
    const words = sumInWords(withSum(moved, englandAndWales), englandAndWales);
    expect(words[1]).toBe(
      'The authority has changed this period; it was 15 working days. Why: Policy of May. Changed by Helen Draftwell, 4 May 2026.',
    );
    expect(words).toContain('Set to Wed 21 Oct 2026 instead of Mon 19 Oct 2026: Agreed with the team.');
    expect(withSum(moved, englandAndWales).sum).toMatchObject({
      end: '2026-10-19',
      override: { due: '2026-10-21', because: 'Agreed with the team' },
    });
  });

  it('shows hours from moment to moment also where another day was set', () => {
    const due = computed(computeDueAt(ruleInForce('M-01'), instant('2026-10-05T20:30:00Z'), englandAndWales));
    const moved = overridden(due, { due: d('2026-10-12'), because: 'Away' }, englandAndWales);
    expect(moved.dueAt).toBeUndefined();
    expect(sumInWords(withSum(moved, englandAndWales), englandAndWales).slice(1)).toEqual([
      '72 hours after 5 Oct 2026, 9.30 pm is 8 Oct 2026, 9.30 pm. Hours are counted as they pass, also where the clocks change.',
      'Set to Mon 12 Oct 2026 instead of Thu 8 Oct 2026: Away.',
    ]);
  });

  it('copies as plain text, a sentence a line', () => {
    const text = sumAsText(firstReview('2026-12-11'), englandAndWales);
    expect(text.split('\n')[0]).toBe('First review: Wed 13 Jan 2027');
    expect(text.trimEnd().split('\n')).toHaveLength(4);
  });
});
