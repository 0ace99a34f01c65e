import { keysOf } from '../keysOf.ts';
import type { ActionId, DecisionId, EventId, PersonId, PointId, ReviewId, RiskId } from '../ids.ts';
import type { FinalisationKind } from '../model/issue.ts';
import type { SectionKey } from '../model/sections.ts';
import type { FindingCode } from './table.ts';
import { findingTable, rowOf } from './table.ts';

/** Where a finding is, and where a click on it leads. `section` places it in the reading order. */
export type FindingTarget = {
  readonly review: ReviewId;
  readonly section: SectionKey;
  readonly point?: PointId | undefined;
  readonly decision?: DecisionId | undefined;
  readonly action?: ActionId | undefined;
  readonly risk?: RiskId | undefined;
  readonly event?: EventId | undefined;
  readonly person?: PersonId | undefined;
  /** The field to open: a text's part, or a field of the row. */
  readonly field?: string | undefined;
};

/**
 * One thing that a review lacks, or that deserves a look. `what` is the sentence shown to the officer: it may name
 * the child's words, so it is never logged.
 */
export type Finding = {
  readonly code: FindingCode;
  readonly severity: 'must' | 'look';
  /** The finalisation it blocks; a *look* blocks none. What blocks the decisions blocks the record too. */
  readonly blocks?: FinalisationKind;
  readonly what: string;
  readonly why: string;
  readonly remedy: string;
  readonly target: FindingTarget;
  /** The sentences it is about, where it is about sentences. */
  readonly sentences?: readonly string[];
};

/** A finding of this code at this place; its severity, reason and remedy come from the table. */
export function findingOf(
  code: FindingCode,
  target: FindingTarget,
  what: string,
  sentences?: readonly string[],
): Finding {
  const row = rowOf(code);
  return {
    code,
    severity: row.severity,
    ...(row.severity === 'must' && { blocks: row.blocks }),
    what,
    why: row.why,
    remedy: row.remedy,
    target,
    ...(sentences && { sentences }),
  };
}

/** The id of what a finding is about (with its code it is unique among the *must* findings of a review). */
export function aboutOf({ target }: Finding): string {
  const { person, risk, action, decision, point, section } = target;
  return person ?? risk ?? action ?? decision ?? point ?? section;
}

const codes = keysOf(findingTable);

/** The place of a code in the table: the order of findings at one place. */
export function codeRank(code: FindingCode): number {
  return codes.indexOf(code);
}
