import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoPath, passphraseFile, runCli } from './support/runCli.ts';
import type { CliRun } from './support/runCli.ts';
import { tempFolder } from './support/tempStore.ts';

const folder = tempFolder();
afterAll(() => folder.remove());

type Json = Record<string, unknown>;
const leah = (): Json => {
  const file: Json = JSON.parse(readFileSync(demoPath('leah'), 'utf8'));
  return file;
};
const path = (name: string) => join(folder.path, name);

function written(name: string, content: string | Uint8Array): string {
  writeFileSync(path(name), content);
  return path(name);
}

/** Leah's file with one thing changed. */
function changed(name: string, change: (file: Json) => void): string {
  const file = leah();
  change(file);
  return written(`${name}.case.json`, JSON.stringify(file));
}

function at(value: unknown, ...way: readonly (string | number)[]): Json {
  let here: unknown = value;
  for (const step of way) here = Reflect.get(Object(here), step);
  const found: Json = Object(here);
  return found;
}

const secret = 'Zqsecret';

/** Files that cannot be imported, each with what must be said about it. */
const faults: Record<string, { file: () => string; says: RegExp }> = {
  'not JSON': {
    file: () => written('a.json', `{\n  "child": {\n    "fullName": ${secret}\n  }\n}`),
    says: /file 1 is not JSON \(line 3, column 17\)/,
  },
  'words that are not JSON': {
    file: () => written('b.json', `${secret} is nine`),
    says: /line 1, column 1\b/,
  },
  'JSON that ends too early': {
    file: () => written('c.json', `{"child": {"fullName": "${secret}"`),
    says: /ends too early, at line 1, column \d+/,
  },
  'a comma too many': { file: () => written('d.json', '{"a": 1,\n}'), says: /line 2, column 1\b/ },
  'an empty file': { file: () => written('e.json', ''), says: /it is empty/ },
  'another format': { file: () => written('f.json', '{"format": "excel"}'), says: /format: must be/ },
  'a list': { file: () => written('g.json', '[1, 2]'), says: /format: must be/ },
  'another version': {
    file: () => changed('version', (file) => (file['version'] = 99)),
    says: /version: must be 1/,
  },
  'a missing field': {
    file: () => changed('missing', (file) => delete at(file, 'child')['dateOfBirth']),
    says: /child\.dateOfBirth: /,
  },
  'a wrong code': {
    file: () => changed('code', (file) => (at(file, 'people', 0)['role'] = secret)),
    says: /people\[0\]\.role: /,
  },
  'an impossible date': {
    file: () => changed('date', (file) => (at(file, 'child')['dateOfBirth'] = '2012-02-30')),
    says: /child\.dateOfBirth: There is no such day/,
  },
  'an unknown field': {
    file: () => changed('unknown', (file) => (at(file, 'child')[secret] = 1)),
    says: /child: 1 unknown field/,
  },
  'an id that refers to nothing': {
    file: () => changed('dangling', (file) => (at(file, 'actions', 0)['decisionId'] = 'nowhere')),
    says: /actions\[0\]\.decisionId: there is no decision/,
  },
  'an id used twice': {
    file: () => changed('twice', (file) => (at(file, 'periods', 1)['id'] = at(file, 'periods', 0)['id'])),
    says: /periods\[1\].id: this id is already used at periods\[0\].id/,
  },
  'a section twice': {
    file: () =>
      changed('section', (file) => {
        at(file, 'reviews', 8, 'sections', 1)['key'] = at(file, 'reviews', 8, 'sections', 0)['key'];
      }),
    says: /reviews\[8\]\.sections\[1\]: this stands at/,
  },
  'deep nesting': {
    file: () => written('deep.json', `${'['.repeat(20_000)}${']'.repeat(20_000)}`),
    says: /levels deep/,
  },
  '100 MB': {
    file: () => {
      const big = written('big.json', '{');
      truncateSync(big, 100 * 1024 * 1024);
      return big;
    },
    says: /larger than 64 MB/,
  },
  'a folder': {
    file: () => {
      mkdirSync(path('folder.json'), { recursive: true });
      return path('folder.json');
    },
    says: /is a folder/,
  },
  'a file that is not there': { file: () => path(`${secret}.json`), says: /is not there/ },
  'a device': { file: () => '/dev/zero', says: /not an ordinary file/ },
  'UTF-16': {
    file: () => written('h.json', Buffer.from('\ufeff{"format": 1}', 'utf16le')),
    says: /not UTF-8/,
  },
  'bytes that are not UTF-8': {
    file: () =>
      written(
        'i.json',
        Buffer.concat([Buffer.from('{"format": "'), Buffer.from([0xff, 0xe9]), Buffer.from('"}')]),
      ),
    says: /not UTF-8/,
  },
};

