import { parseArgs } from 'node:util';
import { openWindow } from './openWindow.ts';

/** `npm start`: the window. `--store DIR` another store, `--preview` or `--electron` one shell and no other. */

const say = (line: string): void => void process.stderr.write(`${line}\n`);

try {
  const { values } = parseArgs({
    options: { store: { type: 'string' }, preview: { type: 'boolean' }, electron: { type: 'boolean' } },
  });
  process.exitCode = await openWindow({
    dir: values.store,
    only: values.preview === true ? 'preview' : values.electron === true ? 'electron' : undefined,
    say,
  });
} catch (cause) {
  // Arguments that are none, or a browser that did not start; neither message holds anything of a record.
  say(
    cause instanceof Error ? (cause.message.split('\n')[0] ?? cause.name) : 'The window could not be opened.',
  );
  process.exitCode = 1;
}
