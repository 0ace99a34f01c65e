import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CaseFile } from '../../shared/caseFile.ts';
import { outputs } from '../../main/cli/outputs.ts';
import { createCore } from '../../main/core/core.ts';
import { uuidv7 } from '../../main/core/ids.ts';
import { createLog } from '../../main/core/log.ts';
import { demoPath, passphraseFile, runCli } from './support/runCli.ts';
import type { CliRun } from './support/runCli.ts';
import { openBeside } from './support/storeRows.ts';
import { tempFolder, testPassphrase } from './support/tempStore.ts';

const folder = tempFolder();
const store = join(folder.path, 'store');
const backups = join(folder.path, 'backups');
let passphrase: string;
let recoveryKey = '';
const leahFile = CaseFile.parse(JSON.parse(readFileSync(demoPath('leah'), 'utf8')));
const leah: string = leahFile.child.id;
const at = (name: string) => join(folder.path, name);
const withStore = (name = store) => ['--store', name, '--passphrase-file', passphrase];

/** What went to standard output, which is JSON and nothing else. */
function valueOfRun({ code, stdout, stderr }: CliRun): Record<string, unknown> {
  if (code !== 0 && code !== 1) throw new Error(`exit ${code}: ${stderr}`);
  const value: Record<string, unknown> = JSON.parse(stdout);
  return value;
}

function expectFault(run: CliRun, says: RegExp): void {
  expect([run.code, run.stdout]).toEqual([2, '']);
  expect(run.stderr).toMatch(says);
  expect(run.stderr).not.toMatch(/\.ts:|Error:|Leah|Temperley/);
}

beforeAll(async () => {
  passphrase = passphraseFile(folder.path);
  mkdirSync(backups);
  const made = await runCli(['import', demoPath('leah'), '--new', ...withStore(), '--today', '2026-10-05']);
  recoveryKey = String(valueOfRun(made)['recoveryKey']);
  writeFileSync(at('recovery.txt'), recoveryKey);
});
afterAll(() => folder.remove());

describe('the commands, end to end', () => {
  it('import makes a store and prints its recovery key once', async () => {
    expect(recoveryKey.length).toBeGreaterThan(20);
    const again = valueOfRun(await runCli(['import', demoPath('leah'), ...withStore()]));
    expect(again).toMatchObject({ children: [{ added: 0, changed: 0 }] });
    expect(again['recoveryKey']).toBeUndefined();
  });

  it('asks for the passphrase where no file is given, and never takes it as an argument', async () => {
    const asked = await runCli(['import', demoPath('leah'), '--store', store], {
      input: `${testPassphrase}\n`,
    });
    expect(asked.code).toBe(0);
    expect(asked.stderr).toContain('Passphrase:');
    expect(asked.stderr).not.toContain(testPassphrase);
    const argument = await runCli([
      'import',
      demoPath('leah'),
      '--store',
      store,
      '--passphrase',
      testPassphrase,
    ]);
    expectFault(argument, /option is unknown/);
    expect(argument.stderr).not.toContain(testPassphrase);
  });

  it('export --child gives the case file as it is', async () => {
    const file = CaseFile.parse(valueOfRun(await runCli(['export', '--child', leah, ...withStore()])));
    expect(file.child).toEqual(leahFile.child);
  });

  it('check tells what is missing, exit 1 where something blocks', async () => {
    const run = await runCli(['check', demoPath('leah'), '--today', '2026-10-05']);
    const [checked] = outputs.check.parse(JSON.parse(run.stdout));
    expect(run.code).toBe(checked?.findings.some(({ severity }) => severity === 'must') ? 1 : 0);
    const file = structuredClone(leahFile);
    delete file.reviews.at(-1)?.participation;
    writeFileSync(at('blocked.case.json'), JSON.stringify(file));
    const blocked = await runCli(['check', at('blocked.case.json'), '--today', '2026-10-05']);
    expect(blocked.code).toBe(1);
    expect(JSON.parse(blocked.stdout)).toBeInstanceOf(Array);
  });

  it('export writes Word documents that are named without the child', async () => {
    const run = await runCli(['export', demoPath('leah'), '--document', 'service-file', '--out', at('out')]);
    expect(run.code).toBe(0);
    const names = readdirSync(at('out'));
    expect(names.length).toBe(1);
    expect(names.join()).not.toMatch(/leah/i);
    expect(
      readFileSync(join(at('out'), names[0] ?? ''))
        .subarray(0, 2)
        .toString(),
    ).toBe('PK');
  });

  it('schema prints the JSON Schema', async () => {
    expect(valueOfRun(await runCli(['schema']))).toMatchObject({ type: 'object' });
  });

  it('backup and restore, with the recovery key, give the same child again', async () => {
    const made = valueOfRun(await runCli(['backup', ...withStore(), '--to', backups]));
    const from = String(made['folder']);
    const restored = ['restore', '--from', from, '--store', at('restored')];
    expect(valueOfRun(await runCli([...restored, '--recovery-key-file', at('recovery.txt')]))).toEqual({
      restored: true,
    });
    const [one, two] = await Promise.all([
      runCli(['export', '--child', leah, ...withStore()]),
      runCli(['export', '--child', leah, ...withStore(at('restored'))]),
    ]);
    expect([one.code, two]).toEqual([0, one]);
    expectFault(await runCli([...restored, '--recovery-key-file', at('recovery.txt')]), /not empty/);
  });

  it('demo leaves a folder alone that holds something else', async () => {
    mkdirSync(at('work'));
    writeFileSync(join(at('work'), 'mine.txt'), 'mine');
    expectFault(await runCli(['demo', '--out', at('work')]), /holds other files/);
    expect(readdirSync(at('work'))).toEqual(['mine.txt']);
  });
});

