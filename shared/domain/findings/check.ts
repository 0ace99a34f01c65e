import type { ReviewId } from '../ids.ts';
import type { FinalisationKind, Gap } from '../model/issue.ts';
import type { ChildRecord } from '../model/record.ts';
import { actionRules } from './actions.ts';
import { answerRules } from './answers.ts';
import type { CheckGiven, Checked, Rule } from './context.ts';
import { prepare } from './context.ts';
import { dutyRules } from './duties.ts';
import { endingRules } from './endings.ts';
import type { Finding } from './finding.ts';
import { aboutOf, codeRank } from './finding.ts';
import { healthRules } from './healthDates.ts';
import { identityRules } from './identity.ts';
import { legalReviewRules } from './legalReview.ts';
import { letterRules } from './letter.ts';
import { nextReviewRules } from './nextReview.ts';
import { participationRules } from './participation.ts';
import { progressRules } from './progress.ts';
import { repeatRules } from './repeats.ts';
import { riskRules } from './risks.ts';
import { vagueRules } from './vague.ts';
import { workloadRules } from './workload.ts';

const rules: readonly Rule[] = [
  ...endingRules,
  ...answerRules,
  ...actionRules,
  ...progressRules,
  ...riskRules,
  ...participationRules,
  ...dutyRules,
  ...nextReviewRules,
  ...vagueRules,
  ...repeatRules,
  ...workloadRules,
  ...legalReviewRules,
  ...healthRules,
  ...identityRules,
  ...letterRules,
];

/** Where each point, decision and action stands in reading order; what is not one of them comes first. */
function placesOf({ points, decisions, actions }: Checked): ReadonlyMap<string, number> {
  return new Map([...points, ...decisions, ...actions].map(({ id }, place) => [id, place + 1]));
}

function inReadingOrder(findings: readonly Finding[], checked: Checked): Finding[] {
  const places = placesOf(checked);
  const placed = findings.map((finding) => ({
    finding,
    severity: finding.severity === 'must' ? 0 : 1,
    section: checked.sectionOrder.indexOf(finding.target.section),
    place: places.get(aboutOf(finding)) ?? 0,
    code: codeRank(finding.code),
    tie: `${aboutOf(finding)} ${finding.target.field ?? ''} ${finding.what}`,
  }));
  placed.sort(
    (a, b) =>
      a.severity - b.severity ||
      a.section - b.section ||
      a.place - b.place ||
      a.code - b.code ||
      (a.tie < b.tie ? -1 : 1),
  );
  return placed.map(({ finding }) => finding);
}

/**
 * Everything that a review lacks (*must*) or that deserves a look, *must* first, each in reading order. Pure: the
 * order of the record's lists changes nothing. A review held before the store began has nothing to check. Throws
 * a `RangeError` when the record has no such review.
 */
export function checkReview(record: ChildRecord, reviewId: ReviewId, given: CheckGiven): Finding[] {
  const checked = prepare(record, reviewId, given);
  if (checked.review.isBeforeStore === true) return [];
  return inReadingOrder(
    rules.flatMap((rule) => rule(checked)),
    checked,
  );
}

/** The findings that hold up a finalisation: the decisions wait for those marked so, the record for every *must*. */
export function blocking(findings: readonly Finding[], kind: FinalisationKind): Finding[] {
  return findings.filter(
    ({ blocks }) => blocks !== undefined && (kind === 'record' || blocks === 'decisions'),
  );
}

/** Those that hold up a finalisation and that no gap (a reason to go on) speaks of. */
export function unexplained(
  findings: readonly Finding[],
  kind: FinalisationKind,
  gaps: readonly Pick<Gap, 'code' | 'what'>[],
): Finding[] {
  return blocking(findings, kind).filter(
    ({ code, what }) => !gaps.some((gap) => gap.code === code && gap.what === what),
  );
}
