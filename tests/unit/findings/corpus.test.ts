import { describe, expect, it } from 'vitest';
import { keysOf } from '../../../shared/domain/keysOf.ts';
import { findingTable } from '../../../shared/domain/findings/table.ts';
import { badAnswers } from './corpus/badAnswers.ts';
import { badPlan } from './corpus/badPlan.ts';
import { badReview } from './corpus/badReview.ts';
import { check, codesOf } from './corpus/corpus.ts';
import { goodCases } from './corpus/goodCases.ts';
import { goodOlder } from './corpus/goodOlder.ts';
import { goodYoung } from './corpus/goodYoung.ts';
import { lookPlan } from './corpus/lookPlan.ts';
import { lookWords } from './corpus/lookWords.ts';

const good = [...goodYoung, ...goodOlder, ...goodCases];
const bad = [...badAnswers, ...badPlan, ...badReview, ...lookPlan, ...lookWords];

describe('good ordinary minutes', () => {
  it.each(good)('$name', (given) => {
    const findings = check(given);
    expect(findings.map(({ code, what }) => `${code}: ${what}`)).toHaveLength(given.expects.length);
    expect(findings.map(({ code }) => code)).toEqual(given.expects);
    expect(findings.filter(({ severity }) => severity === 'must')).toEqual([]);
    expect(findings.length).toBeLessThanOrEqual(4);
  });
});

describe('minutes that lack something', () => {
  it.each(bad)('$name', (given) => {
    expect(codesOf(given)).toEqual(given.expects);
    expect(given.expects).toContain(given.code);
  });

  const mended = bad.flatMap((given) =>
    Object.entries(given.mends).map(([how, mend]) => ({ name: given.name, how, given, mend })),
  );
  it.each(mended)('$name; mended: $how', ({ given, mend }) => {
    expect(codesOf({ ...given, record: mend(given.record) })).not.toContain(given.code);
  });
});

describe('the corpus', () => {
  it('has at least thirty-four records, and each code at least once', () => {
    expect(good.length + bad.length).toBeGreaterThanOrEqual(34);
    const produced = new Set(bad.flatMap(({ expects }) => expects));
    expect(keysOf(findingTable).filter((code) => !produced.has(code))).toEqual([]);
  });

  it('names each record once', () => {
    const names = [...good, ...bad].map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });
});
