import type { AppError } from '../../../shared/domain/result.ts';
import { counted } from '../../app/words.ts';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { placesOf } from './conflictPlaces.ts';

type Props = { readonly error: AppError; readonly file: unknown };

const mostShown = 100;

/** Every fault with its place in the file's own words. */
export function ImportFaults({ error, file }: Props) {
  const { issues = [], current: _held, ...bare } = error;
  const placed = placesOf([file], issues);
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
    </ErrorNote>
  );
}
