import { weekday } from '../../shared/domain/dates.ts';
import type { IsoDate } from '../../shared/domain/dates.ts';
import { formatDate } from '../../shared/domain/london.ts';

const days = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;
const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** `Monday 5 October 2026`. */
export function formatDayInFull(day: IsoDate): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${days[weekday(day) - 1] ?? ''} ${date} ${months[(month ?? 1) - 1] ?? ''} ${year}`;
}

/** `Mon 5 Oct`, the year left out where it is this one. */
export function formatDay(day: IsoDate, today?: IsoDate): string {
  const short = (days[weekday(day) - 1] ?? '').slice(0, 3);
  const full = formatDate(day);
  const isThisYear = today !== undefined && today.slice(0, 4) === day.slice(0, 4);
  return `${short} ${isThisYear ? full.replace(/ \d{4}$/, '') : full}`;
}

/** `5 working days left`, `today`, `2 working days late`. */
export function formatDaysLeft(left: number): string {
  if (left === 0) return 'today';
  const count = Math.abs(left);
  const unit = count === 1 ? 'working day' : 'working days';
  return left > 0 ? `${count} ${unit} left` : `${count} ${unit} late`;
}

/** `one point`, `3 points`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** The beginning of what somebody wrote, to name it by: at most `most` characters, whole words. */
export function beginningOf(words: string, most = 60): string {
  const line = words.trim().replaceAll(/\s+/g, ' ');
  if (line.length <= most) return line;
  const cut = line.slice(0, most + 1).lastIndexOf(' ');
  return `${line.slice(0, cut > 0 ? cut : most)} …`;
}

/** `a need`, `an action`. */
export function withArticle(word: string): string {
  return `${/^[aeiou]/i.test(word) ? 'an' : 'a'} ${word}`;
}

/** `420 KB`, `12.4 MB`, `1.2 GB`, in the thousands that a file manager counts in. */
export function formatSize(bytes: number): string {
  const [unit, size] =
    bytes >= 1e9 ? (['GB', 1e9] as const) : bytes >= 1e6 ? (['MB', 1e6] as const) : (['KB', 1e3] as const);
  const count = bytes / size;
  return `${unit === 'KB' ? Math.max(1, Math.round(count)) : count.toFixed(1).replace('.0', '')} ${unit}`;
}

/** Words without quotation marks of their own, for a place that sets them in some. */
export function unquoted(words: string): string {
  return /^\s*[“"](.*)[”"]\s*$/su.exec(words)?.[1] ?? words;
}
