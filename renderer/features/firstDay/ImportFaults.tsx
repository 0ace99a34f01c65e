import { useState } from 'react';
import type { AppError } from '../../../shared/domain/result.ts';
import { counted } from '../../app/words.ts';
import { Button } from '../../ui/Button.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { placesOf } from './conflictPlaces.ts';

type Choice = 'keep-mine' | 'take-theirs';
type Props = {
  readonly error: AppError;
  readonly files: readonly unknown[];
  readonly onResolve: (rule: Choice) => void;
};

const mostShown = 100;

function Choices({ onResolve }: Pick<Props, 'onResolve'>) {
  const [choice, setChoice] = useState<Choice>('keep-mine');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onResolve(choice);
      }}
    >
      <fieldset>
        <legend>Where the two differ, keep</legend>
        <div className="choices">
          <label>
            <input
              type="radio"
              name="keep"
              checked={choice === 'keep-mine'}
              onChange={() => setChoice('keep-mine')}
            />
            what is here; add only what is new
          </label>
          <label>
            <input
              type="radio"
              name="keep"
              checked={choice === 'take-theirs'}
              onChange={() => setChoice('take-theirs')}
            />
            what the file says; finalised reviews stay as they are here
          </label>
        </div>
      </fieldset>
      <div className="btns">
        <Button type="submit">Import with this choice</Button>
      </div>
    </form>
  );
}

/** Every fault or conflict with its place in the file's own words; for conflicts, which side to keep. */
export function ImportFaults({ error, files, onResolve }: Props) {
  const { issues = [], ...bare } = error;
  const placed = placesOf(files, issues);
  return (
    <ErrorNote error={bare}>
      {placed.length > 0 && (
        <>
          <p className="note">{counted(placed.length, 'place')}</p>
          <ul className="faults">
            {placed.slice(0, mostShown).map(({ place, message }) => (
              <li key={`${place} ${message}`}>
                <b>{place}</b>: {message}
              </li>
            ))}
            {placed.length > mostShown && <li>and {placed.length - mostShown} more</li>}
          </ul>
        </>
      )}
      {error.code === 'conflict' && <Choices onResolve={onResolve} />}
    </ErrorNote>
  );
}
