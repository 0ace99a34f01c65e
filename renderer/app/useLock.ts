import { useCallback, useEffect } from 'react';
import { host, onHost } from '../bridge.ts';
import { call } from './calls.ts';
import { queryClient } from './queries.ts';
import { useSaving } from './saving/useSaving.tsx';

/** Minutes without a touch before the window locks itself; the setting lies in the store. */
export const idleMinutes = 10;

/** Saves what is typed, then locks. Nothing read stays in the page behind the lock. */
export function useLock(): () => Promise<void> {
  const saving = useSaving();
  return useCallback(async () => {
    await saving.flushAll();
    await call('vault:lock', {});
    saving.forget();
    queryClient.clear();
    window.location.hash = '#/';
    window.location.reload();
  }, [saving]);
}

/** Locks with the system, and when nobody has touched the machine for a while; saves before the window closes. */
export function useLockEvents(lock: () => Promise<void>): void {
  const saving = useSaving();
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
  }, [lock, saving]);
}
