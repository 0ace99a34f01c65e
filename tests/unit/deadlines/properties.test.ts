import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, fromDayNumber, isoDate, toDayNumber } from '../../../shared/domain/dates.ts';
import type { ChildDeadline } from '../../../shared/domain/deadlines/childDeadline.ts';
import { withSum } from '../../../shared/domain/deadlines/deadline.ts';
import { deadlinesOf } from '../../../shared/domain/deadlines/deadlinesOf.ts';
import { sumInWords } from '../../../shared/domain/deadlines/sumInWords.ts';
import { keysOf } from '../../../shared/domain/keysOf.ts';
import { legalStatuses, placementKinds } from '../../../shared/domain/model/child.ts';
import { eventKinds, reviewGrounds } from '../../../shared/domain/model/events.ts';
import type { ChildRecord } from '../../../shared/domain/model/record.ts';
import { isWorkingDay } from '../../../shared/domain/workingDays.ts';
import { aChild, aMark, aMeeting, aPeriod, aReview, anEvent, aRecord } from '../support/builders.ts';
import { aChildReviewed, datesOf, ofKind, ruleSetWith } from '../support/deadlines.ts';

const rules = ruleSetWith();
const first = toDayNumber(isoDate('2022-01-03'));
const day = fc.integer({ min: first, max: first + 2_200 }).map(fromDayNumber);
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });

const period = fc
  .tuple(
    fc.constantFrom(
      'looked-after' as const,
      'legal-status' as const,
      'placement' as const,
      'school' as const,
    ),
    day,
    maybe(fc.nat({ max: 500 })),
    fc.constantFrom(...keysOf(legalStatuses)),
    fc.constantFrom(...keysOf(placementKinds)),
    fc.boolean(),
  )
  .map(([kind, from, days, status, placement, flag]) => {
    const time = { from, ...(days !== undefined && { to: addDays(from, days) }) };
    if (kind === 'looked-after') return aPeriod({ kind, ...time });
    if (kind === 'legal-status') return aPeriod({ kind, status, ...time });
    if (kind === 'school') return aPeriod({ kind, name: 'Mockridge', ...time });
    return aPeriod({ kind, placement, isEmergency: flag, isUntil18: !flag, isOutOfArea: flag, ...time });
  });

const event = fc
  .tuple(
    fc.constantFrom(...keysOf(eventKinds)),
    maybe(day),
    maybe(day),
    fc.constantFrom(...keysOf(reviewGrounds)),
    fc.boolean(),
  )
  .map(([kind, on, dueOn, ground, flag]) =>
    anEvent({
      kind,
      ...(on !== undefined && { on, startedAt: `${on}T18:00:00Z` }),
      ...(on !== undefined && flag && { endedAt: `${on}T23:30:00Z` }),
      ...(dueOn !== undefined && { dueOn }),
      ...(kind === 'review-sooner' && { ground }),
      ...(flag && { isRefused: true }),
    }),
  );

const record = fc
  .record({
    born: fc.integer({ min: first - 7_000, max: first + 600 }).map(fromDayNumber),
    since: day,
    periods: fc.array(period, { maxLength: 6 }),
    events: fc.array(event, { maxLength: 14 }),
    reviews: fc.array(day, { maxLength: 6 }),
    counts: fc.boolean(),
    shortBreaks: fc.boolean(),
  })
  .map(({ born, since, periods, events, reviews, counts, shortBreaks }): ChildRecord => {
    const made = [...reviews].sort().map((on, place) => ({
      review: aReview({ id: `r${place}`, number: place + 1, countsAsStatutory: counts || place % 2 === 0 }),
      meeting: aMeeting({ reviewIds: [`r${place}`], on }),
    }));
    return aRecord({
      child: aChild({ dateOfBirth: born, ...(shortBreaks && { isShortBreaks: true }) }),
      periods: [aPeriod({ kind: 'looked-after', from: since }), ...periods],
      events,
      reviews: made.map(({ review }) => review),
      meetings: made.map(({ meeting }) => meeting),
    });
  });

