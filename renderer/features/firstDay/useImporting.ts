import { useCallback, useEffect, useRef, useState } from 'react';
import type { ImportChoice } from '../../../shared/contract/shapes.ts';
import type { AppError } from '../../../shared/domain/result.ts';
import { fail, ok } from '../../../shared/domain/result.ts';
import { call, failureOf } from '../../app/calls.ts';
import { readAgain } from '../../app/queries.ts';
import { host } from '../../bridge.ts';
import { useSay } from '../../ui/LiveRegion.tsx';
import type { Attempt, Importing } from './importing.ts';
import { chosenFiles, importNext, leaveOut } from './importing.ts';

const accept = [{ name: 'Case files', extensions: ['json'] }];

/** One file, whole or not at all. */
const attempt: Attempt = async (file, choices) => {
  try {
    const { children } = await call('caseFile:import', { files: [file], onConflict: 'refuse', choices });
    const [counts] = children;
    return counts ? ok(counts) : fail('internal', 'Nothing was imported.');
  } catch (cause) {
    return { ok: false, error: failureOf(cause) };
  }
};

/** Case files, one after another: each whole or not at all, with a way to stop between two of them. */
export function useImporting() {
  const [now, setNow] = useState<Importing>();
  const [error, setError] = useState<AppError>();
  const isUnderWay = useRef(false);
  const say = useSay();
  const step = useCallback(async (at: Importing, choices: readonly ImportChoice[]) => {
    // One at a time, however often the screen is drawn.
    if (isUnderWay.current) return;
    isUnderWay.current = true;
    const change = await importNext(at, choices, attempt);
    isUnderWay.current = false;
    setNow((latest) => latest && change(latest));
    await readAgain();
  }, []);
  useEffect(() => {
    if (now?.state !== 'running') return;
    say(`File ${now.outcomes.length + 1} of ${now.files.length}`);
    void step(now, []);
  }, [now, say, step]);
  const choose = async () => {
    const chosen = await host('host:openFile', { title: 'Case files', accept, multiple: true });
    if (!chosen.ok) return chosen.error.code === 'cancelled' ? undefined : setError(chosen.error);
    setError(undefined);
    return setNow({ files: chosenFiles(chosen.value.files), outcomes: [], state: 'running' });
  };
  const turn = (state: 'running' | 'stopping') => setNow((latest) => latest && { ...latest, state });
  return {
    now,
    error,
    choose,
    stop: () => turn('stopping'),
    goOn: () => turn('running'),
    resolve: (choices: readonly ImportChoice[]) => now && void step(now, choices),
    leaveOut: () => setNow((latest) => latest && leaveOut(latest)),
  };
}
