import type { Review } from '../../shared/domain/model/review.ts';
import { pointsBehind, reviewsPrinted } from '../../shared/report/content.ts';
import type { Context } from './context.ts';
import type { LoadedRecord } from './loadRecord.ts';
import { loadRecord } from './loadRecord.ts';

export type LoadedReview = LoadedRecord & { readonly review: Review };

/**
 * A review with all that its screens, its findings and its documents rest on: the child's facts and plan, the minutes
 * of this review and of the last one, and the points behind older promises that it takes up.
 */
export function loadReview({ repos }: Pick<Context, 'repos'>, reviewId: string): LoadedReview | undefined {
  const review = repos.entities.find('review', reviewId)?.value;
  if (!review) return undefined;
  const loaded = loadRecord(repos, review.childId, (facts) => ({
    reviewIds: reviewsPrinted(facts, review).map(({ id }) => id),
    pointIds: [...pointsBehind(facts, review)],
  }));
  return loaded && { ...loaded, review };
}
