import { fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { FromCoreShape } from '../../main/core/coreMessages.ts';
import type { FromCore, ToCore } from '../../main/core/coreMessages.ts';
import { createLog } from '../../main/core/log.ts';
import { largestLog, writeLogFile } from '../../main/core/logFile.ts';
import { forkWork } from '../../main/shell/forkCore.ts';
import { createWorkRelay } from '../../main/shell/workRelay.ts';
import { envelope, officer, passphrase, temporaryFolder, until } from './support/calls.ts';

const entry = 'main/core/coreProcess.ts';

/** The process by hand, as both shells start it, with what it said. */
function startProcess(dir: string, more: readonly string[] = []) {
  const child = fork(entry, ['--dir', dir, ...more], {
    serialization: 'advanced',
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text) => (said += String(text)));
  const messages: FromCore[] = [];
  const works = createWorkRelay(forkWork, (message) => void (child.connected && child.send(message)));
  child.on('message', (raw) => {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the shape is what the core's own type says
    const message = FromCoreShape.parse(raw) as FromCore;
    if ('work' in message) works.receive(message);
    else messages.push(message);
  });
  const ask = async (message: ToCore & { readonly id: number }): Promise<unknown> => {
    child.send(message);
    const isAnswer = (given: FromCore) => 'id' in given && given.id === message.id;
    await until(() => messages.some(isAnswer));
    return messages.find(isAnswer);
  };
  return { child, ask, messages, said: () => said };
}

async function ready(dir: string, more: readonly string[] = []) {
  const started = startProcess(dir, more);
  await once(started.child, 'message');
  expect(started.messages).toEqual([{ ready: true }]);
  return started;
}

describe('the process of the core', () => {
  it('answers envelopes by number and drops what it does not know', async () => {
    const { ask, child } = await ready(join(temporaryFolder(), 'store'));
    for (const odd of [null, 'text', { id: 'one' }, { id: 1, envelope: 3 }, { close: false }])
      child.send({ odd });
    child.send('nothing');
    await expect(ask({ id: 7, envelope: envelope('vault:status', {}) })).resolves.toEqual({
      id: 7,
      result: { ok: true, value: { state: 'none' } },
    });
  });

  it.each([
    ['SIGTERM', (child: ReturnType<typeof fork>) => void child.kill('SIGTERM')],
    ['a lost parent', (child: ReturnType<typeof fork>) => child.disconnect()],
    ['the word to close', (child: ReturnType<typeof fork>) => void child.send({ close: true })],
  ])('settles, backs up, locks and ends on %s', async (_, end) => {
    const dir = join(temporaryFolder(), 'store');
    const { ask, child } = await ready(dir);
    await ask({ id: 1, envelope: envelope('vault:create', { passphrase, officer }) });
    const backups = temporaryFolder('backups');
    await ask({ id: 2, envelope: envelope('backup:folder', { folder: backups }) });
    expect(readdirSync(backups)).toEqual([]);
    const exit = once(child, 'exit');
    end(child);
    expect(await exit).toEqual([0, null]);
    // What only an orderly end makes.
    expect(readdirSync(backups)).toHaveLength(1);
    // A database that was closed in order has no log beside it.
    expect(existsSync(join(dir, 'golden-thread.db'))).toBe(true);
    expect(existsSync(join(dir, 'golden-thread.db-wal'))).toBe(false);
  });

  it('outlives Ctrl+C, which reaches the whole group: the shell closes it when the page has saved', async () => {
    const { ask, child } = await ready(join(temporaryFolder(), 'store'));
    child.kill('SIGINT');
    await expect(ask({ id: 2, envelope: envelope('vault:status', {}) })).resolves.toMatchObject({ id: 2 });
  });

  it('plays on the day it is given', async () => {
    const day = 24 * 3_600_000;
    const { ask } = await ready(join(temporaryFolder(), 'store'), [`--clock-offset=${-400 * day}`]);
    await ask({ id: 1, envelope: envelope('vault:create', { passphrase, officer }) });
    const folder = temporaryFolder('backups');
    await ask({ id: 2, envelope: envelope('backup:run', { folder }) });
    const then = new Date(Date.now() - 400 * day).toISOString().slice(0, 10);
    await expect(ask({ id: 3, envelope: envelope('backup:status', {}) })).resolves.toMatchObject({
      result: { value: { last: { at: expect.stringMatching(`^${then}`) } } },
    });
  });

  it('dies of a bug without a word of its message, and logs class and code', async () => {
    const dir = join(temporaryFolder(), 'store');
    const { child, said } = startProcess(dir, ['--clock-offset=canary']);
    expect(await once(child, 'exit')).toEqual([70, null]);
    expect(said()).toBe('');
    const log = readFileSync(join(dirname(dir), 'golden-thread.log'), 'utf8');
    expect(log).toMatch(/^\S+ - TypeError -\n$/);
  });
});

describe('the log file', () => {
  it('is its owner’s alone, and small', () => {
    const path = join(temporaryFolder(), 'deep', 'golden-thread.log');
    const log = createLog(writeLogFile(path), () => '2026-10-05T12:00:00.000Z');
    log.error('text:save', new RangeError('a secret of Zebedee'));
    expect(readFileSync(path, 'utf8')).toBe('2026-10-05T12:00:00.000Z text:save RangeError -\n');
    expect(statSync(path).mode & 0o777).toBe(0o600);

    writeFileSync(path, 'x'.repeat(largestLog));
    log.error('text:save', new RangeError('a secret of Zebedee'));
    expect(readFileSync(path, 'utf8')).toBe('2026-10-05T12:00:00.000Z text:save RangeError -\n');
    expect(statSync(`${path}.1`).size).toBe(largestLog);
  });
});
