import type { Review } from '../../shared/domain/model/review.ts';
import { previousReview } from '../../shared/domain/reviews.ts';
import type { Context } from './context.ts';
import type { LoadedRecord } from './loadRecord.ts';
import { loadRecord } from './loadRecord.ts';

export type LoadedReview = LoadedRecord & { readonly review: Review };

/** A review with the minutes that its screens show: its own, and the last one's for *last time*. */
export function loadReview({ repos }: Pick<Context, 'repos'>, reviewId: string): LoadedReview | undefined {
  const review = repos.entities.find('review', reviewId)?.value;
  if (!review) return undefined;
  const loaded = loadRecord(repos, review.childId, (facts) => {
    const previous = previousReview(facts, review.id);
    return { reviewIds: [...(previous ? [previous.id] : []), review.id] };
  });
  return loaded && { ...loaded, review };
}
