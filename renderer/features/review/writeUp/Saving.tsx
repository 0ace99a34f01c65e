import { ConflictPanel } from '../../../app/saving/ConflictPanel.tsx';
import type { RecordEditor } from '../../../app/saving/useRecord.ts';
import { ErrorNote } from '../../../ui/ErrorNote.tsx';
import { wordsIn } from './recordWords.ts';

/** Beside a record's fields: why it is not saved, or both versions of a conflict to choose from. */
export function SavingNote<V>({ editor }: { readonly editor: RecordEditor<V> }) {
  const { state, resolve } = editor;
  if (state.kind === 'not-saved') return <ErrorNote error={state.error} />;
  if (state.kind !== 'conflict') return null;
  return <ConflictPanel<V> conflict={state.conflict} textOf={wordsIn} onResolve={resolve} />;
}
