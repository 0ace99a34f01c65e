import { constants, copyFileSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { WorkStep } from '../../shared/contract/shapes.ts';
import { ok } from '../../shared/domain/result.ts';
import type { Result } from '../../shared/domain/result.ts';
import { checkDatabase } from './backup.ts';
import { damagedBackup, isGenuine, readManifest } from './backupManifest.ts';
import type { Manifest } from './backupManifest.ts';
import { syncFile, syncFolder } from './durableFile.ts';
import { buildFolder, checkFree, hashFile } from './durableFolder.ts';
import { checkStoreFolder } from './location.ts';
import { checkNotNewer, migrationsFolder, readMigrations } from './migrate.ts';
import { databaseFileName } from './openStore.ts';
import { sideFilesFolder } from './sideFiles.ts';
import { attemptLater } from './storeErrors.ts';
import { unlockVault } from './vault.ts';
import type { Secret } from './vault.ts';
import { parseVault, vaultFileName } from './vaultFile.ts';

export type RestoreOptions = {
  /** One backup folder. */
  readonly from: string;
  /** Where the store shall be: a new or an empty folder. */
  readonly dir: string;
  readonly secret: Secret;
  readonly migrations?: string | undefined;
  readonly onProgress?: ((progress: WorkStep) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
};

export type RestoreDone = { readonly madeAt: string; readonly schemaVersion: number; readonly files: number };

async function copyChecked(
  from: string,
  to: string,
  expected: { readonly sha256: string; readonly bytes: number },
): Promise<boolean> {
  copyFileSync(from, to, constants.COPYFILE_EXCL);
  syncFile(to);
  const actual = await hashFile(to);
  return actual.sha256 === expected.sha256 && actual.bytes === expected.bytes;
}

async function copyAll(options: RestoreOptions, to: string, manifest: Manifest): Promise<boolean> {
  const { from, onProgress, signal } = options;
  const { database, vault, files } = manifest;
  mkdirSync(join(to, sideFilesFolder), { mode: 0o700 });
  const wanted = [
    { path: databaseFileName, expected: database },
    { path: vaultFileName, expected: vault },
    ...files.map((file) => ({ path: join(sideFilesFolder, file.name), expected: file })),
  ];
  for (const [index, { path, expected }] of wanted.entries()) {
    signal?.throwIfAborted();
    onProgress?.({ step: 'files', done: index, total: wanted.length });
    if (!(await copyChecked(join(from, path), join(to, path), expected))) return false;
  }
  syncFolder(join(to, sideFilesFolder));
  return true;
}

/**
 * Brings a backup back into an empty folder, all or nothing; open it with `unlockStore` afterwards.
 * Failures: invalid-input (folder, or a slip in the recovery key), wrong-passphrase, not-found, store-newer,
 * store-corrupt (any file missing, changed or added), disk-full, read-only, cancelled.
 */
export async function restoreStore(options: RestoreOptions): Promise<Result<RestoreDone>> {
  const { from, dir, secret, migrations = migrationsFolder, onProgress, signal } = options;
  return attemptLater(async () => {
    for (const check of [checkStoreFolder(dir), checkFree(dir)]) if (!check.ok) return check;
    const manifest = readManifest(from);
    if (!manifest.ok) return manifest;
    const readable = checkNotNewer(manifest.value.schemaVersion, readMigrations(migrations).length);
    if (!readable.ok) return readable;
    const vault = parseVault(readFileSync(join(from, vaultFileName), 'utf8'));
    if (!vault.ok) return vault;
    const key = await unlockVault(vault.value, secret);
    if (!key.ok) return key;
    try {
      if (!isGenuine(manifest.value, key.value)) return damagedBackup();
      return await buildFolder(dir, async (unfinished) => {
        if (!(await copyAll(options, unfinished, manifest.value))) return damagedBackup();
        signal?.throwIfAborted();
        onProgress?.({ step: 'check', done: 0, total: 1 });
        const version = checkDatabase(join(unfinished, databaseFileName), key.value);
        if (!version.ok) return version;
        syncFile(join(unfinished, databaseFileName));
        const { madeAt, files } = manifest.value;
        return ok({ madeAt, schemaVersion: version.value, files: files.length });
      });
    } finally {
      key.value.fill(0);
    }
  });
}
