import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isoDate } from '../../../shared/domain/dates.ts';
import { nextLocalId, withRuleChange, withoutLocalRule } from '../../../shared/domain/rules/ruleChanges.ts';
import { RuleFile } from '../../../shared/domain/rules/ruleFile.ts';
import type { RuleSettings } from '../../../shared/domain/rules/ruleSet.ts';
import { LocalRule, changesOf, ruleInForce, rulesOf } from '../../../shared/domain/rules/ruleSet.ts';
import type { DecidedRules } from '../../../shared/domain/rules/takeRules.ts';
import { standingFrom, takeRules } from '../../../shared/domain/rules/takeRules.ts';
import { takenInWords } from '../../../shared/domain/rules/takenInWords.ts';
import { Settings, defaultSettings } from '../../../shared/domain/settings.ts';

const d = isoDate;
const today = d('2026-11-24');
const changer = { by: 'Helen Draftwell', on: today };
const theirs = { by: 'Imran Chairwell', on: d('2026-11-01') };
const days = (value: number, from?: string) => ({
  period: { value, unit: 'working-day' as const },
  why: `policy ${value}`,
  ...(from !== undefined && { effectiveFrom: d(from) }),
});
const ownRule = (id: string, name: string, value = 10, more: Partial<LocalRule> = {}) =>
  LocalRule.parse({
    id,
    name,
    trigger: 'review-held',
    period: { value, unit: 'working-day' },
    direction: 'after',
    source: 'Policy 4',
    standing: 'local',
    mark: 'L',
    effectiveFrom: '2020-01-01',
    why: 'policy',
    ...more,
  });
const ours = (more: Partial<DecidedRules> = {}): DecidedRules => ({
  rules: {},
  localRules: [],
  schoolTerms: [],
  extraNonWorkingDays: [],
  ...more,
});
const file = (more: Partial<DecidedRules> = {}): RuleFile =>
  RuleFile.parse({ format: 'golden-thread-rules', version: 1, ...ours(more) });
const on = (rules: RuleSettings, day: string) => ruleInForce('A-01', rules, d(day)).period?.value;
const words = (before: DecidedRules, given: RuleFile) =>
  takenInWords(before, takeRules(before, given, changer), today);

