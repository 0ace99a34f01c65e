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

function wordsOfHit(context: Context, row: SearchRow): string {
  const { entities } = context.repos;
  if (row.entity === 'section_text') {
    const text = entities.find('section_text', row.entityId)?.value;
    return text ? plainText(RichText.parse(text.body)) : '';
  }
  const names: readonly (keyof Entities)[] = ['point', 'decision', 'action', 'note_line'];
  const name = names.find((candidate) => candidate === row.entity);
  const value = name && entities.find(name, row.entityId)?.value;
  return name && value ? (searchableWords(name, value) ?? '') : '';
}

const fold = (text: string) => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
const before = 60;
const after = 140;

/** The words around the first match. The index holds no text, so they are cut from the record itself. */
export function snippetOf(context: Context, row: SearchRow, typed: string): string {
  const words = wordsOfHit(context, row).replaceAll(/\s+/g, ' ').trim();
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
