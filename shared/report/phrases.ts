import type { IsoDate } from '../domain/dates.ts';
import type { LocalTime } from '../domain/dates.ts';
import { formatDate, formatLocalTime, formatLongDate } from '../domain/london.ts';

/** Small turns of printed English, in one place, so that every document says the same thing the same way. */

/** "5 Oct 2026", its parts held together. */
export function day(date: IsoDate): string {
  return formatDate(date, { noBreak: true });
}

/** "Mon 5 Oct 2026", its parts held together. */
export function longDay(date: IsoDate): string {
  return formatLongDate(date, { noBreak: true });
}

/** "1.30 pm", and "4 pm" for a full hour. */
export function timeOfDay(time: LocalTime): string {
  return formatLocalTime(time, { noBreak: true }).replace('.00', '');
}

/** Without the stop at its end, so that more can follow. A question or an exclamation keeps its mark. */
export function clause(words: string): string {
  return words.trim().replace(/[.;,\s]+$/u, '');
}

/** With a stop at its end, unless it has one, also inside quotation marks. Nothing for nothing. */
export function sentence(words: string): string {
  const trimmed = words.trim();
  if (trimmed === '') return '';
  return /[.!?…][”’)]*$/u.test(trimmed) ? trimmed : `${clause(trimmed)}.`;
}

export function capitalise(words: string): string {
  return words.replace(/^\p{Ll}/u, (letter) => letter.toLocaleUpperCase('en-GB'));
}

/** Words that begin a phrase and are nobody's name: after a colon they take a small letter. */
const isOrdinary = new RegExp(
  `^(?:${[
    'Not No Yes The A An It There They He She You We All Some None Only Every Each Her His Their Your Our',
    'At By In On To From With Through For Until After Before Once When Where While As If',
    'One Two Three Four Five Six Seven Eight Nine Ten Twice First Second',
    'Nobody Nothing Everyone Everybody Someone Somebody Both Either Neither',
    'School Health Safety Attendance Weekly Daily Monthly Adviser Form Bed Dates',
    'Seen Asked Named Written Shown Filed Told Checked Booked Read Set Kept Done Held Met',
  ]
    .join(' ')
    .replaceAll(' ', '|')})\\b(?!\\.|[’']s\\b)`,
  'u',
);

/** A small first letter, where the first word is an ordinary one: "Not safety" but "PEP late", "I", "Nan". */
export function lowerFirst(words: string): string {
  return isOrdinary.test(words) ? words.slice(0, 1).toLocaleLowerCase('en-GB') + words.slice(1) : words;
}

/** "Leah’s", and "Otis’s": a name takes the s that is spoken. */
export function possessive(name: string): string {
  return `${name}’s`;
}

const smallNumbers = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** "two"; figures above ten. */
export function countInWords(count: number): string {
  return smallNumbers[count] ?? String(count);
}

const smallOrdinals = [
  '',
  'first',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  'tenth',
];

/** "second"; "11th" above ten. */
export function ordinal(place: number): string {
  const small = smallOrdinals[place];
  if (small !== undefined && small !== '') return small;
  const teens = place % 100 >= 11 && place % 100 <= 13;
  const ending = teens ? 'th' : (({ 1: 'st', 2: 'nd', 3: 'rd' } as const)[place % 10] ?? 'th');
  return `${place}${ending}`;
}

/** "D7 and D8", "D7, D8 and D9". */
export function listInWords(entries: readonly string[]): string {
  const last = entries.at(-1) ?? '';
  return entries.length < 2 ? last : `${entries.slice(0, -1).join(', ')} and ${last}`;
}

/** "1 decision", "7 decisions". */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** What is given, joined; what is missing or blank leaves no trace. */
export function joined(parts: readonly (string | undefined)[], between: string): string {
  return parts.filter((part): part is string => part !== undefined && part.trim() !== '').join(between);
}

/** A stop at the end of words that are read from right to left: it belongs on their left. */
const stopAfterRightToLeft =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]\p{M}*[.!…]+$/u;
const rightToLeftMark = '\u200F';

/** In double quotation marks, unless the words already stand in some. */
export function quoted(words: string): string {
  const trimmed = words.trim();
  if (/^[“"].*[”"]$/su.test(trimmed)) return trimmed;
  return `“${trimmed}${stopAfterRightToLeft.test(trimmed) ? rightToLeftMark : ''}”`;
}

const titles = new Set(['mr', 'mrs', 'ms', 'miss', 'mx', 'dr', 'rev', 'sir', 'dame', 'pc', 'ds']);

/** "Helen" of "Helen Draftwell"; the whole of "Ms Draftwell". */
export function firstName(name: string): string {
  const first = name.trim().split(/\s+/u)[0] ?? name;
  return titles.has(first.replace(/\.$/u, '').toLocaleLowerCase('en-GB')) ? name.trim() : first;
}
