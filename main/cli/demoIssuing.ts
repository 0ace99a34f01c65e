import type { IsoDate } from '../../shared/domain/dates.ts';
import { IssuedId, RecordId } from '../../shared/domain/ids.ts';
import type { ReviewId } from '../../shared/domain/ids.ts';
import type { Call } from './client.ts';

/** Issues every document of a review that is ready for its reader: what the core blocks, or waits for, stays. */
export async function issueCopies(call: Call, reviewId: ReviewId): Promise<void> {
  const rows = await call('document:readiness', { id: reviewId });
  const ready = rows.filter(({ problems, waitsFor }) => problems.length === 0 && waitsFor === undefined);
  for (const [place, { document, personId }] of ready.entries()) {
    await call('document:issue', {
      id: IssuedId.parse(`${reviewId}-i${place + 1}`),
      reviewId,
      document,
      passed: [],
      ...(personId && { personId }),
    });
  }
}

/** Files each kind of document that went out of a review and is not yet filed, under one reference. */
export async function fileCopies(call: Call, reviewId: ReviewId, on: IsoDate): Promise<void> {
  const { review, issued, filings } = await call('review:get', { id: reviewId });
  const filed = new Set(filings.map((row) => row.document));
  const open = new Set(issued.map((row) => row.document).filter((document) => !filed.has(document)));
  for (const [place, document] of [...open].entries()) {
    await call('filing:add', {
      id: RecordId.parse(`${reviewId}-f${place + 1}`),
      childId: review.childId,
      reviewId,
      document,
      on,
      reference: `CR ${on.slice(0, 4)}/${review.number}`,
      by: review.chairedBy,
    });
  }
}
