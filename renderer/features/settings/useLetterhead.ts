import { useState } from 'react';
import type { AppError } from '../../../shared/domain/result.ts';
import { call, failureOf } from '../../app/calls.ts';
import { readAgain, useRead } from '../../app/queries.ts';
import { host } from '../../bridge.ts';
import { useSay } from '../../ui/LiveRegion.tsx';

const wordFile = { name: 'Word document', extensions: ['docx', 'dotx'] };

/** What was done last, and the letterhead before it: null where there was none. */
export type Done = { readonly words: string; readonly before: string | null };

/** Work that is under way, and why it failed; a dialog that was closed is no failure. */
function useAttempt() {
  const [error, setError] = useState<AppError>();
  const [isBusy, setBusy] = useState(false);
  const say = useSay();
  /** `work` gives what to say when it is done; nothing where nothing was. */
  const attempt = async (work: () => Promise<string | AppError>): Promise<void> => {
    setBusy(true);
    setError(undefined);
    try {
      const outcome = await work();
      if (typeof outcome === 'string') say(outcome);
      else if (outcome.code !== 'cancelled') setError(outcome);
    } catch (cause) {
      setError(failureOf(cause));
    }
    setBusy(false);
  };
  return { error, isBusy, attempt };
}

/** The letterhead as it stands, and how it is changed and changed back. */
export function useLetterhead() {
  const read = useRead('letterhead:get', {});
  const letterhead = read.data?.letterhead ?? undefined;
  const [done, setDone] = useState<Done>();
  const { attempt, ...state } = useAttempt();
  const change = async (words: string, work: () => Promise<unknown>, before?: string | null) => {
    await work();
    setDone(before === undefined ? undefined : { words, before });
    await readAgain();
    return words;
  };
  const now = letterhead?.id ?? null;
  return {
    isRead: read.data !== undefined,
    letterhead,
    done,
    ...state,
    choose: () =>
      attempt(async () => {
        const title = 'The letterhead as a Word file';
        const chosen = await host('host:openFile', { title, accept: [wordFile] });
        if (!chosen.ok) return chosen.error;
        const [file] = chosen.value.files;
        if (!file) return '';
        return change('The letterhead is kept.', () => call('letterhead:add', file), now);
      }),
    remove: () =>
      attempt(() => change('The letterhead is removed.', () => call('letterhead:use', { id: null }), now)),
    undo: (before: string | null) =>
      attempt(() => change('Taken back.', () => call('letterhead:use', { id: before }))),
  };
}

/** A document about nobody on the letterhead, saved where the officer says. */
export function useSample() {
  const [savedAs, setSavedAs] = useState<string>();
  const { attempt, ...state } = useAttempt();
  const save = () =>
    attempt(async () => {
      setSavedAs(undefined);
      const { fileName: name, content } = await call('letterhead:sample', {});
      const saved = await host('host:saveFile', { title: 'Save the sample', name, kind: wordFile, content });
      if (!saved.ok) return saved.error;
      setSavedAs(saved.value.path);
      return 'The sample is saved.';
    });
  return { savedAs, ...state, save };
}
