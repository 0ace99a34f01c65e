import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** One thing that a traced process did to files, or the line by which it acknowledged an edit. */
export type TraceEvent =
  | { readonly kind: 'open'; readonly path: string; readonly creates: boolean; readonly writes: boolean }
  | {
      readonly kind: 'write';
      readonly path: string;
      readonly offset: number | undefined;
      readonly data: Buffer;
    }
  | { readonly kind: 'truncate'; readonly path: string; readonly length: number }
  | { readonly kind: 'sync'; readonly path: string }
  | { readonly kind: 'rename'; readonly from: string; readonly path: string }
  | { readonly kind: 'unlink'; readonly path: string }
  | { readonly kind: 'folder'; readonly path: string }
  | { readonly kind: 'ack'; readonly id: number };

export type Trace = { readonly events: readonly TraceEvent[]; readonly output: string };

const calls = [
  'openat',
  'write',
  'writev',
  'pwrite64',
  'pwritev',
  'pwritev2',
  'fsync',
  'fdatasync',
  'rename',
  'renameat',
  'renameat2',
  'ftruncate',
  'fallocate',
  'unlink',
  'unlinkat',
  'mkdir',
  'mkdirat',
];

/** Fails by name where `strace` is missing or not allowed: without it nothing is proved, so nothing is skipped. */
export function requireStrace(): void {
  const tried = spawnSync('strace', ['-f', '-o', '/dev/null', 'true'], { encoding: 'utf8' });
  if (tried.status === 0) return;
  const why = tried.error
    ? 'is not installed'
    : `does not work here (${tried.stderr.trim().split('\n').at(-1)})`;
  throw new Error(
    `strace ${why}. Install it (Debian: apt-get install strace) and allow ptrace; these tests need Linux.`,
  );
}

/** strace -xx writes every byte of a text as \xNN. */
function bytesOf(quoted: string): Buffer {
  return Buffer.from(quoted.replaceAll(String.raw`\x`, ''), 'hex');
}

const textOf = (quoted: string) => bytesOf(quoted).toString('utf8');

/** Joins what strace cut in two when another thread came between. */
function wholeLines(text: string): string[] {
  const begun = new Map<string, string>();
  const lines: string[] = [];
  for (const line of text.split('\n')) {
    const [, pid = '', rest = ''] = /^(\d+) +(.*)$/.exec(line) ?? [];
    const resumed = /^<\.\.\. \w+ resumed>(.*)$/.exec(rest);
    if (rest.endsWith(' <unfinished ...>')) begun.set(pid, rest.slice(0, -' <unfinished ...>'.length));
    else if (resumed) lines.push((begun.get(pid) ?? '') + (resumed[1] ?? ''));
    else if (rest !== '') lines.push(rest);
  }
  return lines;
}

function eventOf(line: string): TraceEvent | undefined {
  const [, call = '', rest = '', result = ''] = /^(\w+)\((.*)\) += (-?\d+)/.exec(line) ?? [];
  if (call === '' || result.startsWith('-')) return undefined;
  const quoted = [...rest.matchAll(/"((?:\\x[0-9a-f]{2})*)"/g)].map((match) => match[1] ?? '');
  const [, fd = '', fdPath = ''] = /^(\d+)<((?:\\x[0-9a-f]{2})*)/.exec(rest) ?? [];
  const path = textOf(fdPath);
  switch (call) {
    case 'openat':
      return {
        kind: 'open',
        path: textOf(quoted[0] ?? ''),
        creates: rest.includes('O_CREAT'),
        writes: /O_WRONLY|O_RDWR/.test(rest),
      };
    case 'write':
    case 'pwrite64': {
      const data = bytesOf(quoted[0] ?? '').subarray(0, Number(result));
      const ack = fd === '1' ? /^ack (\d+)\n$/.exec(data.toString('latin1')) : null;
      if (ack) return { kind: 'ack', id: Number(ack[1]) };
      const at = call === 'pwrite64' ? Number(/, (\d+)$/.exec(rest)?.[1]) : undefined;
      return { kind: 'write', path, offset: at, data };
    }
    case 'fsync':
    case 'fdatasync':
      return { kind: 'sync', path };
    case 'ftruncate':
      return { kind: 'truncate', path, length: Number(/, (\d+)$/.exec(rest)?.[1]) };
    case 'rename':
    case 'renameat':
    case 'renameat2':
      return { kind: 'rename', from: textOf(quoted[0] ?? ''), path: textOf(quoted[1] ?? '') };
    case 'unlink':
    case 'unlinkat':
      return { kind: 'unlink', path: textOf(quoted[0] ?? '') };
    case 'mkdir':
    case 'mkdirat':
      return { kind: 'folder', path: textOf(quoted[0] ?? '') };
    case 'writev':
    case 'pwritev':
    case 'pwritev2':
    case 'fallocate':
      // Not modelled; harmless on pipes, and a wrong image on a file of the store.
      return { kind: 'write', path, offset: Number.NaN, data: Buffer.alloc(0) };
    default:
      throw new Error(`A call that was not asked for: ${call}`);
  }
}

/** Runs a command to its end under strace. It acknowledges the edit N by the line `ack N` on its output. */
export async function traceCommand(
  command: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Trace> {
  requireStrace();
  const folder = mkdtempSync(join(tmpdir(), 'gt-trace-'));
  const file = join(folder, 'trace');
  // -y names the file behind each number; -xx and a large -s keep every byte that was written.
  const options = ['-f', '-y', '-xx', '-s', '1000000', '-e', `trace=${calls.join(',')}`, '-o', file];
  try {
    const child = spawn('strace', [...options, ...command], { env: { ...process.env, ...env } });
    let output = '';
    let errors = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text));
    const code = await new Promise<number | null>((resolve, reject) => {
      child.once('error', reject);
      child.once('close', resolve);
    });
    if (code !== 0) throw new Error(`The traced process ended with ${code}: ${errors}`);
    const events = wholeLines(readFileSync(file, 'latin1')).flatMap((line) => eventOf(line) ?? []);
    return { events, output };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * The acknowledged edits that were not on the disk when they were acknowledged: a file of `folder` had been written
 * and not synced before the line went out. Apart from the WAL's shared memory, which is rebuilt, and the database
 * itself, whose pages the WAL holds until a sync.
 */
export function acknowledgedTooEarly(events: readonly TraceEvent[], folder: string): readonly number[] {
  const unsynced = new Set<string>();
  const early: number[] = [];
  for (const event of events) {
    if (event.kind === 'write' || event.kind === 'truncate') {
      if (event.path.startsWith(`${folder}/`) && !event.path.endsWith('-shm')) unsynced.add(event.path);
    } else if (event.kind === 'sync') unsynced.delete(event.path);
    else if (event.kind === 'rename' && unsynced.delete(event.from)) unsynced.add(event.path);
    else if (event.kind === 'ack' && [...unsynced].some((path) => !path.endsWith('.db')))
      early.push(event.id);
  }
  return early;
}
