import type { IsoDate } from './dates.ts';
import type { FinalisationId, ReviewId } from './ids.ts';
import { londonDay } from './london.ts';
import type { DocumentKind, Finalisation, FinalisationKind } from './model/issue.ts';
import type { ChildRecord } from './model/record.ts';
import { assertNever } from './result.ts';
import { editionOf, heldOn, reviewById, standingFinalisation } from './reviews.ts';

/** How far a review has come, in order; `before-store` was held before this store began and goes no further. */
export const reviewStages = [
  'before-store',
  'prepared',
  'held',
  'decisions-finalised',
  'replied',
  'record-finalised',
  'issued',
  'filed',
] as const;
export type ReviewStage = (typeof reviewStages)[number];

type Finalised = Pick<ChildRecord, 'finalisations'>;

/** Filed since what the document rests on was finalised: the decisions sheet is filed before the record is final. */
function isFiled(record: ChildRecord, id: ReviewId, final: Finalisation): boolean {
  const decisions = standingFinalisation(record, id, 'decisions') ?? final;
  const kinds = new Set<DocumentKind>(
    record.issued
      .filter((row) => row.reviewId === id && row.edition === final.edition && row.document !== 'chair')
      .map((row) => row.document),
  );
  const own = record.filings.filter((row) => row.reviewId === id);
  return [...kinds].every((kind) => {
    const since = londonDay((needsRecord(kind) ? final : decisions).at);
    return own.some((row) => row.document === kind && row.on >= since);
  });
}

/**
 * The stage of a review on a day. *Replied* when every decision has the manager's reply; *issued* once the record's
 * own edition went to anybody; *filed* when each document issued of it is in the case record. Throws a `RangeError`
 * when the record has no such review.
 */
export function reviewStage(record: ChildRecord, id: ReviewId, today: IsoDate): ReviewStage {
  const review = reviewById(record, id);
  if (!review) throw new RangeError('No such review in the record');
  if (review.isBeforeStore === true) return 'before-store';
  const final = standingFinalisation(record, id, 'record');
  if (final) {
    const { edition } = final;
    // The decisions sheet and the manager's page go out on day 5: they do not make the record issued.
    const isIssued = record.issued.some(
      (row) => row.reviewId === id && row.edition === edition && needsRecord(row.document),
    );
    if (!isIssued) return 'record-finalised';
    return isFiled(record, id, final) ? 'filed' : 'issued';
  }
  if (standingFinalisation(record, id, 'decisions')) {
    const own = record.decisions.filter((decision) => decision.reviewId === id);
    return own.every((decision) => decision.reply !== undefined) ? 'replied' : 'decisions-finalised';
  }
  const held = heldOn(record, review);
  return held !== undefined && held <= today ? 'held' : 'prepared';
}

/** What one may want to change in a review. `point`: also its answer, and its link to a decision that stands. */
export const editKinds = [
  'narrative',
  'meeting',
  'point',
  'decision',
  'action-of-review',
  'progress',
  'reply',
  'addendum',
  'release',
  'filing',
  'withdrawal',
] as const;
export type EditKind = (typeof editKinds)[number];

const needsSomethingFinal: readonly EditKind[] = ['filing', 'withdrawal'];
const neverClosed: readonly EditKind[] = ['addendum', 'release', 'filing', 'withdrawal'];
const fixedWithDecisions: readonly EditKind[] = ['decision', 'action-of-review'];

/**
 * Why something of a review may not change now, as a sentence to show, or undefined when it may. With the decisions
 * their wording and that of the review's actions are fixed (an action moves on through its history, from the next
 * occasion); with the record everything is, and only additions, releases, filings and a withdrawal remain.
 */
