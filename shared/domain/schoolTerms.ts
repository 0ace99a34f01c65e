import * as z from 'zod';
import { IsoDate, addDays, compareDates, computedDay, daysBetween, toDayNumber } from './dates.ts';
import { ruleText } from './ruleText.ts';

const Stretch = z
  .strictObject({ from: IsoDate, to: IsoDate })
  .refine(({ from, to }) => from <= to, { error: 'ends before it begins', path: ['to'] });

/** A term of the authority's schools, first and last day of school included; its half-term holiday apart. */
export const SchoolTerm = z
  .strictObject({ name: ruleText(100), from: IsoDate, to: IsoDate, halfTerm: Stretch.optional() })
  .refine(({ from, to }) => from <= to, { error: 'A term ends after it begins', path: ['to'] });
export type SchoolTerm = z.infer<typeof SchoolTerm>;

/** A term as far as it is typed. */
export type TypedTerm = {
  readonly name: string;
  readonly from: IsoDate | undefined;
  readonly to: IsoDate | undefined;
  readonly halfFrom: IsoDate | undefined;
  readonly halfTo: IsoDate | undefined;
};
export type TermFaults = { readonly [Field in keyof TypedTerm]?: string };

function halfTermFaults({ from, to, halfFrom, halfTo }: TypedTerm): TermFaults {
  if (halfFrom === undefined && halfTo === undefined) return {};
  if (halfFrom === undefined) return { halfFrom: 'Give the first day of the half term too, or neither.' };
  if (halfTo === undefined) return { halfTo: 'Give the last day of the half term too, or neither.' };
  if (halfTo < halfFrom) return { halfTo: 'The half term ends before it begins.' };
  return {
    ...(from !== undefined && halfFrom < from && { halfFrom: 'The half term begins before the term does.' }),
    ...(to !== undefined && halfTo > to && { halfTo: 'The half term ends after the term does.' }),
  };
}

/** What is missing of a typed term or cannot be right, by field; nothing where it can be added. */
export function termFaults(typed: TypedTerm): TermFaults {
  const { name, from, to } = typed;
  const named = ruleText(100).safeParse(name);
  const fault = named.success ? undefined : `This ${named.error.issues[0]?.message ?? 'cannot be right'}.`;
  return {
    ...(fault !== undefined && { name: name.trim() === '' ? 'Give the term a name.' : fault }),
    ...(from === undefined && { from: 'Give its first day.' }),
    ...(to === undefined
      ? { to: 'Give its last day.' }
      : from !== undefined && to < from && { to: 'The term ends before it begins.' }),
    ...halfTermFaults(typed),
  };
}

/** A term found for a day: `isLocal` is false where the authority has not entered it and the ordinary one stands in. */
export type FoundTerm = { readonly name: string; readonly to: IsoDate; readonly isLocal: boolean };

/*
 * The days on which compulsory school age begins and ends close the three terms of the year (Education (Start of
 * Compulsory School Age) Order 1998; mark U): 31 December, 31 March, 31 August.
 */
function ordinaryTerm(date: IsoDate): FoundTerm {
  const year = date.slice(0, 4);
  const month = Number(date.slice(5, 7));
  if (month <= 3) return { name: `spring ${year}`, to: computedDay(`${year}-03-31`), isLocal: false };
  if (month <= 8) return { name: `summer ${year}`, to: computedDay(`${year}-08-31`), isLocal: false };
  return { name: `autumn ${year}`, to: computedDay(`${year}-12-31`), isLocal: false };
}

/** Schools never close for longer than this, in days: beyond, a term between is not entered. */
export const longestHolidays = 56;

const inOrder = new WeakMap<readonly SchoolTerm[], readonly SchoolTerm[]>();

function sorted(terms: readonly SchoolTerm[]): readonly SchoolTerm[] {
  const known = inOrder.get(terms);
  if (known !== undefined) return known;
  const ordered = [...terms].sort((a, b) => compareDates(a.from, b.from));
  inOrder.set(terms, ordered);
  return ordered;
}

/** Whether no term is missing from one entered to another. */
function areUnbroken(terms: readonly SchoolTerm[]): boolean {
  return terms.every(({ from }, place) => {
    const before = terms[place - 1];
    return before === undefined || daysBetween(before.to, from) <= longestHolidays;
  });
}

/**
 * The term that comes `count` terms after the one a day lies in. A day of the holidays belongs to the term before it.
 * Where the authority has not entered both terms and every one between, the ordinary ones of the year are taken.
 */
export function termAfter(date: IsoDate, count: number, terms: readonly SchoolTerm[] = []): FoundTerm {
  const own = sorted(terms);
  const place = own.findLastIndex(({ from }) => from <= date);
  const wanted = place === -1 ? undefined : own[place + count];
  if (wanted !== undefined && areUnbroken(own.slice(place, place + count + 1)))
    return { name: wanted.name, to: wanted.to, isLocal: true };
  let term = ordinaryTerm(date);
  for (let left = count; left > 0; left -= 1) term = ordinaryTerm(addDays(term.to, 1));
  return term;
}

/** Whether schools are open in term on a day (days since 1 Jan 1970), or undefined where no term is entered for it. */
export function isInTerm(dayNumber: number, terms: readonly SchoolTerm[]): boolean | undefined {
  const own = sorted(terms);
  const last = own.at(-1);
  if (last === undefined || dayNumber > toDayNumber(last.to)) return undefined;
  const term = own.find(({ from, to }) => toDayNumber(from) <= dayNumber && dayNumber <= toDayNumber(to));
  if (term === undefined) return own.some(({ from }) => toDayNumber(from) <= dayNumber) ? false : undefined;
  const { halfTerm } = term;
  return !(halfTerm && toDayNumber(halfTerm.from) <= dayNumber && dayNumber <= toDayNumber(halfTerm.to));
}
