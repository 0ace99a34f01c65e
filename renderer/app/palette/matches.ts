/** What the palette can offer; `words` is what typing is compared with, beside the name. */
export type Named = { readonly name: string; readonly words?: string };

const fold = (text: string) => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
const wordsIn = (text: string) => fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];

/** True when every word typed begins a word of the name, in any order; nothing typed matches everything. */
export function isMatch(typed: string, { name, words = '' }: Named): boolean {
  const own = wordsIn(`${name} ${words}`);
  return wordsIn(typed).every((word) => own.some((candidate) => candidate.startsWith(word)));
}

/** A stretch of a snippet; `isHit` where it begins with a word that was typed. */
export type SnippetPiece = { readonly text: string; readonly isHit: boolean };

/** The snippet with the words that were found, by their beginnings as the search itself finds them. */
export function piecesOf(snippet: string, typed: string): readonly SnippetPiece[] {
  const wanted = wordsIn(typed);
  const isWanted = (text: string) => wanted.some((word) => fold(text).startsWith(word));
  const tokens = snippet.match(/[\p{L}\p{M}\p{N}]+|[^\p{L}\p{M}\p{N}]+/gu) ?? [];
  return tokens.map((text) => ({ text, isHit: /[\p{L}\p{N}]/u.test(text) && isWanted(text) }));
}
