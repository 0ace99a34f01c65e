import type { IsoDate, Instant } from '../dates.ts';
import type { LateReason } from '../model/deadlineMarks.ts';
import type { RuleInForce } from '../rules/ruleSet.ts';
import type { Trigger } from '../rules/triggers.ts';
import type { Due, NotComputed } from './deadline.ts';
import type { FactFaultCode } from './faultTable.ts';

export const aboutEntities = ['child', 'period', 'review', 'event', 'point'] as const;
/** The record that a date comes from, and where it is mended. */
export type About = {
  readonly entity: (typeof aboutEntities)[number];
  readonly id: string;
};

/** What an obligation is about. With the record that started it, it makes the name of a deadline. */
export const deadlineKinds = [
  'review',
  'review-meeting',
  'review-sooner',
  'adjourned',
  'series',
  'staying-put-review',
  'secure-review',
  'service-told',
  'officer-appointed',
  'officer-introduced',
  'child-told-officer',
  'speak-alone',
  'invitations',
  'reports',
  'worker-report',
  'decisions',
  'reply',
  'point-settled',
  'care-plan-updated',
  'record',
  'issue',
  'letter',
  'midway',
  'telling',
  'filing',
  'care-plan',
  'placement-plan',
  'permanence-plan',
  'area-authority',
  'temporary-approval',
  'disruption-meeting',
  'detention-plan',
  'health-assessment',
  'developmental-check',
  'dentist',
  'eye-test',
  'vaccination',
  'sdq',
  'registration',
  'pep-start',
  'pep',
  'pep-interval',
  'pep-school',
  'school-place',
  'visit',
  'visit-agreed',
  'visit-asked-for',
  'return-interview',
  'repeated-missing',
  'eligible',
  'pathway-plan',
  'pathway-change',
  'personal-adviser',
  'staying-put',
  'life-story',
  'later-life-letter',
  'local',
] as const;
export type DeadlineKind = (typeof deadlineKinds)[number];

export const deadlineStates = ['done', 'due', 'overdue', 'unknown'] as const;
export type DeadlineState = (typeof deadlineStates)[number];

/** One date of one child: a rule applied to what its record holds. */
export type ChildDeadline = {
  /** The same while the thing it is about is the same: `review:<the review before>`. */
  readonly key: string;
  readonly kind: DeadlineKind;
  /** What is due: "Second review". */
  readonly what: string;
  readonly rule: RuleInForce;
  readonly trigger: {
    readonly kind: Trigger;
    readonly on?: IsoDate | undefined;
    readonly at?: Instant | undefined;
    readonly of: About;
  };
  /** Where it is done or mended, when that is not the trigger's own record. */
  readonly about: About;
  readonly date: Due | NotComputed;
  readonly state: DeadlineState;
  readonly doneOn?: IsoDate | undefined;
  /** Done after its day, or overdue. */
  readonly isLate: boolean;
  /** Why, once somebody has said so; a late one without asks for it. */
  readonly late?: { readonly reason: LateReason; readonly words?: string | undefined } | undefined;
  /** The first day of the time to do it in, where that has a beginning. */
  readonly opensOn?: IsoDate | undefined;
  /** The day that somebody has set for it: a booked meeting, a planned appointment. */
  readonly setFor?: IsoDate | undefined;
  readonly snoozedUntil?: IsoDate | undefined;
  /** The child said no, and that is recorded. */
  readonly isRefused?: boolean | undefined;
  /** Nothing of the kind is on the record at all: what came before is not known. */
  readonly isUnrecorded?: boolean | undefined;
  /** What silence means once the day has passed. */
  readonly ifSilent?: string | undefined;
};

/** A fact that cannot be right, or is missing, where it is mended. Everything else is computed all the same. */
export type FactFault = {
  readonly code: FactFaultCode;
  /** What is wrong, in a sentence: it may hold dates, never names. */
  readonly what: string;
  readonly remedy: string;
  readonly of: About;
  readonly field: string;
};
/** Every date of a child and what is wrong with its facts. `holdsUntil`: the first day on which time alone changes it. */
export type ChildDeadlines = {
  readonly deadlines: readonly ChildDeadline[];
  readonly faults: readonly FactFault[];
  readonly holdsUntil?: IsoDate | undefined;
};

/** Where a date stands on a day: done, due (today included), overdue, or unknown where no rule gives one. */
export function stateOf(
  { date, isDone }: { readonly date: Due | NotComputed; readonly isDone: boolean },
  today: IsoDate,
): DeadlineState {
  if (isDone) return 'done';
  if (date.kind === 'not-computed') return 'unknown';
  return date.due < today ? 'overdue' : 'due';
}
