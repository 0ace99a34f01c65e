import { useRef } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { RequiredField } from './fields.tsx';

type Props = {
  readonly label: string;
  readonly lines: readonly string[];
  readonly onChange: (lines: string[]) => void;
  readonly most: number;
};

/**
 * Several lines, each with words. The last is empty and becomes one from its first letter on, so that a new line is
 * saved while it is typed; each other is removed by its button.
 */
export function LinesField({ label, lines, onChange, most }: Props) {
  const shown = lines.length < most ? [...lines, ''] : lines;
  const list = useRef<HTMLDivElement>(null);
  return (
    <div className="line-list" ref={list}>
      {shown.map((line, place) => (
        // oxlint-disable-next-line react/no-array-index-key -- lines have no ids, and keep their places
        <div className="row line" key={place}>
          <RequiredField
            label={`${label} ${place + 1}`}
            value={line}
            onEnter={() => [...(list.current?.querySelectorAll('input') ?? [])].at(-1)?.focus()}
            onChange={(next) => onChange([...lines.slice(0, place), next, ...lines.slice(place + 1)])}
          />
          {place < lines.length && (
            <Button
              look="small"
              aria-label={`Remove ${label.toLowerCase()} ${place + 1}`}
              onClick={() => onChange(lines.filter((_, at) => at !== place))}
            >
              Remove
            </Button>
          )}
        </div>
      ))}
    </div>
  );
}
