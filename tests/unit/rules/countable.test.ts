import { describe, expect, it } from 'vitest';
import { countFault, countFaults, isDateless } from '../../../shared/domain/rules/countable.ts';
import type { Period, PeriodUnit } from '../../../shared/domain/rules/period.ts';
import { periodUnits } from '../../../shared/domain/rules/period.ts';
import { readRuleFile } from '../../../shared/domain/rules/ruleFile.ts';
import { LocalRule } from '../../../shared/domain/rules/ruleSet.ts';
import { shippedRules } from '../../../shared/domain/rules/table.ts';
import type { Trigger } from '../../../shared/domain/rules/triggers.ts';

const own = (trigger: Trigger, direction: 'after' | 'before' = 'after') =>
  ({ id: 'X-01', trigger, direction }) as const;
const in1 = (unit: PeriodUnit): Period => ({ value: unit === 'share-of-interval' ? 0.5 : 1, unit });
const local = (more: Partial<LocalRule>) =>
  LocalRule.parse({
    id: 'X-01',
    name: 'Call to the carer',
    trigger: 'review-held',
    period: in1('week'),
    direction: 'after',
    source: 'Policy 4',
    standing: 'local',
    mark: 'L',
    effectiveFrom: '2020-01-01',
    why: 'policy',
    ...more,
  });

describe('a period that could never give a date', () => {
  it.each([
    ['a share where there is no interval', own('review-held'), in1('share-of-interval'), /two ends/],
    [
      'hours from what has no time of day',
      own('review-held'),
      in1('hour'),
      /keeps? the day alone: the review/,
    ],
    ['hours before', own('missing-ended', 'before'), in1('hour'), /forward only/],
    ['school terms before', own('next-review', 'before'), in1('school-term'), /forward only/],
  ])('is refused: %s', (_what, rule, period, message) => {
    expect(countFault(rule, period)).toMatchObject({
      field: 'period',
      message: expect.stringMatching(message),
    });
  });

  it('is refused of a trigger that no record has a day for, and of a rule that dates nothing', () => {
    expect(countFault(own('day-set'), in1('week'))).toMatchObject({ field: 'trigger' });
    const [dateless] = shippedRules.filter(({ id }) => isDateless(id));
    expect(dateless && countFault(dateless, in1('week'))).toMatchObject({ field: 'period' });
    expect(dateless && countFault(dateless, undefined)).toBeUndefined();
  });

  it('is none where the shipped table itself counts so', () => {
    for (const rule of shippedRules.filter(({ id }) => !isDateless(id))) {
      expect([rule.id, countFault(rule, rule.period)]).toEqual([rule.id, undefined]);
    }
  });

  it('leaves days, weeks and months to every rule that dates something', () => {
    const always = periodUnits.filter((unit) => !/share|hour|term/.test(unit));
    for (const rule of shippedRules.filter(({ id }) => !isDateless(id))) {
      for (const unit of always) expect(countFault(rule, in1(unit))).toBeUndefined();
    }
    expect(countFault(own('missing-ended'), in1('hour'))).toBeUndefined();
  });

  it('is named by its place, in a set and in a file, and nothing of the file is taken', () => {
    const set = {
      rules: { 'A-01': { period: in1('hour'), why: 'soon' } },
      localRules: [local({}), local({ id: 'X-02', period: in1('share-of-interval') })],
    };
    const places = ['rules.A-01.period', 'localRules[1].period'];
    expect(countFaults(set).map(({ path }) => path)).toEqual(places);
    const file = {
      format: 'golden-thread-rules',
      version: 1,
      schoolTerms: [],
      extraNonWorkingDays: [],
      ...set,
    };
    const read = readRuleFile(JSON.stringify(file));
    expect(!read.ok && read.error.issues?.map(({ path }) => path)).toEqual(places);
    const twice = readRuleFile(JSON.stringify({ ...file, rules: {}, localRules: [local({}), local({})] }));
    expect(!twice.ok && twice.error.issues).toEqual([
      { path: 'localRules[1].id', message: 'X-01 stands here twice' },
    ]);
  });

  it('may stand in the history: what was once decided is kept', () => {
    const history = [{ period: in1('hour'), why: 'then' }];
    expect(countFaults({ rules: { 'A-01': { period: in1('week'), why: 'now', history } } })).toEqual([]);
  });
});
