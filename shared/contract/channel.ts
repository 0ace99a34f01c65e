import type * as z from 'zod';

/**
 * What a call does. `session`: works on a locked store. `read`: changes nothing. `change`: one transaction, and a
 * replayed request id gets its first result. `task`: long or touching files; it keeps its own transaction.
 */
export type Effect = 'session' | 'read' | 'change' | 'task';

/** One call: what it does, what it takes, what it gives. */
export const channel = <E extends Effect, I extends z.ZodType, O extends z.ZodType>(
  effect: E,
  input: I,
  output: O,
) => ({
  effect,
  input,
  output,
});
