import { useCallback, useMemo, useState, useSyncExternalStore } from 'react';
import type { Input, Output } from '../../../../shared/contract.ts';
import { readLine } from '../../../../shared/domain/noteLine.ts';
import type { SectionKey } from '../../../../shared/domain/model/sections.ts';
import { invoke } from '../../../bridge.ts';
import { call } from '../../../app/calls.ts';
import { newId } from '../../../app/ids.ts';
import { useNow } from '../../../app/now.ts';
import { readAgain } from '../../../app/queries.ts';
import type { Saving } from '../../../app/saving/useSaving.tsx';
import { useSaving } from '../../../app/saving/useSaving.tsx';
import type { Way } from '../../../app/undoLine.tsx';
import { useReview } from '../useReview.tsx';

type NoteValue = Input<'note:save'>['value'];
export type Line = Output<'review:get'>['notes'][number];

const keyOf = (id: string): string => `note:save ${id}`;

/** Both versions of a line that was changed in two places, and what ends it; undefined for any other line. */
function conflictOf(saving: Saving, id: string) {
  const state = saving.stateOf(keyOf(id));
  if (state.kind !== 'conflict') return undefined;
  const resolve = (line: Line) => {
    saving.resolve(keyOf(id), line);
    void saving.flushAll().then((isAllSaved) => (isAllSaved ? readAgain() : undefined));
  };
  return { conflict: state.conflict, resolve };
}

/**
 * The running note. A line is a record of its own from its first letter: it is saved as it is typed, like any text,
 * so that a crash in mid-sentence loses nothing; only when it is finished is the review read again.
 */
export function useNoteLines() {
  const { view, review, versionOf } = useReview();
  const saving = useSaving();
  const now = useNow();
  useSyncExternalStore(saving.subscribe, saving.revision);
  const [mine, setMine] = useState<readonly Line[]>([]);

  const lines = useMemo(() => {
    const known = new Set(view.notes.map((note) => note.id));
    const all = [...view.notes, ...mine.filter((line) => !known.has(line.id))];
    return (
      all
        // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- only `write` puts values under these keys
        .map((line) => (saving.newerThan(keyOf(line.id), versionOf(line.id)) as Line | undefined) ?? line)
        .filter((line) => line.text !== '')
        .sort((a, b) => (a.at < b.at ? -1 : 1))
    );
    // oxlint-disable-next-line react/exhaustive-deps -- the revision stands for what the queue holds
  }, [mine, saving, saving.revision(), versionOf, view.notes]);

  /** Keeps what stands in a line now. */
  const write = useCallback(
    (line: Line) => {
      saving.open<NoteValue>(keyOf(line.id), versionOf(line.id), (value, baseVersion, requestId) =>
        invoke('note:save', { value, baseVersion }, requestId),
      );
      saving.edit(keyOf(line.id), line);
    },
    [saving, versionOf],
  );

  const begin = useCallback(
    (typed: string): Line => {
      const at = now();
      const line = { id: newId(), childId: review.childId, reviewId: review.id, at, ...readLine(typed) };
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- ids and instants made here have their form
      return line as unknown as Line;
    },
    [now, review.childId, review.id],
  );

  /** A line is finished: it joins the list, and the review is read again once it is kept. */
  const finish = useCallback(
    async (line: Line) => {
      setMine((before) => [...before.filter((other) => other.id !== line.id), line]);
      if (await saving.flushAll()) await readAgain();
    },
    [saving],
  );

  /**
   * Files a line to a section; what it says becomes a point, a decision or an action in the same step. The way back
   * takes back both. Undefined while something before it is not saved; throws what the core refused.
   */
  const file = useCallback(
    async (line: Line, section: SectionKey): Promise<Way | undefined> => {
      if (!(await saving.flushAll())) return undefined;
      const key = keyOf(line.id);
      const baseVersion = Math.max(saving.version(key), versionOf(line.id));
      const at = now();
      const saved = await call('note:file', { id: line.id, baseVersion, section, at });
      saving.advance(key, saved.version);
      await readAgain();
      return { token: saved.undo, key };
    },
    [now, saving, versionOf],
  );

  return { lines, begin, write, finish, file, conflictOf: (id: string) => conflictOf(saving, id) };
}
export type NoteLines = ReturnType<typeof useNoteLines>;
