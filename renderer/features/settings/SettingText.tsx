import { useState } from 'react';
import { TextField } from '../../ui/Field.tsx';

type Props = {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly hint?: string;
  readonly isNeeded?: boolean;
};

/** One line of the settings. An empty one that is needed is kept on screen with a word, and the last good one stands. */
export function SettingText({ label, value, onChange, hint, isNeeded = true }: Props) {
  const [typed, setTyped] = useState(value);
  const [known, setKnown] = useState(value);
  if (value !== known) {
    // It was changed elsewhere, or another version of it was chosen: that stands now.
    setKnown(value);
    setTyped(value);
  }
  const isFaulty = isNeeded && typed.trim() === '';
  return (
    <TextField
      label={label}
      value={typed}
      onChange={(next) => {
        setTyped(next);
        if (isNeeded && next.trim() === '') return;
        setKnown(next.trim());
        onChange(next.trim());
      }}
      hint={hint}
      fault={isFaulty ? `This cannot be empty; “${value}” stands until you write another` : undefined}
    />
  );
}
