import type { WorkStep } from '../../../shared/contract/shapes.ts';
import { ok } from '../../../shared/domain/result.ts';
import type { Result } from '../../../shared/domain/result.ts';
import type { Report } from '../../../shared/report/blocks.ts';
import type { LetterheadParts } from '../../documents/letterhead/letterheadParts.ts';
import { toBuffer } from '../../documents/toBuffer.ts';
import { writeBackup } from '../../store/backup.ts';
import type { BackupDone, BackupOptions } from '../../store/backup.ts';
import { restoreStore } from '../../store/restore.ts';
import type { RestoreDone, RestoreOptions } from '../../store/restore.ts';

/** How work under way is followed and stopped. Stopped work is the failure `cancelled`; nothing of it is kept. */
export type Control = {
  readonly onProgress?: ((progress: WorkStep) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
};

type Job<I, O> = (input: I, control: Control) => Promise<Result<O>>;

/** What takes long enough to stall typing or to be stopped. Each input and output is plain data: it can cross to another process. */
export type LongWork = {
  /** A whole checked backup folder; no rotation. */
  readonly backup: Job<Omit<BackupOptions, keyof Control>, BackupDone>;
  readonly restore: Job<Omit<RestoreOptions, keyof Control>, RestoreDone>;
  /** A report as the bytes of a Word file, on its letterhead. */
  readonly print: Job<
    { readonly report: Report; readonly letterhead?: LetterheadParts | undefined },
    Uint8Array
  >;
};
export type JobName = keyof LongWork;

/** In this very process, where nothing else waits: at the command line, and inside a child made for one job. */
export const workHere: LongWork = {
  backup: (input, control) => writeBackup({ ...input, ...control }),
  restore: (input, control) => restoreStore({ ...input, ...control }),
  print: async ({ report, letterhead }) => ok(await toBuffer(report, letterhead)),
};

/** True only for a job that there is. */
export function isJobName(name: string): name is JobName {
  return Object.hasOwn(workHere, name);
}
