import type { Channel, Input, Output } from '../../shared/contract.ts';
import type { AppError } from '../../shared/domain/result.ts';
import { invoke } from '../bridge.ts';
import { newId } from './ids.ts';

/** A failure that the core expected, for `catch` and for the query cache; shown beside what caused it. */
export class CallFailed extends Error {
  readonly error: AppError;
  constructor(error: AppError) {
    super(error.code);
    this.error = error;
  }
}

/** One call of the core; throws {@link CallFailed}. A caller that retries passes the same `requestId`. */
export async function call<C extends Channel>(
  channel: C,
  input: Input<C>,
  requestId = newId(),
): Promise<Output<C>> {
  const result = await invoke(channel, input, requestId);
  if (!result.ok) throw new CallFailed(result.error);
  return result.value;
}

/** The failure of whatever was thrown, in words to show. */
export function failureOf(cause: unknown): AppError {
  if (cause instanceof CallFailed) return cause.error;
  return { code: 'internal', message: 'Something went wrong here. What you typed is still on this screen.' };
}
