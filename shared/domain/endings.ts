import type { ReviewId } from './ids.ts';
import type { GivenEnding } from './model/minutes.ts';
import type { ChildRecord } from './model/record.ts';
import type { SectionKey } from './model/sections.ts';
import { isDiscussed } from './reviews.ts';

/** How a section of a review ends: derived from its content, else given in one key. */
export type SectionEnding = { readonly kind: 'discussed' } | GivenEnding;

/**
 * The ending of one section, or undefined where there is none yet. Content comes first: what was written, raised
 * or agreed in it shows that it was discussed, whatever key was pressed before.
 */
export function endingOf(
  record: Pick<ChildRecord, 'texts' | 'points' | 'decisions' | 'actions' | 'sections'>,
  reviewId: ReviewId,
  key: SectionKey,
): SectionEnding | undefined {
  const isHere = (row: { reviewId: ReviewId; section?: SectionKey | undefined }) =>
    row.reviewId === reviewId && row.section === key;
  const isAgreed = record.decisions.some(isHere) || record.actions.some(isHere);
  if (isAgreed || isDiscussed(record.texts.filter(isHere), record.points.filter(isHere))) {
    return { kind: 'discussed' };
  }
  return record.sections.find((section) => section.reviewId === reviewId && section.key === key)?.ending;
}
