import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type * as z from 'zod';
import { outputs } from '../../main/cli/outputs.ts';
import { demoPath, runCli } from './support/runCli.ts';
import { tempFolder } from './support/tempStore.ts';

const folder = tempFolder();
afterAll(() => folder.remove());

type Json = Record<string, unknown>;
type Dates = z.infer<typeof outputs.deadlines>[number];

function written(name: string, value: unknown): string {
  const path = join(folder.path, name);
  writeFileSync(path, typeof value === 'string' ? value : JSON.stringify(value));
  return path;
}

function changed(name: string, change: (file: Json) => void): string {
  const file: Json = JSON.parse(readFileSync(demoPath(name), 'utf8'));
  change(file);
  return written(`${name}.case.json`, file);
}

function at(value: unknown, ...way: readonly (string | number)[]): Json {
  let here: unknown = value;
  for (const step of way) here = Reflect.get(Object(here), step);
  const found: Json = Object(here);
  return found;
}

async function datesOf(path: string, today: string, ...more: string[]): Promise<Dates> {
  const run = await runCli(['deadlines', path, '--today', today, ...more]);
  expect([run.code, run.stderr]).toEqual([0, '']);
  const [dates] = outputs.deadlines.parse(JSON.parse(run.stdout));
  if (!dates) throw new Error('One file, one answer');
  return dates;
}
const dueOf = ({ deadlines }: Dates, rule: string) =>
  deadlines.filter((deadline) => deadline.rule.id === rule).map(({ due, why }) => due ?? why);
const placesOf = ({ findings }: Dates) => findings.map(({ code, path }) => `${code} ${path}`);

describe('deadlines on the command line', () => {
  it('gives each date with its rule, trigger, state, days left, source and sum', async () => {
    const dates = await datesOf(demoPath('otis'), '2026-12-11');
    expect(dates.findings).toEqual([]);
    expect(dates.deadlines.find(({ rule }) => rule.id === 'R-01')).toMatchObject({
      what: 'First review',
      rule: { standing: 'statutory', source: expect.stringContaining('regulation 33(1)') },
      trigger: { words: 'the child became looked after', on: '2026-12-11' },
      due: '2027-01-13',
      lastWorkingDayOnOrBefore: '2027-01-13',
      state: 'due',
      certain: true,
      left: { value: 20, unit: 'working-day' },
      sum: { start: '2026-12-11', end: '2027-01-13', counted: { value: 20, unit: 'working-day' } },
    });
    const worked = { 'P-01': '2026-12-29', 'P-02': '2026-12-18', 'B-02': '2026-12-18', 'E-01': '2026-12-29' };
    for (const [rule, due] of Object.entries(worked)) expect(dueOf(dates, rule)).toEqual([due]);
  });

  it('reads several files, each by its place', async () => {
    const run = await runCli(['deadlines', demoPath('ruby'), demoPath('blip'), '--today', '2026-10-05']);
    const answers = outputs.deadlines.parse(JSON.parse(run.stdout));
    expect(answers.map(({ file }) => file)).toEqual(['file 1', 'file 2']);
  });

  it.each([
    [
      'an unknown kind of placement',
      (file: Json) => Object.assign(at(file, 'periods', 2), { placement: 'a caravan' }),
      ['not-readable periods[2].placement', 'placement-unknown periods[2].placement'],
    ],
    [
      'a day that is in no calendar',
      (file: Json) => Object.assign(at(file, 'periods', 0), { from: '2026-02-30' }),
      ['not-readable periods[0].from', 'looked-after-missing periods'],
    ],
    [
      'a missing day',
      (file: Json) => delete at(file, 'periods', 0)['from'],
      ['not-readable periods[0].from', 'looked-after-missing periods'],
    ],
    [
      'a date of birth that cannot be',
      (file: Json) => Object.assign(at(file, 'child'), { dateOfBirth: '31/02/2018' }),
      ['not-readable child.dateOfBirth', 'birth-missing child.dateOfBirth'],
    ],
    [
      'a birth after it',
      (file: Json) => Object.assign(at(file, 'child'), { dateOfBirth: '2026-12-24' }),
      ['birth-after-looked-after child.dateOfBirth'],
    ],
    [
      'a field that no case file has',
      (file: Json) => Object.assign(at(file, 'periods', 0), { since: '2026-12-11' }),
      ['not-readable periods[0].since'],
    ],
  ])('names %s with its place, and computes the rest', async (_what, change, places) => {
    const dates = await datesOf(changed('otis', change), '2026-12-12');
    expect(placesOf(dates)).toEqual(expect.arrayContaining(places));
    expect(dates.deadlines.length).toBeGreaterThan(5);
    expect(dates.findings.every(({ what, remedy }) => what !== '' && remedy !== '')).toBe(true);
  });

  it('names a review before the child was looked after, at its place, and lets it move nothing', async () => {
    const early = changed('juniper', (file) => {
      Object.assign(at(file, 'reviews', 0), { heldOn: '2018-12-03' });
    });
    const dates = await datesOf(early, '2026-10-05');
    expect(placesOf(dates)).toEqual(['review-before-looked-after reviews[0].heldOn']);
    expect(dueOf(dates, 'R-03').at(-1)).toBe('2027-04-02');
  });

  it('uses an authority’s own rules, and says so beside each date they move', async () => {
    const rules = written('rules.json', {
      format: 'golden-thread-rules',
      version: 1,
      rules: { 'R-01': { period: { value: 15, unit: 'working-day' }, why: 'Policy 4' } },
      localRules: [],
      schoolTerms: [],
      extraNonWorkingDays: [{ date: '2026-12-29', name: 'Offices closed' }],
    });
    const dates = await datesOf(demoPath('otis'), '2026-12-11', '--rules', rules);
    const first = dates.deadlines.find(({ rule }) => rule.id === 'R-01');
    expect(first).toMatchObject({ due: '2027-01-07', rule: { changed: { why: 'Policy 4' } } });
    expect(first?.sum?.skipped.map(({ name }) => name)).toContain('Offices closed');
  });

  it.each([
    ['what is no case file', () => [written('other.json', { format: 'other' })], /case file/],
    ['what is not JSON', () => [written('text.json', 'Leah')], /not JSON/],
    [
      'rules that are none',
      () => [demoPath('otis'), '--rules', written('rules-2.json', { format: 'x' })],
      /file of rules/,
    ],
    ['no file', () => [], /at least one case file/],
  ])('refuses %s', async (_what, args, says) => {
    const run = await runCli(['deadlines', ...args()]);
    expect([run.code, run.stdout]).toEqual([2, '']);
    expect(run.stderr).toMatch(says);
  });
});
