import type { Channel } from '../../../shared/contract.ts';
import type { CorePeer } from '../../../main/core/coreMessages.ts';

type Spoil = (value: Record<string, unknown>) => unknown;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** A core whose answers to some calls are not what the contract says: a panel that draws them throws. */
export function spoiling() {
  const spoils = new Map<string, Spoil>();
  return {
    throughCore: (core: CorePeer): CorePeer => {
      const asked = new Map<unknown, Spoil>();
      return {
        ...core,
        post: (message) => {
          const spoil = 'envelope' in message ? spoils.get(message.envelope.channel) : undefined;
          if (spoil && 'id' in message) asked.set(message.id, spoil);
          core.post(message);
        },
        onMessage: (listener) =>
          core.onMessage((message) => {
            const spoil = isObject(message) ? asked.get(message['id']) : undefined;
            const result = isObject(message) ? message['result'] : undefined;
            if (!spoil || !isObject(message) || !isObject(result) || !isObject(result['value']))
              return listener(message);
            listener({ ...message, result: { ...result, value: spoil(result['value']) } });
          }),
      };
    },
    /** From now on the value of this call comes as `spoil` makes it. */
    spoil: (channel: Channel, spoil: Spoil): void => void spoils.set(channel, spoil),
    heal: (): void => spoils.clear(),
  };
}
