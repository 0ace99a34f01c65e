import { useEffect, useRef, useState } from 'react';
import type { AppError } from '../../../shared/domain/result.ts';
import { call, failureOf } from '../../app/calls.ts';
import { readAgain } from '../../app/queries.ts';
import type { SaveChannel } from '../../app/saving/useRecord.ts';
import { recordKey } from '../../app/saving/useRecord.ts';
import { useSaving } from '../../app/saving/useSaving.tsx';
import { useUndo } from '../../app/undoLine.tsx';
import { Button } from '../../ui/Button.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import type { ChildData } from './childData.ts';

/** What can be taken out of a child's facts, how it was saved, and when taking it out is right. */
const kinds = {
  'period:remove': {
    savedBy: 'period:save',
    words: 'Take out this entry',
    note: 'For what was entered by mistake. What has ended gets its last day instead.',
  },
  'event:remove': {
    savedBy: 'event:save',
    words: 'Take out this date',
    note: 'For what was entered by mistake.',
  },
  'risk:remove': {
    savedBy: 'risk:save',
    words: 'Take out this risk',
    note: 'For what was entered by mistake. A risk that is over gets the day it was closed on instead.',
  },
  'person:remove': {
    savedBy: 'person:save',
    words: 'Take out this person',
    note: 'For somebody who was entered by mistake.',
  },
  'paper:remove': {
    savedBy: undefined,
    words: 'Take out this paper',
    note: 'For what came in by mistake. Its file is deleted after 30 days at most; older backups still hold it.',
  },
} as const satisfies Record<string, { savedBy: SaveChannel | undefined; words: string; note: string }>;

function inWords(name: string, frozenIn: readonly number[]): string {
  const taken = `Taken out: ${name}`;
  if (frozenIn.length === 0) return taken;
  const keeps =
    frozenIn.length === 1
      ? `The finalised record of review ${frozenIn.join('')} keeps it.`
      : `The finalised records of reviews ${frozenIn.slice(0, -1).join(', ')} and ${frozenIn.at(-1)} keep it.`;
  return `${taken}. ${keeps}`;
}

type Props = {
  readonly channel: keyof typeof kinds;
  readonly id: string;
  /** What it is called in the line that offers it back. */
  readonly name: string;
  readonly data: ChildData;
  /** It is gone: its pane closes or turns back, and the focus with it. */
  readonly onGone: () => void;
};

const notKept: AppError = {
  code: 'internal',
  message: 'What was typed is not saved yet, so nothing was taken out. Try again in a moment.',
};

/** Takes out what was entered by mistake, with its way back at the foot; why it stays stands under the button. */
export function TakeOut({ channel, id, name, data, onGone }: Props) {
  const { savedBy, words, note } = kinds[channel];
  const [error, setError] = useState<AppError>();
  const saving = useSaving();
  const undo = useUndo();
  const takeOut = async () => {
    setError(undefined);
    const key = savedBy && recordKey(savedBy, id);
    try {
      // What was typed goes to the store first: it is part of what comes back.
      if (!(await saving.flushAll())) return setError(notKept);
      const typed = key === undefined ? 0 : saving.version(key);
      const baseVersion = Math.max(typed, data.view.versions[id] ?? 1);
      const taken = await call(channel, { id, baseVersion });
      if (key !== undefined) saving.advance(key, taken.version);
      onGone();
      undo.done(inWords(name, taken.frozenIn), { token: taken.undo });
      await readAgain();
    } catch (cause) {
      setError(failureOf(cause));
    }
    return undefined;
  };
  const place = useRef<HTMLDivElement>(null);
  // The button stands at the end of its pane: what is said under it would be out of sight.
  useEffect(() => {
    if (error) place.current?.scrollIntoView({ block: 'nearest' });
  }, [error]);
  return (
    <div className="takeout" ref={place}>
      <Button look="small" onClick={() => void takeOut()}>
        {words}
      </Button>
      <p className="note">{note}</p>
      {error && <ErrorNote error={error} />}
    </div>
  );
}
