import { useState } from 'react';
import type { ImportChoice, ImportConflicts } from '../../../shared/contract/shapes.ts';
import { differences } from '../../../shared/text/differences.ts';
import type { TextPiece } from '../../../shared/text/differences.ts';
import { counted } from '../../app/words.ts';
import { Button } from '../../ui/Button.tsx';
import { Status } from '../../ui/Status.tsx';
import { placesOf } from './conflictPlaces.ts';
import { byKind, fieldsThatDiffer, valueAt } from './conflictWords.ts';

type Keep = ImportChoice['keep'];
type Conflict = ImportConflicts[number];

const sides = [
  { keep: 'mine', name: 'what is here' },
  { keep: 'theirs', name: 'what the file says' },
] as const;

function Version({ title, pieces }: { readonly title: string; readonly pieces: readonly TextPiece[] }) {
  return (
    <p className="version-text">
      <span className="note">{title}: </span>
      {pieces.length === 0 && <span className="soft">nothing</span>}
      {pieces.map(({ text, isOwn }, place) =>
        // oxlint-disable-next-line react/no-array-index-key -- pieces of one text, in their order
        isOwn ? <ins key={place}>{text}</ins> : <span key={place}>{text}</span>,
      )}
    </p>
  );
}

/** Both texts, one above the other, field by field, with what differs underlined. */
function Both({ conflict, file }: { readonly conflict: Conflict; readonly file: unknown }) {
  if (conflict.mine === undefined) return <p className="note">It was removed here.</p>;
  const fields = fieldsThatDiffer(conflict.kind, conflict.mine, valueAt(file, conflict.path));
  return fields.map(({ field, mine, theirs }) => {
    const { first, second } = differences(mine, theirs);
    return (
      <div key={field}>
        <h4 className="note">{field}</h4>
        <Version title="Here" pieces={first} />
        <Version title="In the file" pieces={second} />
      </div>
    );
  });
}

type RowProps = {
  readonly conflict: Conflict;
  readonly place: string;
  readonly file: unknown;
  readonly keep: Keep;
  readonly onKeep: (keep: Keep) => void;
};

function Row({ conflict, place, file, keep, onKeep }: RowProps) {
  return (
    <li>
      <fieldset>
        <legend>{place}</legend>
        <Both conflict={conflict} file={file} />
        <div className="choices">
          {sides.map((side) => (
            <label key={side.keep}>
              <input
                type="radio"
                name={conflict.id}
                checked={keep === side.keep}
                onChange={() => onKeep(side.keep)}
              />
              Keep {side.name}
            </label>
          ))}
        </div>
      </fieldset>
    </li>
  );
}

type KindProps = {
  readonly kind: ReturnType<typeof byKind>[number];
  readonly file: unknown;
  readonly keepOf: (id: string) => Keep;
  readonly onKeep: (ids: readonly string[], keep: Keep) => void;
};

function Kind({ kind: { name, conflicts }, file, keepOf, onKeep }: KindProps) {
  const ids = conflicts.map(({ id }) => id);
  const places = placesOf(
    [file],
    conflicts.map(({ path }) => ({ path, message: '' })),
  );
  return (
    <section aria-label={name}>
      <div className="kind-head">
        <h3>
          {name}, {conflicts.length}
        </h3>
        {sides.map((side) => (
          <Button key={side.keep} look="small" onClick={() => onKeep(ids, side.keep)}>
            All of these: {side.name}
          </Button>
        ))}
      </div>
      <ul>
        {conflicts.map((conflict, index) => (
          <Row
            key={conflict.id}
            conflict={conflict}
            place={places[index]?.place ?? name}
            file={file}
            keep={keepOf(conflict.id)}
            onKeep={(keep) => onKeep([conflict.id], keep)}
          />
        ))}
      </ul>
    </section>
  );
}

type Props = {
  readonly conflicts: ImportConflicts;
  readonly file: unknown;
  readonly fileName: string;
  readonly onImport: (choices: readonly ImportChoice[]) => void;
  readonly onLeaveOut: () => void;
};

/** What this store and a file both hold, differently: record by record, or all of one kind at once. */
export function ConflictChoices({ conflicts, file, fileName, onImport, onLeaveOut }: Props) {
  const [theirs, setTheirs] = useState<ReadonlySet<string>>(new Set());
  const keepOf = (id: string): Keep => (theirs.has(id) ? 'theirs' : 'mine');
  const choose = (ids: readonly string[], keep: Keep) => {
    const others = [...theirs].filter((id) => !ids.includes(id));
    setTheirs(new Set(keep === 'theirs' ? [...others, ...ids] : others));
  };
  return (
    <form
      className="conflict import-conflict"
      onSubmit={(event) => {
        event.preventDefault();
        onImport(conflicts.map(({ id }) => ({ id, keep: keepOf(id) })));
      }}
    >
      <div role="alert">
        <Status kind="must">
          {fileName}: {counted(conflicts.length, 'record')} differ from what is here. Nothing of this file is
          imported yet.
        </Status>
      </div>
      {byKind(conflicts).map((kind) => (
        <Kind key={kind.kind} kind={kind} file={file} keepOf={keepOf} onKeep={choose} />
      ))}
      <p className="note">What is finalised stays as it is here, whatever is chosen.</p>
      <div className="btns">
        <Button type="submit">
          Import: {conflicts.length - theirs.size} as here, {theirs.size} from the file
        </Button>
        <Button onClick={onLeaveOut}>Leave this file out</Button>
      </div>
    </form>
  );
}