describe('a store that cannot be used', () => {
  it('wrong passphrase: it says so and nothing else', async () => {
    const wrong = at('wrong.txt');
    writeFileSync(wrong, 'something else entirely');
    const run = await runCli(['export', '--child', leah, '--store', store, '--passphrase-file', wrong]);
    expectFault(run, /^wrong-passphrase: /);
    expect(run.stderr.trim().split('\n').length).toBe(1);
    expectFault(
      await runCli(['backup', '--store', store, '--passphrase-file', at('none.txt'), '--to', backups]),
      /cannot be read/,
    );
  });

  it('in use by another process', async () => {
    const log = createLog(
      () => undefined,
      () => '',
    );
    const core = createCore({ dir: store, clock: Date.now, log });
    const send = (channel: string, input: unknown) =>
      core.dispatch({ requestId: uuidv7(Date.now()), channel, input });
    expect(await send('vault:unlock', { passphrase: testPassphrase })).toMatchObject({ ok: true });
    try {
      expectFault(
        await runCli(['import', demoPath('leah'), ...withStore()]),
        /^store-in-use: .*Close Golden Thread/,
      );
    } finally {
      await core.close();
    }
  });

  it('of a newer program: refused with both versions, untouched', async () => {
    cpSync(store, at('newer'), { recursive: true });
    const db = await openBeside(at('newer'), 'write');
    db.pragma('user_version=77');
    db.pragma('wal_checkpoint(TRUNCATE)');
    db.close();
    const before = readFileSync(join(at('newer'), 'golden-thread.db'));
    expectFault(await runCli(['import', demoPath('leah'), ...withStore(at('newer'))]), /^store-newer: .*77/);
    expect(readFileSync(join(at('newer'), 'golden-thread.db')).equals(before)).toBe(true);
  });

  it('damaged', async () => {
    cpSync(store, at('damaged'), { recursive: true });
    const file = join(at('damaged'), 'golden-thread.db');
    const bytes = readFileSync(file);
    bytes.fill(7, 0, 5_000);
    writeFileSync(file, bytes);
    expect(readFileSync(file).equals(bytes)).toBe(true);
    expectFault(
      await runCli(['import', demoPath('leah'), ...withStore(at('damaged'))]),
      /^store-corrupt: .*[Rr]estore/,
    );
  });
});

