import { counted } from '../../report/phrases.ts';
import { readability } from '../../text/readability.ts';
import type { Checked, Rule } from './context.ts';
import { findingOf } from './finding.ts';
import { letterParagraphs } from './passages.ts';
import { findingTable } from './table.ts';

const { youngest, oldest, margin, words: fewestWords } = findingTable['letter-hard-to-read'].shipped;

/** Names of people and places: nobody can write them simpler. */
function namesOf({ record }: Checked): string[] {
  return [
    record.child.fullName,
    record.child.preferredName,
    ...record.people.map(({ name }) => name),
    ...record.periods.flatMap((period) => {
      if (period.kind === 'school' || period.kind === 'social-worker') return [period.name];
      return period.kind === 'placement' ? [period.provider ?? ''] : [];
    }),
  ];
}

/** The age in years that the letter should be readable at: the child's own, within bounds. */
function readingAgeFor(age: number): number {
  return Math.min(oldest, Math.max(youngest, age));
}

/**
 * The sentences of the letter that are too hard (Flesch-Kincaid grade + 5, without quotations and names) or have
 * more than 20 words (design.md, Documents). One finding for the letter.
 */
const letterIsReadable: Rule = (checked) => {
  const paragraphs = letterParagraphs(checked.review);
  if (paragraphs.length === 0) return [];
  const limit = readingAgeFor(checked.age) + margin;
  const { sentences } = readability(paragraphs.join('\n'), namesOf(checked));
  const hard = sentences.filter(
    ({ words, isLong, age }) => isLong || (words >= fewestWords && age !== undefined && age > limit),
  );
  if (hard.length === 0) return [];
  const what = `${counted(hard.length, 'sentence')} of the letter ${hard.length === 1 ? 'is' : 'are'} long, or hard to read at ${readingAgeFor(checked.age)}.`;
  const target = { review: checked.review.id, section: 'front-sheet', field: 'letter' } as const;
  return [
    findingOf(
      'letter-hard-to-read',
      target,
      what,
      hard.map(({ text }) => text),
    ),
  ];
};

export const letterRules: readonly Rule[] = [letterIsReadable];
