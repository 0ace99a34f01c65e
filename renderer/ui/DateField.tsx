import { useState } from 'react';
import type { IsoDate } from '../../shared/domain/dates.ts';
import { formatDate } from '../../shared/domain/london.ts';
import { parseDate } from '../app/parseDate.ts';
import { TextField } from './Field.tsx';

type Props = {
  readonly label: string;
  readonly value: IsoDate | undefined;
  readonly today: IsoDate;
  /** A valid day, or none. */
  readonly onChange: (value: IsoDate | undefined) => void;
  /** Each letter: kept as a draft until it is a day and was left. */
  readonly onTyping?: (raw: string) => void;
  /** What was left and is no day: kept as a draft, never dropped. */
  readonly onDraft?: (raw: string) => void;
  /** A draft from before, shown as it was typed. */
  readonly draft?: string | undefined;
  readonly hint?: string | undefined;
  readonly fault?: string | undefined;
};

/** A day as one types it: 5 Oct, 5/10, fri, +10. What is no day stays on screen with a word about it. */
export function DateField({ label, value, today, onChange, onTyping, onDraft, draft, hint, fault }: Props) {
  const [typed, setTyped] = useState(draft ?? (value ? formatDate(value) : ''));
  const [shown, setShown] = useState(value);
  const [isDraft, setDraft] = useState(draft !== undefined);
  // Found as it was left behind, and nobody has gone on with it: it looks like a day that is kept, and is none.
  const [isLeftBehind, setLeftBehind] = useState(draft !== undefined);
  if (value !== shown) {
    // The day changed from outside (an undo, another screen): show it.
    setShown(value);
    setTyped(value ? formatDate(value) : '');
  }
  const parsed = typed.trim() === '' ? undefined : parseDate(typed, today);
  const isFaulty = typed.trim() !== '' && !parsed;
  const leave = () => {
    setLeftBehind(false);
    if (isFaulty) {
      setDraft(true);
      onDraft?.(typed);
      return;
    }
    if (parsed) setTyped(formatDate(parsed));
    // A draft that was emptied or put right is told too, else whoever keeps it would keep it for ever.
    if (parsed === value && !isDraft) return;
    setDraft(false);
    setShown(parsed);
    onChange(parsed);
  };
  // The day it was understood as stands beside the label: a line that comes and goes under the field would move what
  // is below it in the moment of a click.
  const understood =
    hint === undefined && parsed && formatDate(parsed) !== typed ? formatDate(parsed) : undefined;
  const notKept =
    isLeftBehind && parsed !== value
      ? `Not set yet: ${value ? formatDate(value) : 'no day'} stands until you press Enter here.`
      : undefined;
  return (
    <div className={hint === undefined ? 'dated own' : 'dated'}>
      <TextField
        label={label}
        value={typed}
        onChange={(next) => {
          setTyped(next);
          setLeftBehind(false);
          if (!onTyping) return;
          setDraft(true);
          onTyping(next);
        }}
        onBlur={leave}
        onEnter={leave}
        hint={hint ?? understood}
        fault={
          isFaulty
            ? 'This is not a day yet. Write it as 5 Oct 2026; what you typed is kept.'
            : (notKept ?? fault)
        }
      />
    </div>
  );
}
