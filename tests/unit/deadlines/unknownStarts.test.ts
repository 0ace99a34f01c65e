import { describe, expect, it } from 'vitest';
import type { ChildRecord } from '../../../shared/domain/model/record.ts';
import { LocalRule } from '../../../shared/domain/rules/ruleSet.ts';
import { aChild, aPeriod, anEvent, legalStatus, lookedAfter } from '../support/builders.ts';
import { aChildReviewed, datesOf, ofKind, ofRule } from '../support/deadlines.ts';

type Row = ChildRecord['periods'][number];
const unknown = (period: Row): Row => ({ ...period, isFromUnknown: true });
const home = (placement: 'adopters' | 'parent' | 'foster-carers' | 'relative-or-friend-temporary') =>
  aPeriod({ id: 'home', kind: 'placement', placement, from: '2026-01-05' });
const reviews = ['2026-02-02', '2026-05-01'];
const faults = (record: ChildRecord, today: string) =>
  datesOf(record, today)
    .faults.filter(({ code }) => code === 'start-unknown')
    .map(({ of }) => of.id);

describe('a first day that nobody gave starts no clock', () => {
  it('of a placement order, whatever the reviews', () => {
    const order = unknown(
      aPeriod({ id: 'order', kind: 'legal-status', status: 'placement-order', from: '2026-01-05' }),
    );
    for (const days of [[], reviews]) {
      const record = aChildReviewed('2026-01-05', days, { periods: [order] });
      expect(ofKind('review', record, '2026-05-02').at(-1)).toBe(
        'R-03 Since when this legal status holds is not recorded.',
      );
      expect(faults(record, '2026-05-02')).toEqual(['order']);
    }
  });

  it('of a home with adopters', () => {
    const record = aChildReviewed('2026-01-05', reviews, { periods: [unknown(home('adopters'))] });
    const why = 'Since when the child lives in this placement is not recorded.';
    expect(ofKind('review', record, '2026-05-02').at(-1)).toBe(`R-03 ${why}`);
    expect(ofKind('visit', record, '2026-05-02')).toEqual([`R-08 ${why}`]);
    expect(faults(record, '2026-05-02')).toEqual(['home']);
  });

  it('of being looked after', () => {
    const record = { ...aChildReviewed('2026-01-05', []), periods: [unknown(lookedAfter('2026-01-05'))] };
    expect(ofKind('review', record, '2026-01-06')).toEqual([
      'R-03 Since when the child is looked after is not recorded.',
    ]);
    expect(faults(record, '2026-01-06')).toEqual([record.periods[0]?.id]);
    // The second counts from the first, whenever the child came.
    const reviewed = { ...aChildReviewed('2026-01-05', ['2026-02-02']), periods: record.periods };
    expect(ofKind('review', reviewed, '2026-02-03')).toContain('R-02 2026-05-02');
  });

  it('of being looked after since fourteen: nobody can say when the weeks were enough', () => {
    const child = aChild({ dateOfBirth: '2010-01-01' });
    const record = aChildReviewed('2025-06-01', [], { child });
    expect(ofKind('eligible', record, '2026-02-01')).not.toEqual([]);
    const doubtful = { ...record, periods: record.periods.map(unknown) };
    expect(ofKind('eligible', doubtful, '2026-02-01')).toEqual([]);
  });

  it('of a care order at home, with visits or without', () => {
    const order = unknown(
      aPeriod({ id: 'order', kind: 'legal-status', status: 'care-order', from: '2026-01-05' }),
    );
    for (const events of [[], [anEvent({ kind: 'visit', on: '2026-03-02' })]]) {
      const record = aChildReviewed('2026-01-05', reviews, { periods: [home('parent'), order], events });
      expect(ofKind('visit', record, '2026-05-02')).toEqual([
        'S-07 Since when this legal status holds is not recorded.',
      ]);
    }
    // In another home the order starts nothing, and nothing is wrong.
    const fostered = aChildReviewed('2026-01-05', reviews, { periods: [home('foster-carers'), order] });
    expect(faults(fostered, '2026-05-02')).toEqual([]);
  });

  it('of any home, order or remand: no date counts from what stands in for it', () => {
    const remand = legalStatus('remand-to-detention', '2026-01-05');
    const events = [
      anEvent({ kind: 'approval-extended', on: '2026-04-20' }),
      anEvent({ kind: 'placement-plan', on: '2026-01-06' }),
    ];
    const rule = LocalRule.parse({
      id: 'X-01',
      name: 'Order sent to the school',
      trigger: 'order-made',
      period: { value: 5, unit: 'working-day' },
      direction: 'after',
      source: 'Policy 4',
      standing: 'local',
      mark: 'L',
      effectiveFrom: '2020-01-01',
      why: 'policy',
    });
    const order = legalStatus('interim-care-order', '2026-01-05');
    const periods = [home('relative-or-friend-temporary'), remand, order].map(unknown);
    const record = aChildReviewed('2026-01-05', [], { periods, events });
    const ids = new Set<string>(periods.map(({ id }) => id));
    const { deadlines } = datesOf(record, '2026-01-06', { localRules: [rule] });
    const hanging = deadlines.filter(({ trigger }) => ids.has(trigger.of.id));
    expect(new Set(hanging.map((each) => each.rule.id))).toEqual(
      new Set(['P-01', 'P-02', 'P-05', 'P-08', 'H-09', 'S-01', 'X-01']),
    );
    for (const { date, state, trigger } of hanging) {
      expect([date.kind, state, trigger.on]).toEqual(['not-computed', 'unknown', undefined]);
    }
    // Without a rule of the authority's own the interim order starts nothing.
    expect(new Set(faults(record, '2026-01-06'))).toEqual(new Set(['home', remand.id]));
    expect(ofRule('P-05b', record, '2026-05-01')).toEqual([]);
  });
});
