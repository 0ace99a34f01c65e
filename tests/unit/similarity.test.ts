import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { similarity } from '../../shared/text/similarity.ts';

const word = fc.string({ unit: fc.constantFrom(...Array.from('abcdefghij')), minLength: 4, maxLength: 9 });
const words = (min: number) => fc.uniqueArray(word, { minLength: min, maxLength: min + 40 });
const text = (list: readonly string[]) =>
  list.map((entry, index) => (index % 9 === 8 ? `${entry}.` : entry)).join(' ');

describe('similarity', () => {
  it('is 1 for the same text whatever its case and marks, and shows its sentences', () => {
    fc.assert(
      fc.property(words(81), (list) => {
        const result = similarity(text(list).toUpperCase(), text(list).replaceAll('.', ' !'));
        expect(result?.ratio).toBe(1);
        expect(similarity(text(list), text(list))?.sentences[0]).toBe(`${list.slice(0, 9).join(' ')}.`);
      }),
    );
  });

  it('is the share of the new text that was there before', () => {
    const old = Array.from({ length: 100 }, (_, index) => `old${index}`);
    const fresh = Array.from({ length: 100 }, (_, index) => `new${index}`);
    expect(similarity(old.join(' '), [...old, ...fresh].join(' '))?.ratio).toBeCloseTo(96 / 196);
    expect(similarity(old.join(' '), fresh.join(' '))).toEqual({ ratio: 0, sentences: [] });
    expect(similarity([...old, ...fresh].join(' '), old.join(' '))?.ratio).toBe(1);
  });

  it('says nothing of 80 words or fewer, quotations not counted', () => {
    const list = Array.from({ length: 81 }, (_, index) => `word${index}`);
    expect(similarity(list.join(' '), list.join(' '))).toBeDefined();
    expect(similarity(list.slice(1).join(' '), list.join(' '))).toBeUndefined();
    expect(similarity(list.join(' '), `“${list.join(' ')}”`)).toBeUndefined();
  });

  it('shows a sentence with one word changed, and not a new one', () => {
    const filler = Array.from({ length: 90 }, (_, index) => `w${index}`).join(' ');
    const before = `${filler}. Anna is settled with her carers and likes her school very much indeed these days.`;
    const next = `${filler}. Anna is settled with her carers and likes her school very much indeed this year. She has begun to swim.`;
    expect(similarity(before, next)?.sentences).toEqual([
      `${filler}.`,
      'Anna is settled with her carers and likes her school very much indeed this year.',
    ]);
  });
});
