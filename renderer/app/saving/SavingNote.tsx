import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { ConflictPanel } from './ConflictPanel.tsx';
import type { RecordNames } from './recordWords.ts';
import { differingFields, fieldLines } from './recordWords.ts';
import type { Conflict } from './slot.ts';
import type { RecordEditor } from './useRecord.ts';

type ChoiceProps<V> = RecordNames & {
  readonly conflict: Conflict;
  readonly onResolve: (value: V) => void;
};

/** Two versions of one record, each told by the fields in which they differ, and which to keep. */
export function RecordConflict<V extends object>({ conflict, onResolve, ...names }: ChoiceProps<V>) {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a record's channel keeps objects
  const fields = differingFields(conflict.theirs as object, conflict.mine as object);
  return (
    <ConflictPanel<V>
      conflict={conflict}
      textOf={(value) => fieldLines(value, fields, names)}
      onResolve={onResolve}
    />
  );
}

type Props<V> = RecordNames & { readonly editor: Pick<RecordEditor<V>, 'state' | 'resolve'> };

/** Beside a record's fields: why it is not saved, or both versions of a conflict to choose from. */
export function SavingNote<V extends object>({ editor, ...names }: Props<V>) {
  const { state, resolve } = editor;
  if (state.kind === 'not-saved') return <ErrorNote error={state.error} />;
  if (state.kind !== 'conflict') return null;
  return <RecordConflict<V> conflict={state.conflict} onResolve={resolve} {...names} />;
}
