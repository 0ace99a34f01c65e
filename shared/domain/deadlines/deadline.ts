import type { Instant, IsoDate } from '../dates.ts';
import { londonDay } from '../london.ts';
import type { Period } from '../rules/period.ts';
import type { RuleInForce } from '../rules/ruleSet.ts';
import type { SkippedDay, WorkingCalendar } from '../workingDays.ts';
import { isCertainCount, lastWorkingDayOnOrBefore, skippedDays } from '../workingDays.ts';
import type { Counted } from './count.ts';
import { countDays, countHours, schoolHolidays } from './count.ts';

/** An officer's own date in place of the computed one, with the reason: the sum shows both. */
export type Override = { readonly due: IsoDate; readonly because: string };

/** How a date was reached: the start (day 0), what was counted, the days left out and why, the end. */
export type DeadlineSum = {
  readonly start: IsoDate;
  /** Where hours are counted: the moments they run from and to. */
  readonly startAt?: Instant | undefined;
  readonly endAt?: Instant | undefined;
  /** Missing where the rule sets no period: then the trigger's own day is the last one. */
  readonly counted?: Period | undefined;
  /** Only where working or school days are counted. */
  readonly skipped: readonly SkippedDay[];
  /** True where the month has no such day and its last day stands instead (30 Nov + 3 months = 28 Feb). */
  readonly isMonthEnd: boolean;
  /** The end of the interval of which a share is counted. */
  readonly intervalEnd?: IsoDate | undefined;
  /** The school term at whose end it ends. */
  readonly term?: string | undefined;
  /** What the rule gives, before any override. */
  readonly end: IsoDate;
  readonly override?: Override | undefined;
};

/**
 * A rule applied to a date, its working left out: `sumOf` gives that when somebody asks. `due` is the last day
 * itself: a limit does not move over a weekend, so the latest working day on or before it is beside it. `certain` is
 * false where the bank holidays of a year counted in may still change, the authority's school terms are not entered,
 * or the rule is unverified (mark U).
 */
export type Due = {
  readonly kind: 'computed';
  readonly rule: RuleInForce;
  readonly start: IsoDate;
  readonly startAt?: Instant | undefined;
  readonly intervalEnd?: IsoDate | undefined;
  readonly due: IsoDate;
  /** Where hours are counted: the last moment. */
  readonly dueAt?: Instant | undefined;
  readonly lastWorkingDayOnOrBefore: IsoDate;
  readonly certain: boolean;
  readonly term?: string | undefined;
  /** The computed day, and of hours the moment, that an override replaced. */
  readonly override?:
    | (Override & { readonly computed: IsoDate; readonly computedAt?: Instant | undefined })
    | undefined;
};

/** A date with its working. */
export type Deadline = Omit<Due, 'start' | 'startAt' | 'intervalEnd' | 'term' | 'override' | 'dueAt'> & {
  readonly sum: DeadlineSum;
};

/** No rule gives a date here; `why` is for the screen. Never a guess. */
export type NotComputed = { readonly kind: 'not-computed'; readonly why: string };

export function notComputed(why: string): NotComputed {
  return { kind: 'not-computed', why };
}

function isCertain(rule: RuleInForce, from: IsoDate, counted: Counted, workday: IsoDate): boolean {
  if (rule.mark === 'U' || counted.isCertain === false) return false;
  const countsWorkingDays = rule.period?.unit === 'working-day' || rule.period?.unit === 'school-day';
  return countsWorkingDays ? isCertainCount(from, counted.due) : isCertainCount(workday, counted.due);
}

/**
 * The date that a rule gives for its trigger's date. `intervalEnd` is needed only for a share of an interval
 * (part days are dropped). Outside 1900 to 2199, or without the interval, it is not computed.
 */