const bare = ({ state: _state, isLate: _late, ...deadline }: ChildDeadline) => deadline;

describe('the dates of any child', () => {
  it('have each a name of their own, and every part of them is explained', () => {
    fc.assert(
      fc.property(record, day, (child, today) => {
        const { deadlines } = deadlinesOf(child, today, rules);
        expect(new Set(deadlines.map(({ key }) => key)).size).toBe(deadlines.length);
        const why = deadlines.flatMap(({ date }) => (date.kind === 'computed' ? [] : [date.why]));
        expect(why.filter((words) => words.trim() === '')).toEqual([]);
        for (const { date, rule, doneOn, state } of deadlines) {
          if (date.kind === 'not-computed') continue;
          expect(isWorkingDay(date.lastWorkingDayOnOrBefore)).toBe(true);
          expect(date.lastWorkingDayOnOrBefore <= date.due).toBe(true);
          const endsOnOne = rule.period?.unit === 'working-day' && rule.isWindow !== true;
          expect(endsOnOne && !isWorkingDay(date.due)).toBe(false);
          const deadline = withSum(date, rules.calendar);
          expect(sumInWords(deadline, rules.calendar).length).toBeGreaterThan(1);
          expect(state === 'overdue' ? date.due < today && doneOn === undefined : true).toBe(true);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('hold, but for what is overdue, until the day that they name', () => {
    fc.assert(
      fc.property(record, day, fc.nat({ max: 400 }), (child, today, later) => {
        const now = deadlinesOf(child, today, rules);
        const last = now.holdsUntil === undefined ? addDays(today, later) : addDays(now.holdsUntil, -1);
        const then = addDays(today, Math.min(later, toDayNumber(last) - toDayNumber(today)));
        const found = deadlinesOf(child, then, rules);
        expect(found.deadlines.map(bare)).toEqual(now.deadlines.map(bare));
        expect(found.faults).toEqual(now.faults);
      }),
      { numRuns: 400 },
    );
  });

  it('do not hang on the order of the record’s lists', () => {
    fc.assert(
      fc.property(record, day, (child, today) => {
        const turned = {
          ...child,
          periods: child.periods.toReversed(),
          reviews: child.reviews.toReversed(),
          meetings: child.meetings.toReversed(),
          events: child.events.toReversed(),
        };
        const dates = (each: ChildRecord) =>
          deadlinesOf(each, today, rules).deadlines.map(({ rule, date, state }) => [rule.id, date, state]);
        expect(dates(turned)).toEqual(dates(child));
      }),
      { numRuns: 400 },
    );
  });
});

describe('of two on one day', () => {
  const reviewed = aChildReviewed('2026-01-05', ['2026-11-20']);
  it('marks are read by id, in whatever order they are listed', () => {
    const mark = (due: string) =>
      aMark({ kind: 'override', deadline: 'decisions:r1', on: '2026-11-21', due, because: 'agreed' });
    const marks = [mark('2026-12-01'), mark('2026-12-02')];
    for (const deadlineMarks of [marks, marks.toReversed()]) {
      expect(ofKind('decisions', { ...reviewed, deadlineMarks }, '2026-11-22')).toEqual(['A-01 2026-12-02']);
    }
  });

  it('events are read by id, in whatever order they are listed', () => {
    const visits = ['a', 'b'].map((id) => anEvent({ id, kind: 'dental-check', on: '2026-11-01' }));
    const named = (events: typeof visits) =>
      datesOf({ ...reviewed, events }, '2026-11-22')
        .deadlines.filter(({ kind, state }) => kind === 'dentist' && state !== 'done')
        .map(({ key }) => key);
    expect(named(visits)).toEqual(['dentist:b']);
    expect(named(visits.toReversed())).toEqual(['dentist:b']);
  });
});
