import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isoDate } from '../../../shared/domain/dates.ts';
import { LocalRule, RuleSettings, ruleInForce, rulesOf } from '../../../shared/domain/rules/ruleSet.ts';
import { Settings, defaultSettings } from '../../../shared/domain/settings.ts';

const d = isoDate;
const weeks = (value: number) => ({ value, unit: 'week' as const });

const local = LocalRule.parse({
  id: 'X-01',
  name: 'Supervising social worker’s report',
  trigger: 'next-review',
  period: { value: 10, unit: 'working-day' },
  direction: 'before',
  source: 'Policy 12',
  standing: 'local',
  mark: 'L',
  effectiveFrom: '2026-01-01',
  why: 'Agreed in May',
});

describe('an authority’s changes', () => {
  it('are kept only for a rule that there is, or one of its own', () => {
    const change = { period: weeks(3), why: 'Policy 4' };
    for (const id of ['S-01', 'S-03b', 'X-01', 'X-123']) {
      expect(RuleSettings.safeParse({ [id]: change }).success).toBe(true);
    }
    for (const id of ['', 'R-99', 'S-03c', 'X-1', 'D-01', 'constructor', '\ud800', 'X-01\udc00', 'x-01']) {
      expect(RuleSettings.safeParse({ [id]: change }).success).toBe(false);
    }
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (id) => {
        fc.pre(!/^[A-Z]-\d/u.test(id));
        const kept = RuleSettings.safeParse({ [id]: change });
        // Of a key that could reach the prototype nothing is kept; any other is refused by name.
        expect({ isKept: kept.success, keys: Object.keys(kept.data ?? {}) }).toEqual({
          isKept: id === '__proto__',
          keys: [],
        });
      }),
      { examples: [['__proto__']] },
    );
  });

  it('need a reason, and hold no half of a character', () => {
    expect(RuleSettings.safeParse({ 'S-01': { period: weeks(3) } }).success).toBe(false);
    for (const why of ['', '  ', 'half \ud83d']) {
      expect(RuleSettings.safeParse({ 'S-01': { why } }).success).toBe(false);
      expect(LocalRule.safeParse({ ...local, why }).success).toBe(false);
      expect(LocalRule.safeParse({ ...local, name: why }).success).toBe(false);
    }
  });

  it('say who, when and why beside a period that moved, and beside nothing else', () => {
    const rules = RuleSettings.parse({
      'S-01': { period: weeks(3), why: 'Policy 4', by: 'Helen Draftwell', on: '2026-05-04' },
      'S-02': { source: 'Policy 5, page 2', why: 'To cite our own' },
    });
    expect(ruleInForce('S-01', rules)).toMatchObject({
      period: weeks(3),
      changed: { shipped: weeks(1), why: 'Policy 4', by: 'Helen Draftwell', on: '2026-05-04' },
    });
    const cited = ruleInForce('S-02', rules);
    expect(cited).toMatchObject({ source: 'Policy 5, page 2', period: weeks(6) });
    expect(cited.changed).toBeUndefined();
  });

  it('hold for triggers from their day on; before it the change before stands, before that the shipped rule', () => {
    const rules = RuleSettings.parse({
      'S-02': {
        period: weeks(4),
        why: 'Second',
        effectiveFrom: '2026-06-01',
        history: [{ period: weeks(5), why: 'First', effectiveFrom: '2026-01-01' }],
      },
    });
    const on = (day: string) => ruleInForce('S-02', rules, d(day)).period?.value;
    expect([on('2025-12-31'), on('2026-01-01'), on('2026-05-31'), on('2026-06-01')]).toEqual([6, 5, 5, 4]);
    expect(ruleInForce('S-02', rules).period?.value).toBe(4);
  });

  it('can switch a rule off, from a day on', () => {
    const { ruleOn } = rulesOf({
      rules: RuleSettings.parse({
        'H-06': { isOff: true, why: 'Not our practice', effectiveFrom: '2026-03-01' },
      }),
    });
    expect(ruleOn('H-06', d('2026-02-28'))?.period?.value).toBe(24);
    expect(ruleOn('H-06', d('2026-03-01'))).toBeUndefined();
  });

  it('add rules, which can be changed like the others', () => {
    const rules = RuleSettings.parse({ 'X-01': { period: weeks(1), why: 'Too late' } });
    const set = rulesOf({ rules, localRules: [local] });
    expect(set.local.map(({ id }) => id)).toEqual(['X-01']);
    expect(set.ruleOn('X-01', undefined)).toMatchObject({ period: weeks(1), changed: { why: 'Too late' } });
    expect(rulesOf({ rules: {}, localRules: [local] }).ruleOn('X-01', undefined)?.period?.value).toBe(10);
  });

  it('are part of the settings', () => {
    const own = { ...defaultSettings, localRules: [local] };
    expect(Settings.parse(own)).toEqual(own);
    expect(Settings.safeParse({ ...own, localRules: [{ ...local, id: 'R-01' }] }).success).toBe(false);
  });
});
