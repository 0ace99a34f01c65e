import { createHash } from 'node:crypto';
import type { Officer } from '../../shared/caseFile.ts';
import type { ReviewId } from '../../shared/domain/ids.ts';
import type { Finalisation, Gap } from '../../shared/domain/model/issue.ts';
import type { ChildRecord } from '../../shared/domain/model/record.ts';
import type { Review } from '../../shared/domain/model/review.ts';
import { previousReview, standingFinalisation } from '../../shared/domain/reviews.ts';
import type { ReviewContent } from '../../shared/report/content.ts';
import { gatherContent, sliceOf } from '../../shared/report/content.ts';
import { readContent, readNumbers } from '../../shared/report/readContent.ts';
import type { Numbers } from '../../shared/report/numbering.ts';
import { assignNumbers } from '../../shared/report/numbering.ts';
import type { Context } from './context.ts';

/** The numbers that the last review's documents carry, so that this one can name its points. */
function numbersOfLast(context: Context, record: ChildRecord, reviewId: ReviewId): Numbers | undefined {
  const last = previousReview(record, reviewId);
  const standing =
    last &&
    (standingFinalisation(record, last.id, 'record') ?? standingFinalisation(record, last.id, 'decisions'));
  return standing && frozenNumbers(context, standing);
}

const mostKept = 200;
/** By the hash of the content, which never changes; ids and numbers only, so that a lock need not empty it. */
const kept = new Map<string, Numbers>();

/** The numbers that a finalisation fixed, without reading its whole content each time a review is opened. */
export function frozenNumbers(context: Context, finalisation: Finalisation): Numbers | undefined {
  const known = kept.get(finalisation.sha256);
  if (known) return known;
  const canonical = provenText(context, finalisation);
  const numbers = canonical === undefined ? undefined : readNumbers(canonical);
  if (kept.size >= mostKept) kept.clear();
  if (numbers) kept.set(finalisation.sha256, numbers);
  return numbers;
}

/** The numbers of a review's points, decisions and actions now, and those of the review before. */
export function numbersNow(
  context: Context,
  record: ChildRecord,
  review: Review,
): { readonly own: Numbers; readonly earlier: Numbers } {
  const decisions = standingFinalisation(record, review.id, 'decisions');
  const fixed = decisions && frozenNumbers(context, decisions);
  return {
    own: assignNumbers(sliceOf(record, review, context.today), review, context.settings, fixed),
    earlier: numbersOfLast(context, record, review.id) ?? {},
  };
}

/** The content of a review as it stands today, with the numbers and gaps already fixed. */
export function contentOf(
  context: Context,
  record: ChildRecord,
  reviewId: ReviewId,
  fixed: { readonly gaps?: readonly Gap[]; readonly fixedNumbers?: Numbers } = {},
): ReviewContent | undefined {
  const { id: _id, ...officer } = context.officer;
  const given: Officer = officer;
  const earlierNumbers = numbersOfLast(context, record, reviewId);
  return gatherContent(record, reviewId, {
    today: context.today,
    officer: given,
    settings: context.settings,
    ...(earlierNumbers && { earlierNumbers }),
    ...fixed,
  });
}

/**
 * The frozen text of a finalisation, its hash proved. Undefined where an imported copy came without it.
 * Throws when the text does not match its hash: then the store is damaged.
 */
function provenText(context: Context, finalisation: Finalisation): string | undefined {
  const canonical = context.repos.contents.read(finalisation.id);
  if (canonical === undefined) return undefined;
  const hash = createHash('sha256').update(canonical, 'utf8').digest('hex');
  if (hash !== finalisation.sha256) throw new Error('Finalised content does not match its hash');
  return canonical;
}

/** The frozen content of a finalisation; undefined, or thrown, as its text is. */
export function frozenContent(context: Context, finalisation: Finalisation): ReviewContent | undefined {
  const canonical = provenText(context, finalisation);
  return canonical === undefined ? undefined : readContent(canonical);
}

/**
 * What a document of a review renders from: its frozen content once finalised, and nothing else. The decisions
 * sheet and the manager's page are frozen with the decisions, everything else with the record.
 */
export function contentFor(
  context: Context,
  record: ChildRecord,
  reviewId: ReviewId,
  wants: 'decisions' | 'record',
): ReviewContent | undefined {
  const decisions = standingFinalisation(record, reviewId, 'decisions');
  const standing = wants === 'record' ? standingFinalisation(record, reviewId, 'record') : decisions;
  const frozen = standing && frozenContent(context, standing);
  if (frozen) return frozen;
  const fixed = decisions && frozenContent(context, decisions);
  return contentOf(context, record, reviewId, fixed ? { fixedNumbers: fixed.numbers, gaps: fixed.gaps } : {});
}
