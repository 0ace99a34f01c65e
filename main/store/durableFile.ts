import { randomUUID } from 'node:crypto';
import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

const ownerOnly = 0o600;

/** Unfinished files start with this, so that a sweep after a crash can tell them from finished ones. */
export const unfinishedPrefix = '.unfinished-';

/** Makes names in a folder durable: without it a power cut can undo a rename that was reported done. */
export function syncFolder(folder: string): void {
  // Windows cannot open a folder for syncing; NTFS journals the names itself.
  if (process.platform === 'win32') return;
  syncFile(folder, 'r');
}

/** Waits until what was written to an existing file (or folder) is on the disk. */
export function syncFile(path: string, flags: 'r' | 'r+' = 'r+'): void {
  const handle = openSync(path, flags);
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Writes a new file, readable by its owner only, and waits for the disk. Fails if it exists. */
export function writeNewFile(path: string, content: Uint8Array): void {
  const handle = openSync(path, 'wx', ownerOnly);
  try {
    for (let written = 0; written < content.length;) {
      written += writeSync(handle, content, written);
    }
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/**
 * Puts `content` at `path` whole or not at all: written under another name, synced, renamed, folder synced.
 * On a failure the old file stands and nothing half-written is left.
 */
export function writeFileDurably(path: string, content: Uint8Array): void {
  const folder = dirname(path);
  const unfinished = join(folder, `${unfinishedPrefix}${basename(path)}-${randomUUID()}`);
  try {
    writeNewFile(unfinished, content);
    renameSync(unfinished, path);
  } catch (cause) {
    rmSync(unfinished, { force: true });
    throw cause;
  }
  syncFolder(folder);
}
