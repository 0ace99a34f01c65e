import * as z from 'zod';
import type { Envelope } from '../../shared/contract.ts';
import type { Result } from '../../shared/domain/result.ts';

/** From a shell to its core. `envelope` stays unchecked here: `dispatch` is the one place that judges it. */
export type ToCore = { readonly id: number; readonly envelope: Envelope } | { readonly close: true };

/** From the core to its shell: it listens, it has answered, it has settled and locked and will now end. */
export type FromCore =
  | { readonly ready: true }
  | { readonly id: number; readonly result: Result<unknown> }
  | { readonly closed: true };

/** The shape around what crosses. Unknown messages are dropped on both sides, never guessed at. */
export const ToCoreShape = z.union([
  z.strictObject({
    id: z.int(),
    envelope: z.strictObject({ requestId: z.string(), channel: z.string(), input: z.unknown() }),
  }),
  z.strictObject({ close: z.literal(true) }),
]);

export const FromCoreShape = z.union([
  z.strictObject({ ready: z.literal(true) }),
  z.strictObject({ closed: z.literal(true) }),
  z.strictObject({ id: z.int(), result: z.looseObject({ ok: z.boolean() }) }),
]);

/** The few words a process and its parent need; fits Electron's `parentPort` and Node's `process.send`. */
export type Port = {
  readonly post: (message: FromCore) => void;
  readonly onMessage: (listener: (message: unknown) => void) => void;
};
