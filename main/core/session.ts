import type { Officer } from '../../shared/caseFile.ts';
import type { Locked, StoreNotices, WorkProgress } from '../../shared/contract/shapes.ts';
import { Instant } from '../../shared/domain/dates.ts';
import { londonDay } from '../../shared/domain/london.ts';
import type { Result } from '../../shared/domain/result.ts';
import { fail, ok } from '../../shared/domain/result.ts';
import { markClosed } from '../store/sessionMark.ts';
import type { Store } from '../store/store.ts';
import { codeOfSqlError } from '../store/storeErrors.ts';
import type { StoreSettings } from '../store/unlockStore.ts';
import { unlockStore } from '../store/unlockStore.ts';
import type { Secret } from '../store/vault.ts';
import { backUpOnLock, needsBackupOnLock } from './backups.ts';
import type { Context } from './context.ts';
import { uuidv7 } from './ids.ts';
import type { RedactedLog } from './log.ts';
import type { LongWork } from './longWork/longWork.ts';
import type { Abandoned } from './notices.ts';
import { noticesOf, openedAfter } from './notices.ts';
import { refreshIfPossible } from './deadlines/refresh.ts';
import { removeOrphanFiles } from './orphanFiles.ts';
import { readOfficer, readSettings } from './readSettings.ts';
import type { Repositories } from './repositories.ts';
import { createRepositories } from './repositories.ts';
import { settleAll } from './textWriter.ts';

export type CoreOptions = StoreSettings & {
  /** The folder of the store. */
  readonly dir: string;
  /** Milliseconds since 1970: the one clock of the core. */
  readonly clock: () => number;
  readonly log: RedactedLog;
  /** Where long work is done; without it in this process. */
  readonly work?: LongWork;
  readonly onProgress?: (progress: WorkProgress) => void;
};

/** How long a request can be replayed and a change undone, ms. */
const remembered = 30 * 24 * 3_600_000;

/** What a session needs beside its options: where its long work is done. */
export type SessionOptions = Omit<CoreOptions, 'onProgress'> & { readonly work: LongWork };

type Held = { readonly store: Store; readonly repos: Repositories };
/** With what the session before it left to be told. */
type Open = Held & { readonly abandoned: Abandoned | undefined };

export function instantOf(milliseconds: number): Instant {
  return Instant.parse(new Date(milliseconds).toISOString());
}

function contextOf(open: Held, options: SessionOptions, requestId: string): Context {
  const now = instantOf(options.clock());
  return {
    store: open.store,
    repos: open.repos,
    requestId,
    now,
    today: londonDay(now),
    officer: readOfficer(open.repos),
    settings: readSettings(open.repos),
    newId: () => uuidv7(options.clock()),
    work: options.work,
  };
}

function settle(context: Context): void {
  context.store.db.transaction(() => settleAll(context)).immediate();
}

/** A full disk does not keep a store open: what is unsettled is durable, and settles when it opens next. */
function settleIfPossible(context: Context): void {
  try {
    settle(context);
  } catch (cause) {
    if (codeOfSqlError(cause) === 'internal') throw cause;
  }
}

function prepare(options: SessionOptions, store: Store, officer: Officer | undefined): Open {
  const repos = createRepositories(store.db);
  if (officer) {
    const id = uuidv7(options.clock());
    repos.settings.set('officer', { id, ...officer }, instantOf(options.clock()), id);
  }
  const context = contextOf({ store, repos }, options, '');
  const abandoned = openedAfter(context);
  repos.journal.prune(instantOf(options.clock() - remembered));
  // What a crash left: typing without its audit row, files without their rows.
  settle(context);
  refreshIfPossible(context);
  removeOrphanFiles(store, repos);
  return { store, repos, abandoned };
}

/** The open store of one core, from unlock to lock. */
export function createSession(options: SessionOptions) {
  let open: Open | undefined;
  let locking: Promise<Locked['backup']> | undefined;
  const running = new Set<Promise<unknown>>();

  const adopt = (store: Store, officer?: Officer): void => {
    try {
      open = prepare(options, store, officer);
    } catch (cause) {
      store.close();
      throw cause;
    }
  };

  const closeDown = async (closing: Open): Promise<Locked['backup']> => {
    try {
      if (running.size > 0) await Promise.allSettled(running);
      const context = contextOf(closing, options, '');
      settleIfPossible(context);
      return needsBackupOnLock(context) ? await backUpOnLock(context) : 'none';
    } finally {
      markClosed(closing.store.dir);
      open = undefined;
      closing.store.close();
    }
  };

  return {
    isOpen: (): boolean => open !== undefined,
    notices: (): StoreNotices =>
      open && !locking ? noticesOf(contextOf(open, options, ''), open.abandoned) : { writing: [] },
    /** Undefined while locked, and from the moment that locking begins. */
    context: (requestId: string): Context | undefined =>
      open && !locking ? contextOf(open, options, requestId) : undefined,
    adopt,
    /** Runs a task that locking waits for. */
    during: async <T>(task: () => Promise<T>): Promise<T> => {
      const work = task();
      running.add(work);
      try {
        return await work;
      } finally {
        running.delete(work);
      }
    },
    unlock: async (secret: Secret): Promise<Result<Record<string, never>>> => {
      if (locking) await locking;
      if (open) return fail('store-in-use', 'This store is already open here.');
      const store = await unlockStore({ ...options, secret });
      if (!store.ok) return store;
      adopt(store.value);
      return ok({});
    },
    /** Waits for tasks under way, settles what is being typed, makes the backup on quit, and closes. */
    lock: async (): Promise<Locked['backup']> => {
      if (locking) return locking;
      if (!open) return 'none';
      locking = closeDown(open).finally(() => {
        locking = undefined;
      });
      return locking;
    },
  };
}
export type Session = ReturnType<typeof createSession>;
