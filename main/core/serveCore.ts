import type { Envelope } from '../../shared/contract.ts';
import type { Core } from './core.ts';
import type { Port } from './coreMessages.ts';
import { ToCoreShape } from './coreMessages.ts';

/** What is due by the clock alone, a backup, is looked at four times an hour. */
const tickEvery = 15 * 60_000;

/**
 * Answers a shell's messages with the core's results until it is told to close. Closing waits for calls under way,
 * settles, backs up and locks the store, says so, then calls `end`. Returns the same closing for signals and a lost parent.
 */
export function serveCore(core: Core, port: Port, end: () => void): { readonly close: () => Promise<void> } {
  const underWay = new Set<Promise<void>>();
  let closing: Promise<void> | undefined;
  const ticking = setInterval(() => void core.tick(), tickEvery);
  ticking.unref();

  async function answer(id: number, envelope: Envelope): Promise<void> {
    const result = await core.dispatch(envelope);
    port.post({ id, result });
  }

  async function finish(): Promise<void> {
    clearInterval(ticking);
    // The core waits for what is under way and makes its backup; the answers then still have to leave.
    await core.close();
    await Promise.allSettled(underWay);
    port.post({ closed: true });
    end();
  }

  function close(): Promise<void> {
    closing ??= finish();
    return closing;
  }

  port.onMessage((raw) => {
    const message = ToCoreShape.safeParse(raw);
    if (!message.success) return;
    if ('close' in message.data) {
      void close();
      return;
    }
    // What a process of long work says is not for here.
    if ('work' in message.data) return;
    // What arrives while closing finds a locked store and is told so.
    const { id, envelope } = message.data;
    const work = answer(id, envelope);
    underWay.add(work);
    void work.finally(() => underWay.delete(work));
  });
  port.post({ ready: true });
  return { close };
}
