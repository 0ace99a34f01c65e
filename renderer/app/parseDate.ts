import type { IsoDate } from '../../shared/domain/dates.ts';
import { addDays, asIsoDate, weekday } from '../../shared/domain/dates.ts';

const monthNames = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];
const dayNames = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

function dateOf(year: number, month: number, day: number): IsoDate | undefined {
  const pad = (part: number, length: number) => String(part).padStart(length, '0');
  return asIsoDate(`${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`);
}

function fullYear(text: string | undefined, today: IsoDate): number {
  if (text === undefined || text === '') return Number(today.slice(0, 4));
  const year = Number(text);
  return text.length <= 2 ? 2000 + year : year;
}

/**
 * The day that an officer means: `5 Oct 2026`, `5 oct`, `5/10/26` (day first, always), `2026-10-05`, `fri` (the next
 * one), `+10` (days), `today`. Undefined for anything else: a date is never guessed.
 */
export function parseDate(typed: string, today: IsoDate): IsoDate | undefined {
  const text = typed.trim().toLowerCase().replaceAll(/\s+/g, ' ');
  if (text === 'today') return today;
  const iso = asIsoDate(text);
  if (iso) return iso;
  const plus = /^\+(\d{1,3})$/.exec(text);
  if (plus) return addDays(today, Number(plus[1]));
  const numeric = /^(\d{1,2})[/.\- ](\d{1,2})(?:[/.\- ](\d{2}|\d{4}))?$/.exec(text);
  if (numeric) return dateOf(fullYear(numeric[3], today), Number(numeric[2]), Number(numeric[1]));
  const named = /^(?:[a-z]{3,9},? )?(\d{1,2})(?:st|nd|rd|th)? ([a-z]{3,9})\.?,?(?: (\d{2}|\d{4}))?$/.exec(
    text,
  );
  if (named) {
    const month = monthNames.findIndex((name) => name.startsWith(named[2] ?? '-')) + 1;
    return month === 0 ? undefined : dateOf(fullYear(named[3], today), month, Number(named[1]));
  }
  const day = dayNames.findIndex((name) => text.length >= 3 && text.startsWith(name));
  if (day === -1 || !/^[a-z]+$/.test(text)) return undefined;
  const ahead = (day + 1 - weekday(today) + 7) % 7;
  return addDays(today, ahead === 0 ? 7 : ahead);
}
