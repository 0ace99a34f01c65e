import { describe, expect, it } from 'vitest';
import type { ChildRecord } from '../../../shared/domain/model/record.ts';
import { aChild, aPeriod, anEvent, legalStatus, lookedAfter } from '../support/builders.ts';
import { aChildReviewed, ofKind, ofRule } from '../support/deadlines.ts';

type PlacementGiven = Partial<Extract<Parameters<typeof aPeriod>[0], { kind: 'placement' }>>;
const home = (from: string, more: PlacementGiven = {}) =>
  aPeriod({ id: 'home', kind: 'placement', placement: 'foster-carers', from, ...more });
const visits = (...days: string[]) =>
  days.map((on, place) => anEvent({ id: `visit-${place}`, kind: 'visit', on }));
const child = (periods: ChildRecord['periods'], days: string[], reviews: string[] = []) =>
  aChildReviewed('2025-01-06', reviews, { periods, events: visits(...days) });
const next = (record: ChildRecord, today: string) => ofKind('visit', record, today).at(-1);

describe('visits', () => {
  it('begin within a week of any placement, and anew with the next', () => {
    expect(ofKind('visit', child([home('2026-03-02')], []), '2026-03-02')).toEqual(['S-01 2026-03-09']);
    const seen = child([home('2026-03-02')], ['2026-03-10']);
    expect(ofKind('visit', seen, '2026-03-11')).toEqual([
      'S-01 2026-03-09 done 2026-03-10 late',
      'S-02 2026-04-21',
    ]);
    const moved = child(
      [home('2026-03-02', { id: 'old', to: '2026-03-16' }), home('2026-03-16')],
      ['2026-03-10'],
    );
    expect(ofKind('visit', moved, '2026-03-17')).toEqual(['S-01 2026-03-23']);
  });

  it.each([
    ['foster-carers', {}, '2027-02-28', 'S-02 2027-04-11'],
    ['foster-carers', {}, '2027-03-01', 'S-02 2027-04-12'],
    ['foster-carers', {}, '2027-03-02', 'S-03 2027-04-13'],
    ['foster-carers', { isUntil18: true }, '2027-03-01', 'S-02 2027-04-12'],
    ['foster-carers', { isUntil18: true }, '2027-03-02', 'S-03b 2027-06-02'],
    ['long-term-foster-carers', {}, '2027-11-30', 'S-03b 2028-02-29'],
    ['long-term-foster-carers', { sixMonthlyVisitsFrom: '2027-03-02' }, '2027-03-02', 'S-04 2027-09-02'],
    ['long-term-foster-carers', { sixMonthlyVisitsFrom: '2027-03-03' }, '2027-03-02', 'S-03b 2027-06-02'],
    ['long-term-foster-carers', { sixMonthlyVisitsFrom: '2026-06-01' }, '2026-08-31', 'S-02 2026-10-12'],
  ] as const)('in a home (%s %j) since 2 Mar 2026, last on %s: %s', (placement, more, last, due) => {
    expect(next(child([home('2026-03-02', { placement, ...more })], [last]), last)).toBe(due);
  });

  it('at home before assessment are weekly until the first review there, then every six weeks', () => {
    const parent = home('2026-03-02', { placement: 'parent', isBeforeAssessment: true });
    expect(next(child([parent], ['2026-03-06']), '2026-03-07')).toBe('S-05 2026-03-13');
    expect(next(child([parent], ['2026-03-06'], ['2026-03-12']), '2026-03-12')).toBe('S-05b 2026-04-17');
    // A review before the child came home was not of this home.
    expect(next(child([parent], ['2026-03-06'], ['2026-02-27']), '2026-03-07')).toBe('S-05 2026-03-13');
  });

  it('with a relative under temporary approval, or at home under an interim order, are weekly, then every four', () => {
    const kin = home('2026-12-11', { placement: 'relative-or-friend-temporary' });
    expect(next(child([kin], ['2026-12-14']), '2026-12-15')).toBe('S-06 2026-12-21');
    expect(next(child([kin], ['2026-12-14'], ['2026-12-18']), '2026-12-18')).toBe('S-06b 2027-01-11');
    const parent = [
      home('2026-12-11', { placement: 'parent' }),
      legalStatus('interim-care-order', '2026-12-11'),
    ];
    expect(next(child(parent, ['2026-12-14']), '2026-12-15')).toBe('S-06 2026-12-21');
  });

  it('at home under a care order begin within a week of the order, then every six weeks', () => {
    const parent = home('2026-02-14', { placement: 'parent' });
    const before = legalStatus('care-order', '2024-03-01');
    expect(next(child([parent, before], []), '2026-02-15')).toBe('S-07 2026-02-21');
    expect(next(child([parent, before], ['2026-09-25']), '2026-10-05')).toBe('S-07b 2026-11-06');
    const since = legalStatus('care-order', '2026-05-01');
    expect(next(child([parent, since], ['2026-04-24']), '2026-05-02')).toBe('S-07 2026-05-08');
    expect(next(child([parent, since], ['2026-04-24', '2026-05-06']), '2026-05-07')).toBe('S-07b 2026-06-17');
  });

  it('of adopters are weekly until the first review there, then as in any placement', () => {
    const adopters = home('2026-10-05', { placement: 'adopters' });
    expect(next(child([adopters], []), '2026-10-05')).toBe('R-08 2026-10-12');
    expect(next(child([adopters], ['2026-10-08']), '2026-10-09')).toBe('R-08b 2026-10-15');
    expect(next(child([adopters], ['2026-10-29'], ['2026-10-30']), '2026-10-30')).toBe('S-02 2026-12-10');
  });

  it('during short breaks are those agreed, which are asked for where they are not recorded', () => {
    const breaks = (visitEveryWeeks?: number) =>
      aChildReviewed('2026-03-06', [], {
        child: aChild({ isShortBreaks: true, ...(visitEveryWeeks !== undefined && { visitEveryWeeks }) }),
        periods: [lookedAfter('2026-03-06', '2026-03-08')],
        events: visits('2026-03-07'),
      });
    expect(next(breaks(8), '2026-04-01')).toBe('S-08 2026-05-02');
    expect(next(breaks(), '2026-04-01')).toMatch(/agreed with the reviewing officer/);
  });

  it('agreed for the child come beside the law’s where they are the tighter', () => {
    const record = (visitEveryWeeks: number) =>
      aChildReviewed('2025-01-06', [], {
        child: aChild({ visitEveryWeeks }),
        periods: [home('2026-03-02')],
        events: visits('2026-06-01'),
      });
    expect(ofRule('S-09', record(4), '2026-06-02')).toEqual(['2026-06-29']);
    expect(ofRule('S-09', record(6), '2026-06-02')).toEqual([]);
    expect(ofRule('S-09', record(12), '2026-06-02')).toEqual([]);
  });

  it('come at the interval that the authority has given the rule, where none is agreed for the child', () => {
    const every = (rule: 'S-08' | 'S-09', value: number) => ({
      rules: { [rule]: { period: { value, unit: 'week' as const }, why: 'Procedure 6' } },
    });
    const record = (more: Parameters<typeof aChild>[0]) =>
      aChildReviewed('2025-01-06', [], {
        child: aChild(more),
        periods: [home('2026-03-02')],
        events: visits('2026-06-01'),
      });
    expect(ofRule('S-09', record({}), '2026-06-02', every('S-09', 4))).toEqual(['2026-06-29']);
    expect(ofRule('S-09', record({}), '2026-06-02', every('S-09', 8))).toEqual([]);
    expect(ofRule('S-09', record({ visitEveryWeeks: 3 }), '2026-06-02', every('S-09', 4))).toEqual([
      '2026-06-22',
    ]);
    expect(ofRule('S-08', record({ isShortBreaks: true }), '2026-06-02', every('S-08', 8))).toEqual([
      '2026-07-27',
    ]);
  });

  it('asked for come at once', () => {
    const asked = anEvent({ id: 'asked', kind: 'visit-asked-for', on: '2026-06-10' });
    const record = child([home('2026-03-02')], ['2026-06-01']);
    expect(ofRule('S-10', { ...record, events: [...record.events, asked] }, '2026-06-11')).toEqual([
      '2026-06-10 overdue',
    ]);
    const came = child([home('2026-03-02')], ['2026-06-01', '2026-06-11']);
    expect(ofRule('S-10', { ...came, events: [...came.events, asked] }, '2026-06-12')).toEqual([
      '2026-06-10 done 2026-06-11 late',
    ]);
  });

  it('keep an authority’s tighter period, and say so', () => {
    const rules = { 'S-02': { period: { value: 4, unit: 'week' as const }, why: 'Policy 2' } };
    const record = child([home('2026-03-02')], ['2026-06-01']);
    expect(ofRule('S-02', record, '2026-06-02', { rules })).toEqual(['2026-06-29']);
  });
});
