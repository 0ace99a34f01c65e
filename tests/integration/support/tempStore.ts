import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Result } from '../../../shared/domain/result.ts';
import { createStore } from '../../../main/store/createStore.ts';
import type { Store } from '../../../main/store/store.ts';
import type { ScryptParameters } from '../../../main/store/vaultFile.ts';

/** The least that the reader of a vault accepts: a derivation of a few milliseconds. */
export const cheapScrypt: ScryptParameters = { n: 2 ** 10, r: 8, p: 1 };
export const testPassphrase = 'paper boats in winter';

/** The value of a result that must be one; a failure shows its code and message. */
export function valueOf<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new Error(`${result.error.code}: ${result.error.message}`);
}

/** The code of a result that must be a failure. */
export function codeOf(result: Result<unknown>): string {
  return result.ok ? 'ok' : result.error.code;
}

/** An empty folder of its own for one test; `remove` deletes it. */
export function tempFolder(): { readonly path: string; readonly remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'gt-test-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** A folder of migrations with the given SQL, numbered in order. */
export function migrationsIn(folder: string, ...sql: readonly string[]): string {
  const path = join(folder, `migrations-${sql.length}`);
  rmSync(path, { recursive: true, force: true });
  mkdirSync(path, { recursive: true });
  for (const [index, text] of sql.entries()) {
    writeFileSync(join(path, `${String(index + 1).padStart(4, '0')}_step.sql`), text);
  }
  return path;
}

/** A small table, where a test of the store needs no more. */
export const noteTable =
  "CREATE TABLE note (id INTEGER PRIMARY KEY, words TEXT NOT NULL CHECK (words <> ''), about INTEGER REFERENCES note(id)) STRICT;";

export type TempStore = {
  readonly store: Store;
  readonly recoveryKey: string;
  readonly dir: string;
  /** The folder around the store, for backups and other things of the test. */
  readonly around: string;
  readonly remove: () => void;
};

/** A real encrypted store in a folder of its own; with the real migrations unless a folder is given. */
export async function tempStore(migrations?: string | ((around: string) => string)): Promise<TempStore> {
  const around = tempFolder();
  const dir = join(around.path, 'store');
  const folder = typeof migrations === 'function' ? migrations(around.path) : migrations;
  const created = await createStore({
    dir,
    passphrase: testPassphrase,
    scrypt: cheapScrypt,
    ...(folder === undefined ? {} : { migrations: folder }),
  });
  const { store, recoveryKey } = valueOf(created);
  const remove = () => {
    store.close();
    around.remove();
  };
  return { store, recoveryKey, dir, around: around.path, remove };
}
