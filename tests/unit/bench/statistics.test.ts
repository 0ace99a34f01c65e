import { array, assert, double, integer, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Line } from '../../../bench/lines.ts';
import { ratioOf, verdictOf } from '../../../bench/lines.ts';
import { median, percentile, sampleOf } from '../../../bench/statistics.ts';
import { tableOf } from '../../../bench/table.ts';

const hundred = Array.from({ length: 100 }, (_none, place) => 100 - place);

describe('median', () => {
  it('is the middle value, or the mean of the two in the middle', () => {
    expect(median([3])).toBe(3);
    expect(median([9, 1, 5])).toBe(5);
    expect(median([4, 1, 3, 2])).toBe(2.5);
  });

  it('has as many values above it as below', () => {
    assert(
      property(array(integer(), { minLength: 1 }), (values) => {
        const middle = median(values);
        const below = values.filter((value) => value < middle).length;
        const above = values.filter((value) => value > middle).length;
        expect(below).toBeLessThanOrEqual(values.length / 2);
        expect(above).toBeLessThanOrEqual(values.length / 2);
      }),
    );
  });
});

describe('percentile', () => {
  it('is the nearest rank: always a value that was measured', () => {
    expect(percentile(hundred, 0.95)).toBe(95);
    expect(percentile(hundred, 0.99)).toBe(99);
    expect(percentile(hundred, 1)).toBe(100);
    expect(percentile(hundred, 0)).toBe(1);
    expect(percentile([1, 2, 3, 4], 0.5)).toBe(2);
    expect(percentile([7], 0.99)).toBe(7);
  });

  it('has at least its share of the values at or below it, and would not with a smaller one', () => {
    const values = array(integer(), { minLength: 1, maxLength: 200 });
    assert(
      property(values, double({ min: 0.01, max: 1, noNaN: true }), (sample, share) => {
        const value = percentile(sample, share);
        expect(sample).toContain(value);
        expect(sample.filter((each) => each <= value).length / sample.length).toBeGreaterThanOrEqual(
          share - 1e-9,
        );
        expect(sample.filter((each) => each < value).length / sample.length).toBeLessThan(share);
      }),
    );
  });

  it('leaves the sample as it was and refuses what has none', () => {
    const sample = [3, 1, 2];
    percentile(sample, 0.5);
    median(sample);
    expect(sample).toEqual([3, 1, 2]);
    expect(() => percentile([], 0.5)).toThrow(RangeError);
    expect(() => percentile([1], 95)).toThrow(RangeError);
    expect(() => median([])).toThrow(RangeError);
  });
});

describe('a line of the table', () => {
  const line: Line = { id: 'x', what: 'X', unit: 'ms', sample: sampleOf(hundred) };
  const floor = { what: 'the least', sample: sampleOf(hundred.map((value) => value / 10)) };

  it('is judged by the figure that its budget names', () => {
    expect(verdictOf(line)).toBe('no budget');
    expect(verdictOf({ ...line, budget: { figure: 'median', most: 51 } })).toBe('met');
    expect(verdictOf({ ...line, budget: { figure: 'p95', most: 94 } })).toBe('MISSED');
  });

  it('is judged by its ratio too, and misses it where there is no floor to stand on', () => {
    expect(ratioOf({ ...line, floor })).toBeCloseTo(10);
    expect(verdictOf({ ...line, floor, ratioBudget: { figure: 'p99', most: 10.1 } })).toBe('met');
    expect(verdictOf({ ...line, floor, ratioBudget: { figure: 'p99', most: 9.9 } })).toBe('MISSED');
    expect(verdictOf({ ...line, ratioBudget: { figure: 'p99', most: 2 } })).toBe('MISSED');
    const both = {
      budget: { figure: 'median', most: 1 },
      ratioBudget: { figure: 'median', most: 99 },
    } as const;
    expect(verdictOf({ ...line, floor, ...both })).toBe('MISSED');
  });

  it('has a head for every column', () => {
    const [head, rule, row] = tableOf([{ ...line, floor }]).split('\n');
    const columns = (text = '') => text.split(' | ').length;
    expect(columns(head)).toBe(columns(row));
    expect(columns(rule)).toBe(columns(row));
  });

  it('says MISSED in the table', () => {
    const table = tableOf([{ ...line, budget: { figure: 'p95', most: 94 } }]);
    expect(table).toContain('| X | ms | 50.5 | 95.0 | 99.0 | – | – | – | p95 ≤ 94 ms | MISSED |');
  });
});
