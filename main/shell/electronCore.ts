import { utilityProcess } from 'electron';
import { coreArguments, coreEnvironment } from './coreArguments.ts';
import type { CoreArguments } from './coreArguments.ts';
import type { CoreProcess } from './coreClient.ts';

/** Starts the core in Electron's own kind of child process, which has Node and no window. */
export function startUtilityCore(entry: string, args: CoreArguments): CoreProcess {
  const child = utilityProcess.fork(entry, coreArguments(args), {
    serviceName: 'Golden Thread core',
    // Its faults go into its own log, by class and code alone.
    stdio: 'ignore',
    env: coreEnvironment(process.env),
  });
  return {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a process, not a window
    post: (message) => child.postMessage(message),
    onMessage: (listener) => void child.on('message', listener),
    onExit: (listener) => void child.once('exit', listener),
    kill: () => void child.kill(),
  };
}
