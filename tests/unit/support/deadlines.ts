import { isoDate } from '../../../shared/domain/dates.ts';
import type { ChildDeadline, ChildDeadlines } from '../../../shared/domain/deadlines/childDeadline.ts';
import type { Deadline, Due, NotComputed } from '../../../shared/domain/deadlines/deadline.ts';
import { deadlinesOf, ruleSetOf } from '../../../shared/domain/deadlines/deadlinesOf.ts';
import type { ReviewFacts } from '../../../shared/domain/deadlines/reviews.ts';
import { lastLawfulDay } from '../../../shared/domain/deadlines/reviews.ts';
import type { ChildRecord } from '../../../shared/domain/model/record.ts';
import type { Review } from '../../../shared/domain/model/review.ts';
import type { Settings } from '../../../shared/domain/settings.ts';
import { defaultSettings } from '../../../shared/domain/settings.ts';
import { aMeeting, aRecord, aReview, lookedAfter } from './builders.ts';

/** The rules of an authority that changed only this. */
export function ruleSetWith(given: Partial<Settings> = {}) {
  return ruleSetOf({ ...defaultSettings, ...given });
}

/** Every date of a record as of a day. */
export function datesOf(record: ChildRecord, today: string, given: Partial<Settings> = {}): ChildDeadlines {
  return deadlinesOf(record, isoDate(today), ruleSetWith(given));
}

/** A date in a few words: its day, or why there is none; `done` with the day, or overdue. */
export function inShort({ date, state, doneOn, isLate }: ChildDeadline): string {
  const day = date.kind === 'computed' ? date.due : date.why;
  const done = state === 'done' ? ` done${doneOn === undefined ? '' : ` ${doneOn}`}` : '';
  const late = isLate && state === 'done' ? ' late' : '';
  return `${day}${done}${late}${state === 'overdue' ? ' overdue' : ''}`;
}

/** The dates that one rule gives, in order: `['2027-01-13']`. */
export function ofRule(rule: string, record: ChildRecord, today: string, given: Partial<Settings> = {}) {
  return datesOf(record, today, given)
    .deadlines.filter((deadline) => deadline.rule.id === rule)
    .map(inShort);
}

/** The rules of one kind of date with their days: `['S-01 2026-10-12']`. */
export function ofKind(kind: string, record: ChildRecord, today: string, given: Partial<Settings> = {}) {
  return datesOf(record, today, given)
    .deadlines.filter((deadline) => deadline.kind === kind)
    .map((deadline) => `${deadline.rule.id} ${inShort(deadline)}`);
}

/** The date itself; throws where there is none. */
export function computed<D extends Deadline | Due>(date: D | NotComputed): D {
  if (date.kind === 'not-computed') throw new Error(date.why);
  return date;
}

/** The last lawful day of the next review from its facts alone. */
export function nextAfter(
  since: string | undefined,
  reviews: readonly string[] = [],
  more: Partial<ReviewFacts> = {},
) {
  const { rules, calendar } = ruleSetWith();
  const counted = [...new Set(reviews)]
    .filter((on) => since === undefined || on >= since)
    .sort()
    .map((on, place) => ({ id: `review-${place}`, on: isoDate(on), number: place + 1 }));
  const begun = since === undefined ? {} : { since: { id: 'period', on: isoDate(since) } };
  return lastLawfulDay({ ...begun, counted, ...more }, rules, calendar);
}

/** A child looked after since a day, with reviews held on these days, each counting unless it is said otherwise. */
export function aChildReviewed(
  since: string,
  days: readonly (string | (Partial<Review> & { on: string }))[],
  more: Partial<ChildRecord> = {},
): ChildRecord {
  const given = days.map((day) => (typeof day === 'string' ? { on: day } : day));
  const reviews = given.map(({ on: _on, ...review }, place) =>
    aReview({ id: `r${place + 1}`, number: place + 1, ...review }),
  );
  const meetings = given.map(({ on }, place) =>
    aMeeting({ id: `m${place + 1}`, reviewIds: [`r${place + 1}`], on }),
  );
  return aRecord({
    periods: [lookedAfter(since), ...(more.periods ?? [])],
    reviews,
    meetings,
    ...Object.fromEntries(Object.entries(more).filter(([field]) => field !== 'periods')),
  });
}
