import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { ok } from '../../shared/domain/result.ts';
import { checkDatabase } from '../../main/store/backup.ts';
import { migrate, readMigrations, schemaVersion } from '../../main/store/migrate.ts';
import { restoreStore } from '../../main/store/restore.ts';
import { unlockStore } from '../../main/store/unlockStore.ts';
import {
  codeOf,
  migrationsIn,
  noteTable,
  tempFolder,
  tempStore,
  testPassphrase,
  valueOf,
} from './support/tempStore.ts';
import type { TempStore } from './support/tempStore.ts';

const secret = { passphrase: testPassphrase };
const rows = `INSERT INTO note (id, words, about) VALUES (1, 'first', NULL), (2, 'second', 1);`;
const addColumn = 'ALTER TABLE note ADD COLUMN kind TEXT;';
const rebuild = `CREATE TABLE note2 (id INTEGER PRIMARY KEY, words TEXT NOT NULL, about INTEGER REFERENCES note(id), kind TEXT) STRICT;
INSERT INTO note2 SELECT id, upper(words), about, kind FROM note; DROP TABLE note; ALTER TABLE note2 RENAME TO note;`;

const made: TempStore[] = [];
afterEach(() => {
  for (const store of made.splice(0)) store.remove();
});

async function closedStoreAtOne(): Promise<TempStore & { readonly key: Buffer }> {
  const store = await tempStore((around) => migrationsIn(around, noteTable));
  made.push(store);
  store.store.db.exec(rows);
  valueOf(store.store.files.write('00000000-0000-7000-8000-000000000001', Buffer.from('a paper')));
  const key = store.store.copyKey();
  store.store.close();
  return { ...store, key };
}

