import type { FindingTarget } from '../../../../shared/domain/findings/finding.ts';
import type { IsoDate } from '../../../../shared/domain/dates.ts';
import type { FinalisationKind, Gap } from '../../../../shared/domain/model/issue.ts';
import type { ReviewStage } from '../../../../shared/domain/lifecycle.ts';
import type { Finding } from '../useReview.tsx';
import { sortFindings } from './findingWords.ts';

/** What can be finalised next; undefined when both are. */
export function nextFinalisation(stage: ReviewStage): FinalisationKind | undefined {
  switch (stage) {
    case 'before-store':
    case 'prepared':
    case 'held':
      return 'decisions';
    case 'decisions-finalised':
    case 'replied':
      return 'record';
    default:
      return undefined;
  }
}

/** The findings that a finalisation waits for: the record waits for those of the decisions too. */
export function blockersOf(findings: readonly Finding[], kind: FinalisationKind): readonly Finding[] {
  const { decisions, record } = sortFindings(findings);
  return kind === 'decisions' ? decisions : [...decisions, ...record];
}

/** A reason to go on with a finding open, as it is being written. */
export type Reason = { readonly because: string; readonly expectedOn: IsoDate | undefined };

/** What was already said of the same findings, when the decisions were finalised. */
export function knownReason(
  finding: Finding,
  gaps: readonly Pick<Gap, 'code' | 'what' | 'because' | 'expectedOn'>[],
): Reason {
  const known = gaps.find(({ code, what }) => code === finding.code && what === finding.what);
  return { because: known?.because ?? '', expectedOn: known?.expectedOn };
}

/** The id that a gap names: the same that the core compares with. */
export function aboutFinding({ target }: Finding): string {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the core gives the targets of `shared/domain/findings`
  const { person, risk, action, decision, point, section } = target as unknown as FindingTarget;
  return person ?? risk ?? action ?? decision ?? point ?? section;
}

/** Under its own name among the blocking findings of one review. */
export const nameOfFinding = (finding: Finding) => `${finding.code} ${aboutFinding(finding)}`;
