import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDemo } from '../../main/cli/demo.ts';
import { recordFromCaseFile } from '../../shared/caseFileRecord.ts';
import { crossingMarks, offeredParagraphs } from '../../shared/domain/crossing.ts';
import type { Named } from '../../shared/domain/crossing.ts';
import { PointId } from '../../shared/domain/ids.ts';
import { Point } from '../../shared/domain/model/minutes.ts';
import { RichText, richTextFromPlain } from '../../shared/richText.ts';
import { aPeriod, aPerson } from './support/builders.ts';

function recordOf(name: string): Named {
  const file = readDemo().files.get(`${name}.case.json`);
  if (!file) throw new Error(`The demo has ${name}`);
  return recordFromCaseFile(file);
}
const pip = recordOf('pip');
const base = recordOf('dot');
const childId = base.child.id;
const dot: Named = {
  ...base,
  child: { ...base.child, fullName: 'Dorothea Pretendleigh', preferredName: 'Dot' },
  people: [
    ...base.people,
    aPerson({ childId, name: 'Mr Osric Vale', role: 'school', relationship: 'her Uncle Ozzie' }),
  ],
  periods: [
    ...base.periods,
    aPeriod({ childId, kind: 'school', name: 'Larkfield Primary School', from: '2024-09-01' }),
    aPeriod({
      childId,
      kind: 'placement',
      placement: 'foster-carers',
      address: '7 Quillon Rise, Nowhereton, ZZ7 3QX',
      from: '2024-01-01',
    }),
  ],
};
const marked = (text: string, usual = '') =>
  crossingMarks(text, pip, dot, usual).map(({ start, end, why }) => `${text.slice(start, end)} ${why}`);

describe('what is looked at before words cross to a brother’s record', () => {
  it.each([
    ['Then Dot ran.', ['Dot other-child']],
    ['DOT’S bag was left', ['DOT other-child']],
    ['with dot and with Dórothea', ['dot other-child', 'Dórothea other-child']],
    ['we saw Dotty there', ['Dotty other-child']],
    ['the Pretendleigh children', ['Pretendleigh other-child']],
    ['told by Osric', ['Osric other-person']],
    ['told by mr vale', ['vale other-person']],
    ['he rang Ozzie', ['he pronoun', 'Ozzie other-person']],
    ['at Larkfield now', ['Larkfield school']],
    ['a primary school', []],
    ['near Quillon, zz7 3qx', ['Quillon address', 'zz7 address', '3qx address']],
    ['SHE lost hers, himself said', ['SHE pronoun', 'hers pronoun', 'himself pronoun']],
    ['there and then, the shelf', []],
    ['they met Zebedee twice', ['Zebedee unknown-name']],
  ])('%s', (text, marks) => {
    expect(marked(text, 'and then we saw')).toEqual(marks);
  });

  it('knows this child’s own name and people, and ordinary words that begin a sentence', () => {
    expect(marked('We saw Pip.', 'and then we went')).toEqual([]);
    expect(marked('Zoltan has stopped coming.', 'it has stopped')).toEqual(['Zoltan unknown-name']);
  });

  it('misses no name of the other child in any text, in any case', () => {
    const names = ['Dot', 'Dorothea', 'Osric', 'Ozzie', 'Larkfield', 'Quillon', 'he', 'she', 'hers'];
    const filler = fc.constantFrom('the', 'and', '“', '. ', ', ', ' – ', '\n', 'walks', '1.30', '’');
    const cased = fc
      .tuple(fc.constantFrom(...names), fc.constantFrom(0, 1, 2))
      .map(([name, how]) => (how === 0 ? name : how === 1 ? name.toUpperCase() : name.toLowerCase()));
    fc.assert(
      fc.property(fc.array(filler), cased, fc.array(filler), (before, name, after) => {
        const text = `${before.join(' ')} ${name} ${after.join(' ')}`;
        const at = before.join(' ').length + 1;
        const found = crossingMarks(text, pip, dot, '').some(
          ({ start, end }) => start === at && end === at + name.length,
        );
        expect(found).toBe(true);
      }),
    );
  });
});

describe('what is offered of another child’s text', () => {
  const point = (more: object) =>
    Point.parse({
      id: 'p1',
      childId: 'c',
      reviewId: 'r',
      section: 'health',
      kind: 'need',
      words: 'x',
      ...more,
    });
  const secret = { audience: { level: 'worker-and-iro' } };
  const anchored = RichText.parse({
    type: 'doc',
    content: [
      { type: 'paragraph', content: [{ type: 'text', text: 'Open.' }] },
      { type: 'paragraph' },
      {
        type: 'paragraph',
        content: [
          { type: 'text', text: 'Anchored.', marks: [{ type: 'point', attrs: { id: PointId.parse('p1') } }] },
        ],
      },
    ],
  });

  it('leaves out the paragraph that anchors a flagged point, and says how many', () => {
    expect(offeredParagraphs({ body: anchored }, [point(secret)])).toEqual({
      offered: [{ place: 0, words: 'Open.' }],
      withheld: 1,
    });
    expect(offeredParagraphs({ body: anchored }, [point({})]).withheld).toBe(0);
  });

  it('leaves out words of a flagged point whose anchor was lost', () => {
    const body = richTextFromPlain('She told Bea in secret.\n\nOpen.');
    const { offered } = offeredParagraphs({ body }, [point({ ...secret, quote: 'told Bea in secret' })]);
    expect(offered.map(({ words }) => words)).toEqual(['Open.']);
  });

  it('offers nothing of a text that is limited as a whole', () => {
    const body = richTextFromPlain('One.\n\nTwo.');
    const audience = { level: 'everyone' as const, restriction: 'police' as const };
    expect(offeredParagraphs({ body, audience }, [])).toEqual({ offered: [], withheld: 2 });
  });
});
