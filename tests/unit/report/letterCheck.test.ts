import { describe, expect, it } from 'vitest';
import { checkLetter, letterNames, lengthBand } from '../../../shared/report/letterCheck.ts';
import * as build from '../support/builders.ts';

describe('how a letter reads', () => {
  const letterOf = (text: string) => ({ proudOf: text, cards: [], toMend: [], whenWeSpeak: '' });

  it.each([
    [7, 100, 200],
    [8, 200, 400],
    [12, 200, 400],
    [13, 300, 600],
  ])('at %i should have %i to %i words', (age, from, to) => {
    expect(lengthBand(age)).toEqual({ from, to });
  });

  it('is short, right or long for the age, its bounds included', () => {
    const words = (count: number) => letterOf(Array.from({ length: count }, () => 'cat').join(' '));
    expect([99, 100, 200, 201].map((count) => checkLetter(words(count), [], 7).length)).toEqual([
      'short',
      'right',
      'right',
      'long',
    ]);
  });

  it('marks a sentence over 20 words, and one too hard for the age, and no other', () => {
    const long = `${Array.from({ length: 21 }, () => 'cat').join(' ')}.`;
    const hard =
      'Multidisciplinary professionals systematically evaluated developmental considerations affecting accommodation.';
    const easy = 'Bel says yes if you clean the cage.';
    const { sentences } = checkLetter(letterOf(`${easy} ${long} ${hard}`), [], 9);
    expect(sentences.map(({ sentence, isLong, isHard }) => [sentence, isLong, isHard])).toEqual([
      [long, true, false],
      [hard, false, true],
    ]);
  });

  it('does not measure names', () => {
    const record = build.aRecord({ people: [build.aPerson({ name: 'Anastasia Featheringtonshaw' })] });
    const text = 'Anastasia Featheringtonshaw will come to see you.';
    const named = checkLetter(letterOf(text), letterNames(record), 9).readingAge ?? 0;
    expect(named).toBeLessThan(checkLetter(letterOf(text), [], 9).readingAge ?? 0);
  });
});
