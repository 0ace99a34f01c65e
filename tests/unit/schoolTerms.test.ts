import { describe, expect, it } from 'vitest';
import { isoDate } from '../../shared/domain/dates.ts';
import type { TypedTerm } from '../../shared/domain/schoolTerms.ts';
import { termFaults } from '../../shared/domain/schoolTerms.ts';

const d = isoDate;
const autumn: TypedTerm = {
  name: 'autumn 2026',
  from: d('2026-09-02'),
  to: d('2026-12-18'),
  halfFrom: d('2026-10-26'),
  halfTo: d('2026-10-30'),
};

describe('a school term as it is typed', () => {
  it('is whole with its half term, and without one', () => {
    expect(termFaults(autumn)).toEqual({});
    expect(termFaults({ ...autumn, halfFrom: undefined, halfTo: undefined })).toEqual({});
  });

  it.each([
    ['no name', { name: ' ' }, ['name']],
    ['a name that is too long', { name: 'x'.repeat(101) }, ['name']],
    ['no days', { from: undefined, to: undefined }, ['from', 'to']],
    ['an end before its beginning', { to: d('2026-08-01') }, ['to', 'halfTo']],
    ['the first day of a half term alone', { halfTo: undefined }, ['halfTo']],
    ['the last day of a half term alone', { halfFrom: undefined }, ['halfFrom']],
    ['a half term that ends before it begins', { halfTo: d('2026-10-20') }, ['halfTo']],
    ['a half term before the term', { halfFrom: d('2026-08-20') }, ['halfFrom']],
    ['a half term after the term', { halfTo: d('2026-12-20') }, ['halfTo']],
  ] as const)('says what is wrong with %s', (_what, change, fields) => {
    const faults = termFaults({ ...autumn, ...change });
    expect(Object.keys(faults)).toEqual(fields);
    expect(Object.values(faults).every((words) => /^[A-Z].*\.$/.test(words ?? ''))).toBe(true);
  });
});
