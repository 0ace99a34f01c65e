import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyDiff, diff } from '../../shared/text/diff.ts';

const token = fc.constantFrom(
  'Anna',
  'came',
  ' ',
  '\n',
  '.',
  '{"type":"text"}',
  '😀',
  '\ud800',
  'é',
  'e\u0301',
  '7',
);
const anyText = fc.oneof(
  fc.array(token, { maxLength: 60 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary' }),
);

/** An edited copy: pieces taken out and put in at random places. */
const edited = fc
  .tuple(anyText, fc.array(fc.tuple(fc.nat(60), fc.nat(6), anyText), { maxLength: 4 }))
  .map(([from, edits]) => ({
    from,
    to: edits.reduce((text, [at, cut, put]) => text.slice(0, at) + put + text.slice(at + cut), from),
  }));

const longText = Array.from({ length: 4_000 }, (_, index) => `word${(index * 7919) % 1009}`).join(' ');

describe('the reverse diff', () => {
  it('gives back the older text, unit for unit, also through JSON', () => {
    fc.assert(
      fc.property(edited, ({ from, to }) => {
        const ops: unknown = JSON.parse(JSON.stringify(diff(from, to)));
        expect(ops).toEqual(diff(from, to));
        expect(applyDiff(to, diff(from, to)) === from).toBe(true);
      }),
      { numRuns: 2_000 },
    );
    fc.assert(fc.property(anyText, anyText, (from, to) => applyDiff(to, diff(from, to)) === from));
  });

  it('is as short as the change', () => {
    expect(diff('', '')).toEqual([]);
    expect(diff('same text', 'same text')).toEqual([9]);
    expect(diff('Anna came.', 'Anna never came.')).toEqual([5, -6, 5]);
    expect(diff('Anna never came.', 'Anna came.')).toEqual([5, 'never ', 5]);
    expect(diff('one two three four', 'one 2 three 4')).toEqual([4, -1, 'two', 7, -1, 'four']);
    expect(diff('', 'new')).toEqual([-3]);
    expect(diff('old', '')).toEqual(['old']);
  });

  it('keeps small changes in a long text small, and never splits a character', () => {
    const to = longText.replaceAll('word7 ', 'words 😀 ').replace('word500', '');
    const ops = diff(longText, to);
    expect(applyDiff(to, ops)).toBe(longText);
    expect(JSON.stringify(ops).length).toBeLessThan(200);
    expect(diff('😀', '😁')).toEqual([-2, '😀']);
  });

  it('gives the older text whole where nothing is alike, without a long search', () => {
    const to = longText.replaceAll('word', 'other');
    const ops = diff(longText, to);
    expect(applyDiff(to, ops)).toBe(longText);
    expect(ops.length).toBeLessThan(5);
  });

  it('refuses ops of another text', () => {
    expect(() => applyDiff('Anna', diff('x', 'Anna came.'))).toThrow(RangeError);
    expect(() => applyDiff('Anna came. Twice.', diff('x', 'Anna came.'))).toThrow(/does not belong/);
  });
});
