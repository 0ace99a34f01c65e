import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { IsoDate } from '../../shared/domain/dates.ts';
import { fromDayNumber, isoDate, toDayNumber } from '../../shared/domain/dates.ts';
import { ReviewId } from '../../shared/domain/ids.ts';
import { closingValues, progressValues } from '../../shared/domain/model/plan.ts';
import type { Occasion } from '../../shared/domain/model/plan.ts';
import { promisedActions } from '../../shared/domain/promises.ts';
import { heldOn, inOrder } from '../../shared/domain/reviews.ts';
import { aChild, aMeeting, aProgress, aRecord, aReview, anAction } from './support/builders.ts';

const first = toDayNumber(isoDate('2025-01-01'));
const day = fc.integer({ min: 0, max: 600 }).map((days) => fromDayNumber(first + days));

/** Reviews on any days (some on none), an action made at each, and what any occasion found of any of them. */
const history = fc
  .array(fc.option(day, { nil: undefined }), { minLength: 1, maxLength: 5 })
  .chain((days) => {
    const place = fc.integer({ min: 0, max: days.length - 1 });
    const occasion: fc.Arbitrary<Occasion> = fc.oneof(
      place.map((at) => ({ kind: 'review' as const, reviewId: ReviewId.parse(`r${at}`) })),
      day.map((on) => ({ kind: 'midway' as const, on })),
    );
    const found = fc.record({ action: place, occasion, value: fc.constantFrom(...progressValues) });
    return fc.record({ days: fc.constant(days), found: fc.array(found, { maxLength: 12 }), at: place });
  })
  .map(({ days, found, at }) => ({
    at: ReviewId.parse(`r${at}`),
    record: aRecord({
      child: aChild(),
      reviews: days.map((_, index) => aReview({ id: `r${index}`, number: index + 1 })),
      meetings: days.flatMap((on, index) =>
        on === undefined ? [] : [aMeeting({ reviewIds: [`r${index}`], on })],
      ),
      actions: days.map((_, index) => anAction({ id: `a${index}`, reviewId: `r${index}` })),
      progress: found.map(({ action, ...entry }) => aProgress({ actionId: `a${action}`, ...entry })),
    }),
  }));

describe('what was promised before a review', () => {
  it('is what an earlier review made and no review ended, a midway check by its day', () => {
    fc.assert(
      fc.property(history, ({ record, at }) => {
        const ids = inOrder(record).map(({ id }) => id);
        const isBefore = (id: ReviewId) => ids.indexOf(id) < ids.indexOf(at);
        /** A midway check comes before a review that was held later than its day, or has no day yet. */
        const isBeforeReview = (on: IsoDate, id: ReviewId) => {
          const review = record.reviews.find((each) => each.id === id);
          return ((review && heldOn(record, review)) ?? '9999') > on;
        };
        const isEarlier = (occasion: Occasion) =>
          occasion.kind === 'review' ? isBefore(occasion.reviewId) : isBeforeReview(occasion.on, at);
        const expected = record.actions.flatMap((action) => {
          const entries = record.progress.filter(({ actionId }) => actionId === action.id);
          const earlier = entries.filter(({ occasion }) => isEarlier(occasion));
          const ends = earlier.filter(({ value }) => closingValues.includes(value));
          // The last review saw all that came before it end; what a midway check ended since is told at this one.
          const last = ids[ids.indexOf(at) - 1];
          const isSeen = ({ occasion }: { occasion: Occasion }) =>
            occasion.kind === 'review' || (last !== undefined && isBeforeReview(occasion.on, last));
          if (!isBefore(action.reviewId) || ends.some(isSeen)) return [];
          const carried = earlier.filter(
            ({ occasion, value }) => occasion.kind === 'review' && value !== 'on_track',
          );
          const isHere = ({ occasion }: { occasion: Occasion }) =>
            occasion.kind === 'review' && occasion.reviewId === at;
          return [{ action, progress: entries.find(isHere) ?? ends.at(-1), reviewsCarried: carried.length }];
        });
        expect(promisedActions(record, at)).toEqual(expected);
      }),
      { numRuns: 500 },
    );
  });
});
