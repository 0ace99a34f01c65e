import type { IsoDate } from './dates.ts';
import { compareDates } from './dates.ts';
import type { ChildRecord } from './model/record.ts';
import type { Action, Progress } from './model/plan.ts';
import { closingValues } from './model/plan.ts';
import { heldOn } from './reviews.ts';

/** One action of the child as it stands after everything that was found of it. */
export type StandingPromise = {
  readonly action: Action;
  /** What was found of it, the latest occasion last. */
  readonly found: readonly Progress[];
  /** At how many reviews it was found not finished; *on track* does not count. */
  readonly reviewsCarried: number;
  /** Ended by *done*, *not needed* or *replaced*. */
  readonly isClosed: boolean;
};

/** The day of the occasion on which something was found; undefined for a review without a day. */
export function foundOn(
  record: Pick<ChildRecord, 'reviews' | 'meetings'>,
  { occasion }: Progress,
): IsoDate | undefined {
  if (occasion.kind === 'midway') return occasion.on;
  const review = record.reviews.find(({ id }) => id === occasion.reviewId);
  return review && heldOn(record, review);
}

/** Every action of the child, open and closed, in the order they were made. */
export function standingPromises(
  record: Pick<ChildRecord, 'actions' | 'progress' | 'reviews' | 'meetings'>,
): StandingPromise[] {
  const byAction = new Map<string, Progress[]>();
  for (const entry of record.progress) {
    byAction.set(entry.actionId, [...(byAction.get(entry.actionId) ?? []), entry]);
  }
  const day = (entry: Progress) => foundOn(record, entry);
  return record.actions.map((action) => {
    const found = [...(byAction.get(action.id) ?? [])].sort((a, b) => {
      const [first, second] = [day(a), day(b)];
      if (first && second) return compareDates(first, second);
      return first ? -1 : second ? 1 : 0;
    });
    const carried = found.filter(
      ({ occasion, value }) =>
        occasion.kind === 'review' && value !== 'on_track' && !closingValues.includes(value),
    );
    return {
      action,
      found,
      reviewsCarried: carried.length,
      isClosed: found.some(({ value }) => closingValues.includes(value)),
    };
  });
}
