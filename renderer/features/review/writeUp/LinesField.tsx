import { useState } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { TextField } from '../../../ui/Field.tsx';
import { RequiredField } from './fields.tsx';

type Props = {
  readonly label: string;
  readonly lines: readonly string[];
  readonly onChange: (lines: string[]) => void;
  readonly most: number;
};

/** Several lines, each with words: one is added when it has some, and removed by its button. */
export function LinesField({ label, lines, onChange, most }: Props) {
  const [fresh, setFresh] = useState('');
  const add = () => {
    if (fresh.trim() === '') return;
    onChange([...lines, fresh]);
    setFresh('');
  };
  return (
    <div className="line-list">
      {lines.map((line, place) => (
        // oxlint-disable-next-line react/no-array-index-key -- lines have no ids, and keep their places
        <div className="row line" key={place}>
          <RequiredField
            label={`${label} ${place + 1}`}
            value={line}
            onChange={(next) => onChange(lines.map((was, at) => (at === place ? next : was)))}
          />
          <Button
            look="small"
            aria-label={`Remove ${label.toLowerCase()} ${place + 1}`}
            onClick={() => onChange(lines.filter((_, at) => at !== place))}
          >
            Remove
          </Button>
        </div>
      ))}
      {lines.length < most && (
        <form
          className="row line"
          onSubmit={(event) => {
            event.preventDefault();
            add();
          }}
        >
          <TextField label={`${label} ${lines.length + 1}`} value={fresh} onChange={setFresh} onBlur={add} />
          <Button look="small" type="submit" disabled={fresh.trim() === ''}>
            Add
          </Button>
        </form>
      )}
    </div>
  );
}
