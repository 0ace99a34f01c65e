import type { Result } from '../../shared/domain/result.ts';
import type { Store } from '../store/store.ts';
import { fileIdOf } from './fileIds.ts';

/** Bytes by the id of the record they belong to. */
export type Bytes = ReadonlyMap<string, Uint8Array>;

/**
 * Writes side files, then does the work that makes their rows. The bytes come first, so that no row ever points at
 * nothing; when the work fails, the files that this call made go again.
 */
export function withFiles<T>(store: Store, bytes: Bytes, work: () => Result<T>): Result<T> {
  const before = new Set(store.files.list());
  const made: string[] = [];
  let isKept = false;
  try {
    for (const [id, content] of bytes) {
      const name = fileIdOf(id);
      const written = store.files.write(name, content);
      if (!written.ok) return written;
      if (!before.has(name)) made.push(name);
    }
    const result = work();
    isKept = result.ok;
    return result;
  } finally {
    if (!isKept) for (const name of made) store.files.remove(name);
  }
}
