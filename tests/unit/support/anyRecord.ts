import * as fc from 'fast-check';
import { addDays, fromDayNumber, isoDate, toDayNumber } from '../../../shared/domain/dates.ts';
import { keysOf } from '../../../shared/domain/keysOf.ts';
import { legalStatuses, placementKinds } from '../../../shared/domain/model/child.ts';
import { eventKinds, reviewGrounds } from '../../../shared/domain/model/events.ts';
import type { ChildRecord } from '../../../shared/domain/model/record.ts';
import { aChild, aMeeting, aPeriod, aReview, anEvent, aRecord } from './builders.ts';

const first = toDayNumber(isoDate('2022-01-03'));
/** A day of six years. */
export const anyDay = fc.integer({ min: first, max: first + 2_200 }).map(fromDayNumber);
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });

const period = fc
  .tuple(
    fc.constantFrom(
      'looked-after' as const,
      'legal-status' as const,
      'placement' as const,
      'school' as const,
    ),
    anyDay,
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
    maybe(anyDay),
    maybe(anyDay),
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

/** A child with periods, events and reviews in whatever order and at whatever odds. */
export const anyRecord = fc
  .record({
    born: fc.integer({ min: first - 7_000, max: first + 600 }).map(fromDayNumber),
    since: anyDay,
    periods: fc.array(period, { maxLength: 6 }),
    events: fc.array(event, { maxLength: 14 }),
    reviews: fc.array(anyDay, { maxLength: 6 }),
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
