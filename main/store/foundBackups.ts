import { readdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { ok } from '../../shared/domain/result.ts';
import type { Result } from '../../shared/domain/result.ts';
import type { FoundBackup } from '../../shared/contract/shapes.ts';
import { Instant } from '../../shared/domain/dates.ts';
import { readManifest } from './backupManifest.ts';
import type { Manifest } from './backupManifest.ts';
import { checkNotNewer, migrationsFolder, readMigrations } from './migrate.ts';
import { databaseFileName } from './openStore.ts';
import { instantOfBackup } from './rotation.ts';
import { sideFilesFolder } from './sideFiles.ts';
import { attempt, storeFailure } from './storeErrors.ts';
import { vaultFileName } from './vaultFile.ts';

/** The size of a file in bytes; undefined where it is not there or cannot be read. */
function sizeOf(path: string): number | undefined {
  try {
    return statSync(path).size;
  } catch {
    return undefined;
  }
}

/** Every file that a backup consists of, with the size it must have. */
function filesOf(backup: string, { database, vault, files }: Manifest) {
  return [
    { path: join(backup, databaseFileName), bytes: database.bytes },
    { path: join(backup, vaultFileName), bytes: vault.bytes },
    ...files.map(({ name, bytes }) => ({ path: join(backup, sideFilesFolder, name), bytes })),
  ];
}

type Found = FoundBackup & { readonly storeId: string | undefined };

/**
 * What can be known of a backup without its key: when it was made, how large it is, whether every file is there in
 * its whole length. What is in them is checked when it is restored.
 */
function look(folder: string, known: number): Found | undefined {
  const named = instantOfBackup(basename(folder));
  const read = readManifest(folder);
  const manifest = read.ok ? read.value : undefined;
  const madeAt = manifest?.madeAt ?? named;
  if (madeAt === undefined) return undefined;
  const base = { folder, madeAt: Instant.parse(madeAt), store: 0, storeId: manifest?.storeId };
  if (!manifest) {
    const isNewer = !read.ok && read.error.code === 'store-newer';
    return { ...base, state: isNewer ? 'newer' : 'not-whole', bytes: 0, files: 0 };
  }
  const files = filesOf(folder, manifest);
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  const isWhole = files.every((file) => sizeOf(file.path) === file.bytes);
  const isReadable = checkNotNewer(manifest.schemaVersion, known).ok;
  const state = !isWhole ? 'not-whole' : isReadable ? 'whole' : 'newer';
  return { ...base, state, bytes, files: manifest.files.length };
}

/** The backups of several stores are told apart by a number of their own, the store of the newest being 1. */
function withStores(found: readonly Found[]): FoundBackup[] {
  const stores = [...new Set(found.flatMap(({ storeId }) => storeId ?? []))];
  return found.map(({ storeId, ...backup }) => ({
    ...backup,
    store: storeId === undefined ? 0 : stores.indexOf(storeId) + 1,
  }));
}

/**
 * The backups in a folder, newest first; a folder that is itself a backup is the one in it. Empty where there is
 * none. Failures: not-found (the folder is gone), read-only (it may not be entered).
 */
export function findBackups(
  folder: string,
  migrations: string = migrationsFolder,
): Result<readonly FoundBackup[]> {
  return attempt(() => {
    if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) return storeFailure('not-found');
    const known = readMigrations(migrations).length;
    const itself = look(folder, known);
    const inside = () =>
      readdirSync(folder, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .flatMap(({ name }) => look(join(folder, name), known) ?? []);
    const found = itself ? [itself] : inside();
    return ok(withStores(found.toSorted((a, b) => (a.madeAt < b.madeAt ? 1 : -1))));
  });
}
