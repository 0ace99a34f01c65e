import { fail } from '../../../shared/domain/result.ts';
import type { Result } from '../../../shared/domain/result.ts';
import { storeFailure } from '../../store/storeErrors.ts';
import type { Peer } from '../coreMessages.ts';
import type { Control, JobName, LongWork } from './longWork.ts';
import { FromWorkShape } from './workMessages.ts';

/** Starts a process for one job. The core cannot do it itself under Electron: only its shell may. */
export type StartWork = () => Peer;

const died = () =>
  fail('internal', 'The part of Golden Thread that does long work stopped. Nothing was changed. Try again.');

function run(start: StartWork, job: JobName, input: unknown, control: Control): Promise<Result<unknown>> {
  return new Promise((resolve) => {
    if (control.signal?.aborted === true) return resolve(storeFailure('cancelled'));
    const work = start();
    let result: Result<unknown> | undefined;
    // A statement that runs cannot be asked to stop, only be killed with its process.
    const stop = () => {
      if (result) return;
      result = storeFailure('cancelled');
      work.kill();
    };
    control.signal?.addEventListener('abort', stop, { once: true });
    work.onMessage((raw) => {
      const message = FromWorkShape.safeParse(raw);
      if (!message.success || result) return;
      if ('ready' in message.data) work.post({ job, input });
      else if ('progress' in message.data) control.onProgress?.(message.data.progress);
      else {
        // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- our own process made it, over our own pipe
        result = message.data.result as unknown as Result<unknown>;
        work.kill();
      }
    });
    // Only when it is gone: what it held open can then be swept.
    work.onExit(() => {
      control.signal?.removeEventListener('abort', stop);
      resolve(result ?? died());
    });
  });
}

/** Each piece of long work in a process of its own, killed when it is stopped; the core goes on meanwhile. */
export function workElsewhere(start: StartWork): LongWork {
  const job =
    (name: JobName) =>
    (input: unknown, control: Control): Promise<Result<never>> =>
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- `workHere[name]` made it, on the other side
      run(start, name, input, control) as Promise<Result<never>>;
  return { backup: job('backup'), restore: job('restore'), print: job('print') };
}
