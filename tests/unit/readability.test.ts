import { describe, expect, it } from 'vitest';
import { readability } from '../../shared/text/readability.ts';

const twenty = Array.from({ length: 20 }, () => 'cat').join(' ');

describe('reading age', () => {
  it('is the Flesch-Kincaid grade and five', () => {
    // 4 + 6 words, 10 + 1 syllables over two sentences: 0.39*5 + 11.8*1.1 - 15.59 + 5 = 4.34
    const result = readability('The cat sat down. We all went to the party.');
    expect(result.words).toBe(10);
    expect(result.age).toBe(4.3);
    expect(result.sentences.map(({ words }) => words)).toEqual([4, 6]);
  });

  it('marks a sentence over 20 words, not one of 20', () => {
    expect(readability(`${twenty}. ${twenty} dog.`).sentences.map(({ isLong }) => isLong)).toEqual([
      false,
      true,
    ]);
  });

  it('does not measure quotations or names', () => {
    const plain = readability('We said yes to it.');
    const more = readability(
      'We said “immediately, unquestionably, yes. Enormously!” yes to Persephone Oluwadamilare-Featherstonehaugh it.',
      ['Persephone Oluwadamilare-Featherstonehaugh'],
    );
    expect(more.age).toBe(plain.age);
    expect(more.words).toBe(plain.words);
    expect(readability('Persephone’s bike is new.', ['Persephone']).words).toBe(3);
  });

  it('keeps a sentence that ends in a quotation apart from the next, and shows it as written', () => {
    const result = readability('You said “I want my door shut.” We agreed to that.');
    expect(result.sentences.map(({ text }) => text)).toEqual([
      'You said “I want my door shut.”',
      'We agreed to that.',
    ]);
  });

  it('is harder for harder words, and counts a number as a word', () => {
    const easy = readability('We will ask the school to help you.').age ?? 0;
    const hard =
      readability('Professionals will facilitate multidisciplinary educational provision.').age ?? 0;
    expect(hard).toBeGreaterThan(easy + 5);
    expect(readability('On 5 Oct 2026.').words).toBe(4);
  });

  it('has none for a text without words', () => {
    expect(readability('')).toEqual({ age: undefined, words: 0, sentences: [] });
    expect(readability('“Yes.”').age).toBeUndefined();
  });
});
