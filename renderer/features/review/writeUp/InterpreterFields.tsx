import { useState } from 'react';
import { TextField } from '../../../ui/Field.tsx';
import { orNothing, withField } from './fields.tsx';

type Interpreter = {
  readonly language: string;
  readonly mode: string;
  readonly quality?: string | undefined;
};
type Props = {
  readonly value: Interpreter | undefined;
  readonly onChange: (next: Interpreter | undefined) => void;
};

/** An interpreter: kept once language and mode are both there, gone when both are empty. */
export function InterpreterFields({ value, onChange }: Props) {
  const [language, setLanguage] = useState(value?.language ?? '');
  const [mode, setMode] = useState(value?.mode ?? '');
  const change = (nextLanguage: string, nextMode: string) => {
    setLanguage(nextLanguage);
    setMode(nextMode);
    if (nextLanguage.trim() === '' && nextMode.trim() === '') onChange(undefined);
    else if (nextLanguage.trim() !== '' && nextMode.trim() !== '') {
      onChange({ ...value, language: nextLanguage, mode: nextMode });
    }
  };
  return (
    <details className="more" open={value !== undefined}>
      <summary>Interpreter</summary>
      <div className="row">
        <TextField label="Language" value={language} onChange={(next) => change(next, mode)} />
        <TextField
          label="In person, by phone …"
          value={mode}
          onChange={(next) => change(language, next)}
          hint={(language.trim() === '') === (mode.trim() === '') ? undefined : 'Kept once both are there'}
        />
        {value && (
          <TextField
            label="How well it went"
            value={value.quality ?? ''}
            onChange={(quality) => onChange(withField(value, 'quality', orNothing(quality)))}
          />
        )}
      </div>
    </details>
  );
}
