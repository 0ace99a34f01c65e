import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';
import type { FollowedWork, WorkStep } from '../../shared/contract/shapes.ts';
import { newId } from '../app/ids.ts';
import { invoke, onHost } from '../bridge.ts';
import { Button } from './Button.tsx';
import { Status } from './Status.tsx';

const steps: Readonly<Record<FollowedWork, Readonly<Record<WorkStep['step'], string>>>> = {
  backup: {
    database: 'Copying the records',
    check: 'Checking the copy, page by page',
    files: 'Copying papers and issued documents',
  },
  restore: {
    database: 'Copying the records',
    check: 'Checking what came in, page by page',
    files: 'Copying and checking every file',
  },
};

function wordsOf(task: FollowedWork, at: WorkStep | undefined): string {
  if (!at) return task === 'backup' ? 'Backing up' : 'Restoring';
  const count = at.step === 'files' && at.total > 1 ? ` (${at.done} of ${at.total})` : '';
  return `${steps[task][at.step]}${count}`;
}

type Props = { readonly task: FollowedWork; readonly returnTo: RefObject<HTMLElement | null> };

/**
 * Long work while it goes on: how far it is, and the button that stops it. Its own call then answers `cancelled`.
 * A focus on that button goes to `returnTo` when the work has ended.
 */
export function WorkUnderWay({ task, returnTo }: Props) {
  const stop = useRef<HTMLButtonElement>(null);
  const [at, setAt] = useState<WorkStep>();
  const [isStopping, setStopping] = useState(false);
  useEffect(() => onHost('work:progress', (step) => step.task === task && setAt(step)), [task]);
  useLayoutEffect(() => {
    const [button, target] = [stop, returnTo];
    return () => {
      if (button.current === document.activeElement) target.current?.focus();
    };
  }, [returnTo]);
  return (
    <>
      <Status kind="part">{isStopping ? 'Stopping' : wordsOf(task, at)}</Status>
      <Button
        ref={stop}
        onClick={() => {
          setStopping(true);
          void invoke('work:cancel', { task }, newId());
        }}
      >
        Stop
      </Button>
    </>
  );
}
