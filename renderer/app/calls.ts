import type { Channel, Input, Output } from '../../shared/contract.ts';
import type { AppError } from '../../shared/domain/result.ts';
import { invoke } from '../bridge.ts';
import { heldCalls } from './heldCalls.ts';
import { newId } from './ids.ts';

/** A failure that the core expected, for `catch` and for the query cache; shown beside what caused it. */
export class CallFailed extends Error {
  readonly error: AppError;
  constructor(error: AppError) {
    super(error.code);
    this.error = error;
  }
}

/** Something read from the core, for a query: throws {@link CallFailed}, also while the store is locked. */
export async function read<C extends Channel>(channel: C, input: Input<C>): Promise<Output<C>> {
  const result = await invoke(channel, input, newId());
  if (!result.ok) throw new CallFailed(result.error);
  return result.value;
}

/**
 * One press carried out by the core; throws {@link CallFailed}. Where the core dies under it, it waits until the store
 * is open again and goes as the same attempt: nothing is made twice, whatever was done before the answer was lost.
 */
export async function call<C extends Channel>(channel: C, input: Input<C>): Promise<Output<C>> {
  const requestId = newId();
  const result = await heldCalls.carry(() => invoke(channel, input, requestId));
  if (!result.ok) throw new CallFailed(result.error);
  return result.value;
}

/** The failure of whatever was thrown, in words to show. */
export function failureOf(cause: unknown): AppError {
  if (cause instanceof CallFailed) return cause.error;
  return { code: 'internal', message: 'Something went wrong here. What you typed is still on this screen.' };
}