export function whyNotEditable(record: Finalised, id: ReviewId, what: EditKind): string | undefined {
  const isFixed = standingFinalisation(record, id, 'decisions') !== undefined;
  const isClosed = standingFinalisation(record, id, 'record') !== undefined;
  if (needsSomethingFinal.includes(what)) {
    return isFixed || isClosed ? undefined : 'Nothing of this review is finalised yet.';
  }
  if (what === 'addendum') {
    return isClosed ? undefined : 'The record is still open: write it in the record itself.';
  }
  if (isClosed && !neverClosed.includes(what)) {
    return what === 'reply'
      ? 'The record is finalised. Add the reply as an addendum: it shows on page 1.'
      : 'The record is finalised and cannot change. Add an addendum, or withdraw the record.';
  }
  if (isFixed && fixedWithDecisions.includes(what)) {
    return what === 'decision'
      ? 'The decisions are finalised. Record the manager’s reply, or withdraw the decisions.'
      : 'The decisions are finalised with their actions. Change an action at the next occasion, with its reason.';
  }
  if (what === 'reply' && !isFixed) return 'The manager replies to finalised decisions: finalise them first.';
  return undefined;
}

/**
 * Why a finalisation may not happen now, or undefined when it may. Findings are apart (`blocking`). An outstanding
 * reply does not hold up the record: by the local rule silence becomes agreement.
 */
export function whyNotFinalisable(
  record: ChildRecord,
  id: ReviewId,
  kind: FinalisationKind,
  today: IsoDate,
): string | undefined {
  return whyNotFinalisableAt(reviewStage(record, id, today), kind);
}

/** The same, of a review whose stage is known. */
export function whyNotFinalisableAt(stage: ReviewStage, kind: FinalisationKind): string | undefined {
  switch (stage) {
    case 'before-store':
      return 'This review was held before this store began: there is nothing to finalise.';
    case 'prepared':
      return 'The review has not been held yet.';
    case 'held':
      return kind === 'decisions' ? undefined : 'Finalise the decisions first.';
    case 'decisions-finalised':
    case 'replied':
      return kind === 'record' ? undefined : 'The decisions are finalised already.';
    case 'record-finalised':
    case 'issued':
    case 'filed':
      return 'The record is finalised already.';
    default:
      return assertNever(stage);
  }
}

/** What a finalisation would make: may it happen, and as which edition. */
export type Finalisable =
  | { readonly can: true; readonly edition: number }
  | { readonly can: false; readonly why: string };

/** Whether a finalisation may happen now, with the edition it would get or the reason why not. */
export function canFinalise(
  record: ChildRecord,
  id: ReviewId,
  kind: FinalisationKind,
  today: IsoDate,
): Finalisable {
  const why = whyNotFinalisable(record, id, kind, today);
  return why === undefined ? { can: true, edition: editionOf(record, id) } : { can: false, why };
}

/** Documents that print the narrative, and so wait for the record: only with them the record is issued. */
export function needsRecord(document: DocumentKind): boolean {
  return document !== 'chair' && document !== 'decisions' && document !== 'manager';
}

/** Why a document may not be issued now, or undefined. The chair's sheet is a working paper and always may. */
export function whyNotIssuable(record: Finalised, id: ReviewId, document: DocumentKind): string | undefined {
  if (document === 'chair') return undefined;
  const kind: FinalisationKind = needsRecord(document) ? 'record' : 'decisions';
  if (standingFinalisation(record, id, kind)) return undefined;
  return kind === 'record' ? 'Finalise the record first.' : 'Finalise the decisions first.';
}

/**
 * The finalisations that a withdrawal seals: the record alone (its narrative opens again, the decisions stand), or
 * the decisions and with them the record that rests on them. The next edition is one higher (`editionOf`).
 */
export function sealedByWithdrawal(
  record: Finalised,
  id: ReviewId,
  kind: FinalisationKind,
): FinalisationId[] {
  const kinds: readonly FinalisationKind[] = kind === 'decisions' ? ['decisions', 'record'] : ['record'];
  return kinds
    .map((each): Finalisation | undefined => standingFinalisation(record, id, each))
    .flatMap((standing) => (standing ? [standing.id] : []));
}
