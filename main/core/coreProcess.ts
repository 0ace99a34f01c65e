import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { defaultStoreFolderHere } from '../store/location.ts';
import { createCore } from './core.ts';
import type { Port } from './coreMessages.ts';
import { createLog } from './log.ts';
import { writeLogFile } from './logFile.ts';
import { serveCore } from './serveCore.ts';

/** The entry of the core's own process: Electron's `utilityProcess`, or a child that Node forked. */

const { values } = parseArgs({
  options: { dir: { type: 'string' }, 'clock-offset': { type: 'string' } },
});
const dir = values.dir ?? defaultStoreFolderHere();
const log = createLog(writeLogFile(join(dirname(dir), 'golden-thread.log')), () => new Date().toISOString());

/** A bug must not print its message, which can quote what was typed; the shell starts a new core. */
function dieOf(cause: unknown): void {
  log.error('-', cause);
  process.exit(70);
}
process.on('uncaughtException', dieOf);
process.on('unhandledRejection', dieOf);

const offset = Number(values['clock-offset'] ?? 0);
if (!Number.isFinite(offset)) throw new TypeError('The clock offset is a number of milliseconds');
const clock = (): number => Date.now() + offset;

type ParentPort = {
  readonly on: (event: 'message', listener: (event: { readonly data: unknown }) => void) => void;
  readonly postMessage: (message: unknown) => void;
};

/** Electron puts a `parentPort` on the process; its types are not ours to import here. */
function electronPort(): ParentPort | undefined {
  return 'parentPort' in process ? process.parentPort : undefined;
}

function portHere(): Port {
  const parent = electronPort();
  if (parent) {
    return {
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a process, not a window
      post: (message) => parent.postMessage(message),
      onMessage: (listener) => parent.on('message', ({ data }) => listener(data)),
    };
  }
  if (!process.send) throw new TypeError('The core is started by a shell, never by hand');
  return {
    // The parent may be gone in the middle of an answer; `disconnect` then closes the store.
    post: (message) => void process.send?.(message, undefined, {}, () => undefined),
    onMessage: (listener) => process.on('message', listener),
  };
}

let close: () => Promise<void> = async () => process.exit(0);
// Before anybody is told that the core listens: a signal that comes first would end it as it stands.
process.on('disconnect', () => void close());
process.on('SIGTERM', () => void close());
// Ctrl+C reaches the whole group; the shell closes the core when the page has saved.
process.on('SIGINT', () => undefined);

close = serveCore(createCore({ dir, clock, log }), portHere(), () => {
  // Not at once: what was posted last still has to leave.
  setTimeout(() => process.exit(0), 50);
}).close;
