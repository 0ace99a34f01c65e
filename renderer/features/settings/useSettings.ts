import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useSyncExternalStore } from 'react';
import type { Officer } from '../../../shared/caseFile.ts';
import type { Input, Output } from '../../../shared/contract.ts';
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
  /** Ends a conflict: what is chosen is saved over what the store holds. */
  readonly resolve: (settings: Stored['settings']) => void;
};

type SettingsInput = Input<'settings:save'>['value'];

/** Keeps all settings through the save queue, so that the top bar says how it stands. */
function useKeptSettings(version: number): (value: SettingsInput) => void {
  const saving = useSaving();
  return useCallback(
    (value) => {
      saving.open<SettingsInput>('settings:save', version, async (kept, baseVersion, requestId) => {
        const result = await invoke('settings:save', { value: kept, baseVersion }, requestId);
        if (result.ok) void readAgain();
        return result;
      });
      saving.edit('settings:save', value);
    },
    [saving, version],
  );
}

/** Keeps who the officer is, likewise. */
function useKeptOfficer(): (officer: Officer) => void {
  const saving = useSaving();
  return useCallback(
    (officer) => {
      saving.open<Officer>('officer:save', 0, async (kept, version, requestId) => {
        const result = await invoke('officer:save', kept, requestId);
        if (!result.ok) return result;
        void readAgain();
        // The store keeps no version of the officer: this window is the only writer, and the queue counts for it.
        return { ok: true, value: { version: version + 1 } };
      });
      saving.edit('officer:save', officer);
    },
    [saving],
  );
}

/** The settings as they stand on this screen, and how to change a part of them. */
export function useSettings(): SettingsEditor {
  const client = useQueryClient();
  const saving = useSaving();
  useSyncExternalStore(saving.subscribe, saving.revision);
  const read = useRead('settings:get', {});
  const keepSettings = useKeptSettings(read.data?.version ?? 0);
  const keepOfficer = useKeptOfficer();
  const key = readKey('settings:get', {});
  // What is not saved yet is shown in the same moment: a box that waits for the cache would jump back once.
  const shown = (): Stored | undefined => {
    const stored = client.getQueryData<Stored>(key) ?? read.data;
    // oxlint-disable typescript/no-unsafe-type-assertion -- only the keepers of these channels put values there
    const settings = saving.unsaved('settings:save') as Stored['settings'] | undefined;
    const officer = saving.unsaved('officer:save') as Stored['officer'] | undefined;
    // oxlint-enable typescript/no-unsafe-type-assertion
    return stored && { ...stored, ...(settings && { settings }), ...(officer && { officer }) };
  };
  return {
    stored: shown(),
    change: (part) => {
      const before = shown();
      if (!before) return;
      const settings = { ...before.settings, ...part };
      // The frame looks there too: a size of text is judged by looking at it, not by waiting for a save.
      client.setQueryData(key, { ...before, settings });
      keepSettings(settings);
    },
    changeOfficer: (officer) => {
      const before = shown();
      if (before) client.setQueryData(key, { ...before, officer });
      keepOfficer(officer);
    },
    state: saving.stateOf('settings:save'),
    resolve: (settings) => {
      const before = shown();
      if (before) client.setQueryData(key, { ...before, settings });
      saving.resolve('settings:save', settings);
    },
  };
}
