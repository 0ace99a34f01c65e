import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { coreArguments, coreEnvironment } from './coreArguments.ts';
import type { CoreArguments } from './coreArguments.ts';
import type { CoreProcess } from './coreClient.ts';

const source = fileURLToPath(new URL('../core/coreProcess.ts', import.meta.url));

/** Starts the core as a child of Node 24, which runs its source as it is. */
export function forkCore(
  args: CoreArguments,
  entry: string = source,
): CoreProcess & { readonly pid: number | undefined } {
  const child = fork(entry, coreArguments(args), {
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