describe('a set of rules taken from a file', () => {
  it('stands as in the file from today on, with everything that was decided here in the history', () => {
    const before = ours({ rules: withRuleChange({}, 'A-01', days(7), changer) });
    const given = file({ rules: withRuleChange({}, 'A-01', days(6, '2026-11-01'), theirs) });
    const { rules } = takeRules(before, given, changer);
    expect([on(rules, '2026-10-31'), on(rules, '2026-11-24')]).toEqual([7, 6]);
    expect(changesOf(rules['A-01']).map(({ by }) => by)).toEqual(['Helen Draftwell', 'Imran Chairwell']);
    expect(words(before, given)).toEqual(['A-01 Decisions sent: 7 working days becomes 6 working days']);
  });

  it('gives a rule back as shipped that the file has not changed, for what begins from today', () => {
    const before = ours({ rules: withRuleChange({}, 'A-01', days(7), changer) });
    const { rules } = takeRules(before, file(), changer);
    expect([on(rules, '2026-11-23'), on(rules, '2026-11-24')]).toEqual([7, 5]);
    expect(changesOf(rules['A-01'])).toHaveLength(2);
    expect(words(before, file())).toEqual([expect.stringContaining('7 working days becomes 5 working days')]);
  });

  it('changes nothing, and says so, when it is our own', () => {
    const rules = withRuleChange(withRuleChange({}, 'A-01', days(7), changer), 'A-01', days(8), changer);
    const before = ours({ rules, localRules: [ownRule('X-01', 'Call to the carer')] });
    expect(takeRules(before, file(before), changer)).toEqual(before);
    expect(words(before, file(before))).toEqual([]);
  });

  it('tells what it decides for later', () => {
    const given = file({ rules: withRuleChange({}, 'A-01', days(6, '2027-01-01'), theirs) });
    const { rules } = takeRules(
      ours({ rules: withRuleChange({}, 'A-01', days(9), changer) }),
      given,
      changer,
    );
    expect(['2026-11-01', '2026-12-01', '2027-01-01'].map((day) => on(rules, day))).toEqual([9, 5, 6]);
    expect(words(ours(), given)).toEqual([
      'A-01 Decisions sent: 5 working days, from 1 Jan 2027 6 working days',
    ]);
  });

  it('never gives the id of a removed rule to another, nor of one of ours', () => {
    const own = [ownRule('X-01', 'Call to the carer'), ownRule('X-02', 'Letter to the school')];
    const removed = withoutLocalRule({ rules: {}, localRules: own }, 'X-02', changer);
    const before = ours(removed);
    const given = file({ localRules: [ownRule('X-01', 'Panel'), ownRule('X-02', 'Visit to the nursery')] });
    const taken = takeRules(before, given, changer);
    expect(taken.localRules.map(({ id, name }) => `${id} ${name}`)).toEqual([
      'X-03 Panel',
      'X-04 Visit to the nursery',
    ]);
    expect([taken.rules['X-01'], taken.rules['X-02']]).toMatchObject([
      { isOff: true, name: 'Call to the carer' },
      { isOff: true, name: 'Letter to the school' },
    ]);
    expect(nextLocalId(taken)).toBe('X-05');
    // Taken a second time, the file's rules are known under the ids that they have here.
    const again = takeRules(taken, given, changer);
    expect(again.localRules).toEqual(taken.localRules);
    expect(words(before, given)).toEqual([
      'X-01 Call to the carer: removed; what was said of its dates is kept',
      'X-03 Panel: new, 10 working days after the review',
      'X-04 Visit to the nursery: new, 10 working days after the review',
    ]);
  });

  it('brings a rule that was removed here back under its id, and its dates with it', () => {
    const own = [ownRule('X-01', 'Call to the carer')];
    const before = ours(withoutLocalRule({ rules: {}, localRules: own }, 'X-01', changer));
    const taken = takeRules(before, file({ localRules: own }), changer);
    expect(rulesOf(taken).ruleOn('X-01', today)).toMatchObject({ name: 'Call to the carer' });
    expect(changesOf(taken.rules['X-01'])).toHaveLength(2);
  });

  it('keeps how a rule of our own read before', () => {
    const before = ours({ localRules: [ownRule('X-01', 'Call to the carer')] });
    const given = file({ localRules: [ownRule('X-01', 'Call to the carer', 8)] });
    const [rule] = takeRules(before, given, changer).localRules;
    expect(rule).toMatchObject({ period: { value: 8 }, history: [{ period: { value: 10 } }] });
    expect(words(before, given)).toEqual([
      'X-01 Call to the carer: 10 working days after the review becomes 8 working days after the review',
    ]);
  });

  it('remembers what the file removed, so that nobody here gives its id again', () => {
    const removed = withoutLocalRule({ rules: {}, localRules: [ownRule('X-07', 'Old')] }, 'X-07', theirs);
    expect(nextLocalId(takeRules(ours(), file(removed), changer))).toBe('X-08');
  });

  it('leaves days and terms of the past, which earlier dates rest on', () => {
    const term = (name: string, from: string, to: string) => ({ name, from: d(from), to: d(to) });
    const before = ours({
      extraNonWorkingDays: [
        { date: d('2026-10-01'), name: 'Storm' },
        { date: d('2026-12-29'), name: 'Offices closed' },
      ],
      schoolTerms: [term('summer', '2026-04-20', '2026-07-17'), term('autumn', '2026-09-02', '2026-12-18')],
    });
    const given = file({ schoolTerms: [term('autumn 2026', '2026-09-03', '2026-12-17')] });
    const taken = takeRules(before, given, changer);
    expect(taken.extraNonWorkingDays.map(({ name }) => name)).toEqual(['Storm']);
    expect(taken.schoolTerms.map(({ name }) => name)).toEqual(['summer', 'autumn 2026']);
    expect(words(before, given)).toEqual([
      'Term autumn, 2 Sep 2026 to 18 Dec 2026: goes',
      'Term autumn 2026, 3 Sep 2026 to 17 Dec 2026: new',
      'Day off 29 Dec 2026, Offices closed: goes',
    ]);
  });

  it('stands as the file from today on, and loses no change of either, whatever the two decided', () => {
    const change = fc.record({
      value: fc.integer({ min: 1, max: 9 }),
      from: fc.option(fc.constantFrom('2026-01-01', '2026-11-24', '2027-01-01', '2027-06-01')),
    });
    const history = fc.array(change, { maxLength: 4 });
    const built = (
      start: RuleSettings,
      all: readonly { value: number; from: string | null }[],
      by: typeof changer,
    ) =>
      all.reduce(
        (rules, { value, from }) => withRuleChange(rules, 'A-01', days(value, from ?? undefined), by),
        start,
      );
    fc.assert(
      fc.property(history, history, history, (common, mine, given) => {
        const base = built({}, common, theirs);
        const [a, b] = [built(base, mine, changer), built(base, given, theirs)];
        const taken = takeRules(ours({ rules: a }), file({ rules: b }), changer);
        expect(standingFrom(taken.rules['A-01'], today)).toEqual(standingFrom(b['A-01'], today));
        const kept = changesOf(taken.rules['A-01']);
        for (const each of [...changesOf(a['A-01']), ...changesOf(b['A-01'])])
          expect(kept).toContainEqual(each);
        expect(Settings.parse({ ...defaultSettings, ...taken })).toMatchObject(taken);
      }),
    );
  });
});
