import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, toDayNumber } from '../../../shared/domain/dates.ts';
import type { ChildDeadline } from '../../../shared/domain/deadlines/childDeadline.ts';
import { withSum } from '../../../shared/domain/deadlines/deadline.ts';
import { deadlinesOf } from '../../../shared/domain/deadlines/deadlinesOf.ts';
import { sumInWords } from '../../../shared/domain/deadlines/sumInWords.ts';
import type { ChildRecord } from '../../../shared/domain/model/record.ts';
import { isWorkingDay } from '../../../shared/domain/workingDays.ts';
import { anyDay, anyRecord } from '../support/anyRecord.ts';
import { aMark, anEvent } from '../support/builders.ts';
import { aChildReviewed, datesOf, ofKind, ruleSetWith } from '../support/deadlines.ts';

const rules = ruleSetWith();
const bare = ({ state: _state, isLate: _late, ...deadline }: ChildDeadline) => deadline;

describe('the dates of any child', () => {
  it('have each a name of their own, and every part of them is explained', () => {
    fc.assert(
      fc.property(anyRecord, anyDay, (child, today) => {
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
      fc.property(anyRecord, anyDay, fc.nat({ max: 400 }), (child, today, later) => {
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
      fc.property(anyRecord, anyDay, (child, today) => {
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
