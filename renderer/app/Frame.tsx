import { Outlet, useRouter, useRouterState } from '@tanstack/react-router';
import { useCallback, useState } from 'react';
import { onHost } from '../bridge.ts';
import { PanelBoundary } from '../ui/PanelBoundary.tsx';
import { CommandPalette } from './CommandPalette.tsx';
import { useCover } from './covered.ts';
import { Rail } from './Rail.tsx';
import { TopBar } from './TopBar.tsx';
import { useAppearance } from './useAppearance.ts';
import { useLock, useLockEvents } from './useLock.ts';
import { useHostCommands, useShortcuts } from './useShortcuts.ts';

/** Rail, top bar and the screen between them; the keys and the shell's commands that work everywhere. */
export function Frame() {
  const lock = useLock();
  useLockEvents(lock);
  useAppearance();
  const { isCovered } = useCover();
  const router = useRouter();
  const pathname = useRouterState({ select: (state) => state.location.pathname });
  const [isSearching, setSearching] = useState(false);
  const search = useCallback(() => setSearching(true), []);
  useShortcuts({ search, lock, router, isOff: isCovered });
  useHostCommands({ search, lock, router, isOff: isCovered, onHost });
  return (
    <div className="app">
      <Rail />
      <TopBar onSearch={search} onLock={() => void lock()} />
      <main className="screen" id="screen">
        <PanelBoundary name="This screen" place={pathname}>
          <Outlet />
        </PanelBoundary>
      </main>
      <CommandPalette isOpen={isSearching} onClose={() => setSearching(false)} onLock={() => void lock()} />
    </div>
  );
}
