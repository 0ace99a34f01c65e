import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Decision } from '../../../renderer/features/review/writeUp/crossing.ts';
import { crossedWords, nextOpen, piecesOf } from '../../../renderer/features/review/writeUp/crossing.ts';

const offered = {
  words: 'Dot rang. She ran.',
  marks: [
    { start: 0, end: 3, why: 'other-child' as const },
    { start: 10, end: 13, why: 'pronoun' as const },
  ],
};
const kept: Decision = { kind: 'kept' };

describe('a paragraph that crosses', () => {
  it('has no words to put in while one mark was not looked at', () => {
    expect(crossedWords(offered, [])).toBeUndefined();
    expect(crossedWords(offered, [kept, undefined])).toBeUndefined();
    expect(crossedWords(offered, [{ kind: 'replaced', by: 'Your sister' }, kept])).toBe(
      'Your sister rang. She ran.',
    );
    expect(crossedWords({ words: 'Nothing here.', marks: [] }, [])).toBe('Nothing here.');
  });

  it('goes on to the next mark, and back to one that was passed', () => {
    expect(nextOpen([undefined, undefined], -1)).toBe(0);
    expect(nextOpen([kept, undefined], 0)).toBe(1);
    expect(nextOpen([undefined, kept], 1)).toBe(0);
    expect(nextOpen([kept, kept], 1)).toBeUndefined();
  });

  it('loses no unit of its words in pieces, and keeps them whole when every mark is kept', () => {
    const words = fc.string({ unit: 'grapheme', minLength: 6 });
    fc.assert(
      fc.property(words, fc.nat(), (text, seed) => {
        const cut = seed % (text.length - 2);
        const given = { words: text, marks: [{ start: cut, end: cut + 2, why: 'pronoun' as const }] };
        expect(
          piecesOf(given)
            .map((piece) => piece.words)
            .join(''),
        ).toBe(text);
        expect(crossedWords(given, [kept])).toBe(text);
      }),
    );
  });
});
