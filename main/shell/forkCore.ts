import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Peer } from '../core/coreMessages.ts';
import { coreArguments, coreEnvironment } from './coreArguments.ts';
import type { CoreArguments } from './coreArguments.ts';

const coreSource = fileURLToPath(new URL('../core/coreProcess.ts', import.meta.url));
const workSource = fileURLToPath(new URL('../core/longWork/workProcess.ts', import.meta.url));

type ForkedPeer = Peer & { readonly pid: number | undefined };

/** Starts a child of Node 24, which runs its source as it is. */
function forkPeer(entry: string, args: readonly string[]): ForkedPeer {
  const child = fork(entry, args, {
    env: coreEnvironment(process.env),
    execArgv: [],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  return {
    pid: child.pid,
    // A child that is just dying cannot be told anything; its exit answers every call.
    post: (message) => void child.send(message, () => undefined),
    onMessage: (listener) => void child.on('message', listener),
    onExit: (listener) => {
      let isTold = false;
      const once = () => {
        if (!isTold) listener();
        isTold = true;
      };
      child.on('exit', once);
      child.on('error', once);
    },
    kill: () => void child.kill('SIGKILL'),
  };
}

/** The core as a child process. */
export function forkCore(args: CoreArguments, entry: string = coreSource): ForkedPeer {
  return forkPeer(entry, coreArguments(args));
}

/** A child process for one piece of long work. */
export function forkWork(entry: string = workSource): ForkedPeer {
  return forkPeer(entry, []);
}
