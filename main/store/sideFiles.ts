import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { fail, ok } from '../../shared/domain/result.ts';
import type { Result } from '../../shared/domain/result.ts';
import { syncFolder, unfinishedPrefix, writeFileDurably } from './durableFile.ts';
import { attempt, storeFailure } from './storeErrors.ts';

export const sideFilesFolder = 'files';

/** A file name shows to anyone who sees the folder: a lower-case UUID tells nothing and suits every system. */
export const sideFileName = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const magic = Buffer.from('GTF1');
const nonceBytes = 12;
const tagBytes = 16;
const headBytes = magic.length + nonceBytes + tagBytes;
const largestContent = 512 * 1024 * 1024;

export type SideFile = { readonly sha256: string; readonly bytes: number };

/** Issued files and papers: deflated, encrypted, one file each, written once, named by id alone. */
export type SideFiles = {
  /**
   * Keeps `content` under `id` (a lower-case UUID), durable on return: write the row after it. The hash is of
   * `content`. The same content again is fine (a replay); other content under a used id is `conflict`.
   */
  readonly write: (id: string, content: Uint8Array) => Result<SideFile>;
  /** Byte for byte what was written; `not-found`, or `store-corrupt` when the file was changed or swapped. */
  readonly read: (id: string) => Result<Buffer>;
  /** For the retention use case only. Fine when it is already gone. */
  readonly remove: (id: string) => Result<undefined>;
  /** Every id that has a file. */
  readonly list: () => readonly string[];
  /** Removes what a crash left unfinished. */
  readonly sweep: () => void;
};

const boundTo = (id: string) => Buffer.from(`golden-thread-file:1:${id}`);

function seal(key: Buffer, id: string, content: Uint8Array): Buffer {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(boundTo(id));
  const sealed = Buffer.concat([cipher.update(deflateRawSync(content)), cipher.final()]);
  return Buffer.concat([magic, nonce, cipher.getAuthTag(), sealed]);
}

function unseal(key: Buffer, id: string, stored: Buffer): Buffer | undefined {
  if (stored.length < headBytes || !stored.subarray(0, magic.length).equals(magic)) return undefined;
  const nonce = stored.subarray(magic.length, magic.length + nonceBytes);
  const tag = stored.subarray(magic.length + nonceBytes, headBytes);
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, nonce).setAAD(boundTo(id)).setAuthTag(tag);
    const deflated = Buffer.concat([decipher.update(stored.subarray(headBytes)), decipher.final()]);
    return inflateRawSync(deflated, { maxOutputLength: largestContent });
  } catch {
    return undefined;
  }
}

export function sha256Of(content: Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

function pathOf(folder: string, id: string): Result<string> {
  if (sideFileName.test(id)) return ok(join(folder, id));
  return fail('invalid-input', 'The id of a stored file is a lower-case UUID.', { field: 'id' });
}

/** The side files of the store in `storeFolder`. `close` zeroes the key derived from `dataKey`. */
export function openSideFiles(
  storeFolder: string,
  dataKey: Uint8Array,
): { readonly files: SideFiles; readonly close: () => void } {
  const folder = join(storeFolder, sideFilesFolder);
  const key = Buffer.from(hkdfSync('sha256', dataKey, '', 'golden-thread side files', 32));
  let isOpen = true;

  function readPath(id: string, path: string): Result<Buffer> {
    if (!isOpen) throw new Error('The side files are closed');
    const content = unseal(key, id, readFileSync(path));
    return content ? ok(content) : storeFailure('store-corrupt');
  }

  const write: SideFiles['write'] = (id, content) =>
    attempt(() => {
      if (!isOpen) throw new Error('The side files are closed');
      const path = pathOf(folder, id);
      if (!path.ok) return path;
      if (content.length > largestContent) {
        return fail('invalid-input', 'A stored file may have at most 512 MB.');
      }
      const kept = { sha256: sha256Of(content), bytes: content.length };
      if (existsSync(path.value)) {
        const earlier = readPath(id, path.value);
        if (!earlier.ok) return earlier;
        if (sha256Of(earlier.value) === kept.sha256) return ok(kept);
        return fail('conflict', 'Another file is already kept under this id. Nothing was changed.');
      }
      if (mkdirSync(folder, { recursive: true, mode: 0o700 }) !== undefined) syncFolder(storeFolder);
      writeFileDurably(path.value, seal(key, id, content));
      return ok(kept);
    });

  const read: SideFiles['read'] = (id) =>
    attempt(() => {
      const path = pathOf(folder, id);
      return path.ok ? readPath(id, path.value) : path;
    });

  const remove: SideFiles['remove'] = (id) =>
    attempt(() => {
      const path = pathOf(folder, id);
      if (!path.ok) return path;
      rmSync(path.value, { force: true });
      if (existsSync(folder)) syncFolder(folder);
      return ok(undefined);
    });

  const names = () => (existsSync(folder) ? readdirSync(folder) : []);
  const list: SideFiles['list'] = () => names().filter((name) => sideFileName.test(name));
  const sweep: SideFiles['sweep'] = () => {
    for (const name of names()) {
      if (name.startsWith(unfinishedPrefix)) rmSync(join(folder, name), { force: true });
    }
  };

  const close = () => {
    isOpen = false;
    key.fill(0);
  };
  return { files: { write, read, remove, list, sweep }, close };
}
