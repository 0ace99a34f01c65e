import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  firstSectionOf,
  groupOfDigit,
  lineStarts,
  readLine,
  typedLine,
} from '../../shared/domain/noteLine.ts';
import { groupKeys, sectionOf } from '../../shared/domain/model/sections.ts';

describe('a line of the running note', () => {
  it.each([
    ['w: to see Nan', 'wish', 'to see Nan'],
    ['Wish: to see Nan', 'wish', 'to see Nan'],
    ['  y : the dark', 'worry', 'the dark'],
    ['a:ring the clinic', 'action', 'ring the clinic'],
    ['A good day', 'note', 'A good day'],
    ['Dad: he rang', 'note', 'Dad: he rang'],
    ['w', 'note', 'w'],
    ['10:04 all here', 'note', '10:04 all here'],
  ])('%j is a %s', (typed, kind, text) => {
    expect(readLine(typed)).toEqual({ kind, text });
  });

  it('comes back as it was when it is typed again', () => {
    const words = fc
      .string({ minLength: 1 })
      .map((text) => text.replaceAll(/[\s:]+/g, ' ').trim())
      .filter((text) => text !== '');
    fc.assert(
      fc.property(
        fc.constantFrom(...lineStarts.map(({ kind }) => kind), 'note' as const),
        words,
        (kind, text) => {
          expect(readLine(typedLine({ kind, text }))).toEqual({ kind, text });
        },
      ),
    );
  });

  it('is filed by digit to the ten groups, 1 to 9 and then 0', () => {
    expect('1234567890'.split('').map(groupOfDigit)).toEqual(groupKeys);
    expect(groupOfDigit('x')).toBeUndefined();
    for (const group of groupKeys) expect(sectionOf(firstSectionOf(group)).group).toBe(group);
  });
});
