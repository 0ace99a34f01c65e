import type { Store } from '../store/store.ts';
import { fileIdOf } from './fileIds.ts';
import type { Repositories } from './repositories.ts';

/**
 * Removes side files that no row speaks of: a crash came between the file and its row, and nobody was told of it. So
 * goes the file of a paper that was taken out, once nothing can bring the paper back.
 */
export function removeOrphanFiles(store: Store, repos: Repositories): void {
  const wanted = new Set(repos.lists.recordsWithFiles().map(fileIdOf));
  for (const id of store.files.list()) if (!wanted.has(id)) store.files.remove(id);
}
