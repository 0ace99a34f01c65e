import { bankHolidayOn, countBankHolidays, isCertainBetween } from './bankHolidays.ts';
import type { SchoolTerm } from './schoolTerms.ts';
import { type IsoDate, compareDates, fromDayNumber, toDayNumber, weekdayOf } from './dates.ts';

/** A day that is not counted, and why: `Saturday`, `Easter Monday`, the authority's own name for it. */
export type SkippedDay = { readonly date: IsoDate; readonly name: string };

/** The authority's own closed days, on top of weekends and the bank holidays of England and Wales. */
export type WorkingCalendar = {
  readonly extraNonWorkingDays: readonly SkippedDay[];
  /** The terms of its schools; only rules that count in terms or school days ask. */
  readonly schoolTerms?: readonly SchoolTerm[];
};

/** Weekends and bank holidays alone. */
export const englandAndWales: WorkingCalendar = { extraNonWorkingDays: [] };

// By the list, which is the settings' own: calendars are made anew for each call.
const extraDays = new WeakMap<readonly SkippedDay[], ReadonlyMap<number, string>>();

function extraOf({ extraNonWorkingDays }: WorkingCalendar): ReadonlyMap<number, string> {
  const known = extraDays.get(extraNonWorkingDays);
  if (known !== undefined) return known;
  const days = new Map(extraNonWorkingDays.map(({ date, name }) => [toDayNumber(date), name] as const));
  extraDays.set(extraNonWorkingDays, days);
  return days;
}

function reasonOn(dayNumber: number, calendar: WorkingCalendar): string | undefined {
  const dayOfWeek = weekdayOf(dayNumber);
  if (dayOfWeek === 6) return 'Saturday';
  if (dayOfWeek === 7) return 'Sunday';
  return bankHolidayOn(dayNumber) ?? extraOf(calendar).get(dayNumber);
}

/**
 * Why a day is not a working day, or undefined when it is one. A working day is Monday to Friday except
 * Christmas Day, Good Friday and the bank holidays of England and Wales (2010 Regulations reg 2, mark U).
 */
export function nonWorkingReason(
  date: IsoDate,
  calendar: WorkingCalendar = englandAndWales,
): string | undefined {
  return reasonOn(toDayNumber(date), calendar);
}

export function isWorkingDay(date: IsoDate, calendar: WorkingCalendar = englandAndWales): boolean {
  return nonWorkingReason(date, calendar) === undefined;
}

// A calendar that closes every day would never end the count; no real one closes a year on end.
const longestClosure = 366;

/** The `count`-th working day after `start`, which is itself day 0 (before it when `count` is negative). */
export function addWorkingDays(
  start: IsoDate,
  count: number,
  calendar: WorkingCalendar = englandAndWales,
): IsoDate {
  if (!Number.isInteger(count)) throw new RangeError('Working days are counted in whole days');
  const step = count < 0 ? -1 : 1;
  let day = toDayNumber(start);
  let closed = 0;
  for (let left = Math.abs(count); left > 0;) {
    day += step;
    const isOpen = reasonOn(day, calendar) === undefined;
    closed = isOpen ? 0 : closed + 1;
    if (closed > longestClosure) throw new RangeError('The calendar has no working day for over a year');
    if (isOpen) left -= 1;
  }
  return fromDayNumber(day);
}

/** Mondays to Fridays up to and with a day, counted from Monday 29 December 1969. */
function weekdaysUpTo(dayNumber: number): number {
  const weeks = Math.floor((dayNumber + 3) / 7);
  return weeks * 5 + Math.min(weekdayOf(dayNumber), 5);
}

/** Working days after one day, up to and with another, by whole weeks less the days on which nobody works. */
function openDays(after: number, to: number, calendar: WorkingCalendar): number {
  const closed = [...extraOf(calendar).keys()].filter(
    (day) => day > after && day <= to && weekdayOf(day) <= 5 && bankHolidayOn(day) === undefined,
  );
  const holidays = countBankHolidays(fromDayNumber(after), fromDayNumber(to));
  return weekdaysUpTo(to) - weekdaysUpTo(after) - holidays - closed.length;
}

/**
 * Working days from `from` (day 0, not counted) to `to` (counted); negative when `to` is the earlier, counting
 * from `to`. The inverse of `addWorkingDays`.
 */
export function workingDaysBetween(
  from: IsoDate,
  to: IsoDate,
  calendar: WorkingCalendar = englandAndWales,
): number {
  const [start, end] = [toDayNumber(from), toDayNumber(to)];
  // Written so that nothing counted is 0 and never -0.
  return start <= end ? openDays(start, end, calendar) : 0 - openDays(end - 1, start - 1, calendar);
}

/**
 * Working days from today to the day something is due; negative when that has passed, and then so many late: the
 * count runs from the due day, so that what was due on a Saturday is one day late on the Monday after it.
 */
export function workingDaysTo(today: IsoDate, due: IsoDate, calendar: WorkingCalendar): number {
  return due >= today
    ? workingDaysBetween(today, due, calendar)
    : 0 - workingDaysBetween(due, today, calendar);
}

/** That day when it is a working day, else the nearest one before it. */
export function lastWorkingDayOnOrBefore(
  date: IsoDate,
  calendar: WorkingCalendar = englandAndWales,
): IsoDate {
  return isWorkingDay(date, calendar) ? date : addWorkingDays(date, -1, calendar);
}

/** That day when it is a working day, else the nearest one after it. */
export function firstWorkingDayOnOrAfter(
  date: IsoDate,
  calendar: WorkingCalendar = englandAndWales,
): IsoDate {
  return isWorkingDay(date, calendar) ? date : addWorkingDays(date, 1, calendar);
}

/** The days that are not counted between two dates (the trigger's own day left out), in order, with their names. */
export function skippedDays(
  from: IsoDate,
  to: IsoDate,
  calendar: WorkingCalendar = englandAndWales,
): SkippedDay[] {
  const isForward = compareDates(from, to) <= 0;
  const first = isForward ? toDayNumber(from) + 1 : toDayNumber(to);
  const last = isForward ? toDayNumber(to) : toDayNumber(from) - 1;
  const skipped: SkippedDay[] = [];
  for (let day = first; day <= last; day += 1) {
    const name = reasonOn(day, calendar);
    if (name !== undefined) skipped.push({ date: fromDayNumber(day), name });
  }
  return skipped;
}

/** False when a count between the two days crosses a year whose bank holidays may still change. */
export const isCertainCount: (from: IsoDate, to: IsoDate) => boolean = isCertainBetween;
