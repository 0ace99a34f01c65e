import * as z from 'zod';
import type { BackupStatus, Locked } from '../../shared/contract/shapes.ts';
import { BackupStatus as StatusSchema } from '../../shared/contract/shapes.ts';
import type { Result } from '../../shared/domain/result.ts';
import { fail, ok } from '../../shared/domain/result.ts';
import { backupIsDue } from '../store/rotation.ts';
import type { Store } from '../store/store.ts';
import type { Context } from './context.ts';

const State = StatusSchema.pick({ last: true, failure: true });
type State = z.infer<typeof State>;
const Folder = z.string().nullish();

/** The folder that the officer named for backups; undefined while there is none. */
export function backupFolder({ repos }: Pick<Context, 'repos'>): string | undefined {
  return Folder.parse(repos.settings.get('backup-folder')) ?? undefined;
}

function stateOf({ repos }: Pick<Context, 'repos'>): State {
  return State.parse(repos.settings.get('backup-state') ?? {});
}

/** How backups stand, as of this call. */
export function backupStatus(context: Context): BackupStatus {
  const folder = backupFolder(context);
  const state = stateOf(context);
  return {
    ...(folder !== undefined && { folder }),
    ...state,
    isDue: folder !== undefined && backupIsDue(state.last?.at, context.today),
  };
}

/** One backup at a time: each begins by sweeping away what it takes for the unfinished rest of another. */
const underWay = new WeakMap<Store, Promise<unknown>>();

async function inTurn<T>(store: Store, work: () => Promise<T>): Promise<T> {
  const before = underWay.get(store) ?? Promise.resolve();
  const mine = before.then(work, work);
  underWay.set(
    store,
    mine.catch(() => undefined),
  );
  return mine;
}

/**
 * A whole backup into `folder`. What came of it is kept in the store either way, so that a failed backup is told
 * until one succeeds.
 */
export async function backUp(
  context: Context,
  folder: string,
): Promise<Result<{ path: string; removed: number }>> {
  const { store, repos, now, work } = context;
  const write = (options: Parameters<typeof work.backup>[0]) => work.backup(options, {});
  const done = await inTurn(store, () => store.backup({ to: folder, now, write }));
  // Stopped by the officer: no fault to tell, and nothing that was not known before.
  if (!done.ok && done.error.code === 'cancelled') return done;
  const before = stateOf(context);
  const { code, message } = done.ok ? { code: undefined, message: '' } : done.error;
  const state: State =
    code === undefined
      ? { last: { at: now, folder } }
      : { ...(before.last && { last: before.last }), failure: { at: now, code, message } };
  repos.settings.note('backup-state', state, now);
  return done.ok ? ok({ path: done.value.path, removed: done.value.removed }) : done;
}

/** The daily backup, when a folder is set and today has none. Its failure is in the status that comes back. */
export async function backUpWhenDue(context: Context): Promise<BackupStatus> {
  const { folder, isDue } = backupStatus(context);
  if (folder !== undefined && isDue) await backUp(context, folder);
  return backupStatus(context);
}

/** The folder of a call, or the one that is set. */
export function folderFor(context: Context, given: string | undefined): Result<string> {
  const folder = given ?? backupFolder(context);
  return folder === undefined
    ? fail('invalid-input', 'No folder for backups is set. Choose one, best on another drive.', {
        field: 'folder',
      })
    : ok(folder);
}

/** Whether anything was changed that no backup holds yet. A lock at every tea break makes no backup of the same. */
export function needsBackupOnLock(context: Context): boolean {
  const { folder, last } = backupStatus(context);
  if (folder === undefined) return false;
  const changedAt = context.repos.journal.lastRequestAt();
  return last === undefined || (changedAt !== undefined && changedAt > last.at);
}

/** The backup on quit. A disk that fails never keeps the store open. */
export async function backUpOnLock(context: Context): Promise<Locked['backup']> {
  const folder = backupFolder(context);
  if (folder === undefined) return 'none';
  return (await backUp(context, folder)).ok ? 'made' : 'failed';
}
