import type { Channel, Input, Output } from '../../shared/contract.ts';
import type { AppError, Result } from '../../shared/domain/result.ts';
import type { Core } from '../core/core.ts';
import { uuidv7 } from '../core/ids.ts';

/** A coded failure on its way to the person at the terminal. */
export class Failed extends Error {
  readonly error: AppError;
  constructor(error: AppError) {
    super(error.code);
    this.error = error;
  }
}

export type Call = <C extends Channel>(channel: C, input: Input<C>) => Promise<Output<C>>;

/** Calls the core as a shell would, one request id each; a failure is thrown as {@link Failed}. */
export function callerOf(core: Core): Call {
  return async <C extends Channel>(channel: C, input: Input<C>) => {
    const result = await core.dispatch({ requestId: uuidv7(Date.now()), channel, input });
    if (!result.ok) throw new Failed(result.error);
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the contract types what each channel gives
    return result.value as Output<C>;
  };
}

/** The value of a result, or {@link Failed}. */
export function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Failed(result.error);
  return result.value;
}
