import type { Channel } from '../../../shared/contract.ts';
import type { CorePeer } from '../../../main/core/coreMessages.ts';

/** Which of the core's answers is on its way: a message that carries the number of its call. */
const numberOf = (message: unknown): unknown =>
  typeof message === 'object' && message !== null && 'id' in message ? message.id : undefined;

/** A core that dies as it answers: what it did is kept in the store, and nobody is told. */
export function losingAnswers() {
  let next: Channel | undefined;
  return {
    throughCore: (core: CorePeer): CorePeer => {
      let asked: number | undefined;
      return {
        ...core,
        post: (message) => {
          if ('envelope' in message && message.envelope.channel === next) asked = message.id;
          core.post(message);
        },
        onMessage: (listener) =>
          core.onMessage((message) => {
            if (asked === undefined || numberOf(message) !== asked) return listener(message);
            next = undefined;
            core.kill();
          }),
      };
    },
    /** The next answer to a call of this channel is lost with the core. */
    loseNext: (channel: Channel): void => {
      next = channel;
    },
  };
}
