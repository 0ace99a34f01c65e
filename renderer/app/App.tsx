import { Suspense, lazy, useMemo } from 'react';
import { ErrorNote } from '../ui/ErrorNote.tsx';
import { PanelBoundary } from '../ui/PanelBoundary.tsx';
import { CoreFailed } from './CoreFailed.tsx';
import { CoverContext } from './covered.ts';
import { Providers } from './Providers.tsx';
import { SavingProvider } from './saving/useSaving.tsx';
import { useVaultState } from './useVaultState.ts';

// Loaded apart: the lock screen must not wait for the editor or for any screen behind it.
const Door = lazy(async () => ({ default: (await import('../features/firstDay/Door.tsx')).Door }));
const Screens = lazy(async () => ({ default: (await import('./Screens.tsx')).Screens }));

function Inside() {
  const { state, error, hasScreens, isResumed, refresh, closeScreens } = useVaultState();
  const isCovered = state !== 'open';
  const cover = useMemo(() => ({ isCovered, closeScreens, isResumed }), [isCovered, closeScreens, isResumed]);
  if (state === undefined) return error ? <ErrorNote error={error} /> : null;
  return (
    <CoverContext value={cover}>
      {isCovered && <Door state={state} isInterrupted={hasScreens} onOpen={refresh} />}
      {hasScreens && (
        <div className="screens" hidden={isCovered} inert={isCovered}>
          <Screens />
        </div>
      )}
    </CoverContext>
  );
}

/** The page: the door while the store is locked or not there yet, the screens behind it once it is open. */
export function App() {
  return (
    <Providers>
      <SavingProvider>
        <CoreFailed />
        <PanelBoundary name="Golden Thread">
          <Suspense fallback={null}>
            <Inside />
          </Suspense>
        </PanelBoundary>
      </SavingProvider>
    </Providers>
  );
}
