import { useCallback, useEffect, useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import type { AppError } from '../../shared/domain/result.ts';
import { onHost } from '../bridge.ts';
import { heldCalls } from './heldCalls.ts';
import { readKey, useRead } from './queries.ts';
import type { Saving } from './saving/useSaving.tsx';
import { useSaving } from './saving/useSaving.tsx';

export type VaultState = 'none' | 'locked' | 'open';

export type Vault = {
  readonly state: VaultState | undefined;
  readonly error: AppError | undefined;
  /**
   * The screens are there: while the store is open, and behind the door when the core was restarted under them, so
   * that nothing half-typed is lost. A deliberate lock takes them away.
   */
  readonly hasScreens: boolean;
  /** The core was started again while the screens were there. */
  readonly isResumed: boolean;
  /** The door was opened: what is held is sent again. */
  readonly refresh: () => void;
  readonly closeScreens: () => void;
};

/** What was typed goes before what was pressed: a press can rest on it. */
function sendHeld(saving: Saving): void {
  saving.retryNow();
  heldCalls.sendAll();
}

/** Asks again when the core was restarted, and when a save came back because the store is locked. */
function useAskAgain(ask: () => Promise<void>, onRestarted: () => void): void {
  const saving = useSaving();
  useEffect(
    () =>
      onHost('core:restarted', () => {
        onRestarted();
        // The demo's shell has opened its store again by itself: what is held can go at once.
        void ask().then(() => sendHeld(saving));
      }),
    [ask, onRestarted, saving],
  );
  useEffect(
    () =>
      saving.subscribe(() => {
        const state = saving.overall();
        if (state.kind === 'not-saved' && state.error.code === 'locked') void ask();
      }),
    [ask, saving],
  );
}

/** Whether there is a store, and whether it is open. */
export function useVaultState(): Vault {
  const status = useRead('vault:status', {});
  const client = useQueryClient();
  const saving = useSaving();
  const state = status.data?.state;
  const [wasOpened, setOpened] = useState(false);
  if (state === 'open' && !wasOpened) setOpened(true);
  const ask = useCallback(
    () => client.invalidateQueries({ queryKey: readKey('vault:status', {}) }),
    [client],
  );
  const [isResumed, setResumed] = useState(false);
  const onRestarted = useCallback(() => setResumed(wasOpened), [wasOpened]);
  useAskAgain(ask, onRestarted);
  const refresh = useCallback(() => {
    void ask()
      // Before the screens are read again: a form that goes with what it made must first hear that it was sent.
      .then(() => sendHeld(saving))
      .then(() => client.invalidateQueries());
  }, [ask, client, saving]);
  const closeScreens = useCallback(() => {
    setOpened(false);
    client.setQueryData(readKey('vault:status', {}), { state: 'locked' });
  }, [client]);
  return { state, error: status.error?.error, hasScreens: wasOpened, isResumed, refresh, closeScreens };
}
