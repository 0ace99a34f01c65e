import { type IsoDate, addDays, addMonths, compareDates, daysBetween, firstDay, lastDay } from './dates.ts';
import { formatLongDate } from './london.ts';
import { type Period, type RuleInForce, periodInWords, triggers } from './rules.ts';
import {
  type SkippedDay,
  type WorkingCalendar,
  addWorkingDays,
  isCertainCount,
  isWorkingDay,
  lastWorkingDayOnOrBefore,
  skippedDays,
} from './workingDays.ts';

/** How a date was reached: the start (day 0), what was counted, the days left out and why, the end. */
export type DeadlineSum = {
  readonly start: IsoDate;
  readonly counted: Period;
  /** Only where working days are counted. */
  readonly skipped: readonly SkippedDay[];
  /** True where the month has no such day and its last day stands instead (30 Nov + 3 months = 28 Feb). */
  readonly isMonthEnd: boolean;
  /** The end of the interval of which a share is counted. */
  readonly intervalEnd?: IsoDate | undefined;
  readonly end: IsoDate;
};

/**
 * A rule applied to a date. `due` is the last day itself: a limit does not move over a weekend, so the latest
 * working day on or before it is beside it. `certain` is false where the bank holidays of a year counted in
 * may still change, or the rule is unverified (mark U).
 */
export type Deadline = {
  readonly kind: 'computed';
  readonly rule: RuleInForce;
  readonly due: IsoDate;
  readonly lastWorkingDayOnOrBefore: IsoDate;
  readonly sum: DeadlineSum;
  readonly certain: boolean;
};

/** No rule gives a date here; `why` is for the screen. Never a guess. */
export type NotComputed = { readonly kind: 'not-computed'; readonly why: string };

export function notComputed(why: string): NotComputed {
  return { kind: 'not-computed', why };
}

function countFrom(
  period: Period,
  sign: 1 | -1,
  start: IsoDate,
  calendar: WorkingCalendar,
): IsoDate | undefined {
  const amount = sign * period.value;
  switch (period.unit) {
    case 'working-day':
      return addWorkingDays(start, amount, calendar);
    case 'calendar-day':
      return addDays(start, amount);
    case 'week':
      return addDays(start, amount * 7);
    case 'calendar-month':
      return addMonths(start, amount);
    case 'share-of-interval':
      return undefined;
    default:
      return period.unit satisfies never;
  }
}

/**
 * The date that a rule gives for its trigger's date. `intervalEnd` is needed only for a share of an interval
 * (part days are dropped). Outside 1900 to 2199, or without the interval, it is not computed.
 */
export function computeDeadline(
  rule: RuleInForce,
  triggerDate: IsoDate,
  calendar: WorkingCalendar,
  intervalEnd?: IsoDate,
): Deadline | NotComputed {
  const { period, direction } = rule;
  const sign = direction === 'before' ? -1 : 1;
  const isShare = period.unit === 'share-of-interval';
  if (isShare && (intervalEnd === undefined || intervalEnd < triggerDate)) {
    return notComputed('Half way needs the date of the next review.');
  }
  const due =
    isShare && intervalEnd !== undefined
      ? addDays(triggerDate, Math.floor(daysBetween(triggerDate, intervalEnd) * period.value))
      : countFrom(period, sign, triggerDate, calendar);
  if (due === undefined || due < firstDay || due > lastDay) {
    return notComputed('The date lies outside the calendar (1900 to 2199).');
  }
  const lastWorkingDay = lastWorkingDayOnOrBefore(due, calendar);
  const countsWorkingDays = period.unit === 'working-day';
  const listMatters = countsWorkingDays
    ? isCertainCount(triggerDate, due)
    : isCertainCount(lastWorkingDay, due);
  return {
    kind: 'computed',
    rule,
    due,
    lastWorkingDayOnOrBefore: lastWorkingDay,
    sum: {
      start: triggerDate,
      counted: period,
      skipped: countsWorkingDays ? skippedDays(triggerDate, due, calendar) : [],
      isMonthEnd: period.unit === 'calendar-month' && due.slice(8) !== triggerDate.slice(8),
      ...(isShare && intervalEnd !== undefined ? { intervalEnd } : {}),
      end: due,
    },
    certain: listMatters && rule.mark !== 'U',
  };
}

function skippedInWords(skipped: readonly SkippedDay[]): string[] {
  const isWeekend = ({ name }: SkippedDay) => name === 'Saturday' || name === 'Sunday';
  const weekend = skipped.filter(isWeekend).length;
  const named = skipped.filter((day) => !isWeekend(day));
  const parts = [
    ...(weekend > 0 ? [`${weekend} weekend ${weekend === 1 ? 'day' : 'days'}`] : []),
    ...named.map(({ date, name }) => `${name} (${formatLongDate(date)})`),
  ];
  return parts.length === 0 ? [] : [`Not counted: ${parts.join(', ')}.`];
}

function countInWords(
  { start, counted, isMonthEnd, intervalEnd, end }: DeadlineSum,
  way: 'after' | 'before',
): string {
  const [first, last] = [formatLongDate(start), formatLongDate(end)];
  switch (counted.unit) {
    case 'working-day':
      return `${first} is day 0; working day ${counted.value} ${way} it is ${last}.`;
    case 'share-of-interval':
      return `From ${first} to ${formatLongDate(intervalEnd ?? end)} are ${daysBetween(start, intervalEnd ?? end)} days; ${periodInWords(counted)} is ${last}.`;
    case 'calendar-month':
      return `${periodInWords(counted)} ${way} ${first} is ${last}${isMonthEnd ? `, the last day of a month that has no day ${Number(start.slice(8))}` : ''}.`;
    case 'calendar-day':
    case 'week':
      return `${periodInWords(counted)} ${way} ${first} is ${last}.`;
    default:
      return counted.unit satisfies never;
  }
}

/** The working of a date in sentences that a parent could follow: the rule, the count, what was left out, the end. */
export function sumInWords(deadline: Deadline, calendar: WorkingCalendar): string[] {
  const { rule, sum, due } = deadline;
  const what =
    rule.period.unit === 'share-of-interval'
      ? `${rule.name}: ${periodInWords(rule.period)} from one review to the next`
      : `${rule.name}: ${rule.standing === 'local' ? '' : 'within '}${periodInWords(rule.period)} ${rule.direction} ${triggers[rule.trigger]}`;
  return [
    `${what} (${rule.source}).`,
    ...(rule.changed === undefined
      ? []
      : [`The authority has changed this period; it was ${periodInWords(rule.changed.shipped)}.`]),
    countInWords(sum, rule.direction),
    ...skippedInWords(sum.skipped),
    ...(isWorkingDay(due, calendar)
      ? []
      : [
          `${formatLongDate(due)} is not a working day and the limit does not move: the last working day before it is ${formatLongDate(deadline.lastWorkingDayOnOrBefore)}.`,
        ]),
    ...(deadline.certain
      ? []
      : ['Provisional: a bank holiday may still be added, or the rule is not verified.']),
  ];
}

/** For sorting deadlines by their day. */
export function compareDeadlines(a: Deadline, b: Deadline): number {
  return compareDates(a.due, b.due);
}
