import type { Database } from 'better-sqlite3';
import { statSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { fail, ok } from '../../shared/domain/result.ts';
import type { Result } from '../../shared/domain/result.ts';
import { rotateBackups, sweepUnfinishedBackups, writeBackup } from './backup.ts';
import type { BackupDone, BackupOptions } from './backup.ts';
import { databaseFileName, openStore } from './openStore.ts';
import type { OwnerLock } from './ownerLock.ts';
import { openSideFiles } from './sideFiles.ts';
import type { SideFiles } from './sideFiles.ts';
import { attempt, codeOfSqlError } from './storeErrors.ts';
import { renewRecoveryKey, rewrapPassphrase, unlockVault } from './vault.ts';
import type { Secret } from './vault.ts';
import { readVault, writeVault } from './vaultFile.ts';
import type { ScryptParameters } from './vaultFile.ts';

export type StoreBackupOptions = {
  readonly to: string;
  /** An instant with Z. */
  readonly now: string;
  /** Writes the backup's folder: another process may do it, which can then be killed. Without it, here. */
  readonly write?: (options: BackupOptions) => Promise<Result<BackupDone>>;
};

/** An unlocked store, this process its only writer. */
export type Store = {
  readonly db: Database;
  readonly dir: string;
  /** Random; tells backups of two stores apart. */
  readonly storeId: string;
  readonly files: SideFiles;
  /**
   * Nothing, or `not-found` when the database is no longer where it was opened: a folder that was moved or deleted
   * goes on taking what is written, and whoever opens it next never sees that.
   */
  readonly checkInPlace: () => Result<undefined>;
  /** A second connection, which can only read; the caller closes it. */
  readonly openReader: () => Result<Database>;
  /** A copy of the data key for a reading or backing-up child process; the caller zeroes it. */
  readonly copyKey: () => Buffer;
  /** A whole backup in the folder `to`, then the rotation over this store's backups there. */
  readonly backup: (options: StoreBackupOptions) => Promise<Result<BackupDone & { removed: number }>>;
  /** `proof` is the passphrase of now or the recovery key. The recovery key and old backups stay as they are. */
  readonly changePassphrase: (proof: Secret, passphrase: string) => Promise<Result<undefined>>;
  /** A new recovery key, shown once; the one before opens this store no longer (old backups still open by it). */
  readonly newRecoveryKey: (proof: Secret) => Promise<Result<string>>;
  /** Checkpoint, close, give up the lock, zero the key. A second call does nothing. */
  readonly close: () => void;
};

type Parts = {
  readonly db: Database;
  readonly dir: string;
  readonly storeId: string;
  readonly key: Buffer;
  readonly lock: OwnerLock;
  readonly scrypt: ScryptParameters;
};

function isInside(folder: string, path: string): boolean {
  const way = relative(resolve(folder), resolve(path));
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && resolve(way) !== way);
}

async function backupOf(
  parts: Parts,
  options: StoreBackupOptions,
): Promise<Result<BackupDone & { removed: number }>> {
  const { dir, key, storeId } = parts;
  if (isInside(dir, options.to)) {
    const message =
      'A backup inside the store would be lost with it. Choose a folder outside, best on another drive.';
    return fail('invalid-input', message, { field: 'folder' });
  }
  const { to, now, write = writeBackup } = options;
  const done = await write({ dir, key, storeId, to, now });
  if (!done.ok) {
    attempt(() => ok(sweepUnfinishedBackups(to, storeId)));
    return done;
  }
  const removed = rotateBackups(options.to, storeId, options.now);
  // The backup itself stands; what could not be removed today goes tomorrow.
  return ok({ ...done.value, removed: removed.ok ? removed.value.length : 0 });
}

async function proven(parts: Parts, proof: Secret) {
  const vault = readVault(parts.dir);
  if (!vault.ok) return vault;
  const key = await unlockVault(vault.value, proof);
  if (!key.ok) return key;
  key.value.fill(0);
  return vault;
}

/** A checkpoint that cannot finish (a reader, a full disk) loses nothing: the WAL is durable and is kept. */
function checkpoint(db: Database): void {
  try {
    db.pragma('wal_checkpoint(TRUNCATE)');
  } catch (cause) {
    if (codeOfSqlError(cause) === 'internal') throw cause;
  }
}

const movedAway = fail(
  'not-found',
  'The folder of this store is no longer where it was, so nothing more is saved. What you typed is kept on this screen. Put the folder back, or connect its drive again: then it is saved.',
);

/** Whether the file at `path` is still the one that it is now; a few microseconds each time. */
function placeOf(path: string): () => boolean {
  const identity = () => {
    const found = statSync(path, { bigint: true, throwIfNoEntry: false });
    return found && `${found.dev} ${found.ino}`;
  };
  const own = identity();
  return () => {
    try {
      return identity() === own;
    } catch (cause) {
      if (codeOfSqlError(cause) === 'internal') throw cause;
      return false;
    }
  };
}

/** Puts the parts of an opened store together; `createStore` and `unlockStore` alone call it. */
export function storeOf(parts: Parts): Store {
  const { db, dir, storeId, key, lock } = parts;
  const sideFiles = openSideFiles(dir, key);
  sideFiles.files.sweep();
  const isInPlace = placeOf(join(dir, databaseFileName));
  let isOpen = true;
  const mustBeOpen = () => {
    if (!isOpen) throw new Error('The store is closed');
  };
  return {
    db,
    dir,
    storeId,
    files: sideFiles.files,
    checkInPlace: () => (isInPlace() ? ok(undefined) : movedAway),
    openReader: () => {
      mustBeOpen();
      return openStore({ file: join(dir, databaseFileName), key, readonly: true });
    },
    copyKey: () => {
      mustBeOpen();
      return Buffer.from(key);
    },
    backup: (options) => {
      mustBeOpen();
      return backupOf(parts, options);
    },
    changePassphrase: async (proof, passphrase) => {
      mustBeOpen();
      const vault = await proven(parts, proof);
      if (!vault.ok) return vault;
      const rewrapped = await rewrapPassphrase(vault.value, key, passphrase, parts.scrypt);
      return rewrapped.ok ? writeVault(dir, rewrapped.value) : rewrapped;
    },
    newRecoveryKey: async (proof) => {
      mustBeOpen();
      const vault = await proven(parts, proof);
      if (!vault.ok) return vault;
      const renewed = renewRecoveryKey(vault.value, key);
      const written = writeVault(dir, renewed.vault);
      return written.ok ? ok(renewed.recoveryKey) : written;
    },
    close: () => {
      if (!isOpen) return;
      isOpen = false;
      try {
        checkpoint(db);
        db.close();
      } finally {
        sideFiles.close();
        lock.release();
        key.fill(0);
      }
    },
  };
}
