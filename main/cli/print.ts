import { fstatSync, writeSync } from 'node:fs';
import { codeOfSqlError, failFrom } from '../store/storeErrors.ts';
import { Failed } from './client.ts';

/** By hand: Node's stream over a file ignores that a full disk took only half, and the rest would be lost silently. */
function writeWhole(text: string): void {
  const bytes = Buffer.from(text, 'utf8');
  for (let written = 0; written < bytes.length;) written += writeSync(1, bytes, written);
}

function writeToReader(text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.once('error', reject);
    process.stdout.write(text, (cause) => (cause ? reject(cause) : resolve()));
  });
}

/** Writes a result to standard output. A full disk behind `>` is told; a reader that went away is nobody's fault. */
export async function print(text: string): Promise<void> {
  try {
    if (fstatSync(1).isFile()) writeWhole(text);
    else await writeToReader(text);
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'EPIPE') return;
    throw codeOfSqlError(cause) === 'internal' ? cause : new Failed(failFrom(cause).error);
  }
}
