import Database from 'better-sqlite3';
import { statSync } from 'node:fs';
import { dirname } from 'node:path';
import { fail, ok } from '../../shared/domain/result.ts';
import type { Result } from '../../shared/domain/result.ts';
import { failFrom, storeFailure } from './storeErrors.ts';

export type { Database } from 'better-sqlite3';

export const databaseFileName = 'golden-thread.db';

export type OpenOptions = {
  readonly file: string;
  /** The 32-byte data key; stays the caller's. */
  readonly key: Uint8Array;
  /** A second connection that can only read (long queries, backups). */
  readonly readonly?: boolean;
  /** Makes the file when it is not there; otherwise a missing file is `not-found`. */
  readonly create?: boolean;
  /** How long to wait for a lock, ms. */
  readonly timeout?: number;
};

type Setting = { readonly name: string; readonly set: string; readonly expected: string | number };

/** Before the key: leaving one of these out gives another file format, silently. */
const formatSettings: readonly Setting[] = [
  { name: 'cipher', set: "cipher='sqlcipher'", expected: 'sqlcipher' },
  { name: 'legacy', set: 'legacy=4', expected: '4' },
];

/** After the key. Each is read back, since SQLite ignores what it does not know or cannot do. */
export const connectionSettings: readonly Setting[] = [
  // The build sorts in files by default: plain text in the temporary folder.
  { name: 'temp_store', set: 'temp_store=MEMORY', expected: 2 },
  { name: 'journal_mode', set: 'journal_mode=WAL', expected: 'wal' },
  // NORMAL does not sync at commit in WAL mode: a power cut would lose acknowledged edits.
  { name: 'synchronous', set: 'synchronous=FULL', expected: 2 },
  // macOS: fsync alone leaves the data in the drive's cache. No effect elsewhere.
  { name: 'fullfsync', set: 'fullfsync=ON', expected: 1 },
  { name: 'checkpoint_fullfsync', set: 'checkpoint_fullfsync=ON', expected: 1 },
  { name: 'foreign_keys', set: 'foreign_keys=ON', expected: 1 },
];

function applySettings(db: Database.Database, settings: readonly Setting[]): string | undefined {
  for (const { name, set, expected } of settings) {
    db.pragma(set);
    const actual: unknown = db.pragma(name, { simple: true });
    if (actual !== expected) return name;
  }
  return undefined;
}

/** SQLite opens a file that it may not write to for reading, silently; a write, taken back, shows it. */
function proveWritable(db: Database.Database): void {
  db.exec('BEGIN IMMEDIATE');
  try {
    db.pragma(`user_version=${Number(db.pragma('user_version', { simple: true }))}`);
  } finally {
    if (db.inTransaction) db.exec('ROLLBACK');
  }
}

function configure(db: Database.Database, key: Uint8Array, readonly: boolean): Result<undefined> {
  const refused = (setting: string) =>
    fail(
      'internal',
      `The database refused the setting ${setting}, without which nothing is safe here. Nothing was opened. Install Golden Thread again.`,
    );
  const format = applySettings(db, formatSettings);
  if (format !== undefined) return refused(format);
  // A raw key: db.key(buffer) would be taken for a passphrase. The hexadecimal copy cannot be zeroed.
  db.pragma(`key="x'${Buffer.from(key).toString('hex')}'"`);
  // The first read is where a wrong key or a damaged first page shows.
  db.prepare('SELECT count(*) FROM sqlite_schema').get();
  const connection = applySettings(db, connectionSettings);
  if (connection !== undefined) return refused(connection);
  if (!readonly) proveWritable(db);
  return ok(undefined);
}

/**
 * The one way to a connection. Every setting is set, read back, and the connection refused if one did not take.
 * Failures: not-found, store-corrupt (also a key that is not this file's), store-in-use, read-only, disk-full.
 */
export function openStore(options: OpenOptions): Result<Database.Database> {
  const { file, key, readonly = false, create = false, timeout = 5_000 } = options;
  if (key.length !== 32) throw new RangeError('A data key has 32 bytes');
  let db: Database.Database | undefined;
  try {
    const found = statSync(create ? dirname(file) : file, { throwIfNoEntry: false });
    if (!found) return storeFailure('not-found');
    // SQLite takes an empty file for a new database; here it is one that lost everything.
    if (!create && found.size === 0) return storeFailure('store-corrupt');
    db = new Database(file, { readonly, fileMustExist: !create, timeout });
    const configured = configure(db, key, readonly);
    if (configured.ok) return ok(db);
    db.close();
    return configured;
  } catch (cause) {
    db?.close();
    return failFrom(cause);
  }
}
