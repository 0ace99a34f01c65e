import type { RecordEditor, SavedValue } from '../../../app/saving/useRecord.ts';
import { useRecord } from '../../../app/saving/useRecord.ts';
import { useReview } from '../useReview.tsx';

export type ReviewEditor = RecordEditor<SavedValue<'review:save'>>;

/** The review's own record: one for the whole front sheet, page 1, the asks and the letter. */
export function useReviewRecord(): ReviewEditor {
  const { review, versionOf } = useReview();
  return useRecord('review:save', review.id, review, versionOf(review.id));
}
