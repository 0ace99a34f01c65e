import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanLine, cleanText, isClean, toNoBreakDates } from '../../shared/text/clean.ts';

/** XML 1.0, production [2] Char. */
const xmlText = /^[\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]*$/u;
const words = (text: string): string[] => text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];

const units = [
  ['\u0000', '\u0001', '\u0008', '\u000b', '\u000c', '\r', '\r\n', '\n', '\t', '\u001b', '\u007f', '\u0085'],
  ['\ud800', '\udc00', '\udfff', '\ufffe', '\uffff', '\ufdd0', '\u{1fffe}', '\u{10ffff}', '\u2028', '\u2029'],
  ['\u200f', '\u200e', '\u2067', '\u2069', '\u200d', '\ufeff', '\u00ad', '\u0301', ' ', '.', '<', '&'],
  ['word', 'שלום', 'مرحبا', '👩‍👩‍👧', '🏴󠁧󠁢󠁥󠁮󠁧󠁿', 'naïve', '12', 'Łódź', '儿童'],
].flat();
const hostile = fc.constantFrom(...units);
const anyText = fc.oneof(
  fc.array(hostile, { maxLength: 40 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary' }),
  // Any 16-bit units in any order: half pairs included.
  fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units)),
);

describe('cleanText', () => {
  it.each([
    ['Dad\u000bMum', 'Dad\nMum'],
    ['Dad\u000cMum', 'Dad\nMum'],
    ['one\r\ntwo\rthree', 'one\ntwo\nthree'],
    ['home\uFFFEschool', 'home school'],
    ['home \uFFFFschool', 'home school'],
    ['half \ud83d pair', 'half  pair'],
    ['Ali\u0000.', 'Ali.'],
    ['a\tb', 'a\tb'],
    ['\u200fשלום\u200f 👩‍👩‍👧', '\u200fשלום\u200f 👩‍👩‍👧'],
    ['\u{1fffe}', ''],
    ['', ''],
  ])('%j becomes %j', (from, to) => {
    expect(cleanText(from)).toBe(to);
  });

  it('gives what XML can hold, and keeps every word in order', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const clean = cleanText(text);
        expect(clean).toMatch(xmlText);
        expect(isClean(clean)).toBe(true);
        expect(words(clean)).toEqual(words(text));
        expect(cleanText(clean)).toBe(clean);
      }),
      { numRuns: 1000 },
    );
  });

  it('leaves text that is clean as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        fc.pre(isClean(text) && !/[\r\u2028\u2029]/u.test(text));
        expect(cleanText(text)).toBe(text);
      }),
    );
  });

  it('puts a line on one line without fusing its words', () => {
    expect(cleanLine('Ali\u000bB\n\n\tC')).toBe('Ali B C');
    fc.assert(
      fc.property(anyText, (text) => {
        expect(cleanLine(text)).not.toMatch(/[\n\t]/);
        expect(words(cleanLine(text))).toEqual(words(text));
      }),
    );
  });

  it('takes a long text in its stride', () => {
    const long = 'word \u0000'.repeat(100_000);
    expect(cleanText(long)).toBe('word '.repeat(100_000));
  });
});

describe('toNoBreakDates', () => {
  it.each([
    ['by 5 Oct 2026, then', 'by 5~Oct~2026, then'],
    ['on Mon 5 Oct 2026.', 'on Mon~5~Oct~2026.'],
    ['Monday 12 October and 13 May', 'Monday~12~October and 13~May'],
    ['at 1.30 pm or 12 noon', 'at 1.30~pm or 12~noon'],
    ['may 12 Octopus 3 amber', 'may 12 Octopus 3 amber'],
    ['He is 12 and may go', 'He is 12 and may go'],
  ])('%s', (from, to) => {
    expect(toNoBreakDates(from)).toBe(to.replaceAll('~', '\u00a0'));
  });
});
