import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, addMonths, fromDayNumber, isoDate } from '../../shared/domain/dates.ts';
import {
  type Deadline,
  type NotComputed,
  compareDeadlines,
  computeDeadline,
} from '../../shared/domain/deadlines/deadline.ts';
import { sumInWords } from '../../shared/domain/deadlines/sumInWords.ts';
import { clocksAfterReview, midwayDue, nextReviewDue } from '../../shared/domain/nextReview.ts';
import { Rule } from '../../shared/domain/rules/rule.ts';
import { Period, periodInWords } from '../../shared/domain/rules/period.ts';
import { ruleIds, shippedRules } from '../../shared/domain/rules/table.ts';
import { RuleSettings, ruleInForce } from '../../shared/domain/rules/ruleSet.ts';
import { addWorkingDays, englandAndWales, isWorkingDay } from '../../shared/domain/workingDays.ts';

const d = isoDate;
function computed(deadline: Deadline | NotComputed): Deadline {
  if (deadline.kind !== 'computed') throw new Error(deadline.why);
  return deadline;
}
const next = (since: string, ...reviews: string[]) =>
  computed(nextReviewDue({ lookedAfterSince: d(since), countedReviewDates: reviews.map(d) }));

describe('the rule table', () => {
  it('holds each rule once, each with its source, as the schema wants it', () => {
    expect(shippedRules.map(({ id }) => id)).toEqual([...ruleIds]);
    for (const rule of shippedRules) expect(Rule.safeParse(rule).error?.issues).toBeUndefined();
  });

  it.each([
    ['R-01', '20 working days', 'statutory', 'V'],
    ['R-02', '3 months', 'statutory', 'V'],
    ['R-03', '6 months', 'statutory', 'V'],
    ['A-01', '5 working days', 'guidance', 'S'],
    ['A-02', '5 working days', 'guidance', 'S'],
    ['A-04', '10 working days', 'guidance', 'S'],
    ['A-05', '15 working days', 'guidance', 'S'],
    ['A-06', '20 working days', 'guidance', 'S'],
    ['A-08', 'half of the time', 'local', 'L'],
  ] as const)('%s: %s, %s, %s', (id, period, standing, mark) => {
    const rule = ruleInForce(id);
    expect([rule.period && periodInWords(rule.period), rule.standing, rule.mark]).toEqual([
      period,
      standing,
      mark,
    ]);
  });

  it('takes an authority’s change, and says what it was', () => {
    const settings = RuleSettings.parse({
      'A-05': {
        period: { value: 10, unit: 'working-day' },
        why: 'Policy of May',
        by: 'Helen Draftwell',
        on: '2026-05-04',
      },
    });
    const deadline = computed(
      computeDeadline(ruleInForce('A-05', settings), d('2026-10-05'), englandAndWales),
    );
    expect(deadline.due).toBe('2026-10-19');
    expect(sumInWords(deadline, englandAndWales)[1]).toBe(
      'The authority has changed this period; it was 15 working days. Why: Policy of May. Changed by Helen Draftwell, 4 May 2026.',
    );
    expect(ruleInForce('A-06', settings).changed).toBeUndefined();
  });

  it('refuses a period that cannot be counted', () => {
    for (const period of [
      { value: 1.5, unit: 'working-day' },
      { value: 0, unit: 'week' },
      { value: -1, unit: 'calendar-month' },
      { value: 2, unit: 'share-of-interval' },
    ]) {
      expect(Period.safeParse(period).success).toBe(false);
    }
  });
});

describe('the next review', () => {
  it.each([
    ['R-01', '2026-12-11', [], '2027-01-13'],
    ['R-01', '2026-03-20', [], '2026-04-21'],
    ['R-01', '2026-08-03', [], '2026-09-01'],
    ['R-02', '2026-11-02', ['2026-11-30'], '2027-02-28'],
    ['R-03', '2025-01-06', ['2025-02-03', '2025-05-01', '2026-08-31'], '2027-02-28'],
    ['R-03', '2025-01-06', ['2026-10-05', '2025-05-01', '2025-02-03'], '2027-04-05'],
    // A review of an earlier time of being looked after does not count, the same date twice counts once.
    ['R-01', '2026-12-11', ['2024-05-01'], '2027-01-13'],
    ['R-02', '2026-12-11', ['2027-01-11', '2027-01-11'], '2027-04-11'],
  ] as const)('%s from %s after %j is %s', (id, since, reviews, due) => {
    const deadline = next(since, ...reviews);
    expect([deadline.rule.id, deadline.due]).toEqual([id, due]);
  });

  it('does not roll over a weekend, and shows the working day before it', () => {
    const deadline = next('2026-11-02', '2026-11-30');
    expect(deadline).toMatchObject({
      due: '2027-02-28',
      lastWorkingDayOnOrBefore: '2027-02-26',
      certain: true,
      sum: { start: '2026-11-30', end: '2027-02-28', isMonthEnd: true, skipped: [] },
    });
  });

  it.each([
    [{ lookedAfterSince: undefined, countedReviewDates: [] }, /not recorded/],
    [{ lookedAfterSince: d('2026-01-05'), countedReviewDates: [], clock: 'short-breaks' }, /regulation 48/],
    [{ lookedAfterSince: d('2026-01-05'), countedReviewDates: [], clock: 'adoption' }, /regulation 36/],
    [{ lookedAfterSince: d('2199-12-30'), countedReviewDates: [] }, /outside the calendar/],
  ] as const)('is not computed where no rule gives it', (facts, why) => {
    const answer = nextReviewDue(facts);
    expect(answer.kind).toBe('not-computed');
    expect(answer.kind === 'not-computed' && answer.why).toMatch(why);
  });

  it('lies within six months, later for a later review, and is always explained', () => {
    const day = fc.integer({ min: 14_000, max: 22_000 }).map(fromDayNumber);
    fc.assert(
      fc.property(day, fc.array(day, { maxLength: 6 }), (since, reviews) => {
        const deadline = computed(nextReviewDue({ lookedAfterSince: since, countedReviewDates: reviews }));
        const from = reviews.filter((on) => on >= since).reduce((a, b) => (a > b ? a : b), since);
        expect(deadline.sum.start).toBe(from);
        expect(deadline.due > from && deadline.due <= addMonths(from, 6)).toBe(true);
        expect(isWorkingDay(deadline.lastWorkingDayOnOrBefore)).toBe(true);
        expect(deadline.lastWorkingDayOnOrBefore <= deadline.due).toBe(true);
        expect(sumInWords(deadline, englandAndWales).length).toBeGreaterThan(1);
      }),
    );
  });
});

