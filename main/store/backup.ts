import {
  constants,
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import type { WorkStep } from '../../shared/contract/shapes.ts';
import { ok } from '../../shared/domain/result.ts';
import type { Result } from '../../shared/domain/result.ts';
import {
  damagedBackup,
  listBackups,
  manifestFileName,
  manifestVersion,
  sealManifest,
} from './backupManifest.ts';
import type { ManifestContent } from './backupManifest.ts';
import { syncFile, syncFolder, unfinishedPrefix, writeNewFile } from './durableFile.ts';
import { hashFile } from './durableFolder.ts';
import { schemaVersion } from './migrate.ts';
import { databaseFileName, openStore } from './openStore.ts';
import { backupName, backupsToKeep, dayOf } from './rotation.ts';
import { sideFileName, sideFilesFolder } from './sideFiles.ts';
import { attempt, attemptLater, storeFailure } from './storeErrors.ts';
import { vaultFileName } from './vaultFile.ts';

export type BackupOptions = {
  /** The store's folder; its owner may go on writing meanwhile. */
  readonly dir: string;
  readonly key: Uint8Array;
  readonly storeId: string;
  /** An existing folder. */
  readonly to: string;
  /** An instant with Z; it names the backup. */
  readonly now: string;
  /** `link` spares the room where the backup never leaves the disk (before a migration). */
  readonly sideFiles?: 'copy' | 'link';
  readonly onProgress?: ((progress: WorkStep) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
};

export type BackupDone = { readonly name: string; readonly path: string; readonly files: number };

const isFolder = (path: string) => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;

/** Two backups within a second do not overwrite each other: the later takes the next free second. */
function freeName(folder: string, now: string): string {
  let instant = Temporal.Instant.from(now);
  while (existsSync(join(folder, backupName(instant.toString())))) instant = instant.add({ seconds: 1 });
  return backupName(instant.toString());
}

/** Copies the database as it is at this moment: encrypted by the same key, with what only the WAL holds. */
function copyDatabase({ dir, key }: BackupOptions, target: string): Result<undefined> {
  const source = openStore({ file: join(dir, databaseFileName), key, readonly: true });
  if (!source.ok) return source;
  try {
    source.value.prepare('VACUUM INTO ?').run(target);
  } finally {
    source.value.close();
  }
  return ok(undefined);
}

/** Opens a copied database with the key and checks every page; its schema version. */
export function checkDatabase(file: string, key: Uint8Array): Result<number> {
  const opened = openStore({ file, key });
  if (!opened.ok) return opened;
  const db = opened.value;
  try {
    const verdict: unknown = db.pragma('quick_check', { simple: true });
    const broken = db.prepare('PRAGMA foreign_key_check').all().length;
    return verdict === 'ok' && broken === 0 ? ok(schemaVersion(db)) : damagedBackup();
  } finally {
    db.close();
  }
}

function copySideFile(from: string, to: string, mode: 'copy' | 'link'): void {
  if (mode === 'link') {
    try {
      // Safe to share: a side file is never written a second time.
      return linkSync(from, to);
    } catch {
      // No hard links on this file system: copy.
    }
  }
  copyFileSync(from, to, constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE);
  syncFile(to);
}

async function copySideFiles(options: BackupOptions, work: string): Promise<ManifestContent['files']> {
  const { dir, sideFiles = 'copy', onProgress, signal } = options;
  const from = join(dir, sideFilesFolder);
  const to = join(work, sideFilesFolder);
  mkdirSync(to, { mode: 0o700 });
  const names = existsSync(from) ? readdirSync(from).filter((name) => sideFileName.test(name)) : [];
  const files: ManifestContent['files'] = [];
  for (const name of names.toSorted()) {
    signal?.throwIfAborted();
    copySideFile(join(from, name), join(to, name), sideFiles);
    files.push({ name, ...(await hashFile(join(to, name))) });
    onProgress?.({ step: 'files', done: files.length, total: names.length });
  }
  syncFolder(to);
  return files;
}

async function fill(options: BackupOptions, work: string, madeAt: string): Promise<Result<number>> {
  const { dir, key, storeId, onProgress, signal } = options;
  const database = join(work, databaseFileName);
  signal?.throwIfAborted();
  onProgress?.({ step: 'database', done: 0, total: 1 });
  const copied = copyDatabase(options, database);
  if (!copied.ok) return copied;
  signal?.throwIfAborted();
  onProgress?.({ step: 'check', done: 0, total: 1 });
  const version = checkDatabase(database, key);
  if (!version.ok) return version;
  // VACUUM INTO does not sync what it writes.
  syncFile(database);
  // After the database: a row is written only once its file is there.
  const files = await copySideFiles(options, work);
  copyFileSync(join(dir, vaultFileName), join(work, vaultFileName));
  syncFile(join(work, vaultFileName));
  const manifest: ManifestContent = {
    format: 'golden-thread-backup',
    version: manifestVersion,
    storeId,
    madeAt,
    schemaVersion: version.value,
    database: await hashFile(database),
    vault: await hashFile(join(work, vaultFileName)),
    files,
  };
  signal?.throwIfAborted();
  writeNewFile(join(work, manifestFileName), Buffer.from(sealManifest(manifest, key)));
  syncFolder(work);
  return ok(files.length);
}

/** Takes away what a backup of this store left when its process ended before it was whole. */
export function sweepUnfinishedBackups(folder: string, storeId: string): void {
  for (const name of readdirSync(folder)) {
    if (name.startsWith(`${unfinishedPrefix}${storeId}`)) rmSync(join(folder, name), { recursive: true });
  }
}

/**
 * Writes one whole backup folder into `to`, completed by a rename, or nothing. Needs no lock and a connection of
 * its own only, so it may run in another process than the store's owner.
 * Failures: not-found (the folder is gone), disk-full, read-only, store-corrupt, cancelled.
 */
export async function writeBackup(options: BackupOptions): Promise<Result<BackupDone>> {
  const { to, storeId, now } = options;
  return attemptLater(async () => {
    if (!isFolder(to)) return storeFailure('not-found');
    sweepUnfinishedBackups(to, storeId);
    const name = freeName(to, now);
    const work = join(to, `${unfinishedPrefix}${storeId}-${name}`);
    try {
      mkdirSync(work, { mode: 0o700 });
      const filled = await fill(options, work, Temporal.Instant.from(now).toString());
      if (!filled.ok) return filled;
      renameSync(work, join(to, name));
      syncFolder(to);
      return ok({ name, path: join(to, name), files: filled.value });
    } finally {
      rmSync(work, { recursive: true, force: true });
    }
  });
}

/** Removes this store's backups that the rotation no longer keeps on the day of `now`; their names. */
export function rotateBackups(folder: string, storeId: string, now: string): Result<readonly string[]> {
  return attempt(() => {
    const names = listBackups(folder, storeId);
    const kept = backupsToKeep(names, dayOf(now));
    const removed = names.filter((name) => !kept.has(name));
    for (const name of removed) {
      // Renamed first: half of a removed backup must not look like a whole one.
      const work = join(folder, `${unfinishedPrefix}${storeId}-${name}`);
      renameSync(join(folder, name), work);
      rmSync(work, { recursive: true });
    }
    return ok(removed);
  });
}
