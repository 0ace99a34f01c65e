import { Temporal } from 'temporal-polyfill';
import {
  type Instant,
  type IsoDate,
  type LocalTime,
  computedDay,
  instant as asInstant,
  weekday,
} from './dates.ts';

const zone = 'Europe/London';
const noBreakSpace = '\u00a0';
const monthNames = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
const dayNames = 'Mon Tue Wed Thu Fri Sat Sun'.split(' ');

/** `noBreak` joins the parts with no-break spaces, so that a date never falls apart at a line end. */
export type FormatOptions = { readonly noBreak?: boolean };

function spaced(text: string, options: FormatOptions): string {
  return options.noBreak === true ? text.replaceAll(' ', noBreakSpace) : text;
}

/**
 * The day it is in Europe/London at that moment, whatever the machine's own zone. London has been level with UTC or an
 * hour ahead of it since 1972, so only the last hour of a UTC day needs the zone's own rules, which are dear.
 */
export function londonDay(instant: Instant): IsoDate {
  if (instant >= '1972' && instant.slice(11, 13) < '23') return computedDay(instant.slice(0, 10));
  return computedDay(Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDate().toString());
}

/** The moment at which a day begins in London. */
export function startOfLondonDay(day: IsoDate): Instant {
  return asInstant(Temporal.PlainDate.from(day).toZonedDateTime(zone).toInstant().toString());
}

/** `5 Oct 2026`. The names are ours: the machine's locale has no say. */
export function formatDate(date: IsoDate, options: FormatOptions = {}): string {
  const month = monthNames[Number(date.slice(5, 7)) - 1] ?? '';
  return spaced(`${Number(date.slice(8))} ${month} ${Number(date.slice(0, 4))}`, options);
}

/** `Mon 5 Oct 2026`. */
export function formatLongDate(date: IsoDate, options: FormatOptions = {}): string {
  return spaced(`${dayNames[weekday(date) - 1] ?? ''} ${formatDate(date)}`, options);
}

/** `1.30 pm` in Europe/London; noon and midnight are named, because 12.00 am and pm are confused. */
export function formatTime(instant: Instant, options: FormatOptions = {}): string {
  const { hour, minute } = Temporal.Instant.from(instant).toZonedDateTimeISO(zone);
  return spaced(clock(hour, minute), options);
}

/** `13:30` in Europe/London: for columns of times, where every width is the same. */
export function formatClock(instant: Instant): string {
  const { hour, minute } = Temporal.Instant.from(instant).toZonedDateTimeISO(zone);
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

/** `1.30 pm` for a time of day. */
export function formatLocalTime(time: LocalTime, options: FormatOptions = {}): string {
  return spaced(clock(Number(time.slice(0, 2)), Number(time.slice(3))), options);
}

function clock(hour: number, minute: number): string {
  if (minute === 0 && hour % 12 === 0) return hour === 0 ? '12 midnight' : '12 noon';
  const twelve = hour % 12 === 0 ? 12 : hour % 12;
  return `${twelve}.${String(minute).padStart(2, '0')} ${hour < 12 ? 'am' : 'pm'}`;
}

/** `5 Oct 2026, 1.30 pm` in Europe/London. */
export function formatInstant(instant: Instant, options: FormatOptions = {}): string {
  return spaced(`${formatDate(londonDay(instant))}, ${formatTime(instant)}`, options);
}

/** What a clock on the wall in London may mean: one moment, two (the hour that repeats in October) or none. */
export type WallTime =
  | { readonly kind: 'one'; readonly instant: Instant }
  | { readonly kind: 'ambiguous'; readonly first: Instant; readonly second: Instant }
  | { readonly kind: 'skipped' };

/** The moment at which London's clocks show `time` on `day`. */
export function fromLondon(day: IsoDate, time: LocalTime): WallTime {
  const wall = Temporal.PlainDateTime.from(`${day}T${time}`);
  const at = (disambiguation: 'earlier' | 'later') => wall.toZonedDateTime(zone, { disambiguation });
  const [first, second] = [at('earlier'), at('later')];
  if (!first.toPlainDateTime().equals(wall)) return { kind: 'skipped' };
  const moment = (zoned: Temporal.ZonedDateTime) => asInstant(zoned.toInstant().toString());
  if (first.epochMilliseconds === second.epochMilliseconds) return { kind: 'one', instant: moment(first) };
  return { kind: 'ambiguous', first: moment(first), second: moment(second) };
}
