import { useState } from 'react';
import { parseTime } from '../app/parseTime.ts';
import { TextField } from './Field.tsx';

type Props = {
  readonly label: string;
  readonly value: string | undefined;
  /** A time as HH:MM, or none. */
  readonly onChange: (value: string | undefined) => void;
};

/** A time as one types it: 16:00, 4pm, 4.30 pm; shown by the 24-hour clock. What is no time stays, with a word about it. */
export function TimeField({ label, value, onChange }: Props) {
  const [typed, setTyped] = useState(value ?? '');
  const [shown, setShown] = useState(value);
  if (value !== shown) {
    setShown(value);
    setTyped(value ?? '');
  }
  const parsed = parseTime(typed);
  const isFaulty = typed.trim() !== '' && parsed === undefined;
  const leave = () => {
    if (isFaulty) return;
    setTyped(parsed ?? '');
    if (parsed === value) return;
    setShown(parsed);
    onChange(parsed);
  };
  return (
    <TextField
      label={label}
      value={typed}
      onChange={setTyped}
      onBlur={leave}
      fault={isFaulty ? 'Write the time as 16:00 or 4 pm.' : undefined}
    />
  );
}
