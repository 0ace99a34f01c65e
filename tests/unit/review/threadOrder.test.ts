import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Line } from '../../../renderer/features/review/check/threadOrder.ts';
import { crossings, orderDecisions } from '../../../renderer/features/review/check/threadOrder.ts';

const lines = (...pairs: readonly (readonly [number, string])[]): Line[] =>
  pairs.map(([point, decision]) => ({ point, decision }));

describe('crossings', () => {
  it('counts two lines that cross, and not two that share an end', () => {
    expect(crossings(lines([0, 'b'], [1, 'a']), ['a', 'b'])).toBe(1);
    expect(crossings(lines([0, 'b'], [1, 'a']), ['b', 'a'])).toBe(0);
    expect(crossings(lines([0, 'a'], [0, 'b'], [1, 'b']), ['a', 'b'])).toBe(0);
  });
});

describe('the order of decisions', () => {
  it('uncrosses what can be uncrossed', () => {
    const drawn = lines(
      [0, 'd2'],
      [1, 'd3'],
      [2, 'd4'],
      [4, 'd1'],
      [4, 'd5'],
      [5, 'd1'],
      [6, 'd2'],
      [7, 'd5'],
    );
    const order = orderDecisions(drawn, ['d1', 'd2', 'd3', 'd4', 'd5', 'd6']);
    expect(crossings(drawn, order)).toBeLessThan(crossings(drawn, ['d1', 'd2', 'd3', 'd4', 'd5', 'd6']));
    expect(order.at(-1)).toBe('d6');
  });

  it('finds the order without a crossing wherever each decision answers one point', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(['a', 'b', 'c', 'd', 'e', 'f', 'g'], { minLength: 7 }), (wanted) => {
        const drawn = wanted.map((decision, point) => ({ point, decision }));
        expect(orderDecisions(drawn, ['a', 'b', 'c', 'd', 'e', 'f', 'g'])).toEqual(wanted);
      }),
    );
  });

  it('never crosses more than the order it was given, and keeps every decision once', () => {
    const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
    const line = fc.record({ point: fc.nat({ max: 12 }), decision: fc.constantFrom(...names) });
    fc.assert(
      fc.property(fc.array(line, { maxLength: 20 }), fc.shuffledSubarray(names), (drawn, given) => {
        const order = orderDecisions(drawn, given);
        expect([...order].sort()).toEqual([...given].sort());
        expect(crossings(drawn, order)).toBeLessThanOrEqual(crossings(drawn, given));
      }),
    );
  });
});
