import { whyNotEditable } from '../../shared/domain/lifecycle.ts';
import type { EditKind } from '../../shared/domain/lifecycle.ts';
import type { Review } from '../../shared/domain/model/review.ts';
import type { Result } from '../../shared/domain/result.ts';
import { fail, ok } from '../../shared/domain/result.ts';
import type { Entities, EntityName } from '../store/entities.ts';
import type { Context } from './context.ts';

/** The reviews a record belongs to, and what kind of edit a change of it is. */
export type EditOwner = { readonly reviewIds: readonly string[]; readonly what: EditKind };

const editKindOf: { readonly [K in EntityName]?: EditKind } = {
  section: 'narrative',
  section_text: 'narrative',
  note_line: 'narrative',
  point: 'point',
  decision: 'decision',
  action: 'action-of-review',
};

/** What must still be open for a record to change; undefined for what belongs to no review, or is never closed. */
export function editOf(name: EntityName, value: Entities[EntityName]): EditOwner | undefined {
  if (name === 'review' && 'number' in value) return { reviewIds: [value.id], what: 'narrative' };
  if ('reviewIds' in value) return { reviewIds: value.reviewIds, what: 'meeting' };
  if ('occasion' in value) {
    return value.occasion.kind === 'review'
      ? { reviewIds: [value.occasion.reviewId], what: 'progress' }
      : undefined;
  }
  const what = editKindOf[name];
  return what !== undefined && 'reviewId' in value && value.reviewId !== undefined
    ? { reviewIds: [value.reviewId], what }
    : undefined;
}

/** The review, if what is to be changed may still change in it; otherwise `forbidden` with the reason. */
export function editableReview(context: Context, reviewId: string, what: EditKind): Result<Review> {
  const review = context.repos.entities.find('review', reviewId)?.value;
  if (!review) return fail('not-found', 'This review is no longer there.');
  const finalisations = context.repos.entities
    .listByReview('finalisation', reviewId)
    .map(({ value }) => value);
  const why = whyNotEditable({ finalisations }, review.id, what);
  return why === undefined ? ok(review) : fail('forbidden', why);
}

/** `not-found` unless the child is there: rows must never point into the void. */
export function knownChild(context: Context, childId: string): Result<undefined> {
  return context.repos.entities.find('child', childId)
    ? ok(undefined)
    : fail('not-found', 'This child is not in this store.');
}

/** `forbidden` where a record says it belongs to one child and its review to another: text never crosses. */
export function sameChild(review: Review, childId: string): Result<undefined> {
  return review.childId === childId
    ? ok(undefined)
    : fail('forbidden', 'This review belongs to another child. Nothing was saved.');
}
