import * as z from 'zod';
import { Instant, IsoDate } from '../../../shared/domain/dates.ts';
import type { ChildDeadline } from '../../../shared/domain/deadlines/childDeadline.ts';
import { aboutEntities, deadlineKinds } from '../../../shared/domain/deadlines/childDeadline.ts';
import type { Due } from '../../../shared/domain/deadlines/deadline.ts';
import { stateOf } from '../../../shared/domain/deadlines/childDeadline.ts';
import type { RuleSet } from '../../../shared/domain/deadlines/facts.ts';
import { keysOf } from '../../../shared/domain/keysOf.ts';
import { lateReasons } from '../../../shared/domain/model/deadlineMarks.ts';
import { Period } from '../../../shared/domain/rules/period.ts';
import type { RuleInForce } from '../../../shared/domain/rules/ruleSet.ts';
import { triggers } from '../../../shared/domain/rules/triggers.ts';
import type { DeadlineRow } from '../../store/deadlineRepository.ts';

const About = z.strictObject({ entity: z.enum(aboutEntities), id: z.string() });
const StoredDue = z.strictObject({
  start: IsoDate,
  startAt: Instant.optional(),
  intervalEnd: IsoDate.optional(),
  due: IsoDate,
  dueAt: Instant.optional(),
  lastWorkingDayOnOrBefore: IsoDate,
  certain: z.boolean(),
  term: z.string().optional(),
  override: z
    .strictObject({
      due: IsoDate,
      because: z.string(),
      computed: IsoDate,
      computedAt: Instant.optional(),
    })
    .optional(),
});
/** A date as its row keeps it: its rule by name, with the period where that is the child's own. */
const Stored = z.strictObject({
  kind: z.enum(deadlineKinds),
  what: z.string(),
  trigger: z.strictObject({
    kind: z.enum(keysOf(triggers)),
    on: IsoDate.optional(),
    at: Instant.optional(),
    of: About,
  }),
  about: About,
  date: z.union([StoredDue, z.strictObject({ why: z.string() })]),
  period: Period.optional(),
  isDone: z.boolean(),
  doneOn: IsoDate.optional(),
  isLate: z.boolean(),
  late: z.strictObject({ reason: z.enum(keysOf(lateReasons)), words: z.string().optional() }).optional(),
  opensOn: IsoDate.optional(),
  setFor: IsoDate.optional(),
  snoozedUntil: IsoDate.optional(),
  isRefused: z.boolean().optional(),
  isUnrecorded: z.boolean().optional(),
  ifSilent: z.string().optional(),
});
type Stored = z.infer<typeof Stored>;

function storedDate(date: ChildDeadline['date']): Stored['date'] {
  if (date.kind === 'not-computed') return { why: date.why };
  const { kind: _kind, rule: _rule, ...rest } = date;
  return rest;
}

/** The row of a date. */
export function rowOf(childId: string, deadline: ChildDeadline): DeadlineRow {
  const { key, rule, date, state, isLate, ...rest } = deadline;
  const stored: Stored = {
    ...rest,
    // Of an open date the day of reading decides.
    isLate: isLate && state === 'done',
    date: storedDate(date),
    ...(rule.period && { period: rule.period }),
    isDone: state === 'done',
  };
  return {
    childId,
    key,
    kind: deadline.kind,
    rule: rule.id,
    due: date.kind === 'computed' ? date.due : null,
    isDone: state === 'done',
    body: JSON.stringify(stored),
  };
}

function ruleOf(row: DeadlineRow, stored: Stored, { rules }: RuleSet): RuleInForce | undefined {
  const rule = rules.ruleOn(row.rule, stored.trigger.on);
  return rule && stored.period ? { ...rule, period: stored.period } : rule;
}

/** The date of a row as of a day, by the rules in force; undefined where its rule is switched off. */
export function deadlineOfRow(row: DeadlineRow, today: IsoDate, ruleSet: RuleSet): ChildDeadline | undefined {
  const parsed: unknown = JSON.parse(row.body);
  const stored = Stored.parse(parsed);
  const { isDone, period: _period, date: kept, isLate, ...rest } = stored;
  const rule = ruleOf(row, stored, ruleSet);
  if (rule === undefined) return undefined;
  const date: ChildDeadline['date'] =
    'why' in kept
      ? { kind: 'not-computed', why: kept.why }
      : ({ kind: 'computed', rule, ...kept } satisfies Due);
  const state = stateOf({ date, isDone }, today);
  return { ...rest, key: row.key, rule, date, state, isLate: isDone ? isLate : state === 'overdue' };
}
