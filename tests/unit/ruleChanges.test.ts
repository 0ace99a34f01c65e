import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, isoDate } from '../../shared/domain/dates.ts';
import { asShipped, isChange, nextLocalId, withRuleChange } from '../../shared/domain/rules/ruleChanges.ts';
import { readRuleFile } from '../../shared/domain/rules/ruleFile.ts';
import { ruleInForce } from '../../shared/domain/rules/ruleSet.ts';
import type { RuleSettings } from '../../shared/domain/rules/ruleSet.ts';

const changer = { by: 'Helen Draftwell', on: isoDate('2026-10-05') };
const days = (value: number) => ({ period: { value, unit: 'working-day' as const }, why: `policy ${value}` });

describe('a change of a rule', () => {
  it('is signed, and keeps what stood before with its own signature', () => {
    const once = withRuleChange({}, 'A-01', days(7), changer);
    const twice = withRuleChange(once, 'A-01', days(3), { by: 'Another', on: isoDate('2026-11-01') });
    expect(twice['A-01']).toEqual({
      ...days(3),
      by: 'Another',
      on: '2026-11-01',
      history: [{ ...days(7), by: 'Helen Draftwell', on: '2026-10-05' }],
    });
    expect(ruleInForce('A-01', twice).period?.value).toBe(3);
  });

  it('can be given back as shipped, and the history stays', () => {
    const back = asShipped(withRuleChange({}, 'A-01', days(7), changer), 'A-01', 'a slip', changer);
    expect(ruleInForce('A-01', back).period?.value).toBe(5);
    expect(isChange(back['A-01'])).toBe(false);
    expect(back['A-01']?.history).toHaveLength(1);
  });

  it('is refused for a rule that there is not', () => {
    expect(() => withRuleChange({}, 'Z-01', days(7), changer)).toThrow('no rule has this id');
    expect(() => withRuleChange({}, '__proto__', days(7), changer)).toThrow('no rule has this id');
  });

  it('keeps every change in order, however many there are, and moves no date of an earlier day', () => {
    const start = isoDate('2026-01-01');
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 1, maxLength: 12 }), (values) => {
        const settings = values.reduce<RuleSettings>(
          (rules, value, place) =>
            withRuleChange(
              rules,
              'A-05',
              { ...days(value), effectiveFrom: addDays(start, place * 10) },
              changer,
            ),
          {},
        );
        for (const [place, value] of values.entries()) {
          const day = addDays(start, place * 10 + 5);
          expect(ruleInForce('A-05', settings, day).period?.value).toBe(value);
        }
        expect(ruleInForce('A-05', settings, addDays(start, -1)).period?.value).toBe(15);
      }),
    );
  });

  it('numbers an authority’s own rules on', () => {
    expect(nextLocalId([])).toBe('X-01');
    expect(nextLocalId(['X-01', 'X-09'])).toBe('X-10');
  });
});

describe('a file of rules', () => {
  const file = {
    format: 'golden-thread-rules',
    version: 1,
    rules: withRuleChange({}, 'A-01', days(7), changer),
    localRules: [],
    schoolTerms: [],
    extraNonWorkingDays: [{ date: '2026-12-29', name: 'Office closed' }],
  };

  it('is read as it was written', () => {
    expect(readRuleFile(JSON.stringify(file))).toEqual({ ok: true, value: file });
  });

  it.each([
    ['no JSON', 'hello', 'invalid-input', /not a file of rules/],
    ['a case file', '{"format":"golden-thread-case"}', 'invalid-input', /not a file of rules/],
    ['a newer version', JSON.stringify({ ...file, version: 2 }), 'store-newer', /newer/],
    ['an unknown rule', JSON.stringify({ ...file, rules: { 'Z-9': days(1) } }), 'invalid-input', /One thing/],
  ])('says what is wrong of %s', (_, text, code, message) => {
    expect(readRuleFile(text)).toMatchObject({
      ok: false,
      error: { code, message: expect.stringMatching(message) },
    });
  });

  it('names each place that is wrong', () => {
    const bad = { ...file, rules: { 'A-01': { period: { value: 0, unit: 'working-day' }, why: '' } } };
    const read = readRuleFile(JSON.stringify(bad));
    expect(!read.ok && read.error.issues?.map(({ path }) => path)).toEqual([
      'rules.A-01.period.value',
      'rules.A-01.why',
    ]);
  });
});
