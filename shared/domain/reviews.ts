import type { IsoDate } from './dates.ts';
import { ageOn, compareDates, latest } from './dates.ts';
import type { ReviewId } from './ids.ts';
import type { Period, PeriodKind } from './model/child.ts';
import type { Finalisation, FinalisationKind } from './model/issue.ts';
import type { Point, SectionText } from './model/minutes.ts';
import type { ChildRecord } from './model/record.ts';
import type { Meeting, Review } from './model/review.ts';
import { isBlank } from '../richText.ts';

type Held = Pick<ChildRecord, 'meetings'>;

/** The meetings of a review, first to last. */
export function meetingsOf(record: Held, review: Review): Meeting[] {
  return record.meetings
    .filter((meeting) => meeting.reviewIds.includes(review.id))
    .sort((a, b) => compareDates(a.on, b.on) || (a.startsAt ?? '').localeCompare(b.startsAt ?? '', 'en'));
}

/** The day a review was, or will be, held: of a series the last meeting. Undefined until a meeting has a date. */
export function heldOn(record: Held, review: Review): IsoDate | undefined {
  return latest(meetingsOf(record, review).map((meeting) => meeting.on)) ?? review.heldOn;
}

/** The day on which it counts as the statutory review; undefined when it does not count or has no day. */
export function countedOn(record: Held, review: Review): IsoDate | undefined {
  if (!review.countsAsStatutory) return undefined;
  return review.countedOn ?? heldOn(record, review);
}

/** Reviews from first to last by the day held, then by number; those without a day come last. */
export function inOrder(record: Held & Pick<ChildRecord, 'reviews'>): Review[] {
  const dated = record.reviews.map((review) => ({ review, on: heldOn(record, review) }));
  dated.sort((a, b) => {
    if (a.on && b.on) return compareDates(a.on, b.on) || a.review.number - b.review.number;
    if (a.on || b.on) return a.on ? -1 : 1;
    return a.review.number - b.review.number;
  });
  return dated.map(({ review }) => review);
}

/** The review before this one, if there is one. */
export function previousReview(
  record: Held & Pick<ChildRecord, 'reviews'>,
  id: ReviewId,
): Review | undefined {
  const ordered = inOrder(record);
  const place = ordered.findIndex((review) => review.id === id);
  return place > 0 ? ordered[place - 1] : undefined;
}

/** True when `id` is `other` or comes after it. */
export function isAtOrAfter(
  record: Held & Pick<ChildRecord, 'reviews'>,
  id: ReviewId,
  other: ReviewId,
): boolean {
  const ids = inOrder(record).map((review) => review.id);
  return ids.indexOf(id) >= ids.indexOf(other);
}

export function reviewById(record: Pick<ChildRecord, 'reviews'>, id: ReviewId): Review | undefined {
  return record.reviews.find((review) => review.id === id);
}

/** The age in whole years that counts for a review: on the day it counts, else the day held, else `today`. */
export function ageAtReview(
  record: Pick<ChildRecord, 'child'> & Held,
  review: Review,
  today: IsoDate,
): number {
  return ageOn(record.child.dateOfBirth, countedOn(record, review) ?? heldOn(record, review) ?? today);
}

/** The period of a kind that holds on a day; of several the one that began last. */
export function periodOn<K extends PeriodKind>(
  periods: readonly Period[],
  kind: K,
  day: IsoDate,
): Extract<Period, { kind: K }> | undefined {
  return periods
    .filter((period): period is Extract<Period, { kind: K }> => period.kind === kind)
    .filter((period) => period.from <= day && (period.to === undefined || period.to >= day))
    .sort((a, b) => compareDates(b.from, a.from))[0];
}

/** The first day of a period where somebody gave one; undefined where `from` only stands in for it. */
export function knownFrom(period: Pick<Period, 'from' | 'isFromUnknown'>): IsoDate | undefined {
  return period.isFromUnknown === true ? undefined : period.from;
}

/** When the child became looked after, in the period that holds on a day. */
export function lookedAfterSince(periods: readonly Period[], day: IsoDate): IsoDate | undefined {
  return periodOn(periods, 'looked-after', day)?.from;
}

/** The finalisation of a kind that stands: the newest one that was not withdrawn. */
export function standingFinalisation(
  record: Pick<ChildRecord, 'finalisations'>,
  id: ReviewId,
  kind: FinalisationKind,
): Finalisation | undefined {
  return record.finalisations
    .filter((row) => row.reviewId === id && row.kind === kind && row.withdrawn === undefined)
    .sort((a, b) => b.edition - a.edition)[0];
}

/** A finalisation that was taken back. */
export type Withdrawn = Finalisation & { readonly withdrawn: NonNullable<Finalisation['withdrawn']> };

/** What was withdrawn last of a review, if anything was: of an edition's two finalisations the decisions first. */
export function lastWithdrawn(
  record: Pick<ChildRecord, 'finalisations'>,
  id: ReviewId,
): Withdrawn | undefined {
  return record.finalisations
    .flatMap(({ withdrawn, ...row }) => (row.reviewId === id && withdrawn ? [{ ...row, withdrawn }] : []))
    .sort((a, b) => b.edition - a.edition || (a.kind < b.kind ? -1 : 1))[0];
}

/** The edition being written, or standing: 1, and one more for each time a review's finalised content was withdrawn. */
export function editionOf(record: Pick<ChildRecord, 'finalisations'>, id: ReviewId): number {
  const withdrawn = record.finalisations.filter((row) => row.reviewId === id && row.withdrawn !== undefined);
  return 1 + Math.max(0, ...withdrawn.map((row) => row.edition));
}

/** Points of one review in one section, in the order of the section's text where anchored, then as made. */
export function pointsOfReview(record: Pick<ChildRecord, 'points'>, id: ReviewId): Point[] {
  return record.points.filter((point) => point.reviewId === id);
}

/** A section was discussed when anything was written or raised in it: the ending is derived, never ticked. */
export function isDiscussed(texts: readonly SectionText[], points: readonly Point[]): boolean {
  return texts.some((text) => !isBlank(text.body)) || points.length > 0;
}
