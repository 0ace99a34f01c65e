import { describe, expect, it } from 'vitest';
import { isoDate } from '../../../shared/domain/dates.ts';
import { deadlinesOf } from '../../../shared/domain/deadlines/deadlinesOf.ts';
import { faultTable } from '../../../shared/domain/deadlines/faultTable.ts';
import { keysOf } from '../../../shared/domain/keysOf.ts';
import type { ChildRecord } from '../../../shared/domain/model/record.ts';
import { aChild, aPeriod, aReview, anEvent, lookedAfter } from '../support/builders.ts';
import { aChildReviewed, datesOf, ofKind, ruleSetWith } from '../support/deadlines.ts';

const home = aPeriod({ id: 'home', kind: 'placement', placement: 'foster-carers', from: '2026-01-05' });
const sound = (more: Partial<ChildRecord> = {}, ...reviews: Parameters<typeof aChildReviewed>[1]) =>
  aChildReviewed('2026-01-05', reviews, { periods: [home], ...more });
const codes = (record: ChildRecord, today = '2026-06-01') =>
  datesOf(record, today).faults.map(({ code }) => code);

describe('facts that cannot be right', () => {
  it('are none in an ordinary record', () => {
    expect(codes(sound({}, '2026-02-02'))).toEqual([]);
  });

  it('a review before the child was looked after moves nothing, and is named', () => {
    const record = sound({}, '2025-12-01');
    const { faults } = datesOf(record, '2026-01-20');
    expect(faults).toEqual([
      expect.objectContaining({
        code: 'review-before-looked-after',
        of: { entity: 'review', id: 'r1' },
        field: 'heldOn',
        what: expect.stringContaining('1 Dec 2025'),
      }),
    ]);
    expect(ofKind('review', record, '2026-01-20')).toEqual(['R-01 2026-02-02']);
  });

  it('a birth after it, or after a review', () => {
    const child = aChild({ dateOfBirth: '2026-02-10' });
    const record = sound({ child }, '2026-02-02');
    expect(codes(record)).toEqual(['birth-after-looked-after', 'review-before-birth']);
    expect(ofKind('review', record, '2026-03-01').at(-1)).toBe('R-02 2026-05-02');
  });

  it('a missing date of birth leaves the age out, and the rest is computed', () => {
    const { child, ...record } = sound({}, '2026-02-02');
    const dates = deadlinesOf({ ...record, child: { id: child.id } }, isoDate('2026-06-01'), ruleSetWith());
    expect(dates.faults.map(({ code }) => code)).toEqual(['birth-missing']);
    expect(dates.deadlines.some(({ rule }) => rule.id === 'R-02')).toBe(true);
    expect(dates.deadlines.some(({ kind }) => kind === 'sdq')).toBe(false);
  });

  it('nothing about being looked after', () => {
    expect(codes({ ...sound(), periods: [] })).toEqual(['looked-after-missing']);
  });

  it('a time that ends before it begins is left out; two at once are named', () => {
    const backwards = lookedAfter('2026-03-01', '2026-02-01');
    const record = { ...sound({}, '2026-02-02'), periods: [lookedAfter('2026-01-05'), backwards, home] };
    expect(codes(record)).toEqual(['period-ends-before-it-begins']);
    expect(ofKind('review', record, '2026-03-01').at(-1)).toBe('R-02 2026-05-02');
    const twice = { ...record, periods: [lookedAfter('2026-01-05'), lookedAfter('2026-04-01'), home] };
    expect(codes(twice)).toEqual(['periods-overlap']);
  });

  it('a placement that no rule knows, or none at all', () => {
    const other = aPeriod({ id: 'home', kind: 'placement', placement: 'other', from: '2026-01-05' });
    const record = sound({ periods: [other] });
    expect(codes(record)).toEqual(['placement-unknown']);
    expect(ofKind('visit', record, '2026-01-06')).toEqual(['S-01 2026-01-12']);
    expect(codes(sound({ periods: [] }))).toEqual(['placement-missing']);
  });

  it('a review without a day, or one that counts on a day ahead', () => {
    const undated = aReview({ id: 'old', number: 1, isBeforeStore: true });
    expect(codes({ ...sound(), reviews: [undated], meetings: [] })).toEqual(['review-undated']);
    expect(codes(sound({}, { on: '2026-02-02', countedOn: isoDate('2026-07-01') }))).toEqual([
      'counted-day-ahead',
    ]);
  });

  it('a next review that is not to be, while the child is looked after', () => {
    const gone = { on: '2026-02-02', nextReview: { kind: 'none', because: 'returned-home' } } as const;
    expect(codes(sound({}, gone))).toEqual(['ended-but-still-looked-after']);
  });

  it.each([
    ['event-undated', { kind: 'other' }],
    ['event-before-birth', { kind: 'visit', on: '2016-01-01' }],
    ['missing-return-unknown', { kind: 'missing', on: '2026-05-01' }],
    [
      'missing-return-before-start',
      {
        kind: 'missing',
        on: '2026-05-01',
        startedAt: '2026-05-01T20:00:00Z',
        endedAt: '2026-05-01T19:00:00Z',
      },
    ],
  ] as const)('%s', (code, event) => {
    expect(codes(sound({ events: [anEvent(event)] }))).toEqual([code]);
  });

  it('say what to do, each in a sentence', () => {
    for (const code of keysOf(faultTable)) expect(faultTable[code].remedy).toMatch(/^[A-Z].*\.$/);
  });
});
