import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeBackup } from '../../main/store/backup.ts';
import { listBackups } from '../../main/store/backupManifest.ts';
import { restoreStore } from '../../main/store/restore.ts';
import { unlockStore } from '../../main/store/unlockStore.ts';
import { runStoreChild } from './support/runChild.ts';
import { backupScene, paper } from './support/backupScene.ts';
import type { BackupScene } from './support/backupScene.ts';
import { codeOf, migrationsIn, noteTable, tempStore, testPassphrase, valueOf } from './support/tempStore.ts';
import type { Database } from '../../main/store/openStore.ts';
import type { Store } from '../../main/store/store.ts';

const now = '2026-10-05T09:00:00Z';
const secret = { passphrase: testPassphrase };

/** Every row of every table, for a comparison row by row. */
function everyRow(db: Database): Record<string, unknown[]> {
  const tables = db
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
    .pluck()
    .all()
    .map(String);
  return Object.fromEntries(
    tables.map((name) => [name, db.prepare(`SELECT * FROM "${name}" ORDER BY rowid`).all()]),
  );
}

describe('a backup', () => {
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

  it('brings everything back on another machine with the recovery key, row by row', async () => {
    const done = valueOf(await store.backup({ to, now }));
    expect(done).toMatchObject({ name: 'golden-thread-backup-2026-10-05T090000Z', files: 1, removed: 0 });
    expect(readdirSync(to)).toEqual([done.name]);
    expect(readdirSync(done.path).toSorted()).toEqual([
      'files',
      'golden-thread.db',
      'manifest.json',
      'vault.json',
    ]);
    const expected = everyRow(store.db);
    store.close();
    rmSync(made.dir, { recursive: true });

    const restored = await restoreStore({
      from: done.path,
      dir: target,
      secret: { recoveryKey: made.recoveryKey },
      migrations,
    });
    expect(valueOf(restored)).toEqual({ madeAt: now, schemaVersion: 1, files: 1 });
    const other = valueOf(await unlockStore({ dir: target, migrations, secret }));
    expect(everyRow(other.db)).toEqual(expected);
    expect(valueOf(other.files.read(paper)).toString()).toBe('a paper that came in');
    expect(other.storeId).toBe(store.storeId);
    other.db.exec("INSERT INTO note (words) VALUES ('it can be worked in')");
    other.close();
  });

  it('holds what only the WAL holds, while the store is read and written', async () => {
    store.db.pragma('wal_autocheckpoint=0');
    store.db.exec("INSERT INTO note (words) VALUES ('only in the WAL')");
    const reader = valueOf(store.openReader());
    reader.exec('BEGIN');
    reader.prepare('SELECT count(*) FROM note').get();
    const steps: string[] = [];
    const done = valueOf(
      await store.backup({
        to,
        now,
        write: (options) => writeBackup({ ...options, onProgress: ({ step }) => steps.push(step) }),
      }),
    );
    reader.close();
    expect(steps).toEqual(['database', 'check', 'files']);
    valueOf(await restoreStore({ from: done.path, dir: target, secret, migrations }));
    const other = valueOf(await unlockStore({ dir: target, migrations, secret }));
    expect(other.db.prepare('SELECT words FROM note ORDER BY id DESC LIMIT 1').pluck().get()).toBe(
      'only in the WAL',
    );
    other.close();
  });

  it('can be written by another process than the store’s owner', async () => {
    const task = { dir: made.dir, to, storeId: store.storeId, keyHex: store.copyKey().toString('hex') };
    expect(await runStoreChild('backup', task)).toEqual(['ok']);
    expect(listBackups(to, store.storeId)).toEqual(['golden-thread-backup-2026-10-05T090000Z']);
  });

  it('rotates its own only, and never overwrites one of the same second', async () => {
    const other = await tempStore((around) => migrationsIn(around, noteTable));
    const foreign = valueOf(await other.store.backup({ to, now: '2025-01-01T09:00:00Z' }));
    other.remove();
    writeFileSync(join(to, 'letter.txt'), 'mine');
    for (let day = 1; day <= 28; day += 1) {
      const instant = `2026-09-${String(day).padStart(2, '0')}T09:00:00Z`;
      valueOf(await store.backup({ to, now: instant }));
    }
    const twice = valueOf(await store.backup({ to, now: '2026-09-28T09:00:00Z' }));
    expect(twice.name).toBe('golden-thread-backup-2026-09-28T090001Z');
    const left = readdirSync(to).toSorted();
    expect(left).toContain(foreign.name);
    expect(left).toContain('letter.txt');
    const own = listBackups(to, store.storeId).map((name) => name.slice(-18, -8));
    expect(own).toEqual([
      '2026-09-13',
      '2026-09-20',
      '2026-09-22',
      '2026-09-23',
      '2026-09-24',
      '2026-09-25',
      '2026-09-26',
      '2026-09-27',
      '2026-09-28',
    ]);
    expect(left.some((name) => name.startsWith('.'))).toBe(false);
  });

  it('is refused inside the store, and where the folder is gone', async () => {
    mkdirSync(join(made.dir, 'inside'));
    for (const inside of [made.dir, join(made.dir, 'inside')]) {
      expect(codeOf(await store.backup({ to: inside, now }))).toBe('invalid-input');
    }
    rmSync(to, { recursive: true });
    const gone = await store.backup({ to, now });
    expect(codeOf(gone)).toBe('not-found');
    expect(!gone.ok && gone.error.message).toContain('Check that the drive is connected');
    expect(existsSync(to)).toBe(false);
    writeFileSync(to, 'a file, not a folder');
    expect(codeOf(await store.backup({ to, now }))).toBe('not-found');
  });

  it('leaves nothing when it is stopped, and sweeps what a killed one left', async () => {
    const stop = new AbortController();
    const stopped = await store.backup({
      to,
      now,
      write: (options) =>
        writeBackup({
          ...options,
          signal: stop.signal,
          onProgress: ({ step }) => step === 'check' && stop.abort(),
        }),
    });
    expect(codeOf(stopped)).toBe('cancelled');
    expect(readdirSync(to)).toEqual([]);
    mkdirSync(join(to, `.unfinished-${store.storeId}-golden-thread-backup-2026-10-04T090000Z`));
    mkdirSync(join(to, '.unfinished-of-another'));
    const done = valueOf(await store.backup({ to, now }));
    expect(readdirSync(to).toSorted()).toEqual(['.unfinished-of-another', done.name]);
  });

  it.each([
    ['foreign_keys=OFF', "INSERT INTO note (words, about) VALUES ('points to nothing', 9999)"],
    ['ignore_check_constraints=ON', "INSERT INTO note (words) VALUES ('')"],
  ])(
    'says when a copied database does not hold together (%s), and keeps no such backup',
    async (pragma, sql) => {
      store.db.pragma(pragma);
      store.db.exec(sql);
      expect(codeOf(await store.backup({ to, now }))).toBe('store-corrupt');
      expect(readdirSync(to)).toEqual([]);
    },
  );
});