export function computeDue(
  rule: RuleInForce,
  triggerDate: IsoDate,
  calendar: WorkingCalendar,
  intervalEnd?: IsoDate,
): Due | NotComputed {
  const counted = countDays(rule, triggerDate, calendar, intervalEnd);
  if ('why' in counted) return notComputed(counted.why);
  const { due, term } = counted;
  const workday = lastWorkingDayOnOrBefore(due, calendar);
  return {
    kind: 'computed',
    rule,
    start: triggerDate,
    due,
    lastWorkingDayOnOrBefore: workday,
    certain: isCertain(rule, triggerDate, counted, workday),
    ...(rule.period?.unit === 'share-of-interval' && intervalEnd !== undefined && { intervalEnd }),
    ...(term !== undefined && { term }),
  };
}

/** The same for a rule in hours, from a moment; any other rule counts from the London day of that moment. */
export function computeDueAt(rule: RuleInForce, at: Instant, calendar: WorkingCalendar): Due | NotComputed {
  const start = londonDay(at);
  const { period } = rule;
  if (period?.unit !== 'hour') return computeDue(rule, start, calendar);
  const dueAt = countHours(at, rule.direction === 'before' ? -period.value : period.value);
  const due = londonDay(dueAt);
  const workday = lastWorkingDayOnOrBefore(due, calendar);
  const certain = isCertain(rule, start, { due }, workday);
  return {
    kind: 'computed',
    rule,
    start,
    startAt: at,
    due,
    dueAt,
    lastWorkingDayOnOrBefore: workday,
    certain,
  };
}

/** An officer's date in place of the computed one; the computed one stays in the sum. */
export function overridden(computed: Due, { due, because }: Override, calendar: WorkingCalendar): Due {
  const { dueAt, ...rest } = computed;
  return {
    ...rest,
    due,
    lastWorkingDayOnOrBefore: lastWorkingDayOnOrBefore(due, calendar),
    // Named one by one: what is given may be a whole mark, and a kept date holds its day and its reason alone.
    override: { due, because, computed: computed.due, ...(dueAt !== undefined && { computedAt: dueAt }) },
  };
}

function skippedOf({ rule, start }: Due, end: IsoDate, calendar: WorkingCalendar): readonly SkippedDay[] {
  const unit = rule.period?.unit;
  if (unit === 'working-day') return skippedDays(start, end, calendar);
  return unit === 'school-day' ? schoolHolidays(start, end, calendar) : [];
}

/** The working of a date: every day that was left out, with its name. */
export function sumOf(due: Due, calendar: WorkingCalendar): DeadlineSum {
  const { rule, start, startAt, intervalEnd, term, override } = due;
  const end = override?.computed ?? due.due;
  const endAt = override?.computedAt ?? due.dueAt;
  return {
    start,
    ...(startAt !== undefined && { startAt, ...(endAt !== undefined && { endAt }) }),
    ...(rule.period && { counted: rule.period }),
    skipped: skippedOf(due, end, calendar),
    isMonthEnd: rule.period?.unit === 'calendar-month' && end.slice(8) !== start.slice(8),
    ...(intervalEnd !== undefined && { intervalEnd }),
    ...(term !== undefined && { term }),
    end,
    ...(override && { override: { due: override.due, because: override.because } }),
  };
}

/** A date with its working beside it, as it is frozen and shown. */
export function withSum(date: Due, calendar: WorkingCalendar): Deadline {
  const { kind, rule, due, lastWorkingDayOnOrBefore: workday, certain } = date;
  return { kind, rule, due, lastWorkingDayOnOrBefore: workday, certain, sum: sumOf(date, calendar) };
}

/** `computeDue` with its working. */
export function computeDeadline(
  rule: RuleInForce,
  triggerDate: IsoDate,
  calendar: WorkingCalendar,
  intervalEnd?: IsoDate,
): Deadline | NotComputed {
  const date = computeDue(rule, triggerDate, calendar, intervalEnd);
  return date.kind === 'computed' ? withSum(date, calendar) : date;
}
