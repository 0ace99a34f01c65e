import Holidays from 'date-holidays';
import { type IsoDate, compareDates, computedDay, toDayNumber, weekday } from './dates.ts';

/** A day of England and Wales on which nobody works, and what it is called. */
export type BankHoliday = { readonly date: IsoDate; readonly name: string };

type Correction = { readonly date: string; readonly name: string | null; readonly source: string };

const proclaimed =
  'Royal Proclamation under section 1(3), Banking and Financial Dealings Act 1971; GOV.UK list of bank holidays';

/**
 * Where the library is wrong for England and Wales: a name adds or renames a day, null takes one away.
 * A test compares every year from 2008 with the rule of the Act.
 */
export const corrections: readonly Correction[] = [
  { date: '2011-04-29', name: 'Royal wedding', source: proclaimed },
  // The spring holiday of 2012 was moved to make four days with the jubilee.
  { date: '2012-05-28', name: null, source: `${proclaimed}, and section 1(2) for the day taken away` },
  { date: '2012-06-04', name: 'Spring bank holiday', source: proclaimed },
];

const apostrophe = '’';
const library = new Holidays('GB', 'ENG');
// Asked for once per year and then a thousand times a second: the days of a whole service are counted with it.
const byDay = new Map<number, string>();
const byYear = new Map<number, readonly BankHoliday[]>();

function libraryDays(year: number): Map<string, string> {
  const days = new Map<string, string>();
  for (const holiday of library.getHolidays(year, 'en')) {
    if (holiday.type !== 'public') continue;
    days.set(holiday.date.slice(0, 10), holiday.name.replaceAll("'", apostrophe));
  }
  return days;
}

function compute(year: number): BankHoliday[] {
  const days = libraryDays(year);
  for (const { date, name } of corrections) {
    if (!date.startsWith(`${year}-`)) continue;
    if (name === null) days.delete(date);
    else days.set(date, name);
  }
  return [...days]
    .map(([date, name]) => ({ date: computedDay(date), name }))
    .filter(({ date }) => weekday(date) <= 5)
    .sort((a, b) => compareDates(a.date, b.date));
}

/** The weekdays of a year that are bank holidays in England and Wales, in order, with their names. */
export function bankHolidays(year: number): readonly BankHoliday[] {
  const known = byYear.get(year);
  if (known !== undefined) return known;
  const days = compute(year);
  byYear.set(year, days);
  for (const { date, name } of days) byDay.set(toDayNumber(date), name);
  return days;
}

/** How many weekdays after one day, up to and with another, are bank holidays; 0 when `to` is the earlier. */
export function countBankHolidays(after: IsoDate, to: IsoDate): number {
  let count = 0;
  for (let year = Number(after.slice(0, 4)); year <= Number(to.slice(0, 4)); year += 1) {
    for (const { date } of bankHolidays(year)) if (date > after && date <= to) count += 1;
  }
  return count;
}

/** The name of the bank holiday on that day (days since 1 Jan 1970), or undefined: for counting many days. */
export function bankHolidayOn(dayNumber: number): string | undefined {
  // The mean year finds the right one, or its neighbour in the first or last days of a year.
  const year = 1970 + Math.floor(dayNumber / 365.2425);
  if (!byYear.has(year) || !byYear.has(year - 1) || !byYear.has(year + 1)) {
    [year - 1, year, year + 1].forEach((near) => bankHolidays(near));
  }
  return byDay.get(dayNumber);
}

/**
 * The name of the bank holiday of England and Wales (Christmas Day and Good Friday included) on that day, or
 * undefined. Weekend days are not listed: their substitutes on weekdays are.
 */
export function bankHolidayName(date: IsoDate): string | undefined {
  return bankHolidayOn(toDayNumber(date));
}

/**
 * The years whose list is certain: tested against the Act and every proclaimed day up to 2025, and against the
 * published list after it. Later, a one-off day may still be proclaimed, so a deadline there is provisional.
 */
export const certainYears = { from: 2008, to: 2028 } as const;

/** False when some day between the two (either order) lies in a year whose list of bank holidays may change. */
export function isCertainBetween(a: IsoDate, b: IsoDate): boolean {
  const years = [Number(a.slice(0, 4)), Number(b.slice(0, 4))];
  return Math.min(...years) >= certainYears.from && Math.max(...years) <= certainYears.to;
}
