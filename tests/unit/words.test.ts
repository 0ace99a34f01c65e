import { describe, expect, it } from 'vitest';
import { bareWords, fieldInitials, unknownInitials, wordCount } from '../../shared/text/words.ts';

describe('words', () => {
  it.each([
    ['Anna – well-being, Mum’s house (2nd).', 5],
    ['', 0],
    [' … — ', 0],
    ['שלום עולם\n\nB', 3],
  ])('%j has %i', (text, count) => {
    expect(wordCount(text)).toBe(count);
  });

  it('folds words for comparing', () => {
    expect(bareWords('Mum’s “Well-Being” – ＡＢＣ')).toEqual(["mum's", 'well-being', 'abc']);
  });
});

describe('unknown initials', () => {
  const known = new Set(Object.keys(fieldInitials));
  it.each([
    ['The IRO asked for the PEP and SDQ.', []],
    ['The IROs met TAF and TAF, then the MARACs.', ['TAF', 'MARAC']],
    ['GL1 2AB, N1 and R2, A level, I am', []],
    ['DoLs and McDonald are no initials; ABCDEF is too long', []],
    ['(XYZ) XY-Z', ['XYZ', 'XY']],
    ['ÉCO', ['ÉCO']],
  ])('%s', (text, found) => {
    expect(unknownInitials(text, known)).toEqual(found);
  });

  it('finds all when none are known', () => {
    expect(unknownInitials('IRO', new Set())).toEqual(['IRO']);
  });
});
