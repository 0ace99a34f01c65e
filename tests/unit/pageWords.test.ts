import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { beginningOf, formatSize, unquoted, withArticle } from '../../renderer/app/words.ts';

describe('the page’s own words', () => {
  it.each([
    [0, '1 KB'],
    [419_600, '420 KB'],
    [1_000_000, '1 MB'],
    [12_360_000, '12.4 MB'],
    [1_250_000_000, '1.3 GB'],
  ])('%s bytes are %s', (bytes, words) => {
    expect(formatSize(bytes)).toBe(words);
  });

  it.each([
    ['They only ask', 'They only ask'],
    ['“They only ask.”', 'They only ask.'],
    [' "Why?" ', 'Why?'],
    ['She said “no”', 'She said “no”'],
  ])('%s stands in quotation marks as %s', (words, bare) => {
    expect(unquoted(words)).toBe(bare);
  });

  it.each([
    ['need', 'a need'],
    ['action', 'an action'],
    ['observation', 'an observation'],
  ])('%s is %s', (word, words) => {
    expect(withArticle(word)).toBe(words);
  });

  it('begin what somebody wrote with whole words, and say that it goes on', () => {
    expect(beginningOf('  A bed of\nher own ')).toBe('A bed of her own');
    expect(beginningOf('one two three', 9)).toBe('one two …');
    expect(beginningOf('one two three', 7)).toBe('one two …');
    expect(beginningOf('uninterrupted', 5)).toBe('unint …');
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 80 }), (words, most) => {
        const short = beginningOf(words, most);
        expect(short.length).toBeLessThanOrEqual(most + 2);
        expect(words.trim().replaceAll(/\s+/g, ' ').startsWith(short.replace(/ …$/, ''))).toBe(true);
      }),
    );
  });
});
