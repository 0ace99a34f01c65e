import { describe, expect, it } from 'vitest';
import { Rule, ruleGroups } from '../../../shared/domain/rules/rule.ts';
import { ruleIds, shippedRules } from '../../../shared/domain/rules/table.ts';
import { keysOf } from '../../../shared/domain/keysOf.ts';

/** How many rows each group of the table of rules has; the product adds. */
const rows = { R: 20, B: 9, A: 12, P: 8, H: 9, E: 4, S: 10, M: 3, L: 7 } as const;

describe('the shipped rules', () => {
  it('are every row of every group, in order, once', () => {
    const whole = ruleIds.filter((id) => !/[a-z]$/u.test(id));
    const expected = keysOf(ruleGroups).flatMap((group) =>
      Array.from({ length: rows[group] }, (_, place) => `${group}-${String(place + 1).padStart(2, '0')}`),
    );
    expect(whole).toEqual(expected);
    expect(new Set(ruleIds).size).toBe(ruleIds.length);
  });

  it('put the further periods of a row right after it', () => {
    for (const [place, id] of ruleIds.entries()) {
      if (!/[a-z]$/u.test(id)) continue;
      const before = ruleIds[place - 1] ?? '';
      expect(before.slice(0, 4)).toBe(id.slice(0, 4));
    }
  });

  it.each(shippedRules.map((rule) => [rule.id, rule] as const))('%s fits the schema', (_id, rule) => {
    expect(Rule.safeParse(rule).error?.issues).toBeUndefined();
  });

  it('are marked local where only one council or the product says so', () => {
    const ofOneCouncil = shippedRules.filter(({ mark }) => mark === 'L');
    expect(ofOneCouncil.length).toBeGreaterThan(5);
    expect(ofOneCouncil.filter(({ standing }) => standing !== 'local')).toEqual([]);
  });
});
