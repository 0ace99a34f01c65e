import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { defaultStoreFolderHere } from '../store/location.ts';
import { createCore } from './core.ts';
import type { FromCore } from './coreMessages.ts';
import { createLog } from './log.ts';
import { writeLogFile } from './logFile.ts';
import { processPort } from './processPort.ts';
import { serveCore } from './serveCore.ts';
import { workOverPort } from './longWork/workOverPort.ts';

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

const port = processPort<FromCore>();
const works = workOverPort(port);

let close: () => Promise<void> = async () => process.exit(0);
// Before anybody is told that the core listens: a signal that comes first would end it as it stands.
process.on('disconnect', () => {
  works.lose();
  void close();
});
process.on('SIGTERM', () => void close());
// Ctrl+C reaches the whole group; the shell closes the core when the page has saved.
process.on('SIGINT', () => undefined);

const core = createCore({
  dir,
  clock,
  log,
  work: works.work,
  onProgress: (progress) => port.post({ progress }),
});
close = serveCore(core, port, () => {
  // Not at once: what was posted last still has to leave.
  setTimeout(() => process.exit(0), 50);
}).close;
