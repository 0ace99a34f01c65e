import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TextPiece } from '../../shared/text/differences.ts';
import { differences } from '../../shared/text/differences.ts';

const joined = (pieces: readonly TextPiece[]) => pieces.map(({ text }) => text).join('');
const own = (pieces: readonly TextPiece[]) => pieces.filter(({ isOwn }) => isOwn).map(({ text }) => text);

describe('the differences of two texts', () => {
  it('marks in each what only it has, by whole words', () => {
    const { first, second } = differences('Leah likes the garden.', 'Leah likes her garden a lot.');
    expect(own(first)).toEqual(['the']);
    expect(own(second)).toEqual(['her', ' a lot']);
  });

  it('marks nothing in equal texts, and everything where one is empty', () => {
    expect(own(differences('same', 'same').first)).toEqual([]);
    expect(differences('', 'all new')).toEqual({ first: [], second: [{ text: 'all new', isOwn: true }] });
  });

  it('loses nothing of either, and what both share is the same in both', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (a, b) => {
        const { first, second } = differences(a, b);
        const shared = (pieces: readonly TextPiece[]) => joined(pieces.filter(({ isOwn }) => !isOwn));
        expect([joined(first), joined(second)]).toEqual([a, b]);
        expect(shared(first)).toBe(shared(second));
      }),
    );
  });
});