/** One message for the fault, nothing quoted, nothing on standard output, no stack. */
function expectRefused({ code, stdout, stderr }: CliRun): void {
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).not.toMatch(/zqsecret|fullName|Leah|Temperley|\.ts:|node:|Error:|at file/i);
}

describe('a case file with a fault', () => {
  let passphrase: string;
  beforeAll(() => {
    passphrase = passphraseFile(folder.path);
  });

  it.each(Object.keys(faults))('%s: exit 2, one clear message, nothing imported', async (name) => {
    const fault = faults[name];
    if (!fault) throw new Error('Each name has its fault');
    const file = fault.file();
    const store = join(folder.path, `store of ${name.replaceAll(/\W/g, '-')}`);
    const run = await runCli(['import', file, '--store', store, '--new', '--passphrase-file', passphrase]);
    expect(run.stderr).toMatch(fault.says);
    expect(run.stderr.trim().split('\n').length).toBeLessThanOrEqual(2);
    expectRefused(run);
    expect(existsSync(store)).toBe(false);
  });

  it('is told with all its faults, and with those of every other file', async () => {
    const one = changed('many', (file) => {
      at(file, 'child')['dateOfBirth'] = '2012-02-30';
      at(file, 'people', 0)['role'] = 'x';
      delete at(file, 'people', 1)['name'];
    });
    const other = changed('more', (file) => (file['version'] = 2));
    const run = await runCli(['check', one, demoPath('blip'), other]);
    expect(run.code).toBe(2);
    expect(run.stderr).toContain('There are 4 faults');
    for (const place of [
      'file 1: child.dateOfBirth',
      'file 1: people[0].role',
      'file 1: people[1].name',
      'file 3: version',
    ])
      expect(run.stderr).toContain(place);
  });

  it('is read with a byte order mark, and refused when it may not be read', async () => {
    const withMark = written('bom.case.json', `\ufeff${readFileSync(demoPath('leah'), 'utf8')}`);
    expect((await runCli(['check', withMark, '--today', '2026-10-05'])).code).toBeLessThanOrEqual(1);
    if (process.getuid?.() !== 0)
      throw new Error('This test becomes another user, for which it must run as root');
    chmodSync(withMark, 0o000);
    chmodSync(folder.path, 0o755);
    const run = await runCli(['check', withMark], { uid: 65_534 });
    expect(run.stderr).toMatch(/file 1 cannot be read/);
    expect(run.code).toBe(2);
  });
});

describe('a command that cannot be run', () => {
  const cases: [args: string[], says: RegExp][] = [
    [['frobnicate'], /There is no such command/],
    [['constructor'], /There is no such command/],
    [['check', '--passphrase', secret], /option is unknown/],
    [['check'], /at least one case file/],
    [['import', demoPath('leah')], /Give --store/],
    [['export', demoPath('leah'), '--out', 'x'], /Give --document/],
    [['export', demoPath('leah'), '--document', 'poster', '--out', 'x'], /--document is one of/],
    [['check', demoPath('leah'), '--today', '5.10.2026'], /--today is not a date/],
    [['import', demoPath('leah'), '--store', 'x', '--on-conflict', 'maybe'], /--on-conflict is one of/],
    [['backup', '--store', 'no-such-store', '--to', 'x'], /There is no store/],
    [['backup', '--store'], /lacks its value/],
  ];
  it.each(cases)('%j', async (args, says) => {
    const run = await runCli(args);
    expect(run.stderr).toMatch(says);
    expectRefused({ ...run, stderr: run.stderr.replaceAll(/--store DIR.*/g, '') });
    expect(readdirSync('.').includes('no-such-store')).toBe(false);
  });

  it('help is asked for, and is no fault', async () => {
    const run = await runCli(['help']);
    expect([run.code, run.stdout]).toEqual([0, '']);
    expect(run.stderr).toContain('--passphrase-file');
    expect(run.stderr).not.toMatch(/--passphrase [A-Z]/);
  });
});
