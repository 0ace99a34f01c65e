import { processPort } from '../processPort.ts';
import type { Control, JobName } from './longWork.ts';
import { isJobName, workHere } from './longWork.ts';
import type { FromWork } from './workMessages.ts';
import { ToWorkShape } from './workMessages.ts';

/** The entry of a process that does one job, and is then ended by whom it answered: Electron's `utilityProcess`, or a child that Node forked. */

const port = processPort<FromWork>();
const die = (): never => process.exit(70);
// A bug must not print its message; whoever waits is told that this process is gone.
process.on('uncaughtException', die);
process.on('unhandledRejection', die);
// Ctrl+C reaches the whole group; a backup on quit is still under way then.
process.on('SIGINT', () => undefined);
process.on('disconnect', die);

async function work(name: JobName, input: unknown): Promise<void> {
  const control: Control = { onProgress: (progress) => port.post({ progress }) };
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- `workElsewhere` sent it for this very job
  const result = await workHere[name](input as never, control);
  // Whoever gets the result ends this process: ending by itself could cut off what has not left yet.
  port.post({ result });
}

port.onMessage((raw) => {
  const message = ToWorkShape.safeParse(raw);
  if (message.success && isJobName(message.data.job)) void work(message.data.job, message.data.input);
});
port.post({ ready: true });
