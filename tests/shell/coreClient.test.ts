import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { CoreClientParts } from '../../main/shell/coreClient.ts';
import { createCoreClient, mostRestarts } from '../../main/shell/coreClient.ts';
import { forkCore, forkWork } from '../../main/shell/forkCore.ts';
import { uuidv7 } from '../../main/core/ids.ts';
import { envelope, officer, passphrase, temporaryFolder, until } from './support/calls.ts';

/** A client over real child processes, and the process number of the newest. */
function startClient(dir: string, entry?: string) {
  const pids: number[] = [];
  const events: string[] = [];
  const parts: CoreClientParts = {
    spawn: () => {
      const core = forkCore({ dir }, entry);
      pids.push(core.pid ?? 0);
      return core;
    },
    spawnWork: () => forkWork(),
    onProgress: () => undefined,
    now: () => performance.now(),
    onRestarted: () => void events.push('restarted'),
    onFailed: () => void events.push('failed'),
  };
  const client = createCoreClient(parts);
  onTestFinished(() => client.close());
  const kill = (signal: NodeJS.Signals) => process.kill(pids.at(-1) ?? 0, signal);
  return { client, events, kill, pids };
}

const create = envelope('vault:create', { passphrase, officer });
const unlock = () => envelope('vault:unlock', { passphrase });
const status = () => envelope('vault:status', {});

describe('the core as a process', () => {
  it('answers across the process boundary, also what was asked before it was there', async () => {
    const { client } = startClient(join(temporaryFolder(), 'store'));
    await expect(client.dispatch(status())).resolves.toEqual({ ok: true, value: { state: 'none' } });
    await expect(client.dispatch(create)).resolves.toMatchObject({ ok: true });
    await expect(client.dispatch(envelope('settings:get', {}))).resolves.toMatchObject({
      ok: true,
      value: { officer: { name: 'Test Officer' } },
    });
    await expect(
      client.dispatch({ requestId: uuidv7(1), channel: 'constructor', input: {} }),
    ).resolves.toMatchObject({ error: { code: 'forbidden' } });
  });

  it('is started again when it is killed, and what it acknowledged is there', async () => {
    const { client, events, kill } = startClient(join(temporaryFolder(), 'store'));
    await client.dispatch(create);
    const save = envelope('officer:save', { name: 'Second Name' });
    const first = await client.dispatch(save);
    expect(first).toMatchObject({ ok: true });

    kill('SIGKILL');
    await until(() => events.length === 1);
    expect(events).toEqual(['restarted']);
    await expect(client.dispatch(envelope('settings:get', {}))).resolves.toMatchObject({
      error: { code: 'locked' },
    });
    await expect(client.dispatch(unlock())).resolves.toMatchObject({ ok: true });
    // The page does not know whether its last save arrived, and sends it again.
    await expect(client.dispatch(save)).resolves.toEqual(first);
    await expect(client.dispatch(envelope('settings:get', {}))).resolves.toMatchObject({
      value: { officer: { name: 'Second Name' } },
    });
  });

  it('answers what was under way when it died with what to do, and a re-send then does it once', async () => {
    const { client, kill } = startClient(join(temporaryFolder(), 'store'));
    await client.dispatch(create);
    kill('SIGSTOP');
    const save = envelope('officer:save', { name: 'Held Name' });
    const held = client.dispatch(save);
    const session = client.dispatch(status());
    kill('SIGKILL');
    await expect(held).resolves.toMatchObject({ error: { code: 'locked', message: /saved again/ } });
    await expect(session).resolves.toMatchObject({ error: { code: 'internal', message: /Try again/ } });
    await client.dispatch(unlock());
    await expect(client.dispatch(save)).resolves.toMatchObject({ ok: true });
    await expect(client.dispatch(envelope('settings:get', {}))).resolves.toMatchObject({
      value: { officer: { name: 'Held Name' } },
    });
  });

  it('stays down when it dies again and again, and every call says so', async () => {
    const folder = temporaryFolder();
    const dying = join(folder, 'dying.mjs');
    writeFileSync(dying, 'process.exit(70);\n');
    const { client, events, pids } = startClient(join(folder, 'store'), dying);
    const waiting = client.dispatch(status());
    await until(() => events.includes('failed'));
    expect(events).toEqual([...Array.from({ length: mostRestarts }, () => 'restarted'), 'failed']);
    expect(pids).toHaveLength(mostRestarts + 1);
    await expect(waiting).resolves.toMatchObject({ ok: false });
    await expect(client.dispatch(status())).resolves.toMatchObject({
      error: { code: 'internal', message: /too often/ },
    });
    await client.close();
  });

  it('forgets deaths that lie more than a minute back', async () => {
    const exits: (() => void)[] = [];
    const events: string[] = [];
    let now = 0;
    createCoreClient({
      spawn: () => ({
        post: () => undefined,
        onMessage: () => undefined,
        onExit: (listener) => void exits.push(listener),
        kill: () => undefined,
      }),
      spawnWork: () => forkWork(),
      onProgress: () => undefined,
      now: () => now,
      onRestarted: () => void events.push('restarted'),
      onFailed: () => void events.push('failed'),
    });
    for (let death = 0; death < 10; death += 1) {
      now += 25_000;
      exits.at(-1)?.();
      await vi.waitFor(() => expect(events).toHaveLength(death + 1));
    }
    expect(events).not.toContain('failed');
  });

  it('closes after what is under way, frees the store, and answers no more', async () => {
    const dir = join(temporaryFolder(), 'store');
    const { client, events } = startClient(dir);
    await client.dispatch(create);
    const last = client.dispatch(envelope('officer:save', { name: 'Last Name' }));
    await Promise.all([client.close(), client.close()]);
    await expect(last).resolves.toMatchObject({ ok: true });
    await expect(client.dispatch(status())).resolves.toMatchObject({ error: { code: 'locked' } });
    expect(events).toEqual([]);

    const next = startClient(dir);
    await expect(next.client.dispatch(unlock())).resolves.toMatchObject({ ok: true });
    await expect(next.client.dispatch(envelope('settings:get', {}))).resolves.toMatchObject({
      value: { officer: { name: 'Last Name' } },
    });
  });

  it('passes on nothing of the environment that could change it', async () => {
    vi.stubEnv('NODE_OPTIONS', '--require=/nowhere/at-all.js');
    onTestFinished(() => void vi.unstubAllEnvs());
    const { client } = startClient(join(temporaryFolder(), 'store'));
    await expect(client.dispatch(status())).resolves.toMatchObject({ ok: true });
  });
});
