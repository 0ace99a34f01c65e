import type { CaseFile, CaseReview } from '../../shared/caseFile.ts';
import { recordFromCaseFile } from '../../shared/caseFileRecord.ts';
import { inOrder, standingFinalisation } from '../../shared/domain/reviews.ts';

/** The newest review of a case file that this store minutes; with `open`, only one whose record is not finalised. */
export function newestReview(file: CaseFile, which: 'open' | 'any'): CaseReview | undefined {
  const record = recordFromCaseFile(file);
  const newest = inOrder(record)
    .filter((review) => review.isBeforeStore !== true)
    .filter((review) => which === 'any' || !standingFinalisation(record, review.id, 'record'))
    .at(-1);
  return newest && file.reviews.find((review) => review.id === newest.id);
}
