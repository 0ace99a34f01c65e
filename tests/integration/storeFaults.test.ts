import { chmodSync, cpSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { unlockStore } from '../../main/store/unlockStore.ts';
import { runStoreChild } from './support/runChild.ts';
import { backupScene } from './support/backupScene.ts';
import type { BackupScene } from './support/backupScene.ts';
import { testPassphrase, valueOf } from './support/tempStore.ts';
import type { Store } from '../../main/store/store.ts';

const now = '2026-10-05T09:00:00Z';
const secret = { passphrase: testPassphrase };

describe('a folder or disk that takes nothing', () => {
  let made: BackupScene;
  let store: Store;
  let migrations: string;
  let to: string;
  let target: string;
  beforeEach(async () => {
    made = await backupScene();
    ({ store, migrations, to, target } = made);
  });
  afterEach(() => made.remove());

  it('a write-protected folder is said to be one, for the store, a new one, a backup and a restore', async () => {
    const { path } = valueOf(await store.backup({ to, now }));
    cpSync(path, join(made.around, 'backup'), { recursive: true });
    const task = {
      dir: made.dir,
      migrations,
      to,
      storeId: store.storeId,
      keyHex: store.copyKey().toString('hex'),
    };
    store.close();
    const before = readdirSync(to);
    const openToRead = (folder: string) => {
      for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
        chmodSync(join(entry.parentPath, entry.name), entry.isDirectory() ? 0o555 : 0o444);
      }
      chmodSync(folder, 0o555);
    };
    openToRead(made.around);
    try {
      // The lock, the database, then unlocking, creating, backing up and restoring.
      const sixTimes = Array.from({ length: 6 }, () => 'read-only');
      expect(await runStoreChild('nobody', task)).toEqual(sixTimes);
      // And where not even the way to the folder is open.
      chmodSync(made.around, 0o000);
      expect(await runStoreChild('nobody', task)).toEqual(sixTimes);
    } finally {
      for (const folder of [made.around, made.dir, to]) chmodSync(folder, 0o755);
      for (const entry of readdirSync(made.around, { recursive: true, withFileTypes: true })) {
        if (entry.isDirectory()) chmodSync(join(entry.parentPath, entry.name), 0o755);
      }
    }
    expect(readdirSync(to)).toEqual(before);
  });

  it('a disk without room is said to be one; nothing half-written stays and the store goes on', async () => {
    const { path } = valueOf(await store.backup({ to, now }));
    cpSync(path, join(made.around, 'backup'), { recursive: true });
    const task = {
      dir: made.dir,
      migrations,
      to,
      storeId: store.storeId,
      keyHex: store.copyKey().toString('hex'),
    };
    const before = readdirSync(to);
    // A limit on the size of a file stands for a disk: no more bytes are taken.
    const limited = ['bash', '-c', 'ulimit -f 40; exec "$@"', 'limited'];
    expect(await runStoreChild('backup', task, { wrapper: limited })).toEqual(['disk-full']);
    expect(readdirSync(to)).toEqual(before);
    store.close();
    const restoring = { ...task, to: join(made.around, 'backup') };
    expect(await runStoreChild('restore', { ...restoring, dir: target }, { wrapper: limited })).toEqual([
      'disk-full',
    ]);
    expect(readdirSync(join(target, '..'))).toEqual([]);
    valueOf(await unlockStore({ dir: made.dir, migrations, secret })).close();
  });
});
