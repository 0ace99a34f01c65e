import type { FollowedWork, WorkProgress } from '../../../shared/contract/shapes.ts';
import type { Result } from '../../../shared/domain/result.ts';
import type { Control, LongWork } from './longWork.ts';

export type FollowParts = {
  readonly work: LongWork;
  readonly onProgress: ((progress: WorkProgress) => void) | undefined;
};

/** Long work whose progress is told, and which can be stopped by its name while it is under way. */
export function followWork({ work, onProgress }: FollowParts) {
  const underWay = new Map<FollowedWork, AbortController>();

  async function follow<T>(
    task: FollowedWork,
    start: (control: Control) => Promise<Result<T>>,
  ): Promise<Result<T>> {
    const stop = new AbortController();
    underWay.set(task, stop);
    try {
      return await start({
        signal: stop.signal,
        onProgress: (step) => onProgress?.({ task, ...step }),
      });
    } finally {
      if (underWay.get(task) === stop) underWay.delete(task);
    }
  }

  const followed: LongWork = {
    ...work,
    backup: (input) => follow('backup', (control) => work.backup(input, control)),
    restore: (input) => follow('restore', (control) => work.restore(input, control)),
  };
  return { work: followed, cancel: (task: FollowedWork): void => underWay.get(task)?.abort() };
}
