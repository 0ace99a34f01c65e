import type { Database } from 'better-sqlite3';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fail, ok } from '../../shared/domain/result.ts';
import type { Result } from '../../shared/domain/result.ts';
import { codeOfSqlError, failFrom } from './storeErrors.ts';

export type Migration = { readonly version: number; readonly name: string; readonly sql: string };

/** The real migrations; a parameter everywhere else, so that tests can bring their own. */
export const migrationsFolder = fileURLToPath(new URL('migrations', import.meta.url));

/** Each step runs in a transaction of `runOne`; ending it from inside would make half of a step permanent. */
function refuseTransactions(name: string, sql: string): void {
  const bare = sql.replaceAll(/--[^\n]*|\/\*[\s\S]*?\*\/|'(?:[^']|'')*'/g, ' ');
  if (/(?:^|;)\s*(?:BEGIN|COMMIT|ROLLBACK|SAVEPOINT|RELEASE|END\s+TRANSACTION)\b/i.test(bare)) {
    throw new Error(`${name} must not begin or end a transaction`);
  }
}

/** The numbered SQL of a folder in order. A gap, a double, a stray file or a transaction is a bug and throws. */
export function readMigrations(folder: string = migrationsFolder): readonly Migration[] {
  const names = readdirSync(folder).toSorted();
  return names.map((name, index) => {
    const version = Number(/^(\d{4})_[a-z0-9_]+\.sql$/.exec(name)?.[1] ?? Number.NaN);
    if (version !== index + 1) throw new Error(`Migration ${index + 1} expected, found ${name}`);
    const sql = readFileSync(join(folder, name), 'utf8');
    refuseTransactions(name, sql);
    return { version, name, sql };
  });
}

/** The version of the schema that a database holds; 0 before the first migration. */
export function schemaVersion(db: Database): number {
  const version: unknown = db.pragma('user_version', { simple: true });
  if (typeof version !== 'number') throw new TypeError('user_version is a number');
  return version;
}

/** `store-newer` when the database was written by a later program; both versions are named. */
export function checkNotNewer(current: number, newest: number): Result<undefined> {
  if (current <= newest) return ok(undefined);
  return fail(
    'store-newer',
    `This store has version ${current}; this program reads up to version ${newest}. Install the newer Golden Thread. Nothing was changed.`,
  );
}

function runOne(db: Database, { version, name, sql }: Migration): void {
  db.exec('BEGIN IMMEDIATE');
  try {
    db.exec(sql);
    if (!db.inTransaction) throw new Error(`${name} ends the transaction that it runs in`);
    db.pragma(`user_version=${version}`);
    const broken = db.prepare('PRAGMA foreign_key_check').all().length;
    if (broken > 0) throw new Error(`${name} leaves ${broken} rows without what they refer to`);
    db.exec('COMMIT');
  } catch (cause) {
    // SQLite may have rolled back by itself (a full disk).
    if (db.inTransaction) db.exec('ROLLBACK');
    throw cause;
  }
}

function setForeignKeys(db: Database, isOn: boolean): void {
  db.pragma(`foreign_keys=${isOn ? 'ON' : 'OFF'}`);
  // Inside a transaction the pragma does nothing, silently.
  if (db.pragma('foreign_keys', { simple: true }) !== Number(isOn)) {
    throw new Error('foreign_keys did not take; is a transaction open?');
  }
}

function notMigrated(cause: unknown, from: number, to: number): Result<never> {
  const code = codeOfSqlError(cause);
  if (code !== 'internal') return failFrom(cause);
  return fail(
    'internal',
    `This store could not be brought from version ${from} to version ${to}. It is as it was at version ${from}, and a backup from before lies in its folder. Go on with the Golden Thread you had before.`,
  );
}

/**
 * Brings `db` to the newest version, each step in a transaction of its own, after `backup` has succeeded
 * (not asked for a database that is still empty). A step that fails leaves the version before it whole.
 */
export async function migrate(
  db: Database,
  migrations: readonly Migration[],
  backup: () => Promise<Result<unknown>>,
): Promise<Result<{ from: number; to: number }>> {
  const from = schemaVersion(db);
  const newest = migrations.length;
  const readable = checkNotNewer(from, newest);
  if (!readable.ok) return readable;
  const pending = migrations.slice(from);
  if (pending.length > 0 && from > 0) {
    const saved = await backup();
    if (!saved.ok) return saved;
  }
  for (const migration of pending) {
    // Off, so that a table may be rebuilt; it must be set before BEGIN.
    setForeignKeys(db, false);
    try {
      runOne(db, migration);
    } catch (cause) {
      return notMigrated(cause, migration.version - 1, migration.version);
    } finally {
      setForeignKeys(db, true);
    }
  }
  return ok({ from, to: newest });
}
