import { useCallback, useSyncExternalStore } from 'react';
import type { GivenEnding } from '../../../../shared/domain/model/minutes.ts';
import type { SectionKey } from '../../../../shared/domain/model/sections.ts';
import { invoke } from '../../../bridge.ts';
import { readAgain } from '../../../app/queries.ts';
import { useSaving } from '../../../app/saving/useSaving.tsx';
import { useReview } from '../useReview.tsx';

/** The ending that an officer gave a section, saved like everything that is typed. */
export function useEnding(section: SectionKey) {
  const { record, review, versionOf } = useReview();
  const saving = useSaving();
  const id = `${review.id}.${section}`;
  const key = `ending:save ${id}`;
  const version = versionOf(id);
  const stored = record.sections.find((row) => row.reviewId === review.id && row.key === section)?.ending;
  // Wrapped: that there is no ending is also something that was typed.
  // Asked for by what changes: a section's ending is not drawn again for each letter typed in a text.
  useSyncExternalStore(saving.subscribe, () => saving.stateOf(key).kind);
  const unread = useSyncExternalStore(saving.subscribe, () => saving.newerThan(key, version));
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- only this hook puts values under this key
  const newer = unread as { readonly ending: GivenEnding | undefined } | undefined;
  const { id: reviewId, childId } = review;
  const edit = useCallback(
    (ending: GivenEnding | undefined) => {
      saving.open<{ readonly ending: GivenEnding | undefined }>(
        key,
        version,
        async (value, baseVersion, requestId) => {
          const given = value.ending && { ending: value.ending };
          const result = await invoke(
            'ending:save',
            { childId, reviewId, section, baseVersion, ...given },
            requestId,
          );
          if (result.ok) void readAgain();
          return result;
        },
      );
      saving.edit(key, { ending });
    },
    [childId, key, reviewId, saving, section, version],
  );
  return { ending: newer ? newer.ending : stored, edit, state: saving.stateOf(key) };
}