describe('a disk that takes nothing', () => {
  const root = process.getuid?.() === 0;
  const needsRoot = () => {
    if (!root)
      throw new Error('This test mounts a small disk and becomes another user: run it as root on Linux');
  };

  it('a read-only folder: import, export, backup', async () => {
    needsRoot();
    chmodSync(folder.path, 0o755);
    chmodSync(passphrase, 0o644);
    cpSync(store, at('theirs'), { recursive: true });
    spawnSync('chown', ['-R', '65534', at('theirs')]);
    mkdirSync(at('locked'), { mode: 0o755 });
    const nobody = { uid: 65_534 };
    const says = /^read-only: .*write/;
    expectFault(
      await runCli(['import', demoPath('leah'), '--new', ...withStore(at('locked/store'))], nobody),
      says,
    );
    const out = join(at('locked'), 'out');
    expectFault(
      await runCli(['export', demoPath('leah'), '--document', 'service-file', '--out', out], nobody),
      says,
    );
    expectFault(await runCli(['backup', ...withStore(at('theirs')), '--to', at('locked')], nobody), says);
    expect(readdirSync(at('locked'))).toEqual([]);
    expectFault(await runCli(['import', demoPath('leah'), ...withStore()], nobody), /^read-only: /);
  });

  it('a full disk: import, export, backup', async () => {
    needsRoot();
    const disk = at('disk');
    mkdirSync(disk);
    const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=700k', 'tmpfs', disk]);
    if (mounted.status !== 0)
      throw new Error('This test mounts a small disk (tmpfs), which this machine refuses');
    try {
      const says = /^disk-full: .*[Mm]ake room/;
      writeFileSync(join(disk, 'filler'), Buffer.alloc(600 * 1024));
      expectFault(
        await runCli(['import', demoPath('leah'), '--new', ...withStore(join(disk, 'store'))]),
        says,
      );
      expect(existsSync(join(disk, 'store'))).toBe(false);
      expectFault(await runCli(['backup', ...withStore(), '--to', disk]), says);
      expect(readdirSync(disk)).toEqual(['filler']);
      writeFileSync(join(disk, 'more'), Buffer.alloc(96 * 1024));
      const exported = ['export', demoPath('leah'), '--document', 'service-file', '--out', join(disk, 'out')];
      expectFault(await runCli(exported), says);
      expect(existsSync(join(disk, 'out')) ? readdirSync(join(disk, 'out')) : []).toEqual([]);
      // Standard output itself on the full disk.
      const shell = `"${process.execPath}" main/cli.ts schema > "${join(disk, 'schema.json')}"`;
      const piped = spawnSync('sh', ['-c', shell], { encoding: 'utf8' });
      expect([piped.status, piped.stderr.startsWith('disk-full: ')]).toEqual([2, true]);
    } finally {
      spawnSync('umount', [disk]);
    }
  });
});

describe('a process that is killed during an import', () => {
  it('leaves a store that opens, with all of the file or nothing of it', async () => {
    for (const delay of [150, 400, 700, 1_000, 1_400]) {
      const dir = at(`killed-${delay}`);
      cpSync(store, dir, { recursive: true });
      await runCli(['import', demoPath('juniper'), ...withStore(dir)], {
        onStart: (child) => setTimeout(() => child.kill('SIGKILL'), delay),
      });
      const { code, stdout } = await runCli(['import', demoPath('juniper'), ...withStore(dir)]);
      expect(code).toBe(0);
      const { children } = outputs.import.parse(JSON.parse(stdout));
      const [row] = children;
      expect(row?.changed).toBe(0);
      expect([row?.added, row?.unchanged]).toContain(0);
    }
  });
});
