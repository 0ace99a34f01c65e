import { Temporal } from 'temporal-polyfill';
import type { Instant, IsoDate } from '../dates.ts';
import {
  addDays,
  addMonths,
  daysBetween,
  firstDay,
  fromDayNumber,
  instant,
  lastDay,
  toDayNumber,
} from '../dates.ts';
import type { RuleInForce } from '../rules/ruleSet.ts';
import { isInTerm, longestHolidays, termAfter } from '../schoolTerms.ts';
import type { SkippedDay, WorkingCalendar } from '../workingDays.ts';
import { addWorkingDays, nonWorkingReason } from '../workingDays.ts';

/** Where a count ends; `isCertain` is false where it rests on what the authority has not entered. */
export type Counted = {
  readonly due: IsoDate;
  readonly isCertain?: boolean;
  /** The school term at whose end it is. */
  readonly term?: string;
};
type Uncounted = { readonly why: string };

const beyond: Uncounted = { why: 'The date lies outside the calendar (1900 to 2199).' };

function halfWay(start: IsoDate, share: number, intervalEnd: IsoDate | undefined): Counted | Uncounted {
  if (intervalEnd === undefined || intervalEnd < start) {
    return { why: 'Half way needs the date of the next review.' };
  }
  return { due: addDays(start, Math.floor(daysBetween(start, intervalEnd) * share)) };
}

const noTerms: Uncounted = { why: 'The school terms of the authority are not entered for these days.' };

function addSchoolDays(start: IsoDate, count: number, calendar: WorkingCalendar): Counted | Uncounted {
  const terms = calendar.schoolTerms ?? [];
  const step = count < 0 ? -1 : 1;
  let day = toDayNumber(start);
  let closed = 0;
  for (let left = Math.abs(count); left > 0;) {
    day += step;
    const isTerm = isInTerm(day, terms);
    if (isTerm === undefined) return noTerms;
    const isOpen = isTerm && nonWorkingReason(fromDayNumber(day), calendar) === undefined;
    closed = isOpen ? 0 : closed + 1;
    if (closed > longestHolidays) return noTerms;
    if (isOpen) left -= 1;
  }
  return { due: fromDayNumber(day) };
}

/** The days of a stretch on which schools are closed, each with its name. */
export function schoolHolidays(from: IsoDate, to: IsoDate, calendar: WorkingCalendar): SkippedDay[] {
  const terms = calendar.schoolTerms ?? [];
  const [first, last] =
    from <= to ? [toDayNumber(from) + 1, toDayNumber(to)] : [toDayNumber(to), toDayNumber(from) - 1];
  const closed: SkippedDay[] = [];
  for (let day = first; day <= last; day += 1) {
    const date = fromDayNumber(day);
    const name = nonWorkingReason(date, calendar) ?? (isInTerm(day, terms) ? undefined : 'School holiday');
    if (name !== undefined) closed.push({ date, name });
  }
  return closed;
}

function counted(
  { period, direction }: RuleInForce,
  start: IsoDate,
  calendar: WorkingCalendar,
  intervalEnd: IsoDate | undefined,
): Counted | Uncounted {
  if (period === undefined) return { due: start };
  const amount = direction === 'before' ? -period.value : period.value;
  switch (period.unit) {
    case 'working-day':
      return { due: addWorkingDays(start, amount, calendar) };
    case 'calendar-day':
      return { due: addDays(start, amount) };
    case 'week':
      return { due: addDays(start, amount * 7) };
    case 'calendar-month':
      return { due: addMonths(start, amount) };
    case 'hour':
      return { why: 'Hours are counted from a moment: give the time as well as the day.' };
    case 'school-term': {
      if (amount < 0) return { why: 'School terms are counted forward.' };
      const { to, name, isLocal } = termAfter(start, amount, calendar.schoolTerms);
      return { due: to, term: name, isCertain: isLocal };
    }
    case 'school-day':
      return addSchoolDays(start, amount, calendar);
    case 'share-of-interval':
      return halfWay(start, period.value, intervalEnd);
    default:
      return period.unit satisfies never;
  }
}

/** The last day that a rule gives for its trigger's day, or why there is none. The trigger's day is day 0. */
export function countDays(
  rule: RuleInForce,
  start: IsoDate,
  calendar: WorkingCalendar,
  intervalEnd?: IsoDate,
): Counted | Uncounted {
  const found = counted(rule, start, calendar, intervalEnd);
  return 'due' in found && (found.due < firstDay || found.due > lastDay) ? beyond : found;
}

/** So many hours after a moment, as they pass: over a change of the clocks the wall shows an hour more or less. */
export function countHours(at: Instant, hours: number): Instant {
  return instant(Temporal.Instant.from(at).add({ hours }).toString());
}
