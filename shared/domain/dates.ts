import * as z from 'zod';

// The page runs under a strict CSP: zod must never compile schemas with `new Function`.
z.config({ jitless: true });

const firstYear = 1900;
const lastYear = 2199;

const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const isLeapYear = (year: number) => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

/** Days of a month of 1 to 12; none of any other. */
function monthLength(year: number, month: number): number {
  return month === 2 && isLeapYear(year) ? 29 : (monthLengths[month - 1] ?? 0);
}

/**
 * True when `YYYY-MM-DD` names a day of the calendar (2026-02-30 does not). Every date that is read passes here, some
 * hundreds for one review, and Temporal is dear; a test keeps this equal to it, day by day.
 */
function isRealDay(text: string): boolean {
  const day = Number(text.slice(8));
  return day >= 1 && day <= monthLength(Number(text.slice(0, 4)), Number(text.slice(5, 7)));
}

function isYearInRange(text: string): boolean {
  const year = Number(text.slice(0, 4));
  return year >= firstYear && year <= lastYear;
}

/** A day as `YYYY-MM-DD`, 1900 to 2199. Messages never quote what was typed. */
export const IsoDate = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, {
    error: 'Write the date as YYYY-MM-DD, for example 2026-10-05',
    abort: true,
  })
  .refine(isRealDay, { error: 'There is no such day in the calendar', abort: true })
  .refine(isYearInRange, { error: `The year must be between ${firstYear} and ${lastYear}` })
  .brand<'IsoDate'>();
export type IsoDate = z.infer<typeof IsoDate>;

/** A moment as ISO text ending in `Z`, for example 2026-10-05T12:30:00Z; fractions of a second may follow. */
export const Instant = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?Z$/, {
    error: 'Write the time as YYYY-MM-DDTHH:MM:SSZ (in Z, never a local offset)',
    abort: true,
  })
  .refine((text) => isRealDay(text.slice(0, 10)), {
    error: 'There is no such day in the calendar',
    abort: true,
  })
  .refine(isYearInRange, { error: `The year must be between ${firstYear} and ${lastYear}` })
  .brand<'Instant'>();
export type Instant = z.infer<typeof Instant>;

/** A time of day on the wall in London, `HH:MM` by the 24-hour clock. */
export const LocalTime = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'Write the time as HH:MM, for example 13:30' })
  .brand<'LocalTime'>();
export type LocalTime = z.infer<typeof LocalTime>;

/** The text as a date, or undefined when it is not one. */
export function asIsoDate(text: string): IsoDate | undefined {
  const parsed = IsoDate.safeParse(text);
  return parsed.success ? parsed.data : undefined;
}

/** A date written in code or already known to be one; throws a `RangeError` otherwise (never quoting it). */
export function isoDate(text: string): IsoDate {
  const date = asIsoDate(text);
  if (date === undefined) throw new RangeError('Not a date between 1900 and 2199');
  return date;
}

/** A moment written in code or already known to be one; throws a `RangeError` otherwise. */
export function instant(text: string): Instant {
  const parsed = Instant.safeParse(text);
  if (!parsed.success) throw new RangeError('Not an instant in Z');
  return parsed.data;
}

function isDayText(text: string): text is IsoDate {
  return /^\d{4}-\d{2}-\d{2}$/.test(text);
}

/**
 * Brands text that arithmetic has made from a date (it may leave 1900 to 2199, never the years 1 to 9999).
 * Throws a `RangeError` beyond. For anything from outside use `IsoDate`.
 */
export function computedDay(text: string): IsoDate {
  if (!isDayText(text)) throw new RangeError('The date is out of range');
  return text;
}

/*
 * Whole days since 1 Jan 1970. Deadlines of a whole service are counted here, and Temporal objects are about fifty
 * times dearer than integers; property tests keep days and months equal to Temporal.
 * Algorithm: Howard Hinnant, "chrono-compatible low-level date algorithms" (days_from_civil).
 */

