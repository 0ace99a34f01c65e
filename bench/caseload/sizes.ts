import type { IsoDate } from '../../shared/domain/dates.ts';
import { addDays, isoDate } from '../../shared/domain/dates.ts';

/** How much a store holds. The shape of a child's record is the same in all of them. */
export type Size = {
  readonly name: 'service' | 'officer' | 'small';
  readonly what: string;
  readonly children: number;
  readonly reviewsPerChild: number;
};

/** `domain.md` part 8: eight years, about 2.5 reviews a year for each child. */
export const sizes: Readonly<Record<Size['name'], Size>> = {
  service: { name: 'service', what: 'a service: 700 children', children: 700, reviewsPerChild: 20 },
  officer: { name: 'officer', what: 'one officer: 70 children', children: 70, reviewsPerChild: 20 },
  small: { name: 'small', what: 'for CI: 14 children', children: 14, reviewsPerChild: 20 },
};

/** The day every run plays on: the same store and the same lists, whenever it runs. */
export const benchDay: IsoDate = isoDate('2026-10-05');
/** Everything random comes from this. */
export const benchSeed = 20_261_005;

/** Days between two reviews of a child: 20 of them in eight years. */
export const reviewInterval = 146;
/** The children's last reviews lie spread over this many days up to today. */
export const lastReviewSpread = 183;

/** The day of a child's last review: spread evenly, so that every stage of writing up is on somebody's desk. */
export function lastReviewOn(index: number, size: Size): IsoDate {
  return addDays(benchDay, -Math.floor(((index % size.children) * lastReviewSpread) / size.children));
}

/** Every tenth child's last review is the one of the budget: 19 sections, 20 actions, 4,000 words. */
export function isHeavy(index: number): boolean {
  return index % 10 === 0;
}
