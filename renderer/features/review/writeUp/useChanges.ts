import { useMemo } from 'react';
import type { Input } from '../../../../shared/contract.ts';
import { call } from '../../../app/calls.ts';
import { readAgain } from '../../../app/queries.ts';
import type { SaveChannel, SavedValue } from '../../../app/saving/useRecord.ts';
import { recordKey } from '../../../app/saving/useRecord.ts';
import { useSaving } from '../../../app/saving/useSaving.tsx';
import { useReview } from '../useReview.tsx';
import { goTo, neighbourOf } from './opened.tsx';
import { useUndo } from '../../../app/undoLine.tsx';

/** Channels that put one record aside. */
type RemoveChannel = 'point:remove' | 'decision:remove' | 'action:remove';
const savedBy = {
  'point:remove': 'point:save',
  'decision:remove': 'decision:save',
  'action:remove': 'action:save',
} as const satisfies Record<RemoveChannel, SaveChannel>;

/** Changes made by one press rather than by typing: saved at once, with their way back in the undo line. */
export function useChanges() {
  const { versionOf } = useReview();
  const saving = useSaving();
  const undo = useUndo();
  return useMemo(() => {
    /** The version the store holds, after everything that was typed has gone there. */
    const settled = async (channel: SaveChannel, id: string) => {
      await saving.flushAll();
      return Math.max(saving.version(recordKey(channel, id)), versionOf(id));
    };
    const save = async <C extends SaveChannel>(
      channel: C,
      stored: SavedValue<C> & { readonly id: string },
      change: (now: SavedValue<C>) => SavedValue<C>,
      words: string,
    ): Promise<boolean> => {
      const key = recordKey(channel, stored.id);
      try {
        const baseVersion = await settled(channel, stored.id);
        // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- only this record's values stand under its key
        const now = (saving.newerThan(key, versionOf(stored.id)) as SavedValue<C> | undefined) ?? stored;
        // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- `SavedValue` is this channel's own value
        const input = { value: change(now), baseVersion } as unknown as Input<C>;
        const saved: { version: number; undo?: string | undefined } = await call(channel, input);
        saving.advance(key, saved.version);
        undo.done(words, { token: saved.undo, key });
        await readAgain();
        return true;
      } catch (cause) {
        undo.failed(cause);
        return false;
      }
    };
    const remove = async (channel: RemoveChannel, id: string, words: string): Promise<boolean> => {
      const next = neighbourOf(id);
      try {
        const baseVersion = await settled(savedBy[channel], id);
        const saved = await call(channel, { id, baseVersion });
        saving.advance(recordKey(savedBy[channel], id), saved.version);
        undo.done(words, { token: saved.undo });
        await readAgain();
        // The focus was in the row that went.
        if (next !== undefined) requestAnimationFrame(() => goTo(next));
        return true;
      } catch (cause) {
        undo.failed(cause);
        return false;
      }
    };
    return { save, remove };
  }, [saving, undo, versionOf]);
}
