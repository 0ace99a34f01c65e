import { asIsoDate } from '../../../../shared/domain/dates.ts';
import { formatDate } from '../../../../shared/domain/london.ts';
import type { Loose } from '../fields/specs.ts';

/** The records of a list inside a record, as the list shows them. */
export function listIn(value: Loose, name: string): readonly Loose[] {
  const list: unknown = value[name];
  return Array.isArray(list) ? list.flatMap((item: unknown) => (isLoose(item) ? [item] : [])) : [];
}

/** True for a record inside a record. */
export function isLoose(value: unknown): value is Loose {
  return typeof value === 'object' && value !== null;
}

/** A day in words; nothing for what is no day. */
export const dayWords = (value: unknown): string => {
  const day = typeof value === 'string' ? asIsoDate(value) : undefined;
  return day ? formatDate(day) : '';
};
/** A word of a record; nothing for what is none. */
export const wordOf = (value: unknown): string => (typeof value === 'string' ? value : '');
/** What is there, with commas between. */
export const joined = (...parts: readonly string[]) => parts.filter((part) => part !== '').join(', ');