describe('the clocks after a review', () => {
  it('gives the dates of the worked example', () => {
    const dues = clocksAfterReview(d('2026-10-05'), d('2026-10-09'))
      .map(computed)
      .map(({ rule, due }) => `${rule.id} ${due}`);
    expect(dues).toEqual([
      'A-01 2026-10-12',
      'A-04 2026-10-19',
      'A-05 2026-10-26',
      'A-06 2026-11-02',
      'A-02 2026-10-16',
    ]);
    expect(clocksAfterReview(d('2026-10-05'), undefined)).toHaveLength(4);
  });

  it('puts the midway check half way, and does not guess the other end', () => {
    expect(computed(midwayDue(d('2026-10-05'), d('2027-04-05'))).due).toBe('2027-01-04');
    expect(midwayDue(d('2026-10-05'), undefined).kind).toBe('not-computed');
    expect(midwayDue(d('2026-10-05'), d('2026-10-04')).kind).toBe('not-computed');
  });

  it('sorts by day', () => {
    const clocks = clocksAfterReview(d('2026-10-05'), d('2026-10-09')).map(computed).sort(compareDeadlines);
    expect(clocks.map(({ rule }) => rule.id)).toEqual(['A-01', 'A-02', 'A-04', 'A-05', 'A-06']);
  });

  it('counts before as it counts after', () => {
    const before = { ...ruleInForce('A-01'), direction: 'before' } as const;
    const day = fc.integer({ min: 14_000, max: 22_000 }).map(fromDayNumber);
    fc.assert(
      fc.property(day, (from) => {
        const deadline = computed(computeDeadline(before, from, englandAndWales));
        expect(deadline.due).toBe(addWorkingDays(from, -5));
        expect(deadline.sum.skipped.every(({ date }) => date > deadline.due && date < from)).toBe(true);
      }),
    );
  });

  it.each([
    [{ value: 7, unit: 'calendar-day' }, 7],
    [{ value: 4, unit: 'week' }, 28],
  ] as const)('counts %j', (period, days) => {
    const rule = { ...ruleInForce('A-01'), period };
    expect(computed(computeDeadline(rule, d('2026-10-05'), englandAndWales)).due).toBe(
      addDays(d('2026-10-05'), days),
    );
  });
});

describe('certainty', () => {
  it('ends where the list of bank holidays does', () => {
    expect(next('2028-12-11').certain).toBe(false);
    expect(sumInWords(next('2028-12-11'), englandAndWales).at(-1)).toMatch(/^Provisional/);
    expect(next('2026-12-11').certain).toBe(true);
    // Counted partly in a year that nobody has checked, though it ends in one that was.
    expect(next('2007-12-20').certain).toBe(false);
  });

  it('is withheld from a rule that is not verified', () => {
    const rule = { ...ruleInForce('A-01'), mark: 'U' } as const;
    expect(computed(computeDeadline(rule, d('2026-10-05'), englandAndWales)).certain).toBe(false);
  });
});

describe('the sum in words', () => {
  it('names every day that was not counted', () => {
    expect(sumInWords(next('2026-12-11'), englandAndWales)).toEqual([
      'First review: within 20 working days after the child became looked after (Care Planning, Placement and Case Review (England) Regulations 2010, regulation 33(1)).',
      'Fri 11 Dec 2026 is day 0; working day 20 after it is Wed 13 Jan 2027.',
      'Not counted: 10 weekend days, Christmas Day (Fri 25 Dec 2026), Boxing Day (substitute day) (Mon 28 Dec 2026), New Year’s Day (Fri 1 Jan 2027).',
    ]);
  });

  it('says why a month ends early and that a limit does not move', () => {
    expect(sumInWords(next('2026-11-02', '2026-11-30'), englandAndWales).slice(1)).toEqual([
      '3 months after Mon 30 Nov 2026 is Sun 28 Feb 2027, the last day of a month that has no day 30.',
      'Sun 28 Feb 2027 is not a working day and the limit does not move: the last working day before it is Fri 26 Feb 2027.',
    ]);
  });

  it('shows half way', () => {
    const deadline = computed(midwayDue(d('2026-10-05'), d('2027-04-05')));
    expect(sumInWords(deadline, englandAndWales)).toEqual([
      'Midway check: half of the time from one review to the next (Local procedures of several councils).',
      'From Mon 5 Oct 2026 to Mon 5 Apr 2027 are 182 days; half of the time is Mon 4 Jan 2027.',
    ]);
  });
});
