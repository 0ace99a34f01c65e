import { utilityProcess } from 'electron';
import type { Peer } from '../core/coreMessages.ts';
import { coreArguments, coreEnvironment } from './coreArguments.ts';
import type { CoreArguments } from './coreArguments.ts';

/** Starts Electron's own kind of child process, which has Node and no window. */
function startUtility(entry: string, args: string[], serviceName: string): Peer {
  const child = utilityProcess.fork(entry, args, {
    serviceName,
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

/** The core as a child process. */
export function startUtilityCore(entry: string, args: CoreArguments): Peer {
  return startUtility(entry, coreArguments(args), 'Golden Thread core');
}

/** A child process for one piece of long work. */
export function startUtilityWork(entry: string): Peer {
  return startUtility(entry, [], 'Golden Thread long work');
}
