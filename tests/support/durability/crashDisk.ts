import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import type { TraceEvent } from './trace.ts';

const sector = 512;

/** What a disk may have done with writes that no sync has confirmed when the power went. */
export const crashKinds = ['lost', 'kept', 'reordered', 'cut', 'torn'] as const;
export type CrashKind = (typeof crashKinds)[number];

type Change = { readonly offset: number; readonly data: Buffer } | { readonly length: number };
type Inode = { durable: Buffer; pending: Change[] };
type NameChange = { readonly name: string; readonly inode: Inode | undefined };
type Folder = { readonly durable: Map<string, Inode>; pending: NameChange[] };

/** A number from 0 to 1, the same sequence for the same seed. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function apply(content: Buffer, change: Change): Buffer {
  if ('length' in change) {
    const cut = Buffer.alloc(change.length);
    content.copy(cut);
    return cut;
  }
  const end = change.offset + change.data.length;
  const grown =
    end > content.length
      ? Buffer.concat([content, Buffer.alloc(end - content.length)])
      : Buffer.from(content);
  change.data.copy(grown, change.offset);
  return grown;
}

/** A write in pieces that each lie within one sector of the disk. */
function sectorsOf(change: Change): readonly Change[] {
  if ('length' in change) return [change];
  const pieces: Change[] = [];
  for (let from = 0; from < change.data.length;) {
    const offset = change.offset + from;
    const to = Math.min(change.data.length, from + sector - (offset % sector));
    pieces.push({ offset, data: change.data.subarray(from, to) });
    from = to;
  }
  return pieces;
}

function shuffled<T>(list: readonly T[], random: () => number): T[] {
  return list
    .map((value) => ({ value, key: random() }))
    .toSorted((a, b) => a.key - b.key)
    .map(({ value }) => value);
}

/** Which of the unconfirmed changes reached the disk, and in which order. */
function survivors(pending: readonly Change[], kind: CrashKind, random: () => number): readonly Change[] {
  switch (kind) {
    case 'lost':
      return [];
    case 'kept':
      return pending;
    case 'reordered':
      return shuffled(pending, random).slice(0, Math.ceil(random() * pending.length));
    case 'cut': {
      const pieces = pending.flatMap(sectorsOf);
      return pieces.slice(0, Math.floor(random() * (pieces.length + 1)));
    }
    case 'torn':
      return pending.flatMap(sectorsOf).filter(() => random() < 0.5);
    default:
      return pending;
  }
}

/**
 * A disk that keeps apart what a sync has confirmed and what is only in the cache: contents by file, names by
 * folder. Nothing that was confirmed is ever touched by a crash.
 */
export class CrashDisk {
  readonly #root: string;
  readonly #folders = new Map<string, Folder>();

  /** Starts from what lies in `root` now, all of it confirmed. */
  constructor(root: string) {
    this.#root = root;
    this.#folders.set(root, { durable: new Map(), pending: [] });
    for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
      const path = join(entry.parentPath, entry.name);
      if (entry.isDirectory()) this.#folders.set(path, { durable: new Map(), pending: [] });
    }
    for (const folder of this.#folders.keys()) {
      for (const entry of readdirSync(folder, { withFileTypes: true })) {
        if (!entry.isFile()) continue;
        const inode = { durable: readFileSync(join(folder, entry.name)), pending: [] };
        this.#folders.get(folder)?.durable.set(entry.name, inode);
      }
    }
  }

  /** Takes the next thing that the traced process did; what lies outside the root is not ours. */
  take(event: TraceEvent): void {
    if (event.kind === 'ack' || relative(this.#root, event.path).startsWith('..')) return;
    switch (event.kind) {
      case 'open':
        if (event.creates && !this.#find(event.path))
          this.#name(event.path, { durable: Buffer.alloc(0), pending: [] });
        return;
      case 'write': {
        const inode = this.#find(event.path);
        // A process writes into a file under the name it now has; the trace names it so.
        if (!inode) throw new Error(`A write into an unknown file: ${basename(event.path)}`);
        const offset = event.offset ?? this.#current(inode).length;
        if (Number.isNaN(offset)) throw new Error('A write that the model does not know');
        inode.pending.push({ offset, data: event.data });
        return;
      }
      case 'truncate':
        this.#find(event.path)?.pending.push({ length: event.length });
        return;
      case 'sync':
        return this.#sync(event.path);
      case 'rename': {
        const inode = this.#find(event.from);
        if (!inode) throw new Error(`A rename of an unknown file: ${basename(event.from)}`);
        this.#name(event.from, undefined);
        return this.#name(event.path, inode);
      }
      case 'unlink':
        return this.#name(event.path, undefined);
      case 'folder':
        this.#folders.set(event.path, { durable: new Map(), pending: [] });
        return;
      default:
        throw new Error('An event that the model does not know');
    }
  }

  /** Writes what would be found after a crash now into the folder `target`. */
  crash(target: string, kind: CrashKind, random: () => number): void {
    for (const [path, folder] of this.#folders) {
      const place = join(target, relative(this.#root, path));
      mkdirSync(place, { recursive: true });
      const names = new Map(folder.durable);
      // A file system keeps the changes of one folder in order, but may lose the end of them.
      const count =
        kind === 'kept' ? folder.pending.length : Math.floor(random() * (folder.pending.length + 1));
      for (const { name, inode } of folder.pending.slice(0, kind === 'lost' ? 0 : count)) {
        if (inode) names.set(name, inode);
        else names.delete(name);
      }
      for (const [name, inode] of names) {
        // Memory shared between processes, not kept by a crash; and the lock, which is empty.
        if (name.endsWith('-shm') || name.endsWith('.lock')) continue;
        const content = survivors(inode.pending, kind, random).reduce(apply, inode.durable);
        writeFileSync(join(place, name), content);
      }
    }
  }

  #folderOf(path: string): Folder {
    const folder = this.#folders.get(dirname(path));
    if (!folder) throw new Error('A file in an unknown folder');
    return folder;
  }

  #find(path: string): Inode | undefined {
    const folder = this.#folderOf(path);
    const change = folder.pending.findLast(({ name }) => name === basename(path));
    return change ? change.inode : folder.durable.get(basename(path));
  }

  #name(path: string, inode: Inode | undefined): void {
    this.#folderOf(path).pending.push({ name: basename(path), inode });
  }

  #current(inode: Inode): Buffer {
    return inode.pending.reduce(apply, inode.durable);
  }

  #sync(path: string): void {
    const folder = this.#folders.get(path);
    if (folder) {
      for (const { name, inode } of folder.pending) {
        if (inode) folder.durable.set(name, inode);
        else folder.durable.delete(name);
      }
      folder.pending = [];
      return;
    }
    const inode = this.#find(path);
    if (!inode) return;
    inode.durable = this.#current(inode);
    inode.pending = [];
  }
}
