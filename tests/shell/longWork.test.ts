import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { WorkProgress } from '../../shared/contract/shapes.ts';
import { createCoreClient } from '../../main/shell/coreClient.ts';
import { forkCore, forkWork } from '../../main/shell/forkCore.ts';
import { envelope, officer, passphrase, temporaryFolder, until } from './support/calls.ts';

/** A core whose processes of long work are known by number; `isHeld` stops each before it can begin. */
function startClient(dir: string, isHeld = false) {
  const works: number[] = [];
  const progress: WorkProgress[] = [];
  let core: ReturnType<typeof forkCore> | undefined;
  const client = createCoreClient({
    spawn: () => (core = forkCore({ dir })),
    spawnWork: () => {
      const work = forkWork();
      works.push(work.pid ?? 0);
      if (isHeld) process.kill(work.pid ?? 0, 'SIGSTOP');
      return work;
    },
    onProgress: (step) => void progress.push(step),
    now: () => performance.now(),
    onRestarted: () => undefined,
    onFailed: () => undefined,
  });
  onTestFinished(() => client.close());
  return { client, works, progress, killCore: () => core?.kill() };
}

async function clientWithStore(isHeld?: boolean) {
  const around = temporaryFolder('long-work');
  const folder = join(around, 'backups');
  mkdirSync(folder);
  const started = startClient(join(around, 'store'), isHeld);
  await started.client.dispatch(envelope('vault:create', { passphrase, officer }));
  return { ...started, around, folder };
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

describe('long work', () => {
  it('is done in a process of its own, which ends, and tells how far it is', async () => {
    const { client, works, progress, folder } = await clientWithStore();
    const done = await client.dispatch(envelope('backup:run', { folder }));
    expect(done).toMatchObject({ ok: true, value: { removed: 0 } });
    expect(works).toHaveLength(1);
    expect(progress.map(({ task, step }) => `${task} ${step}`)).toEqual(['backup database', 'backup check']);
    await until(() => !isAlive(works[0] ?? 0));
  });

  it('keeps nobody waiting, and is stopped when it is asked to, leaving nothing', async () => {
    const { client, works, folder } = await clientWithStore(true);
    const backup = client.dispatch(envelope('backup:run', { folder }));
    await until(() => works.length === 1);
    await expect(client.dispatch(envelope('officer:save', { name: 'Meanwhile' }))).resolves.toMatchObject({
      ok: true,
    });
    await client.dispatch(envelope('work:cancel', { task: 'backup' }));
    await expect(backup).resolves.toMatchObject({ error: { code: 'cancelled' } });
    expect(isAlive(works[0] ?? 0)).toBe(false);
    expect(readdirSync(folder)).toEqual([]);
    await expect(client.dispatch(envelope('backup:status', {}))).resolves.toEqual({
      ok: true,
      value: { isDue: false },
    });
    // Stopping what is not under way does nothing.
    await expect(client.dispatch(envelope('work:cancel', { task: 'backup' }))).resolves.toEqual({
      ok: true,
      value: {},
    });
  });

  it('that dies is told as a failure, and the core goes on', async () => {
    const { client, works, folder } = await clientWithStore(true);
    const backup = client.dispatch(envelope('backup:run', { folder }));
    await until(() => works.length === 1);
    process.kill(works[0] ?? 0, 'SIGKILL');
    await expect(backup).resolves.toMatchObject({ error: { code: 'internal', message: /Try again/ } });
    await expect(client.dispatch(envelope('backup:status', {}))).resolves.toMatchObject({
      value: { failure: { code: 'internal' } },
    });
  });

  it('ends with the core that asked for it', async () => {
    const { client, works, folder, killCore } = await clientWithStore(true);
    const backup = client.dispatch(envelope('backup:run', { folder }));
    await until(() => works.length === 1);
    killCore();
    await expect(backup).resolves.toMatchObject({ ok: false });
    await until(() => !isAlive(works[0] ?? 0));
  });

  it('restores into an empty place, and can be stopped there too', async () => {
    const { client, folder, around } = await clientWithStore();
    await client.dispatch(envelope('backup:run', { folder }));
    await client.close();
    const [name = ''] = readdirSync(folder);
    const restore = () => envelope('restore:run', { folder: join(folder, name), proof: { passphrase } });

    const held = startClient(join(around, 'second'), true);
    const stopped = held.client.dispatch(restore());
    await until(() => held.works.length === 1);
    await held.client.dispatch(envelope('work:cancel', { task: 'restore' }));
    await expect(stopped).resolves.toMatchObject({ error: { code: 'cancelled' } });

    const other = startClient(join(around, 'second'));
    await expect(other.client.dispatch(restore())).resolves.toMatchObject({ ok: true });
    expect(other.progress.map(({ step }) => step)).toContain('files');
    await expect(other.client.dispatch(envelope('vault:unlock', { passphrase }))).resolves.toMatchObject({
      ok: true,
    });
  });
});
