import { RouterProvider } from '@tanstack/react-router';
import { Suspense, lazy } from 'react';
import { PanelBoundary } from '../ui/PanelBoundary.tsx';
import { Providers } from './Providers.tsx';
import { SavingProvider } from './saving/useSaving.tsx';
import { useVaultState } from './useVaultState.ts';

// Loaded apart: the lock screen must not wait for the editor or for any screen behind it.
const Door = lazy(async () => ({ default: (await import('../features/firstDay/Door.tsx')).Door }));
const Router = lazy(async () => {
  const { router } = await import('./router.tsx');
  return { default: () => <RouterProvider router={router} /> };
});

function Inside() {
  const { state, refresh } = useVaultState();
  if (state === undefined) return null;
  if (state !== 'open') return <Door state={state} onOpen={refresh} />;
  return <Router />;
}

/** The page: the door while the store is locked or not there yet, the screens behind it once it is open. */
export function App() {
  return (
    <Providers>
      <SavingProvider>
        <PanelBoundary name="Golden Thread">
          <Suspense fallback={null}>
            <Inside />
          </Suspense>
        </PanelBoundary>
      </SavingProvider>
    </Providers>
  );
}
