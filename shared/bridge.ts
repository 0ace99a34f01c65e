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
