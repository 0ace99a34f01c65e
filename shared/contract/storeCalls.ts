import * as z from 'zod';
import { Officer } from '../caseFile.ts';
import { FilledLine } from '../domain/model/common.ts';
import { channel } from './channel.ts';
import {
  BackupStatus,
  BackupView,
  FoundBackup,
  Locked,
  Nothing,
  Proof,
  StoreNotices,
  followedWork,
} from './shapes.ts';

/** A folder of this machine. No system has a path with this character in it, and none can be asked about one. */
const Folder = FilledLine.refine((path) => !path.includes('\u0000'), 'is not a path');
const withSecret = z.strictObject({ folder: Folder, proof: Proof });

/** The store as a whole: its key, its backups, and what it has to tell. */
export const storeCalls = {
  'vault:status': channel('session', Nothing, z.strictObject({ state: z.enum(['none', 'locked', 'open']) })),
  'vault:create': channel(
    'session',
    z.strictObject({ passphrase: z.string().max(1_000), officer: Officer }),
    z.strictObject({ recoveryKey: z.string() }),
  ),
  'vault:unlock': channel('session', Proof, Nothing),
  'vault:lock': channel('session', Nothing, Locked),
  'vault:changePassphrase': channel(
    'task',
    z.strictObject({ proof: Proof, passphrase: z.string().max(1_000) }),
    Nothing,
  ),
  'vault:newRecoveryKey': channel(
    'task',
    z.strictObject({ proof: Proof }),
    z.strictObject({ recoveryKey: z.string() }),
  ),
  /** Where the daily backup goes; `null` ends it. */
  'backup:folder': channel('change', z.strictObject({ folder: Folder.nullable() }), Nothing),
  'backup:status': channel('read', Nothing, BackupStatus),
  /** Now, into the folder given or the one that is set. */
  'backup:run': channel('task', z.strictObject({ folder: Folder.optional() }), BackupView),
  /** The shell's timer calls it: makes the daily backup when it is due, and never fails for what a disk does. */
  'backup:tick': channel('task', Nothing, BackupStatus),
  /** The backups in a folder, or the one that it is: newest first, without a key. */
  'restore:list': channel(
    'session',
    z.strictObject({ folder: Folder }),
    z.strictObject({ backups: z.array(FoundBackup) }),
  ),
  'restore:run': channel('session', withSecret, Nothing),
  /** Stops long work that is under way; its own call then answers `cancelled`. Nothing happens where none is. */
  'work:cancel': channel('session', z.strictObject({ task: z.enum(followedWork) }), Nothing),

  /** Empty while locked. */
  'store:notices': channel('session', Nothing, StoreNotices),
  /** The officer says that the clock is right now: entries of a time to come were made while it was ahead. */
  'clock:isRight': channel('change', Nothing, Nothing),
} as const;
