import type { Peer, Port } from '../coreMessages.ts';
import { ToCoreShape } from '../coreMessages.ts';
import type { LongWork } from './longWork.ts';
import { workHere } from './longWork.ts';
import { workElsewhere } from './workElsewhere.ts';

type Ends = { readonly message: (message: unknown) => void; readonly exit: () => void };

/** The core's processes of long work by number, and how to start one through the shell. */
function createPeers(port: Port) {
  const running = new Map<number, Ends>();
  let last = 0;
  port.onMessage((raw) => {
    const parsed = ToCoreShape.safeParse(raw);
    if (!parsed.success || !('work' in parsed.data)) return;
    const { work } = parsed.data;
    const ends = running.get(work);
    if ('ended' in parsed.data) {
      running.delete(work);
      ends?.exit();
    } else ends?.message(parsed.data.message);
  });
  const start = (): Peer => {
    last += 1;
    const work = last;
    let [message, exit]: [Ends['message'], Ends['exit']] = [() => undefined, () => undefined];
    running.set(work, { message: (given) => message(given), exit: () => exit() });
    port.post({ work, start: true });
    return {
      post: (given) => port.post({ work, message: given }),
      onMessage: (listener) => void (message = listener),
      onExit: (listener) => void (exit = listener),
      kill: () => port.post({ work, kill: true }),
    };
  };
  const lose = (): void => {
    const lost = [...running.values()];
    running.clear();
    for (const { exit } of lost) exit();
  };
  return { start, lose };
}

/**
 * Long work in processes that the shell starts, which alone may, each talked to over the core's own way to the shell.
 * `lose`: the shell is gone. What was under way counts as died, and what is still to be done, the backup on quit, is
 * done in the core itself.
 */
export function workOverPort(port: Port): { readonly work: LongWork; readonly lose: () => void } {
  const peers = createPeers(port);
  let place = workElsewhere(peers.start);
  return {
    work: {
      backup: (input, control) => place.backup(input, control),
      restore: (input, control) => place.restore(input, control),
      print: (input, control) => place.print(input, control),
    },
    lose: () => {
      place = workHere;
      peers.lose();
    },
  };
}
