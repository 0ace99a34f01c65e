import type { Channel } from '../../shared/contract.ts';
import type { Result } from '../../shared/domain/result.ts';
import { fail } from '../../shared/domain/result.ts';

type Attempt = { readonly channel: Channel; readonly result: Promise<Result<unknown>> };

/** Results that are shown once and never written down: a client that lost the answer asks again while it is open. */
const shownOnce: ReadonlySet<Channel> = new Set<Channel>(['vault:create', 'vault:newRecoveryKey']);

/** The calls under way by request id, so that a client which sends one again meanwhile waits for the same attempt. */
export function createAttempts() {
  const known = new Map<string, Attempt>();
  return {
    /** Runs `work` once for a request id; the id of another channel is `invalid-input`. */
    once: (
      channel: Channel,
      requestId: string,
      work: () => Promise<Result<unknown>>,
    ): Promise<Result<unknown>> => {
      const same = known.get(requestId);
      if (same) {
        return same.channel === channel
          ? same.result
          : Promise.resolve(fail('invalid-input', 'This request id was used for another call.'));
      }
      const result = work().then(
        (value) => {
          if (!value.ok || !shownOnce.has(channel)) known.delete(requestId);
          return value;
        },
        (cause: unknown) => {
          known.delete(requestId);
          throw cause;
        },
      );
      known.set(requestId, { channel, result });
      return result;
    },
    /** On locking: nothing secret stays. */
    forget: (): void => known.clear(),
  };
}
