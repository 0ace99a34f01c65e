import Database from 'better-sqlite3';
import { execFileSync } from 'node:child_process';
import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { restoreStore } from '../../main/store/restore.ts';
import { unlockStore } from '../../main/store/unlockStore.ts';
import { findPlainText } from '../support/durability/plainText.ts';
import { traceCommand } from '../support/durability/trace.ts';
import { storeChildCommand } from './support/runChild.ts';
import { migrationsIn, noteTable, tempStore, testPassphrase, valueOf } from './support/tempStore.ts';
import type { TempStore } from './support/tempStore.ts';

const canary = 'Qanary-Thistledown-7731';
const secret = { passphrase: testPassphrase };
const searchable = `${noteTable} CREATE VIRTUAL TABLE found USING fts5(words, content='', contentless_delete=1);`;

/** Copies a folder in another process: on POSIX, closing a handle of ours would drop our locks on the file. */
function copyElsewhere(from: string, to: string): void {
  const script = 'require("node:fs").cpSync(process.argv[1], process.argv[2], { recursive: true })';
  execFileSync(process.execPath, ['-e', script, from, to]);
}

describe('nothing is anywhere in plain text', () => {
  let made: TempStore;
  let migrations: string;
  let temporary: string;
  beforeEach(async () => {
    made = await tempStore((around) => migrationsIn(around, searchable));
    migrations = join(made.around, 'migrations-1');
    temporary = join(made.around, 'tmp');
    mkdirSync(temporary);
    const note = made.store.db.prepare('INSERT INTO note (words) VALUES (?)');
    const found = made.store.db.prepare('INSERT INTO found (rowid, words) VALUES (?, ?)');
    made.store.db.transaction(() => {
      for (let row = 1; row <= 3_000; row += 1) {
        const words = `${canary} ${row} ${'and then the boat sailed on '.repeat(20)}`;
        note.run(words);
        found.run(row, words);
      }
    })();
  });
  afterEach(() => made.remove());

  it('in the database, its WAL, the index, side files, backups or what is restored from them', async () => {
    const { store, dir, around } = made;
    valueOf(store.files.write('00000000-0000-7000-8000-000000000001', Buffer.from(canary)));
    const open = join(around, 'open');
    copyElsewhere(dir, open);
    expect(statSync(join(open, 'golden-thread.db-wal')).size).toBeGreaterThan(100_000);
    const backup = valueOf(await store.backup({ to: around, now: '2026-10-05T09:00:00Z' }));
    valueOf(await restoreStore({ from: backup.path, dir: join(around, 'restored'), secret, migrations }));
    store.close();
    const migrated = migrationsIn(around, searchable, `CREATE TABLE copy AS SELECT words FROM note;`);
    valueOf(await unlockStore({ dir, migrations: migrated, secret })).close();
    const other = valueOf(await unlockStore({ dir: join(around, 'restored'), migrations, secret }));
    expect(other.db.prepare('SELECT count(*) FROM note WHERE words LIKE ?').pluck().get(`%${canary}%`)).toBe(
      3_000,
    );
    other.close();
    const { recoveryKey } = made;
    expect(
      findPlainText([around], [canary, testPassphrase, recoveryKey, recoveryKey.replaceAll('-', '')]),
    ).toEqual([]);
  });

  it('in a file that a sort larger than the cache would need', async () => {
    const keyHex = made.store.copyKey().toString('hex');
    made.store.close();
    const env = { TMPDIR: temporary, SQLITE_TMPDIR: temporary };
    const writtenBy = async (task: object) => {
      const { events, output } = await traceCommand(
        storeChildCommand('sort', { dir: made.dir, keyHex, ...task }),
        env,
      );
      expect(output).toContain('sorted 3000');
      const ours = `${made.dir}/golden-thread.db`;
      const strange = events.filter(
        (event) =>
          event.kind === 'open' && event.writes && !event.path.startsWith(ours) && event.path !== '/dev/null',
      );
      const plain = events.filter((event) => event.kind === 'write' && event.data.includes(canary));
      return { strange: strange.length, plain: plain.length };
    };
    expect(await writtenBy({})).toEqual({ strange: 0, plain: 0 });
    expect(findPlainText([made.around], [canary])).toEqual([]);
    // The proof sees what it must not see once temporary files are allowed (they are gone afterwards).
    const weak = await writtenBy({ tempStore: 'FILE' });
    expect(weak.strange).toBeGreaterThan(0);
    expect(weak.plain).toBeGreaterThan(0);
  });
});

describe('the search for plain text', () => {
  it('finds it in each form, in names, and in a database that is not encrypted', async () => {
    const made = await tempStore((around) => migrationsIn(around, noteTable));
    made.store.close();
    const folder = join(made.around, 'plain');
    mkdirSync(folder);
    const around = 'x'.repeat(33);
    writeFileSync(join(folder, 'a'), `${around}${canary}${around}`);
    writeFileSync(join(folder, 'b'), Buffer.from(`${around}${canary}`, 'utf16le'));
    for (const shift of [0, 1, 2]) {
      const text = Buffer.from(`${'x'.repeat(shift)}${canary}${around}`).toString('base64');
      writeFileSync(join(folder, `c${shift}`), text);
    }
    writeFileSync(join(folder, `d-${canary}`), '');
    const bare = new Database(join(folder, 'e.db'));
    bare.exec(noteTable);
    bare.prepare('INSERT INTO note (words) VALUES (?)').run(canary);
    bare.close();
    const found = findPlainText([folder], [canary]).map((line) => line.slice(folder.length + 1));
    expect(found.toSorted()).toEqual([
      'a: as utf8',
      'b: as utf16le',
      'c0: as base64',
      'c1: as base64',
      'c2: as base64',
      `d-${canary}: in its name`,
      'e.db: as utf8',
    ]);
    made.remove();
  });
});
