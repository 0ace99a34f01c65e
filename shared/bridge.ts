import { fail } from './domain/result.ts';
import type { Result } from './domain/result.ts';

/** The one thing a shell puts into the page's world, as `window.goldenThread`; the same in both shells. */
export const bridgeName = 'goldenThread';

/**
 * Untyped on purpose: what crosses is checked on the far side. The page calls it through `renderer/bridge.ts`.
 * No call ever rejects: a fault of the way itself is the failure `internal`.
 */
export type Bridge = {
  /** A call of `contract`. `requestId` (UUIDv7) names the attempt: sending the same again is safe. */
  readonly invoke: (channel: string, input: unknown, requestId: string) => Promise<Result<unknown>>;
  /** A call of `hostContract`. */
  readonly host: (channel: string, input: unknown) => Promise<Result<unknown>>;
  /** Listens to one of `hostEvents`; returns how to stop. Throws a TypeError for a name that is none. */
  readonly on: (event: string, callback: (detail: unknown) => void) => () => void;
};

/** Put in by the build from the contracts' own maps, so that no name is written twice. */
declare const CHANNEL_NAMES: Readonly<Record<string, true>>;
declare const HOST_CHANNEL_NAMES: Readonly<Record<string, true>>;
declare const HOST_EVENT_NAMES: Readonly<Record<string, true>>;

/** How a shell's own way carries a call, and hands events in. */
export type Way = {
  readonly call: (kind: 'invoke' | 'host', message: unknown) => Promise<unknown>;
  readonly listen: (listener: (event: string, detail: unknown) => void) => void;
};

const unknownCall = fail('forbidden', 'Unknown request.');
const broken = fail('internal', 'Golden Thread could not pass this on. Nothing was saved. Try again.');

async function carried(work: () => Promise<unknown>): Promise<Result<unknown>> {
  try {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- both doors behind this way answer with results only
    return (await work()) as Result<unknown>;
  } catch {
    // What cannot be cloned, or a window that is just going.
    return broken;
  }
}

/** The page's one object, the same over Electron's channel and over the preview's. Never hands out the way itself. */
export function createBridge(way: Way): Bridge {
  const [channels, hostChannels, hostEvents] = [CHANNEL_NAMES, HOST_CHANNEL_NAMES, HOST_EVENT_NAMES];
  const listeners = new Map<string, Set<(detail: unknown) => void>>();
  way.listen((event, detail) => {
    for (const listener of listeners.get(event) ?? []) listener(detail);
  });
  return {
    invoke: (channel, input, requestId) =>
      Object.hasOwn(channels, channel)
        ? carried(() => way.call('invoke', { requestId, channel, input }))
        : Promise.resolve(unknownCall),
    host: (channel, input) =>
      Object.hasOwn(hostChannels, channel)
        ? carried(() => way.call('host', { channel, input }))
        : Promise.resolve(unknownCall),
    on: (event, callback) => {
      if (!Object.hasOwn(hostEvents, event)) throw new TypeError('There is no such event');
      const own = listeners.get(event) ?? new Set();
      listeners.set(event, own);
      const listener = (detail: unknown): void => callback(detail);
      own.add(listener);
      return () => void own.delete(listener);
    },
  };
}
