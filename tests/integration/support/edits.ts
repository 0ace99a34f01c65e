import type { Store } from '../../../main/store/store.ts';
import { valueOf } from './tempStore.ts';

/** What edit N writes: of very different lengths, so that pages are filled, split and freed. */
export function wordsOf(id: number): string {
  return `edit ${id} ${'ŵords '.repeat((id * 53) % 900)}`;
}

/** Every fifth edit also keeps a side file. */
export function hasPaper(id: number): boolean {
  return id % 5 === 0;
}

export function paperIdOf(id: number): string {
  return `00000000-0000-7000-8000-${String(id).padStart(12, '0')}`;
}

/** What is wrong with a store whose edits up to `acknowledged` were acknowledged; `[]` is good. */
export function faultsOf(store: Store, acknowledged: number): readonly string[] {
  const faults: string[] = [];
  const check: unknown = store.db.pragma('integrity_check', { simple: true });
  if (check !== 'ok') faults.push('integrity_check fails');
  const rows = store.db
    .prepare<[], { id: number; words: string }>('SELECT id, words FROM note ORDER BY id')
    .all();
  if (rows.length < acknowledged) faults.push(`${acknowledged - rows.length} acknowledged edits are lost`);
  for (const [index, { id, words }] of rows.entries()) {
    if (id !== index + 1) faults.push(`edit ${index + 1} is missing before edit ${id}`);
    if (words !== wordsOf(id)) faults.push(`edit ${id} is half written`);
    if (hasPaper(id) && valueOf(store.files.read(paperIdOf(id))).toString() !== wordsOf(id)) {
      faults.push(`the paper of edit ${id} is not what was written`);
    }
  }
  return faults;
}
