import type { Saved } from '../../../shared/contract/shapes.ts';
import type { EditKind } from '../../../shared/domain/lifecycle.ts';
import type { Result } from '../../../shared/domain/result.ts';
import { fail } from '../../../shared/domain/result.ts';
import type { Entities } from '../../store/entities.ts';
import type { Context } from '../context.ts';
import { editableReview, sameChild } from '../editing.ts';
import { saveRecord } from '../recordWriter.ts';

type OfReview = 'note_line' | 'point' | 'section' | 'addendum' | 'filing' | 'release';

/** Saves a record of one review: the review must allow it, be the child's, and the record never changes its review. */
export function saveInReview<K extends OfReview>(
  context: Context,
  name: K,
  what: EditKind,
  { value, baseVersion }: { value: Entities[K]; baseVersion: number },
): Result<Saved> {
  const review = editableReview(context, value.reviewId, what);
  if (!review.ok) return review;
  const same = sameChild(review.value, value.childId);
  if (!same.ok) return same;
  const id = 'id' in value ? value.id : `${value.reviewId}.${value.key}`;
  const before = context.repos.entities.find(name, id)?.value;
  if (before && before.reviewId !== value.reviewId) {
    return fail('forbidden', 'This belongs to another review. Nothing was saved.');
  }
  return saveRecord(context, name, value, baseVersion);
}
