import { useCallback, useSyncExternalStore } from 'react';
import type { GivenEnding } from '../../../../shared/domain/model/minutes.ts';
import type { SectionKey } from '../../../../shared/domain/model/sections.ts';
import { invoke } from '../../../bridge.ts';
import { readAgain } from '../../../app/queries.ts';
import { useSaving } from '../../../app/saving/useSaving.tsx';
import { useUndo } from '../../../app/undoLine.tsx';
import { useReview } from '../useReview.tsx';
import { goTo } from './opened.tsx';

/** What the queue carries: that there is no ending is also something that was typed, so it is wrapped. */
type Typed = {
  readonly ending: GivenEnding | undefined;
  /** Told once the core has it, with the way back. */
  readonly onKept?: (undo: string | undefined) => void;
};

/** The ending that an officer gave a section, saved like everything that is typed. */
export function useEnding(section: SectionKey) {
  const { record, review, versionOf } = useReview();
  const saving = useSaving();
  const undo = useUndo();
  const id = `${review.id}.${section}`;
  const key = `ending:save ${id}`;
  const version = versionOf(id);
  const stored = record.sections.find((row) => row.reviewId === review.id && row.key === section)?.ending;
  // Asked for by what changes: a section's ending is not drawn again for each letter typed in a text.
  useSyncExternalStore(saving.subscribe, () => saving.stateOf(key).kind);
  const unread = useSyncExternalStore(saving.subscribe, () => saving.newerThan(key, version));
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- only this hook puts values under this key
  const newer = unread as Typed | undefined;
  const { id: reviewId, childId } = review;
  const keep = useCallback(
    (typed: Typed) => {
      saving.open<Typed>(key, version, async (value, baseVersion, requestId) => {
        const given = value.ending && { ending: value.ending };
        const result = await invoke(
          'ending:save',
          { childId, reviewId, section, baseVersion, ...given },
          requestId,
        );
        if (!result.ok) return result;
        value.onKept?.(result.value.undo);
        void readAgain();
        return result;
      });
      saving.edit(key, typed);
    },
    [childId, key, reviewId, saving, section, version],
  );
  const edit = useCallback((ending: GivenEnding | undefined) => keep({ ending }), [keep]);
  /** By one key or button, at once: what it was comes back by the undo line. */
  const give = useCallback(
    async (ending: GivenEnding | undefined, words: string) => {
      let way: { readonly token: string | undefined } | undefined;
      keep({ ending, onKept: (token) => (way = { token }) });
      await saving.flushAll();
      // Not while the save itself counts as something that was typed since.
      if (way) undo.done(words, { ...way, key, returnTo: () => void goTo(section) });
    },
    [keep, key, saving, section, undo],
  );
  return { ending: newer ? newer.ending : stored, edit, give, state: saving.stateOf(key) };
}
