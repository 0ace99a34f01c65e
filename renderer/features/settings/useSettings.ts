import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useSyncExternalStore } from 'react';
import type { Officer } from '../../../shared/caseFile.ts';
import type { Channel, Input, Output } from '../../../shared/contract.ts';
import type { Settings } from '../../../shared/domain/settings.ts';
import { invoke } from '../../bridge.ts';
import { readAgain, readKey, useRead } from '../../app/queries.ts';
import { useSaving } from '../../app/saving/useSaving.tsx';
import type { SlotState } from '../../app/saving/slot.ts';

type Stored = Output<'settings:get'>;

export type SettingsEditor = {
  readonly stored: Stored | undefined;
  readonly change: (part: Partial<Settings>) => void;
  readonly changeOfficer: (officer: Officer) => void;
  readonly state: SlotState;
};

/** One key of the store, kept whole through the save queue, so that the top bar says how it stands. */
function useKept<C extends Channel>(channel: C): (value: Input<C>) => void {
  const saving = useSaving();
  return useCallback(
    (value) => {
      saving.open<Input<C>>(channel, 0, async (kept, version, requestId) => {
        const result = await invoke(channel, kept, requestId);
        if (!result.ok) return result;
        void readAgain();
        // The store keeps no version of a setting: this window is its only writer, and the queue counts for it.
        return { ok: true, value: { version: version + 1 } };
      });
      saving.edit(channel, value);
    },
    [channel, saving],
  );
}

/** The settings as they stand on this screen, and how to change a part of them. */
export function useSettings(): SettingsEditor {
  const client = useQueryClient();
  const saving = useSaving();
  useSyncExternalStore(saving.subscribe, saving.revision);
  const read = useRead('settings:get', {});
  const keepSettings = useKept('settings:save');
  const keepOfficer = useKept('officer:save');
  const key = readKey('settings:get', {});
  const now = () => client.getQueryData<Stored>(key);
  return {
    stored: read.data,
    change: (part) => {
      const before = now();
      if (!before) return;
      const settings = { ...before.settings, ...part };
      // At once, also before it is saved: a size of text is judged by looking at it.
      client.setQueryData(key, { ...before, settings });
      keepSettings(settings);
    },
    changeOfficer: (officer) => {
      const before = now();
      if (before) client.setQueryData(key, { ...before, officer });
      keepOfficer(officer);
    },
    state: saving.stateOf('settings:save'),
  };
}
