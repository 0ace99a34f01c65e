import { findingTable } from '../domain/findings/table.ts';
import type { ChildRecord } from '../domain/model/record.ts';
import type { Letter } from '../domain/model/review.ts';
import type { SentenceReading } from '../text/readability.ts';
import { readability } from '../text/readability.ts';
import { wordCount } from '../text/words.ts';

function partsOf(letter: Letter): string[] {
  const cards = letter.cards.flatMap(({ heading, text }) => [heading, text]);
  const { proudOf, toMend, staysTheSame = '', whenWeSpeak } = letter;
  return [proudOf, ...cards, ...toMend, staysTheSame, whenWeSpeak];
}

/** How many words a letter should have. */
export type LengthBand = { readonly from: number; readonly to: number };

/** Length by age in years (design.md, Documents): under 8, 8 to 12, 13 and over. */
export function lengthBand(age: number): LengthBand {
  if (age < 8) return { from: 100, to: 200 };
  return age < 13 ? { from: 200, to: 400 } : { from: 300, to: 600 };
}

export type MarkedSentence = {
  readonly sentence: string;
  /** In years; undefined where there is nothing to measure. */
  readonly readingAge: number | undefined;
  /** Without quotations and names. */
  readonly words: number;
  /** More than 20 words. */
  readonly isLong: boolean;
  /** Harder than the letter's limit. */
  readonly isHard: boolean;
};

export type LetterCheck = {
  readonly words: number;
  readonly band: LengthBand;
  readonly length: 'short' | 'right' | 'long';
  /** Of the whole letter, in years. */
  readonly readingAge: number | undefined;
  /** The child's age within the bounds of the finding, which a sentence may exceed by its margin. */
  readonly limit: number;
  /** The sentences to look at, in reading order. */
  readonly sentences: readonly MarkedSentence[];
};

/**
 * How the letter reads for a child of `age` years: its length, its reading age (Flesch-Kincaid grade + 5), and each
 * sentence that is long or hard. The thresholds are those of the finding `letter-hard-to-read`. `names` (people,
 * places) and words in quotation marks are not measured.
 */
export function checkLetter(letter: Letter, names: readonly string[], age: number): LetterCheck {
  const { youngest, oldest, margin, words: fewest } = findingTable['letter-hard-to-read'].shipped;
  const text = partsOf(letter).join('\n');
  const read = readability(text, names);
  const limit = Math.min(oldest, Math.max(youngest, age));
  const isHard = ({ words, age: readingAge }: SentenceReading) =>
    words >= fewest && readingAge !== undefined && readingAge > limit + margin;
  const band = lengthBand(age);
  const words = wordCount(text);
  const length = words < band.from ? 'short' : words > band.to ? 'long' : 'right';
  const sentences = read.sentences
    .filter((sentence) => sentence.isLong || isHard(sentence))
    .map((sentence) => ({
      sentence: sentence.text,
      readingAge: sentence.age,
      words: sentence.words,
      isLong: sentence.isLong,
      isHard: isHard(sentence),
    }));
  return { words, band, length, readingAge: read.age, limit, sentences };
}

/** Names that nobody can write simpler: the child's, the people's. */
export function letterNames({ child, people }: Pick<ChildRecord, 'child' | 'people'>): string[] {
  return [child.fullName, child.preferredName, ...people.map((person) => person.name)];
}