const snapshot = (dir: string) =>
  Object.fromEntries(
    readdirSync(dir, { recursive: true, encoding: 'utf8', withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.name.endsWith('-shm') && !entry.name.endsWith('.lock'))
      .map((entry) => [
        join(entry.parentPath, entry.name),
        readFileSync(join(entry.parentPath, entry.name)).toString('hex'),
      ])
      // A reader leaves an empty WAL behind.
      .filter(([, content]) => content !== ''),
  );

describe('migrating', () => {
  it('takes each step in order, after a whole backup that can be restored', async () => {
    const { dir, around } = await closedStoreAtOne();
    const migrations = migrationsIn(around, noteTable, addColumn, rebuild);
    const now = '2026-10-05T09:00:00Z';
    const store = valueOf(await unlockStore({ dir, migrations, secret, now }));
    expect(schemaVersion(store.db)).toBe(3);
    expect(store.db.prepare('SELECT * FROM note ORDER BY id').all()).toEqual([
      { id: 1, words: 'FIRST', about: null, kind: null },
      { id: 2, words: 'SECOND', about: 1, kind: null },
    ]);
    expect(store.db.pragma('foreign_keys', { simple: true })).toBe(1);
    expect(store.db.pragma('foreign_key_check')).toEqual([]);
    store.close();

    const [backup = ''] = readdirSync(join(dir, 'before-migration'));
    const old = join(around, 'old');
    const from = join(dir, 'before-migration', backup);
    const restored = valueOf(await restoreStore({ from, dir: old, secret, migrations }));
    expect(restored).toMatchObject({ schemaVersion: 1, files: 1 });
    const first = valueOf(
      await unlockStore({ dir: old, migrations: migrationsIn(around, noteTable), secret }),
    );
    expect(first.db.prepare('SELECT words FROM note ORDER BY id').pluck().all()).toEqual(['first', 'second']);
    first.close();
  });

  it('makes no backup when nothing is to be done, and keeps only the last few', async () => {
    const { dir, around } = await closedStoreAtOne();
    valueOf(await unlockStore({ dir, migrations: migrationsIn(around, noteTable), secret })).close();
    expect(readdirSync(dir)).not.toContain('before-migration');
    const steps = [noteTable];
    for (let day = 1; day <= 5; day += 1) {
      steps.push(`CREATE TABLE extra_${day} (id INTEGER PRIMARY KEY) STRICT;`);
      const migrations = migrationsIn(around, ...steps);
      valueOf(await unlockStore({ dir, migrations, secret, now: `2026-10-0${day}T09:00:00Z` })).close();
    }
    expect(readdirSync(join(dir, 'before-migration'))).toEqual(
      [3, 4, 5].map((day) => `golden-thread-backup-2026-10-0${day}T090000Z`),
    );
  });

  it('refuses a newer store by the names of both versions, and touches no byte of it', async () => {
    const { dir, around } = await closedStoreAtOne();
    const newer = valueOf(
      await unlockStore({ dir, migrations: migrationsIn(around, noteTable, addColumn, rebuild), secret }),
    );
    // Left as a crash leaves it: with a WAL that opening for writing would fold in.
    newer.db.exec("INSERT INTO note (words) VALUES ('only in the WAL')");
    const crashed = tempFolder();
    const copy = join(crashed.path, 'store');
    cpSync(dir, copy, {
      recursive: true,
      filter: (path) => !path.endsWith('.lock') && !path.endsWith('-shm'),
    });
    newer.close();
    for (const folder of [dir, copy]) {
      const before = snapshot(folder);
      expect(Object.keys(before).length).toBeGreaterThan(2);
      const refused = await unlockStore({ dir: folder, migrations: migrationsIn(around, noteTable), secret });
      expect(codeOf(refused)).toBe('store-newer');
      expect(!refused.ok && refused.error.message).toMatch(/version 3.*version 1/);
      expect(snapshot(folder)).toEqual(before);
    }
    crashed.remove();
  });

  it.each([
    [
      'fails half-way',
      `CREATE TABLE half (id INTEGER PRIMARY KEY) STRICT; INSERT INTO note (id, words) VALUES (1, 'again');`,
    ],
    ['is not SQL', `CREATE TABLE half (id INTEGER PRIMARY KEY) STRICT; nonsense;`],
    ['leaves rows without what they refer to', 'DELETE FROM note WHERE id = 1;'],
  ])('that %s leaves the version before it whole', async (_what, sql) => {
    const { dir, around, key } = await closedStoreAtOne();
    const migrations = migrationsIn(around, noteTable, addColumn, sql);
    const failed = await unlockStore({ dir, migrations, secret });
    expect(codeOf(failed)).toBe('internal');
    expect(!failed.ok && failed.error.message).toMatch(/version 2 to version 3/);
    // Step 2 stands, step 3 left nothing.
    const again = valueOf(
      await unlockStore({ dir, migrations: migrationsIn(around, noteTable, addColumn), secret }),
    );
    expect(schemaVersion(again.db)).toBe(2);
    expect(again.db.prepare('SELECT id, words, about FROM note').all()).toEqual([
      { id: 1, words: 'first', about: null },
      { id: 2, words: 'second', about: 1 },
    ]);
    again.close();
    expect(valueOf(checkDatabase(join(dir, 'golden-thread.db'), key))).toBe(2);
  });

  it('does not begin when its backup fails', async () => {
    const { dir, around } = await closedStoreAtOne();
    const store = valueOf(await unlockStore({ dir, migrations: migrationsIn(around, noteTable), secret }));
    const steps = readMigrations(migrationsIn(around, noteTable, addColumn));
    const failure = { ok: false, error: { code: 'disk-full', message: 'full' } } as const;
    expect(await migrate(store.db, steps, () => Promise.resolve(failure))).toEqual(failure);
    expect(schemaVersion(store.db)).toBe(1);
    expect(valueOf(await migrate(store.db, steps, () => Promise.resolve(ok(undefined))))).toEqual({
      from: 1,
      to: 2,
    });
    store.close();
  });

  it('runs out of room without harm', async () => {
    const { dir, around } = await closedStoreAtOne();
    const store = valueOf(await unlockStore({ dir, migrations: migrationsIn(around, noteTable), secret }));
    store.db.pragma('max_page_count=6');
    const steps = readMigrations(
      migrationsIn(
        around,
        noteTable,
        'CREATE TABLE big (b BLOB) STRICT; INSERT INTO big VALUES (zeroblob(200000));',
      ),
    );
    expect(codeOf(await migrate(store.db, steps, () => Promise.resolve(ok(undefined))))).toBe('disk-full');
    expect(schemaVersion(store.db)).toBe(1);
    expect(store.db.inTransaction).toBe(false);
    expect(store.db.pragma('foreign_keys', { simple: true })).toBe(1);
    expect(store.db.prepare('SELECT count(*) FROM note').pluck().get()).toBe(2);
    store.close();
  });
});

describe('the folder of migrations', () => {
  it('must be consecutive and hold nothing else', () => {
    const folder = tempFolder();
    const path = migrationsIn(folder.path, noteTable, addColumn);
    expect(readMigrations(path).map(({ version, name }) => [version, name])).toEqual([
      [1, '0001_step.sql'],
      [2, '0002_step.sql'],
    ]);
    for (const stray of ['0004_gap.sql', '0002_twice.sql', 'notes.txt', '3_short.sql']) {
      const bad = migrationsIn(folder.path, noteTable, addColumn);
      writeFileSync(join(bad, stray), '');
      expect(() => readMigrations(bad)).toThrow(`expected, found ${stray}`);
    }
    folder.remove();
  });

  it('must leave transactions alone; triggers, strings and comments may use the words', () => {
    const folder = tempFolder();
    for (const sql of [
      'DELETE FROM note; COMMIT;',
      'begin; DELETE FROM note;',
      'DELETE FROM note;\n ROLLBACK',
      ';SAVEPOINT a;',
      '; end transaction;',
    ]) {
      expect(() => readMigrations(migrationsIn(folder.path, noteTable, sql))).toThrow('transaction');
    }
    const fine = `-- ; COMMIT; is not for here
      CREATE TRIGGER keep BEFORE DELETE ON note BEGIN SELECT raise(ABORT, 'no; BEGIN;'); END; /* ; ROLLBACK; */`;
    expect(readMigrations(migrationsIn(folder.path, noteTable, fine)).length).toBe(2);
    folder.remove();
  });

  it('the real one can be read', () => {
    expect(() => readMigrations()).not.toThrow();
  });
});
