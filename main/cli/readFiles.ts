import { readFileSync, statSync } from 'node:fs';
import type { CaseFile } from '../../shared/caseFile.ts';
import type { Issue } from '../../shared/domain/result.ts';
import { fail } from '../../shared/domain/result.ts';
import { readCaseFile } from '../core/caseFileReading.ts';
import { codeOfSqlError } from '../store/storeErrors.ts';
import { Failed } from './client.ts';
import { placeOfJsonFault } from './jsonFault.ts';

/** The largest file that is read, bytes: a long childhood with its papers stays far below. */
export const largestFile = 64 * 1024 * 1024;

const unreadable = (name: string, why: string) =>
  new Failed(fail('invalid-input', `${name} ${why} Nothing was read.`).error);

function bytesOf(path: string, name: string, what = 'case file'): Buffer {
  try {
    const found = statSync(path);
    if (found.isDirectory()) throw unreadable(name, 'is a folder, not a file.');
    // A device or a pipe has no size and may never end.
    if (!found.isFile()) throw unreadable(name, 'is not an ordinary file.');
    if (found.size > largestFile) {
      const limit = `${largestFile / 1024 / 1024} MB`;
      throw unreadable(name, `is larger than ${limit}, which no ${what} is.`);
    }
    return readFileSync(path);
  } catch (cause) {
    if (cause instanceof Failed) throw cause;
    const code = codeOfSqlError(cause);
    if (code === 'not-found') throw unreadable(name, 'is not there.');
    if (cause instanceof Error && 'code' in cause) {
      throw unreadable(name, 'cannot be read. Check that your account may read it.');
    }
    throw cause;
  }
}

/** The text of a file, named by `name` where it cannot be read: its path may hold a child's name. */
export function readTextFile(path: string, name: string): string {
  const bytes = bytesOf(path, name);
  const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  try {
    if (!isUtf16) return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // Told below: read leniently, names and words would come in changed.
  }
  throw unreadable(name, 'is not UTF-8 text. Save it as UTF-8.');
}

function parse(text: string, name: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Failed(fail('invalid-input', `${name} is not JSON (${placeOfJsonFault(text)}).`).error);
  }
}

/** The JSON of a file, as yet unchecked. */
export function readJsonFile(path: string, name: string): unknown {
  return parse(readTextFile(path, name), name);
}

/** The bytes of the letterhead given on the command line; whether it is one, the core says. */
export function readLetterheadFile(path: string): Buffer {
  return bytesOf(path, 'the letterhead', 'letterhead');
}

export type ReadFile = { readonly name: string; readonly file: CaseFile; readonly raw: unknown };

/**
 * Reads case files given on the command line, in order. All faults of all files are told before anything else is
 * done; a file is named by its place and never by its path, which may hold a child's name.
 */
export function readCaseFiles(paths: readonly string[]): ReadFile[] {
  const read: ReadFile[] = [];
  const issues: Issue[] = [];
  for (const [place, path] of paths.entries()) {
    const name = `file ${place + 1}`;
    const raw = readJsonFile(path, name);
    const result = readCaseFile(raw);
    if (result.ok) read.push({ name, file: result.value, raw });
    else {
      const found = result.error.issues ?? [{ path: '', message: result.error.message }];
      issues.push(
        ...found.map((issue) => ({
          path: `${name}${issue.path === '' ? '' : `: ${issue.path}`}`,
          message: issue.message,
        })),
      );
    }
  }
  if (issues.length > 0) {
    const count = issues.length === 1 ? 'There is one fault' : `There are ${issues.length} faults`;
    throw new Failed(fail('invalid-input', `${count}. Nothing was done.`, { issues }).error);
  }
  return read;
}
