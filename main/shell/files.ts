import { readFile, stat } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { fail, ok } from '../../shared/domain/result.ts';
import type { Result } from '../../shared/domain/result.ts';
import { writeFileDurably } from '../store/durableFile.ts';
import { failFrom } from '../store/storeErrors.ts';

/** The largest file a page may open, bytes: papers come as scans and photographs. */
export const largestOpened = 50 * 1024 * 1024;

export type OpenedFile = { readonly name: string; readonly content: string };

/** The bytes of chosen files in base64. `invalid-input` for one too large, `not-found` for one that has gone. */
export async function readOpened(paths: readonly string[]): Promise<Result<{ files: OpenedFile[] }>> {
  try {
    const files: OpenedFile[] = [];
    for (const path of paths) {
      const { size } = await stat(path);
      if (size > largestOpened) {
        return fail(
          'invalid-input',
          'This file is larger than 50 MB. Save it smaller or split it, then add it again.',
        );
      }
      files.push({ name: basename(path), content: (await readFile(path)).toString('base64') });
    }
    return ok({ files });
  } catch (cause) {
    return failFrom(cause);
  }
}

/** Windows refuses to rename over a file that Word holds open; the new content was written beside it by then. */
const heldOpen = new Set(['EBUSY', 'EPERM', 'EACCES', 'ETXTBSY']);

/** What a save dialog's answer can run into, in words that say what to do. */
export function saveFailure(cause: unknown): Result<never> {
  if (cause instanceof Error && 'code' in cause) {
    const isRename = 'syscall' in cause && cause.syscall === 'rename';
    if (isRename && heldOpen.has(String(cause.code))) {
      return fail(
        'store-in-use',
        'That file is open in another program, so it was not replaced. Close it there, or save under another name.',
      );
    }
    if (cause.code === 'ENAMETOOLONG') {
      return fail('invalid-input', 'That name is too long for this disk. Choose a shorter one.');
    }
    if (cause.code === 'EISDIR' || cause.code === 'ENOTEMPTY' || cause.code === 'EEXIST') {
      return fail('invalid-input', 'There is a folder of that name. Choose another name.');
    }
  }
  return failFrom(cause);
}

/** Writes base64 to a chosen place, whole or not at all, and waits for the disk. */
export function writeSaved(path: string, content: string): Result<{ path: string }> {
  try {
    writeFileDurably(path, Buffer.from(content, 'base64'));
    return ok({ path });
  } catch (cause) {
    return saveFailure(cause);
  }
}

/** Where a file of this name can go without replacing one: `letter.docx`, else `letter (2).docx` and so on. */
export function freePath(folder: string, name: string): string {
  const extension = extname(name);
  const stem = basename(name, extension);
  let path = join(folder, name);
  for (let count = 2; existsSync(path); count += 1) path = join(folder, `${stem} (${count})${extension}`);
  return path;
}
