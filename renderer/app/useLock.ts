import { useCallback, useEffect } from 'react';
import { defaultIdleMinutes } from '../../shared/domain/settings.ts';
import { host, invoke, onHost } from '../bridge.ts';
import { useCover } from './covered.ts';
import { heldCalls } from './heldCalls.ts';
import { newId } from './ids.ts';
import { queryClient, useRead } from './queries.ts';
import { useSaving } from './saving/useSaving.tsx';

/**
 * Saves what is typed, then locks. When all of it is saved the page starts anew, so that nothing read stays in its
 * memory; when something is not, only the screens go and the unsaved words wait to be sent after the next unlock.
 */
export function useLock(): () => Promise<void> {
  const saving = useSaving();
  const { closeScreens } = useCover();
  return useCallback(async () => {
    const isAllSaved = await saving.flushAll();
    // Whatever comes of it: the screens go, since somebody wants them gone.
    await invoke('vault:lock', {}, newId());
    heldCalls.dropAll();
    queryClient.clear();
    saving.forget();
    window.location.hash = '#/';
    if (isAllSaved) window.location.reload();
    else closeScreens();
  }, [closeScreens, saving]);
}

/** Locks with the system, and when nobody has touched the machine for a while; saves before the window closes. */
export function useLockEvents(lock: () => Promise<void>): void {
  const saving = useSaving();
  const settings = useRead('settings:get', {});
  const idleMinutes = settings.data?.settings.idleMinutes ?? defaultIdleMinutes;
  useEffect(() => {
    const stops = [
      onHost('host:locked', () => void lock()),
      onHost('host:idle', ({ seconds }) => {
        if (seconds >= idleMinutes * 60) void lock();
      }),
      onHost('host:closing', () => {
        void saving.flushAll().then(() => host('host:mayClose', {}));
      }),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, [idleMinutes, lock, saving]);
}
