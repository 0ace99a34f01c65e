import type { SectionKey } from '../../shared/domain/model/sections.ts';
import { RichText, plainText } from '../../shared/richText.ts';
import type { Entities } from '../store/entities.ts';
import type { SearchRow } from '../store/searchRepository.ts';
import type { Context } from './context.ts';
import { searchableWords } from './searchText.ts';

const wordPattern = /[\p{L}\p{N}]+/gu;

/**
 * An FTS5 expression from what an officer types: words in quotes are a phrase, the last word may be unfinished,
 * several words must all be there. Undefined when nothing in it is a word. Nothing typed can be read as syntax.
 */
export function matchExpression(typed: string): string | undefined {
  const phrases = [...typed.matchAll(/"([^"]*)"?/g)].map((found) => found[1] ?? '');
  const rest = typed.replaceAll(/"[^"]*"?/g, ' ');
  const words = rest.match(wordPattern) ?? [];
  const endsInWord = /[\p{L}\p{N}]$/u.test(rest);
  const quote = (text: string) => `"${(text.match(wordPattern) ?? []).join(' ')}"`;
  const terms = [
    ...phrases.filter((phrase) => /[\p{L}\p{N}]/u.test(phrase)).map(quote),
    ...words.map((word, place) =>
      place === words.length - 1 && endsInWord ? `${quote(word)}*` : quote(word),
    ),
  ];
  return terms.length === 0 ? undefined : terms.join(' AND ');
}

type Found = { readonly words: string; readonly section?: SectionKey | undefined };

/** The words of a hit's record and the section that they stand in; a decision or action may stand in none. */
function foundIn(context: Context, row: SearchRow): Found {
  const { entities } = context.repos;
  if (row.entity === 'section_text') {
    const text = entities.find('section_text', row.entityId)?.value;
    return text ? { words: plainText(RichText.parse(text.body)), section: text.section } : { words: '' };
  }
  const names: readonly (keyof Entities)[] = ['point', 'decision', 'action', 'note_line'];
  const name = names.find((candidate) => candidate === row.entity);
  const value = name && entities.find(name, row.entityId)?.value;
  if (!name || !value) return { words: '' };
  const words = searchableWords(name, value) ?? '';
  if ('filedSection' in value) return { words, section: value.filedSection };
  return 'section' in value ? { words, section: value.section } : { words };
}

const fold = (text: string) => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
const before = 60;
const after = 140;

/** The words around the first match. */
function cutAround(found: string, typed: string): string {
  const words = found.replaceAll(/\s+/g, ' ').trim();
  const wanted = (typed.match(wordPattern) ?? []).map(fold);
  const folded = fold(words);
  const places = wanted
    .map((word) => folded.search(new RegExp(`(?<![\\p{L}\\p{N}])${word}`, 'u')))
    .filter((place) => place >= 0);
  const place = places.length > 0 ? Math.min(...places) : 0;
  const start = place > before ? words.indexOf(' ', place - before) + 1 : 0;
  const cut = words.slice(start, place + after);
  return `${start > 0 ? '… ' : ''}${cut}${place + after < words.length ? ' …' : ''}`;
}

/**
 * What a hit shows: the words around the first match, and the section they stand in. The index holds no text, so both
 * come from the record itself.
 */
export function shownOf(
  context: Context,
  row: SearchRow,
  typed: string,
): { readonly snippet: string; readonly section?: SectionKey } {
  const { words, section } = foundIn(context, row);
  return { snippet: cutAround(words, typed), ...(section && { section }) };
}
