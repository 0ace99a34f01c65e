import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { ok } from '../../shared/domain/result.ts';
import type { Result } from '../../shared/domain/result.ts';
import { syncFile } from './durableFile.ts';
import { buildFolder, checkFree } from './durableFolder.ts';
import { checkStoreFolder } from './location.ts';
import { migrate, migrationsFolder, readMigrations } from './migrate.ts';
import { databaseFileName, openStore } from './openStore.ts';
import { sideFilesFolder } from './sideFiles.ts';
import type { Store } from './store.ts';
import { attemptLater } from './storeErrors.ts';
import { unlockStore } from './unlockStore.ts';
import type { StoreSettings } from './unlockStore.ts';
import { createVault, defaultScrypt } from './vault.ts';
import { writeVault } from './vaultFile.ts';

export type CreateOptions = StoreSettings & {
  /** A new or an empty folder. */
  readonly dir: string;
  readonly passphrase: string;
};

/** Shown once, for the service to keep; it is stored nowhere. */
export type CreatedStore = { readonly store: Store; readonly recoveryKey: string };

async function makeDatabase(file: string, key: Buffer, migrations: string): Promise<Result<undefined>> {
  const opened = openStore({ file, key, create: true });
  if (!opened.ok) return opened;
  try {
    const migrated = await migrate(opened.value, readMigrations(migrations), () =>
      Promise.resolve(ok(undefined)),
    );
    if (!migrated.ok) return migrated;
  } finally {
    opened.value.close();
  }
  syncFile(file);
  return ok(undefined);
}

/**
 * Makes a new encrypted store, whole or not at all, and opens it.
 * Failures: invalid-input (short passphrase; folder not empty, on a network or synchronised), disk-full, read-only.
 */
export async function createStore(options: CreateOptions): Promise<Result<CreatedStore>> {
  const { dir, passphrase, migrations = migrationsFolder, scrypt = defaultScrypt } = options;
  return attemptLater(async () => {
    for (const check of [checkStoreFolder(dir), checkFree(dir)]) if (!check.ok) return check;
    const created = await createVault(passphrase, scrypt);
    if (!created.ok) return created;
    const { vault, dataKey, recoveryKey } = created.value;
    const built = await buildFolder(dir, async (unfinished) => {
      mkdirSync(join(unfinished, sideFilesFolder), { mode: 0o700 });
      const made = await makeDatabase(join(unfinished, databaseFileName), dataKey, migrations);
      return made.ok ? writeVault(unfinished, vault) : made;
    });
    dataKey.fill(0);
    if (!built.ok) return built;
    const store = await unlockStore({ ...options, secret: { passphrase } });
    return store.ok ? ok({ store: store.value, recoveryKey }) : store;
  });
}
