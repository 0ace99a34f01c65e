import type { Channel } from '../../shared/contract.ts';
import type { Result } from '../../shared/domain/result.ts';
import { fail, ok } from '../../shared/domain/result.ts';
import type { Context } from './context.ts';
import { refreshDeadlines } from './deadlines/refresh.ts';

/** Thrown to undo a transaction whose use case answered with a failure. */
class Refused extends Error {}

/** The first result of this request id, `invalid-input` when another channel used it, undefined when it is new. */
export function firstResult(context: Context, channel: Channel): Result<unknown> | undefined {
  const known = context.repos.journal.findRequest(context.requestId);
  if (!known) return undefined;
  if (known.channel !== channel) return fail('invalid-input', 'This request id was used for another call.');
  return ok(JSON.parse(known.result));
}

/**
 * One transaction: the change and its first result under this call's request id, or neither. A replay of the
 * request is answered with that result and changes nothing.
 */
export function changeOnce<T>(context: Context, channel: Channel, work: () => Result<T>): Result<T> {
  const { repos, requestId, store, now } = context;
  let result: Result<T> | undefined;
  const attempt = store.db.transaction(() => {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- it was written below, by this channel
    const first = firstResult(context, channel) as Result<T> | undefined;
    result = first ?? work();
    if (result.ok) {
      // The dates of each child whose facts this changed, with what moved them, in the same step.
      if (!first && (channel === 'settings:save' || repos.deadlines.hasStale())) refreshDeadlines(context);
      const inPlace = store.checkInPlace();
      if (!inPlace.ok) result = inPlace;
    }
    if (!result.ok) throw new Refused();
    if (!first) repos.journal.addRequest(requestId, channel, JSON.stringify(result.value), now);
  });
  try {
    attempt.immediate();
  } catch (cause) {
    if (!(cause instanceof Refused)) throw cause;
  }
  if (!result) throw new Error('A change has a result');
  return result;
}
