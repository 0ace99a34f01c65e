import type { Database } from 'better-sqlite3';
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ok } from '../../shared/domain/result.ts';
import type { Result } from '../../shared/domain/result.ts';
import { writeBackup } from './backup.ts';
import { syncFolder, unfinishedPrefix } from './durableFile.ts';
import { checkStoreFolder } from './location.ts';
import { checkNotNewer, migrate, migrationsFolder, readMigrations, schemaVersion } from './migrate.ts';
import type { Migration } from './migrate.ts';
import { databaseFileName, openStore } from './openStore.ts';
import { takeOwnerLock } from './ownerLock.ts';
import type { OwnerLock } from './ownerLock.ts';
import { storeOf } from './store.ts';
import type { Store } from './store.ts';
import { attemptLater, storeFailure } from './storeErrors.ts';
import { defaultScrypt, unlockVault } from './vault.ts';
import type { Secret } from './vault.ts';
import { readVault } from './vaultFile.ts';
import type { ScryptParameters, Vault } from './vaultFile.ts';

/** Backups made before a migration lie in this folder of the store; the last few stay. */
export const beforeMigrationFolder = 'before-migration';
const keptBeforeMigration = 3;

export type StoreSettings = {
  /** Folder of numbered SQL; the real one unless a test brings its own. */
  readonly migrations?: string;
  /** Cost of a passphrase set from now on; the real one unless a test needs a cheap one. */
  readonly scrypt?: ScryptParameters;
  /** An instant with Z for the name of a backup before a migration; the clock's when left out. */
  readonly now?: string;
};

export type UnlockOptions = StoreSettings & { readonly dir: string; readonly secret: Secret };

async function backUpBeforeMigration(dir: string, storeId: string, key: Buffer, now: string) {
  const to = join(dir, beforeMigrationFolder);
  if (mkdirSync(to, { recursive: true, mode: 0o700 }) !== undefined) syncFolder(dir);
  const done = await writeBackup({ dir, key, storeId, to, now, sideFiles: 'link' });
  if (!done.ok) return done;
  const names = readdirSync(to).toSorted();
  for (const name of names.slice(0, -keptBeforeMigration)) rmSync(join(to, name), { recursive: true });
  return done;
}

/** Read-only, so that a store of the future is refused without a byte of it changing. */
function checkVersion(file: string, key: Buffer, migrations: readonly Migration[]): Result<undefined> {
  const reader = openStore({ file, key, readonly: true });
  if (!reader.ok) return reader;
  try {
    return checkNotNewer(schemaVersion(reader.value), migrations.length);
  } finally {
    reader.value.close();
  }
}

async function openMigrated(options: UnlockOptions, vault: Vault, key: Buffer): Promise<Result<Database>> {
  const { dir, migrations = migrationsFolder, now = new Date().toISOString() } = options;
  const file = join(dir, databaseFileName);
  // A vault without its database is a damaged store, not a place for an empty one.
  if (!existsSync(file)) return storeFailure('store-corrupt');
  const steps = readMigrations(migrations);
  const readable = checkVersion(file, key, steps);
  if (!readable.ok) return readable;
  const opened = openStore({ file, key });
  if (!opened.ok) return opened;
  const db = opened.value;
  let isKept = false;
  try {
    const migrated = await migrate(db, steps, () => backUpBeforeMigration(dir, vault.storeId, key, now));
    if (!migrated.ok) return migrated;
    isKept = true;
    return opened;
  } finally {
    if (!isKept) db.close();
  }
}

async function openLocked(options: UnlockOptions, vault: Vault, lock: OwnerLock): Promise<Result<Store>> {
  const { dir, secret, scrypt = defaultScrypt } = options;
  const key = await unlockVault(vault, secret);
  if (!key.ok) return key;
  const opened = await openMigrated(options, vault, key.value);
  if (!opened.ok) {
    key.value.fill(0);
    return opened;
  }
  for (const name of readdirSync(dir)) {
    if (name.startsWith(unfinishedPrefix)) rmSync(join(dir, name), { recursive: true });
  }
  const { storeId } = vault;
  return ok(storeOf({ db: opened.value, dir, storeId, key: key.value, lock, scrypt }));
}

/**
 * Opens the store in `dir` for its one writer, migrated to this program's version.
 * Failures: not-found (no store here), invalid-input (network or synchronised folder, slip in the recovery key),
 * wrong-passphrase, store-in-use, store-newer, store-corrupt, read-only, disk-full.
 */
export async function unlockStore(options: UnlockOptions): Promise<Result<Store>> {
  return attemptLater(async () => {
    const suitable = checkStoreFolder(options.dir);
    if (!suitable.ok) return suitable;
    const vault = readVault(options.dir);
    if (!vault.ok) return vault;
    const lock = takeOwnerLock(options.dir);
    if (!lock.ok) return lock;
    let isKept = false;
    try {
      const store = await openLocked(options, vault.value, lock.value);
      isKept = store.ok;
      return store;
    } finally {
      if (!isKept) lock.value.release();
    }
  });
}
