import { ConflictPanel } from '../../../app/saving/ConflictPanel.tsx';
import type { RecordEditor } from '../../../app/saving/useRecord.ts';
import { ErrorNote } from '../../../ui/ErrorNote.tsx';

/** What a record says, in plain words: what somebody wrote in it, without ids. */
export function wordsIn(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null) return '';
  if (Array.isArray(value)) return value.map(wordsIn).filter(Boolean).join('; ');
  return Object.entries(value)
    .filter(([name]) => !/(?:^|[a-z])id$|ids$/i.test(name))
    .map(([, words]) => wordsIn(words))
    .filter(Boolean)
    .join('; ');
}

/** Beside a record's fields: why it is not saved, or both versions of a conflict to choose from. */
export function SavingNote<V>({ editor }: { readonly editor: RecordEditor<V> }) {
  const { state, resolve } = editor;
  if (state.kind === 'not-saved') return <ErrorNote error={state.error} />;
  if (state.kind !== 'conflict') return null;
  return <ConflictPanel<V> conflict={state.conflict} textOf={wordsIn} onResolve={resolve} />;
}
