import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coverQuotations, sentenceRanges, sentencesOf } from '../../shared/text/sentences.ts';

describe('sentences', () => {
  it.each([
    ['Anna came. Ben left!', ['Anna came.', 'Ben left!']],
    ['Mr. Okoro rang Dr. Fenn. She wrote.', ['Mr. Okoro rang Dr. Fenn.', 'She wrote.']],
    ['We met at 1.30 pm. It rained.', ['We met at 1.30 pm.', 'It rained.']],
    ['We met at 1.30 p.m. on Monday. It rained.', ['We met at 1.30 p.m. on Monday.', 'It rained.']],
    ['We met at 2 p.m. Then we ate.', ['We met at 2 p.m.', 'Then we ate.']],
    ['Things, e.g. Lego, help. i.e. Yes.', ['Things, e.g. Lego, help.', 'i.e. Yes.']],
    [
      'J. R. Fenn and A. Bell came. So do I. Then home.',
      ['J. R. Fenn and A. Bell came.', 'So do I.', 'Then home.'],
    ],
    ['By 5 Oct. 2026 it is done. Good.', ['By 5 Oct. 2026 it is done.', 'Good.']],
    ['“Why?” she asked. “No.” He left.', ['“Why?” she asked.', '“No.”', 'He left.']],
    ['Wait… then go. Oh... fine', ['Wait… then go.', 'Oh... fine']],
    ['1. Anna will ring.\n2. Ben will write', ['1. Anna will ring.', '2. Ben will write']],
    ['A line\nanother line', ['A line', 'another line']],
    ['he left. then came back', ['he left.', 'then came back']],
    ['See etc. Then go, etc. and so on.', ['See etc.', 'Then go, etc. and so on.']],
    ['', []],
    [' \n ', []],
  ])('%j', (text, sentences) => {
    expect(sentencesOf(text)).toEqual(sentences);
  });

  it('loses nothing but space, in order', () => {
    const part = fc.constantFrom(
      'Mr',
      'e.g',
      '1',
      'Oct',
      'J',
      '“',
      '”',
      '.',
      '?',
      '…',
      ' ',
      '\n',
      'Word',
      'small',
      '😀',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 40 }), (parts) => {
        const text = parts.join('');
        const ranges = sentenceRanges(text);
        const bare = (piece: string) => piece.replaceAll(/\s/gu, '');
        expect(bare(ranges.map(({ start, end }) => text.slice(start, end)).join(''))).toBe(bare(text));
        expect(
          ranges.every(({ start, end }, index) => start < end && start >= (ranges[index - 1]?.end ?? 0)),
        ).toBe(true);
      }),
    );
  });

  it('reads a very long text, with one mark after another, without slowing down', () => {
    expect(sentencesOf('Anna came. '.repeat(20_000))).toHaveLength(20_000);
    expect(sentencesOf('.'.repeat(100_000))).toHaveLength(1);
    for (const mark of ["'", '“', '‘a ', '"', '« ']) {
      expect(coverQuotations(mark.repeat(20_000))).toHaveLength(20_000 * mark.length);
    }
  });
});

describe('quotations', () => {
  it.each([
    ['He said “I want my door shut.” We agreed.', 'He said ####################.” We agreed.'],
    ['She wrote "no" twice', 'She wrote ###" twice'],
    ['Mum’s cat isn’t here', 'Mum’s cat isn’t here'],
    ["Mum's cat said 'go away' twice", "Mum's cat said ########' twice"],
    ['She said ‘it isn’t fair’ then', 'She said ##############’ then'],
    ['An “open quote\nthen ”another', 'An “open quote\nthen ”another'],
  ])('%s', (text, covered) => {
    expect(coverQuotations(text).replaceAll('\ue000', '#')).toBe(covered);
  });
});
