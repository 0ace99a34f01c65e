import type { IsoDate } from './dates.ts';
import { compareDates, latest } from './dates.ts';
import type { Risk, RiskRating } from './model/events.ts';

/** A rating with the day from which it stood. */
export type Rated = { readonly rating: RiskRating; readonly ratedOn: IsoDate };

/** The ratings known on a day, the newest last; none before the risk was rated at all. */
export function ratingsUntil({ rating, ratedOn, earlierRatings = [] }: Risk, on: IsoDate): Rated[] {
  return [...earlierRatings, { rating, ratedOn }]
    .filter((row) => row.ratedOn <= on)
    .sort((a, b) => compareDates(a.ratedOn, b.ratedOn));
}

/** The day, at most `on`, of the newest assessment, meeting, enquiry or dated safety plan that covers the risk. */
export function lastCovered(risk: Risk, on: IsoDate): IsoDate | undefined {
  return latest(risk.covers.map((cover) => cover.on).filter((day) => day <= on));
}

/** What has happened up to `on` and since the newest cover, and nobody has considered, oldest first. */
export function eventsNotConsidered(risk: Risk, on: IsoDate): Risk['events'][number][] {
  const covered = lastCovered(risk, on);
  return risk.events
    .filter((event) => event.on <= on && event.considered === undefined)
    .filter((event) => covered === undefined || event.on > covered)
    .sort((a, b) => compareDates(a.on, b.on) || a.id.localeCompare(b.id, 'en'));
}

/** Nothing covers the risk, or something has happened since that nobody has considered (domain.md 3.5). */
export function isUnassessed(risk: Risk, on: IsoDate): boolean {
  return lastCovered(risk, on) === undefined || eventsNotConsidered(risk, on).length > 0;
}
