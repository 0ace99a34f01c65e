import type { Paper } from '../../../../shared/domain/model/child.ts';

type Papers = { readonly own: readonly Paper[]; readonly loose: readonly Paper[] };

/** The papers of a review, newest first, apart from those that came in for no review in particular. */
export function papersOf(papers: readonly Paper[], reviewId: string): Papers {
  const newest = papers.toSorted((a, b) => (a.receivedOn < b.receivedOn ? 1 : -1));
  return {
    own: newest.filter((paper) => paper.reviewId === reviewId),
    loose: newest.filter((paper) => paper.reviewId === undefined),
  };
}
