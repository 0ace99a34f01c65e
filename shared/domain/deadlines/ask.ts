import type { Instant, IsoDate } from '../dates.ts';
import { londonDay } from '../london.ts';
import type { RuleId } from '../rules/table.ts';
import type { RuleInForce } from '../rules/ruleSet.ts';
import type { About, ChildDeadline, DeadlineKind } from './childDeadline.ts';
import { stateOf } from './childDeadline.ts';
import type { Due, NotComputed } from './deadline.ts';
import { computeDue, computeDueAt, notComputed, overridden } from './deadline.ts';
import type { Facts } from './facts.ts';
import { withKnownStart } from './unknownStarts.ts';

/** One thing that a rule asks of a child's record: from what, and whether it was done. */
export type Ask = {
  readonly kind: DeadlineKind;
  readonly rule: RuleId | RuleInForce;
  /** The day that starts it, or the moment; without either no date is computed, and `why` says what is missing. */
  readonly start?: IsoDate | undefined;
  readonly startAt?: Instant | undefined;
  readonly why?: string | undefined;
  /** The record that starts it. */
  readonly of: About;
  /** The id that names it, where that is another: a next review keeps its name when another clock takes over. */
  readonly named?: string | undefined;
  readonly about?: About | undefined;
  readonly intervalEnd?: IsoDate | undefined;
  /** True: done on a day that is not known. */
  readonly doneOn?: IsoDate | true | undefined;
  readonly doneAt?: Instant | undefined;
} & Pick<ChildDeadline, 'setFor' | 'isRefused' | 'isUnrecorded' | 'ifSilent'>;

function ruleFor({ rule, start, startAt }: Ask, facts: Facts): RuleInForce | undefined {
  if (typeof rule !== 'string') return rule;
  return facts.rules.ruleOn(rule, start ?? (startAt && londonDay(startAt)));
}

function dateOf(ask: Ask, rule: RuleInForce, facts: Facts): Due | NotComputed {
  const { start, startAt, intervalEnd, why } = ask;
  if (startAt !== undefined) return computeDueAt(rule, startAt, facts.calendar);
  if (start === undefined) return notComputed(why ?? 'The day that starts it is not recorded.');
  if (rule.isWindow === true) {
    // The time to do it in ends with the trigger's own day.
    const { period: _window, ...byTheDay } = rule;
    const date = computeDue(byTheDay, start, facts.calendar);
    return date.kind === 'computed' ? { ...date, rule } : date;
  }
  return computeDue(rule, start, facts.calendar, intervalEnd);
}

function openingOf({ start }: Ask, rule: RuleInForce, facts: Facts): IsoDate | undefined {
  if (rule.isWindow !== true || start === undefined) return undefined;
  const opening = computeDue(rule, start, facts.calendar);
  return opening.kind === 'computed' ? opening.due : undefined;
}

function isLateOf(date: Due | NotComputed, ask: Ask, doneOn: IsoDate | undefined, today: IsoDate): boolean {
  if (date.kind === 'not-computed') return false;
  if (date.dueAt !== undefined && ask.doneAt !== undefined) return ask.doneAt > date.dueAt;
  if (doneOn !== undefined) return doneOn > date.due;
  return ask.doneOn === undefined && date.due < today;
}

/**
 * Due before the store began, and done at some time after: what is on the record is a later one of its kind, so
 * nobody can say that it was late.
 */
function isFromBeforeStore(date: Due | NotComputed, doneOn: IsoDate | undefined, facts: Facts): boolean {
  const known = facts.lastBeforeStore;
  if (known === undefined || doneOn === undefined || date.kind === 'not-computed') return false;
  return date.due <= known && doneOn > date.due;
}

/** The deadline that an ask makes, with what the officer has said of it; none where the rule is switched off. */
export function deadlineOf(given: Ask, facts: Facts): ChildDeadline[] {
  const ask = withKnownStart(given, facts);
  const rule = ruleFor(ask, facts);
  if (rule === undefined) return [];
  const { kind, of, about = of, setFor, isRefused, isUnrecorded, ifSilent, start, startAt } = ask;
  const key = `${kind}:${ask.named ?? of.id}`;
  const moved = facts.markOf(key, 'override');
  const computed = dateOf(ask, rule, facts);
  const date = moved && computed.kind === 'computed' ? overridden(computed, moved, facts.calendar) : computed;
  const marked = facts.markOf(key, 'done')?.doneOn;
  const doneOn = ask.doneOn === true ? marked : (ask.doneOn ?? marked);
  const isDone = ask.doneOn !== undefined || marked !== undefined;
  if (isFromBeforeStore(date, doneOn, facts)) return [];
  const late = facts.markOf(key, 'late');
  const snoozed = facts.markOf(key, 'snooze')?.until;
  const opensOn = openingOf(ask, rule, facts);
  return [
    {
      key,
      kind,
      what: rule.name,
      rule,
      trigger: { kind: rule.trigger, ...(start && { on: start }), ...(startAt && { at: startAt }), of },
      about,
      date,
      state: stateOf({ date, isDone }, facts.today),
      isLate: isLateOf(date, isDone ? { ...ask, doneOn: ask.doneOn ?? true } : ask, doneOn, facts.today),
      ...(doneOn && { doneOn }),
      ...(late && { late: { reason: late.reason, ...(late.words !== undefined && { words: late.words }) } }),
      ...(opensOn && { opensOn }),
      ...(setFor && !isDone && { setFor }),
      ...(snoozed && !isDone && { snoozedUntil: snoozed }),
      ...(isRefused === true && { isRefused }),
      ...(isUnrecorded === true && !isDone && { isUnrecorded }),
      ...(ifSilent !== undefined && { ifSilent }),
    },
  ];
}
