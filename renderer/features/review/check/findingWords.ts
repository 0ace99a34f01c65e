import { headingIn } from '../../../../shared/domain/sectionWords.ts';
import type { LocalWords } from '../../../../shared/domain/settings.ts';
import type { FindingTarget } from '../../../../shared/domain/findings/finding.ts';
import { groupTable, sectionOf } from '../../../../shared/domain/model/sections.ts';
import type { Numbers } from '../../../../shared/report/numbering.ts';
import type { Finding } from '../useReview.tsx';

/** What the link to a finding's place says, by the beginning of its code; the rest is "See it". */
const verbs: readonly (readonly [start: string, verb: string])[] = [
  ['section-', 'End it'],
  ['ending-', 'End it'],
  ['need-without', 'Answer'],
  ['risk-without', 'Answer'],
  ['wish-without', 'Answer'],
  ['worry-without', 'Answer'],
  ['question-without', 'Answer'],
  ['wish-not-followed', 'Say why'],
  ['wish-nothing', 'Say how'],
  ['telling-', 'Say how'],
  ['action-without-date', 'Date'],
  ['court-date', 'Date'],
  ['action-due-before', 'Date'],
  ['action-without', 'Write'],
  ['due-action', 'Write it'],
  ['done-without', 'Write it'],
  ['high-risk', 'Go to it'],
  ['participation-', 'Choose'],
  ['duty-', 'Write it'],
  ['next-review', 'Set it'],
  ['same-analysis', 'Compare'],
  ['many-', 'See plan'],
];

/** The id of what a finding is about: the innermost thing it names, else its section. */
export function placeOf({ target }: Pick<Finding, 'target'>): string {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the core gives the targets of `shared/domain/findings`
  const { action, decision, point, person, risk, section } = target as unknown as FindingTarget;
  return action ?? decision ?? point ?? person ?? risk ?? section;
}

/** "Answer V2", "Date A9", "End it". */
export function verbOf(finding: Finding, numbers: Numbers): string {
  const verb = verbs.find(([start]) => finding.code.startsWith(start))?.[1] ?? 'See it';
  const number = numbers[placeOf(finding)];
  return number === undefined || verb.endsWith(' it') || verb.includes(' ') ? verb : `${verb} ${number}`;
}

/** "Safe, Risk and safety"; a section without a group by its heading alone. */
export function placeInWords({ target }: Pick<Finding, 'target'>, words: LocalWords): string {
  const { group } = sectionOf(target.section);
  const heading = headingIn(words, target.section);
  const named = groupTable.find(({ key }) => key === group)?.heading;
  return named === undefined || named === heading ? heading : `${named}, ${heading}`;
}

export type SortedFindings = {
  readonly decisions: readonly Finding[];
  readonly record: readonly Finding[];
  readonly look: readonly Finding[];
};

/** By what waits for them: the decisions, the record besides, nothing. */
export function sortFindings(findings: readonly Finding[]): SortedFindings {
  return {
    decisions: findings.filter(({ blocks }) => blocks === 'decisions'),
    record: findings.filter(({ blocks }) => blocks === 'record'),
    look: findings.filter(({ severity }) => severity === 'look'),
  };
}
