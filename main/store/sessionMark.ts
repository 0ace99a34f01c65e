import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { codeOfSqlError } from './storeErrors.ts';

/** Lies in the folder of a store while it is open. It holds an instant and nothing else; no backup takes it along. */
export const sessionMarkName = 'open-since';

/** A disk or folder that takes nothing keeps no store closed: the mark is worth a line on screen, not more. */
function ifPossible(work: () => void): void {
  try {
    work();
  } catch (cause) {
    if (codeOfSqlError(cause) === 'internal') throw cause;
  }
}

/**
 * Marks the store in `folder` as open since `now`, an instant. Returns the instant since which an earlier session was
 * open, where that one never closed: its process was killed, or the machine went down.
 */
export function markOpen(folder: string, now: string): string | undefined {
  const file = join(folder, sessionMarkName);
  let before: string | undefined;
  ifPossible(() => {
    before = readFileSync(file, 'utf8');
  });
  ifPossible(() => writeFileSync(file, now, { mode: 0o600 }));
  return before;
}

/** The store was closed as it should be. */
export function markClosed(folder: string): void {
  ifPossible(() => rmSync(join(folder, sessionMarkName), { force: true }));
}
