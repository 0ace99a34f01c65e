import { createHash } from 'node:crypto';
import { createReadStream, existsSync, mkdirSync, readdirSync, renameSync, rmdirSync, rmSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { fail, ok } from '../../shared/domain/result.ts';
import type { Result } from '../../shared/domain/result.ts';
import { syncFolder, unfinishedPrefix } from './durableFile.ts';

/** SHA-256 (hex) and size of a file, read in pieces so that a large database does not stall the core. */
export async function hashFile(path: string): Promise<{ sha256: string; bytes: number }> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const piece of createReadStream(path, { highWaterMark: 1_048_576 })) {
    if (!Buffer.isBuffer(piece)) throw new TypeError('A file is read as bytes');
    hash.update(piece);
    bytes += piece.length;
  }
  return { sha256: hash.digest('hex'), bytes };
}

/** A new store or a restored one is only ever put where nothing is. */
export function checkFree(folder: string): Result<undefined> {
  if (!existsSync(folder) || readdirSync(folder).length === 0) return ok(undefined);
  return fail('invalid-input', 'This folder is not empty. Choose a new or an empty folder.', {
    field: 'folder',
  });
}

/** Takes away what building a folder left when its process was killed; nothing in it was ever acknowledged. */
export function sweepUnfinishedFolder(target: string): void {
  rmSync(unfinishedOf(target), { recursive: true, force: true });
}

function unfinishedOf(target: string): string {
  const folder = resolve(target);
  return join(dirname(folder), `${unfinishedPrefix}${basename(folder)}`);
}

/**
 * Builds a folder beside its final place and puts it there by one rename: it is there whole or not at all.
 * `fill` gets the unfinished folder and must have closed every file in it when it returns.
 */
export async function buildFolder<T>(
  target: string,
  fill: (unfinished: string) => Promise<Result<T>>,
): Promise<Result<T>> {
  const folder = resolve(target);
  const parent = dirname(folder);
  const unfinished = unfinishedOf(folder);
  mkdirSync(parent, { recursive: true, mode: 0o700 });
  sweepUnfinishedFolder(folder);
  try {
    mkdirSync(unfinished, { mode: 0o700 });
    const filled = await fill(unfinished);
    if (!filled.ok) return filled;
    syncFolder(unfinished);
    // Windows cannot rename onto a folder, not even an empty one.
    if (existsSync(folder)) rmdirSync(folder);
    renameSync(unfinished, folder);
    syncFolder(parent);
    return filled;
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
}
