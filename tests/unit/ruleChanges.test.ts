import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, isoDate } from '../../shared/domain/dates.ts';
import {
  asShipped,
  isChange,
  nextLocalId,
  withRuleChange,
  withoutLocalRule,
} from '../../shared/domain/rules/ruleChanges.ts';
import { readRuleFile } from '../../shared/domain/rules/ruleFile.ts';
import { LocalRule, RuleSettings, ruleInForce, rulesOf } from '../../shared/domain/rules/ruleSet.ts';

const changer = { by: 'Helen Draftwell', on: isoDate('2026-10-05') };
const days = (value: number) => ({ period: { value, unit: 'working-day' as const }, why: `policy ${value}` });
const localRule = (id: string) =>
  LocalRule.parse({
    id,
    name: 'Letter to the school',
    trigger: 'review-held',
    period: { value: 5, unit: 'working-day' },
    direction: 'after',
    source: 'Policy 4',
    standing: 'local',
    mark: 'L',
    effectiveFrom: '2020-01-01',
    why: 'policy',
  });

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
    const back = asShipped(withRuleChange({}, 'A-01', days(7), changer), 'A-01', { why: 'a slip' }, changer);
    expect(ruleInForce('A-01', back).period?.value).toBe(5);
    expect(isChange(back['A-01'])).toBe(false);
    expect(back['A-01']?.history).toHaveLength(1);
  });

  it('given back from a day on leaves the dates before it as they were', () => {
    const changed = withRuleChange({}, 'A-01', { ...days(7), effectiveFrom: isoDate('2026-11-24') }, changer);
    const given = { why: 'again', effectiveFrom: isoDate('2027-06-01') };
    const back = asShipped(changed, 'A-01', given, changer);
    const on = (day: string) => ruleInForce('A-01', back, isoDate(day)).period?.value;
    expect([on('2026-11-23'), on('2026-12-01'), on('2027-06-01')]).toEqual([5, 7, 5]);
  });

  it('keeps the name, condition and standing of the change before, until given back as shipped', () => {
    const own = { name: 'Decisions to the panel', condition: 'each review', standing: 'local' as const };
    const imported = { 'A-01': { ...own, ...days(7) } };
    const next = withRuleChange(imported, 'A-01', days(3), changer);
    expect(ruleInForce('A-01', next)).toMatchObject({ ...own, period: { value: 3 } });
    const renamed = withRuleChange(next, 'A-01', { ...days(3), name: 'Another' }, changer);
    expect(ruleInForce('A-01', renamed)).toMatchObject({ ...own, name: 'Another' });
    const back = asShipped(renamed, 'A-01', { why: 'a slip' }, changer);
    expect(ruleInForce('A-01', back).name).toBe(ruleInForce('A-01').name);
    expect(isChange(back['A-01'])).toBe(false);
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
    const own = ['X-01', 'X-09'].map((id) => localRule(id));
    expect(nextLocalId({ rules: {} })).toBe('X-01');
    expect(nextLocalId({ rules: {}, localRules: own })).toBe('X-10');
    // What officers said of its dates stands under its id, so a removed one is never given again.
    const removed = withoutLocalRule({ rules: {}, localRules: own }, 'X-09', changer);
    expect(removed.localRules.map(({ id }) => id)).toEqual(['X-01']);
    expect(nextLocalId(removed)).toBe('X-10');
    expect(RuleSettings.parse(removed.rules)).toEqual(removed.rules);
    expect(rulesOf(removed).local.map(({ id }) => id)).toEqual(['X-01']);
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
