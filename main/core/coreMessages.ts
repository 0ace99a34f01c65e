import * as z from 'zod';
import type { Envelope } from '../../shared/contract.ts';
import { WorkProgress } from '../../shared/contract/shapes.ts';
import type { Result } from '../../shared/domain/result.ts';
import type { ProcessPort } from './processPort.ts';

/**
 * From a shell to its core. `envelope` stays unchecked here: `dispatch` is the one place that judges it. `work` is the
 * core's number for a process of long work: what that process says, and that it is gone.
 */
export type ToCore =
  | { readonly id: number; readonly envelope: Envelope }
  | { readonly close: true }
  | { readonly work: number; readonly message: object }
  | { readonly work: number; readonly ended: true };

/**
 * From the core to its shell: it listens, it has answered, it has settled and locked and will now end. A process of
 * long work is to be started under a number, told something, killed.
 */
export type FromCore =
  | { readonly ready: true }
  | { readonly id: number; readonly result: Result<unknown> }
  | { readonly closed: true }
  | { readonly progress: WorkProgress }
  | { readonly work: number; readonly start: true }
  | { readonly work: number; readonly message: object }
  | { readonly work: number; readonly kill: true };

const work = z.int();

/** The shape around what crosses. Unknown messages are dropped on both sides, never guessed at. */
export const ToCoreShape = z.union([
  z.strictObject({
    id: z.int(),
    envelope: z.strictObject({ requestId: z.string(), channel: z.string(), input: z.unknown() }),
  }),
  z.strictObject({ close: z.literal(true) }),
  z.strictObject({ work, message: z.looseObject({}) }),
  z.strictObject({ work, ended: z.literal(true) }),
]);

export const FromCoreShape = z.union([
  z.strictObject({ ready: z.literal(true) }),
  z.strictObject({ closed: z.literal(true) }),
  z.strictObject({ id: z.int(), result: z.looseObject({ ok: z.boolean() }) }),
  z.strictObject({ progress: WorkProgress }),
  z.strictObject({ work, start: z.literal(true) }),
  z.strictObject({ work, message: z.looseObject({}) }),
  z.strictObject({ work, kill: z.literal(true) }),
]);

/** The core's way to its shell. */
export type Port = ProcessPort<FromCore>;

/** A process that was started, as its starter sees it: Electron's `utilityProcess` and Node's `fork` made alike. */
export type Peer<In extends object = object> = {
  readonly post: (message: In) => void;
  readonly onMessage: (listener: (message: unknown) => void) => void;
  /** Called once, however it ended. */
  readonly onExit: (listener: () => void) => void;
  readonly kill: () => void;
};
/** A running core, as its shell sees it. */
export type CorePeer = Peer<ToCore>;
