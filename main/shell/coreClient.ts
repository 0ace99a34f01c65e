import type { Envelope } from '../../shared/contract.ts';
import { contract, isChannel } from '../../shared/contract.ts';
import { fail } from '../../shared/domain/result.ts';
import type { Result } from '../../shared/domain/result.ts';
import type { WorkProgress } from '../../shared/contract/shapes.ts';
import type { CorePeer, Peer } from '../core/coreMessages.ts';
import { FromCoreShape } from '../core/coreMessages.ts';
import { createWorkRelay } from './workRelay.ts';

export type CoreClientParts = {
  readonly spawn: () => CorePeer;
  /** A process for one piece of the core's long work. */
  readonly spawnWork: () => Peer;
  readonly onProgress: (progress: WorkProgress) => void;
  /** Milliseconds that only grow, to count deaths within a minute. */
  readonly now: () => number;
  readonly onRestarted: () => void;
  readonly onFailed: () => void;
};

export type CoreClient = {
  /** Never rejects. After a death of the core the answer says what to do; sending the same id again is safe. */
  readonly dispatch: (envelope: Envelope) => Promise<Result<unknown>>;
  /** Settles and locks the store and waits until the process is gone. A second call waits for the same. */
  readonly close: () => Promise<void>;
};

/** More deaths than this within a minute and the core stays down: it would die for ever. */
export const mostRestarts = 3;
const aMinute = 60_000;
/**
 * A core that has not closed by then is killed, ms. It has that long for its backup on quit; what it acknowledged is
 * on the disk already.
 */
const closingTime = 60_000;

type Waiting = { readonly envelope: Envelope; readonly resolve: (result: Result<unknown>) => void };

const gone = fail(
  'internal',
  'The part of Golden Thread that keeps records stopped too often. What you typed is still on screen: copy what was not saved, then close the window and start again.',
);
const closed = fail('locked', 'Golden Thread is closing.');

/** A restarted store is locked, so a read or change must wait for the passphrase; a session call may be tried now. */
function afterDeath({ channel }: Envelope): Result<never> {
  if (isChannel(channel) && contract[channel].effect === 'session') {
    return fail(
      'internal',
      'The part of Golden Thread that keeps records stopped and was started again. Try again.',
    );
  }
  return fail(
    'locked',
    'The part of Golden Thread that keeps records stopped and was started again. Unlock it; what is on screen is then saved again.',
  );
}

/** The calls that wait for an answer, by number. */
function createCalls() {
  const waiting = new Map<number, Waiting>();
  let lastId = 0;
  return {
    waiting,
    add: (call: Waiting): number => {
      lastId += 1;
      waiting.set(lastId, call);
      return lastId;
    },
    answer: (id: number, result: Result<unknown>): void => {
      waiting.get(id)?.resolve(result);
      waiting.delete(id);
    },
    answerAll: (answer: (envelope: Envelope) => Result<unknown>): void => {
      const calls = [...waiting.values()];
      waiting.clear();
      for (const { envelope, resolve } of calls) resolve(answer(envelope));
    },
  };
}

type Receivers = {
  readonly isReady: () => void;
  readonly answer: (id: number, result: Result<unknown>) => void;
  readonly works: ReturnType<typeof createWorkRelay>;
  readonly onProgress: (progress: WorkProgress) => void;
};

/** Hands each message of the core to whom it is for. */
function receiver({ isReady, answer, works, onProgress }: Receivers) {
  return (raw: unknown): void => {
    const message = FromCoreShape.safeParse(raw);
    if (!message.success) return;
    const { data } = message;
    if ('ready' in data) isReady();
    else if ('progress' in data) onProgress(data.progress);
    else if ('work' in data) works.receive(data);
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- our own core made it, over our own pipe
    else if ('id' in data) answer(data.id, data.result as unknown as Result<unknown>);
  };
}

type State = 'starting' | 'ready' | 'failed' | 'closing';

/** Keeps one core running and carries envelopes to it. */
export function createCoreClient(parts: CoreClientParts): CoreClient {
  const calls = createCalls();
  let state: State = 'starting';
  let deaths: number[] = [];
  let core: CorePeer;
  let exited: Promise<void>;
  const works = createWorkRelay(parts.spawnWork, (message) => core.post(message));

  function isReady(): void {
    if (state !== 'starting') return;
    state = 'ready';
    for (const [id, { envelope }] of calls.waiting) core.post({ id, envelope });
  }

  function died(): void {
    works.killAll();
    if (state === 'closing') return calls.answerAll(() => closed);
    deaths = [...deaths.filter((at) => parts.now() - at < aMinute), parts.now()];
    if (deaths.length > mostRestarts) {
      state = 'failed';
      calls.answerAll(() => gone);
      return parts.onFailed();
    }
    state = 'starting';
    calls.answerAll(afterDeath);
    start();
    return parts.onRestarted();
  }

  function start(): void {
    core = parts.spawn();
    core.onMessage(receiver({ isReady, answer: calls.answer, works, onProgress: parts.onProgress }));
    exited = new Promise((resolve) => core.onExit(resolve));
    void exited.then(died);
  }

  async function close(): Promise<void> {
    if (state === 'failed') return;
    if (state !== 'closing') core.post({ close: true });
    state = 'closing';
    const timer = setTimeout(() => core.kill(), closingTime);
    await exited;
    clearTimeout(timer);
  }

  function dispatch(envelope: Envelope): Promise<Result<unknown>> {
    if (state === 'failed') return Promise.resolve(gone);
    if (state === 'closing') return Promise.resolve(closed);
    return new Promise((resolve) => {
      const id = calls.add({ envelope, resolve });
      if (state === 'ready') core.post({ id, envelope });
    });
  }

  start();
  return { dispatch, close };
}
