import { fail } from '../../shared/domain/result.ts';
import type { ErrorCode, Result } from '../../shared/domain/result.ts';

type Failure = Extract<Result<never>, { ok: false }>;
type StoreCode = Extract<
  ErrorCode,
  'store-in-use' | 'store-corrupt' | 'disk-full' | 'read-only' | 'not-found' | 'cancelled'
>;

/** What happened and what to do next. Fixed texts: a driver's own message can quote what was typed. */
const messages: Readonly<Record<StoreCode, string>> = {
  'store-in-use':
    'This store is open in another window or program. Close Golden Thread there, then try again.',
  'store-corrupt':
    'This store is damaged or does not belong to its key file. Nothing was changed. Restore the latest backup into an empty folder.',
  'disk-full':
    'The disk is full or takes no more data. What was saved before is safe. Make room, then try again.',
  'read-only':
    'This folder or file cannot be written to. Check that it is not write-protected and that your account may change it, then try again.',
  'not-found': 'The folder or file is no longer there. Check that the drive is connected, then try again.',
  cancelled: 'Stopped as you asked. Nothing was kept of what was under way.',
};

// A prefix stands for its extended codes too (SQLITE_BUSY_SNAPSHOT is a SQLITE_BUSY); the first match wins.
const sqlCodes: readonly (readonly [prefix: string, code: StoreCode])[] = [
  ['SQLITE_BUSY', 'store-in-use'],
  ['SQLITE_LOCKED', 'store-in-use'],
  ['SQLITE_FULL', 'disk-full'],
  ['SQLITE_READONLY', 'read-only'],
  ['SQLITE_CANTOPEN', 'read-only'],
  ['SQLITE_PERM', 'read-only'],
  ['SQLITE_NOTADB', 'store-corrupt'],
  ['SQLITE_CORRUPT', 'store-corrupt'],
  // SQLite says FULL for ENOSPC only; a quota or a size limit comes as a failed write.
  ['SQLITE_IOERR_WRITE', 'disk-full'],
  ['SQLITE_IOERR_FSYNC', 'disk-full'],
  ['SQLITE_IOERR_TRUNCATE', 'disk-full'],
  ['SQLITE_IOERR_SHMSIZE', 'disk-full'],
  ['SQLITE_IOERR_LOCK', 'store-in-use'],
  ['SQLITE_IOERR_SHMOPEN', 'read-only'],
  ['SQLITE_IOERR_DELETE', 'read-only'],
  ['SQLITE_IOERR', 'store-corrupt'],
];

const fileCodes: Readonly<Record<string, StoreCode>> = {
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EFBIG: 'disk-full',
  EACCES: 'read-only',
  EPERM: 'read-only',
  EROFS: 'read-only',
  EBUSY: 'store-in-use',
  ENOENT: 'not-found',
  ENOTDIR: 'not-found',
  EIO: 'store-corrupt',
  ABORT_ERR: 'cancelled',
};

function storeCodeOf(cause: unknown): StoreCode | undefined {
  if (!(cause instanceof Error) || !('code' in cause)) return undefined;
  const { code } = cause;
  if (typeof code !== 'string') return cause.name === 'AbortError' ? 'cancelled' : undefined;
  return sqlCodes.find(([prefix]) => code.startsWith(prefix))?.[1] ?? fileCodes[code];
}

/** The code for whatever the driver or the file system threw; `internal` means a bug of ours. */
export function codeOfSqlError(cause: unknown): ErrorCode {
  return storeCodeOf(cause) ?? 'internal';
}

/** A coded failure for an expected fault of disk, lock or file; anything else is a bug and is thrown on. */
export function failFrom(cause: unknown): Failure {
  const code = storeCodeOf(cause);
  if (code === undefined) throw cause;
  return storeFailure(code);
}

/** The failure of one of the store's own codes with its standing message. */
export function storeFailure(code: StoreCode): Failure {
  return fail(code, messages[code]);
}

/** Runs `work` and turns expected faults into coded failures; bugs stay exceptions. */
export function attempt<T>(work: () => Result<T>): Result<T> {
  try {
    return work();
  } catch (cause) {
    return failFrom(cause);
  }
}

/** As `attempt`, for work that waits. */
export async function attemptLater<T>(work: () => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await work();
  } catch (cause) {
    return failFrom(cause);
  }
}
