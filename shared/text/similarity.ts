import { coverQuotations, sentenceRanges } from './sentences.ts';
import { bareWords } from './words.ts';

const shingleWords = 5;
/** Both texts must have more words than this to be compared. */
export const comparableWords = 80;

/** `ratio` 0 to 1: how much of the new text stood in the old; the new text's sentences that did, as written. */
export type Similarity = { readonly ratio: number; readonly sentences: readonly string[] };

function shinglesOf(words: readonly string[]): string[] {
  return words
    .slice(0, Math.max(0, words.length - shingleWords + 1))
    .map((_, index) => words.slice(index, index + shingleWords).join(' '));
}

function shareOf(shingles: readonly string[], old: ReadonlySet<string>): number {
  if (shingles.length === 0) return 0;
  return shingles.filter((shingle) => old.has(shingle)).length / shingles.length;
}

/**
 * How much of `next` was already in `before`, in shared runs of five words (decisions.md, Findings). Words in
 * quotation marks are left out of both. Undefined where either has 80 words or fewer: too little to say.
 */
export function similarity(before: string, next: string): Similarity | undefined {
  const covered = coverQuotations(next);
  const [oldWords, newWords] = [bareWords(coverQuotations(before)), bareWords(covered)];
  if (oldWords.length <= comparableWords || newWords.length <= comparableWords) return undefined;
  const old = new Set(shinglesOf(oldWords));
  const sentences = sentenceRanges(covered)
    .filter(({ start, end }) => shareOf(shinglesOf(bareWords(covered.slice(start, end))), old) >= 0.5)
    .map(({ start, end }) => next.slice(start, end));
  return { ratio: shareOf(shinglesOf(newWords), old), sentences };
}
