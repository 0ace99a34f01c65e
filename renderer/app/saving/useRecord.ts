import { useCallback, useSyncExternalStore } from 'react';
import type { Channel, Input, Output } from '../../../shared/contract.ts';
import { invoke } from '../../bridge.ts';
import { readAgain } from '../queries.ts';
import type { SlotState } from './slot.ts';
import { useSaving } from './useSaving.tsx';

/** Channels that keep one whole record: `{ value, baseVersion }` in, `{ version }` out. */
export type SaveChannel = {
  [C in Channel]: Input<C> extends { readonly value: object; readonly baseVersion: number }
    ? Output<C> extends { readonly version: number }
      ? C
      : never
    : never;
}[Channel];

/** What a save channel keeps. */
export type SavedValue<C extends SaveChannel> = Input<C> extends { readonly value: infer V } ? V : never;

export function recordKey(channel: SaveChannel, id: string): string {
  return `${channel} ${id}`;
}

export type RecordEditor<V> = {
  /** What to show: what was typed, or what was read. */
  readonly value: V;
  readonly edit: (next: V) => void;
  readonly state: SlotState;
  readonly resolve: (value: V) => void;
};

/** Edits one structured record: typed values go through the queue, and the screen reads again once they are kept. */
export function useRecord<C extends SaveChannel>(
  channel: C,
  id: string,
  stored: SavedValue<C>,
  version: number,
): RecordEditor<SavedValue<C>> {
  const saving = useSaving();
  useSyncExternalStore(saving.subscribe, saving.revision);
  const key = recordKey(channel, id);
  const edit = useCallback(
    (next: SavedValue<C>) => {
      saving.open<SavedValue<C>>(key, version, async (value, baseVersion, requestId) => {
        // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- `SavedValue` is this channel's own value
        const result = await invoke(channel, { value, baseVersion } as unknown as Input<C>, requestId);
        if (!result.ok) return result;
        void readAgain();
        return { ok: true, value: result.value };
      });
      saving.edit(key, next);
    },
    [channel, key, saving, version],
  );
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- only `edit` of this key puts values there
  const newer = saving.newerThan(key, version) as SavedValue<C> | undefined;
  const resolve = useCallback((value: SavedValue<C>) => saving.resolve(key, value), [key, saving]);
  return { value: newer ?? stored, edit, state: saving.stateOf(key), resolve };
}
