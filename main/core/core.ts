import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { BackupStatus, Locked } from '../../shared/contract/shapes.ts';
import type { Result } from '../../shared/domain/result.ts';
import { fail, ok } from '../../shared/domain/result.ts';
import { createStore } from '../store/createStore.ts';
import { sweepUnfinishedFolder } from '../store/durableFolder.ts';
import { findBackups } from '../store/foundBackups.ts';
import { codeOfSqlError } from '../store/storeErrors.ts';
import { vaultFileName } from '../store/vaultFile.ts';
import type { Dispatch } from './dispatch.ts';
import { createDispatch } from './dispatch.ts';
import type { SessionHandlers } from './handlers.ts';
import { handlers } from './handlers.ts';
import { uuidv7 } from './ids.ts';
import { followWork } from './longWork/followWork.ts';
import { workHere } from './longWork/longWork.ts';
import type { CoreOptions, Session } from './session.ts';
import { createSession } from './session.ts';

export type { CoreOptions } from './session.ts';

export type Core = {
  readonly dispatch: Dispatch;
  /** The shell's timer calls it, a few times an hour: what is due by the clock alone. `locked` while locked. */
  readonly tick: () => Promise<Result<BackupStatus>>;
  /**
   * Waits for what is under way, settles what is being typed, makes the backup on quit, and locks. With nothing
   * under way and no folder for backups the store is closed when the call returns. A second call does nothing.
   */
  readonly close: () => Promise<Locked['backup']>;
};

/** A folder that may not be entered may hold a store: unlocking it then says what is wrong. */
function isStoreThere(dir: string): boolean {
  try {
    return statSync(join(dir, vaultFileName), { throwIfNoEntry: false }) !== undefined;
  } catch (cause) {
    if (codeOfSqlError(cause) === 'internal') throw cause;
    return codeOfSqlError(cause) !== 'not-found';
  }
}

type Following = ReturnType<typeof followWork>;

function sessionHandlers(options: CoreOptions, session: Session, following: Following): SessionHandlers {
  return {
    'vault:status': async () =>
      ok({
        state: session.isOpen()
          ? ('open' as const)
          : isStoreThere(options.dir)
            ? ('locked' as const)
            : ('none' as const),
      }),
    'vault:create': async ({ passphrase, officer }) => {
      if (session.isOpen()) return fail('store-in-use', 'A store is already open here.');
      const created = await createStore({ ...options, passphrase });
      if (!created.ok) return created;
      session.adopt(created.value.store, officer);
      return ok({ recoveryKey: created.value.recoveryKey });
    },
    'vault:unlock': (secret) => session.unlock(secret),
    'vault:lock': async () => ok({ backup: await session.lock() }),
    'store:notices': async () => ok(session.notices()),
    'restore:list': async ({ folder }) => {
      const found = findBackups(folder, options.migrations);
      return found.ok ? ok({ backups: [...found.value] }) : found;
    },
    'restore:run': async ({ folder, proof }) => {
      if (session.isOpen()) return fail('store-in-use', 'Lock Golden Thread before you restore a backup.');
      const { dir, migrations } = options;
      const restored = await following.work.restore({ dir, migrations, from: folder, secret: proof }, {});
      if (!restored.ok) sweepUnfinishedFolder(dir);
      return restored.ok ? ok({}) : restored;
    },
    'work:cancel': async ({ task }) => {
      following.cancel(task);
      return ok({});
    },
  };
}

/**
 * The application without a window. It knows no shell: whoever starts it gives it a folder, a clock and a log, and
 * talks to it through `dispatch`.
 */
export function createCore(options: CoreOptions): Core {
  const { work = workHere, onProgress } = options;
  const following = followWork({ work, onProgress });
  const session = createSession({ ...options, work: following.work });
  const dispatch = createDispatch({
    handlers,
    session: sessionHandlers(options, session, following),
    context: session.context,
    during: session.during,
    log: options.log,
  });
  return {
    dispatch,
    tick: async () => {
      const result = await dispatch({
        requestId: uuidv7(options.clock()),
        channel: 'backup:tick',
        input: {},
      });
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the contract types what each channel gives
      return result as Result<BackupStatus>;
    },
    close: session.lock,
  };
}
