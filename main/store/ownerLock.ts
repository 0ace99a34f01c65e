import Database from 'better-sqlite3';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { ok } from '../../shared/domain/result.ts';
import type { Result } from '../../shared/domain/result.ts';
import { failFrom, storeFailure } from './storeErrors.ts';

export const ownerLockName = 'owner.lock';

export type OwnerLock = { readonly release: () => void };

/**
 * Makes this process the store's only writer, or says `store-in-use`.
 *
 * The lock is SQLite's own exclusive lock on an empty side file: a lock of the operating system on all three
 * systems (fcntl, LockFileEx), so it ends with the process however that dies, and no stale lock is ever left to
 * judge by age or process number. Not on the database itself: `locking_mode=EXCLUSIVE` would shut out the core's
 * own second connection. Nobody may open `owner.lock` by other means in this process: on POSIX closing any
 * handle of a file drops all of the process's locks on it.
 */
export function takeOwnerLock(folder: string): Result<OwnerLock> {
  let lock: Database.Database | undefined;
  try {
    if (!statSync(folder, { throwIfNoEntry: false })) return storeFailure('not-found');
    lock = new Database(join(folder, ownerLockName), { timeout: 0 });
    // Nothing is ever committed, so the file stays empty and no journal appears beside it.
    lock.pragma('journal_mode=MEMORY');
    lock.exec('BEGIN EXCLUSIVE');
    // SQLite opens a file that it may not write to for reading, and takes no exclusive lock on it, silently;
    // a write is where that shows.
    lock.pragma('user_version=1');
    const held = lock;
    return ok({ release: () => void held.close() });
  } catch (cause) {
    lock?.close();
    return failFrom(cause);
  }
}
