import { syllable } from 'syllable';
import { coverQuotations, sentenceRanges } from './sentences.ts';
import { bareWords } from './words.ts';

/** A sentence with more words than this is marked. */
export const longSentence = 20;

/** One sentence: as written, its words without quotations and names, whether it is over 20, its reading age. */
export type SentenceReading = {
  readonly text: string;
  readonly words: number;
  readonly isLong: boolean;
  readonly age: number | undefined;
};

/** `age` in years, one decimal (Flesch-Kincaid grade + 5); undefined for a text without words of its own. */
export type Readability = {
  readonly age: number | undefined;
  readonly words: number;
  readonly sentences: readonly SentenceReading[];
};

type Counts = { readonly words: number; readonly syllables: number };

function countsOf(text: string, names: ReadonlySet<string>): Counts {
  const words = bareWords(text).filter((word) => !names.has(word.replace(/'s?$/, '')));
  // A number has no vowels to count; it reads as one short word.
  const syllables = words.map((word) => Math.max(1, syllable(word))).reduce((sum, count) => sum + count, 0);
  return { words: words.length, syllables };
}

/** Flesch-Kincaid (Kincaid et al., 1975): 0.39 words a sentence + 11.8 syllables a word − 15.59; age = grade + 5. */
function readingAge({ words, syllables }: Counts, sentences: number): number | undefined {
  if (words === 0 || sentences === 0) return undefined;
  const grade = 0.39 * (words / sentences) + 11.8 * (syllables / words) - 15.59;
  return Math.round((grade + 5) * 10) / 10;
}

/**
 * How old a reader should be, for a letter to a child. The child's own words in quotation marks and the names
 * passed in (of people and places, each word of them) are not measured: nobody can write them simpler.
 */
export function readability(text: string, names: readonly string[] = []): Readability {
  const skipped = new Set(names.flatMap(bareWords));
  const covered = coverQuotations(text);
  const measured = sentenceRanges(covered).map(({ start, end }) => ({
    text: text.slice(start, end),
    counts: countsOf(covered.slice(start, end), skipped),
  }));
  const own = measured.map(({ counts }) => counts).filter(({ words }) => words > 0);
  const total: Counts = {
    words: own.reduce((sum, { words }) => sum + words, 0),
    syllables: own.reduce((sum, { syllables }) => sum + syllables, 0),
  };
  return {
    age: readingAge(total, own.length),
    words: total.words,
    sentences: measured.map(({ text: sentence, counts }) => ({
      text: sentence,
      words: counts.words,
      isLong: counts.words > longSentence,
      age: readingAge(counts, 1),
    })),
  };
}
