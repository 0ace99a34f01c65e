import * as z from 'zod';
import { Saved, saveOf } from './shapes.ts';
import { Instant, IsoDate } from '../domain/dates.ts';
import { aboutEntities, deadlineKinds, deadlineStates } from '../domain/deadlines/childDeadline.ts';
import { faultTable } from '../domain/deadlines/faultTable.ts';
import { keysOf } from '../domain/keysOf.ts';
import { ChildId } from '../domain/ids.ts';
import { DeadlineMark, lateReasons } from '../domain/model/deadlineMarks.ts';
import { Period } from '../domain/rules/period.ts';
import { marks, standings } from '../domain/rules/rule.ts';
import { triggers } from '../domain/rules/triggers.ts';

const About = z.strictObject({ entity: z.enum(aboutEntities), id: z.string() });

/** The working of a date as data: the start (day 0), what was counted, each day left out with its name, the end. */
export const SumView = z.strictObject({
  start: IsoDate,
  startAt: Instant.optional(),
  endAt: Instant.optional(),
  counted: Period.optional(),
  skipped: z.array(z.strictObject({ date: IsoDate, name: z.string() })),
  isMonthEnd: z.boolean(),
  intervalEnd: IsoDate.optional(),
  term: z.string().optional(),
  end: IsoDate,
  override: z.strictObject({ due: IsoDate, because: z.string() }).optional(),
});

/** The rule behind a date, and what the authority made of it. */
export const RuleView = z.strictObject({
  id: z.string(),
  name: z.string(),
  source: z.string(),
  standing: z.enum(standings),
  mark: z.enum(marks),
  /** Marked U: to be checked against the official text before anybody relies on it. */
  isUnverified: z.boolean(),
  condition: z.string().optional(),
  changed: z
    .strictObject({
      shipped: Period.optional(),
      why: z.string().optional(),
      by: z.string().optional(),
      on: IsoDate.optional(),
    })
    .optional(),
});

/** One date of one child as a screen or the command line shows it. */
export const DeadlineView = z.strictObject({
  /** Its name: marks (why late, another day, ...) are kept under it. */
  key: z.string(),
  kind: z.enum(deadlineKinds),
  what: z.string(),
  rule: RuleView,
  trigger: z.strictObject({
    kind: z.enum(keysOf(triggers)),
    /** As it reads after "after". */
    words: z.string(),
    on: IsoDate.optional(),
    at: Instant.optional(),
    of: About,
  }),
  /** Where it is done or mended. */
  about: About,
  state: z.enum(deadlineStates),
  /** The last day itself; missing where no rule gives one, then `why` says so. */
  due: IsoDate.optional(),
  dueAt: Instant.optional(),
  lastWorkingDayOnOrBefore: IsoDate.optional(),
  why: z.string().optional(),
  certain: z.boolean(),
  /** To the day (or hour) it is due, in the rule's own unit; negative when that has passed. */
  left: z.strictObject({ value: z.int(), unit: z.enum(['working-day', 'calendar-day', 'hour']) }).optional(),
  workingDaysLeft: z.int().optional(),
  doneOn: IsoDate.optional(),
  isLate: z.boolean(),
  late: z.strictObject({ reason: z.enum(keysOf(lateReasons)), words: z.string().optional() }).optional(),
  /** Late, and nobody has said why. */
  asksReason: z.boolean(),
  opensOn: IsoDate.optional(),
  setFor: IsoDate.optional(),
  snoozedUntil: IsoDate.optional(),
  isRefused: z.boolean().optional(),
  isUnrecorded: z.boolean().optional(),
  ifSilent: z.string().optional(),
  /** Left out of long lists. */
  sum: SumView.optional(),
  /** The sum in sentences. */
  words: z.array(z.string()).optional(),
});
export type DeadlineView = z.infer<typeof DeadlineView>;

/** A fact that cannot be right, or is missing, and where it is mended. */
export const FactFaultView = z.strictObject({
  code: z.enum(keysOf(faultTable)),
  what: z.string(),
  remedy: z.string(),
  of: About,
  field: z.string(),
});
export type FactFaultView = z.infer<typeof FactFaultView>;

/** What moved a date: a record of the child, the authority's rules (or a new version of the program), or the day. */
export const MoveCause = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('record'), entity: z.string(), id: z.string() }),
  z.strictObject({ kind: z.literal('rules') }),
  z.strictObject({ kind: z.literal('day') }),
]);

/** A date that moved: from which day to which, when, and what moved it, also in a sentence. */
export const MovedDate = z.strictObject({
  key: z.string(),
  kind: z.enum(deadlineKinds),
  at: Instant,
  ruleBefore: z.string(),
  ruleAfter: z.string(),
  dueBefore: IsoDate.optional(),
  dueAfter: IsoDate.optional(),
  cause: MoveCause,
  words: z.string(),
});
export type MovedDate = z.infer<typeof MovedDate>;

/** One open date of the caseload; the sum is left out. */
export const OpenDeadline = z.strictObject({
  childId: ChildId,
  childName: z.string(),
  deadline: DeadlineView,
});

/** The calls about a child's dates. */
export const deadlineChannels = {
  /**
   * Every date of the child that a rule gives, with its working; the facts that cannot be right; and how its dates
   * moved, newest first.
   */
  'child:deadlines': {
    effect: 'read',
    input: z.strictObject({ id: ChildId }),
    output: z.strictObject({
      deadlines: z.array(DeadlineView),
      faults: z.array(FactFaultView),
      moved: z.array(MovedDate),
    }),
  },
  /** Open dates of all children due up to and on a day, first due first; what may rest is among them. */
  'deadline:list': {
    effect: 'read',
    input: z.strictObject({ until: IsoDate }),
    output: z.array(OpenDeadline),
  },
  /** What the officer says of a date, signed with their name and the day: of several of a kind the newest holds. */
  'deadlineMark:save': { effect: 'change', input: saveOf(DeadlineMark), output: Saved },
} as const;