/** Days since 1 Jan 1970 (negative before it). */
export function toDayNumber(date: IsoDate): number {
  const month = Number(date.slice(5, 7));
  const year = Number(date.slice(0, 4)) - (month <= 2 ? 1 : 0);
  const era = Math.floor(year / 400);
  const yearOfEra = year - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + Number(date.slice(8)) - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** The day that is `days` after 1 Jan 1970. Throws a `RangeError` outside the years 1 to 9999. */
export function fromDayNumber(days: number): IsoDate {
  const shifted = days + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  const month = monthFromMarch + (monthFromMarch < 10 ? 3 : -9);
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return dayText(year, month, day);
}

function dayText(year: number, month: number, day: number): IsoDate {
  return computedDay(`${String(year).padStart(4, '0')}-${twoDigits(month)}-${twoDigits(day)}`);
}

function twoDigits(value: number): string {
  return value < 10 ? `0${value}` : String(value);
}

/** The first and last day that `IsoDate` takes. */
export const firstDay = isoDate(`${firstYear}-01-01`);
export const lastDay = isoDate(`${lastYear}-12-31`);

/** `days` calendar days after `date` (before it when negative). */
export function addDays(date: IsoDate, days: number): IsoDate {
  return fromDayNumber(toDayNumber(date) + days);
}

/**
 * The corresponding date `months` calendar months later (earlier when negative); when that month has no such
 * date, its last day (30 Nov + 3 months = 28 Feb). Source: general legal convention, unverified (mark U).
 */
export function addMonths(date: IsoDate, months: number): IsoDate {
  const count = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + months;
  const [year, month] = [Math.floor(count / 12), (((count % 12) + 12) % 12) + 1];
  return dayText(year, month, Math.min(Number(date.slice(8)), monthLength(year, month)));
}

/** Calendar days from `from` to `to`; negative when `to` is the earlier. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return toDayNumber(to) - toDayNumber(from);
}

/** -1 when `a` is earlier, 0 when the same day, 1 when later: for sorting. */
export function compareDates(a: IsoDate, b: IsoDate): -1 | 0 | 1 {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** The earliest of the dates given, or undefined for none. */
export function earliest(dates: readonly IsoDate[]): IsoDate | undefined {
  return [...dates].sort(compareDates)[0];
}

/** The latest of the dates given, or undefined for none. */
export function latest(dates: readonly IsoDate[]): IsoDate | undefined {
  return [...dates].sort(compareDates).at(-1);
}

/** 1 Monday to 7 Sunday, for a day counted from 1 Jan 1970 (a Thursday). */
export function weekdayOf(dayNumber: number): number {
  return ((((dayNumber + 3) % 7) + 7) % 7) + 1;
}

/** 1 Monday to 7 Sunday. */
export function weekday(date: IsoDate): number {
  return weekdayOf(toDayNumber(date));
}

/**
 * Completed years of age on `day`; negative before birth. An age is reached at the start of the anniversary
 * of the birth (Family Law Reform Act 1969 s.9(1)); for someone born on 29 February that is 1 March in a
 * year without one (common reading of the section, unverified: mark U).
 */
export function ageOn(dateOfBirth: IsoDate, day: IsoDate): number {
  const years = Number(day.slice(0, 4)) - Number(dateOfBirth.slice(0, 4));
  return day.slice(5) < dateOfBirth.slice(5) ? years - 1 : years;
}

/** Completed calendar months from one day to another; for the age of a baby. Negative when `to` is earlier. */
export function monthsBetween(from: IsoDate, to: IsoDate): number {
  const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4));
  const months = years * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7));
  // Born on the 31st, a month is complete on the last day of a shorter one.
  return addMonths(from, months) > to ? months - 1 : months;
}

/** The day on which someone reaches `age` (29 February: 1 March in a year without one, as in `ageOn`). */
export function birthday(dateOfBirth: IsoDate, age: number): IsoDate {
  const year = String(Number(dateOfBirth.slice(0, 4)) + age).padStart(4, '0');
  const sameDay = `${year}-${dateOfBirth.slice(5)}`;
  return computedDay(isRealDay(sameDay) ? sameDay : `${year}-03-01`);
}
