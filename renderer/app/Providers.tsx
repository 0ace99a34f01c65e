import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { cspNonce } from '../bridge.ts';
import { LiveRegion } from '../ui/LiveRegion.tsx';
import { inMemoryColourScheme } from './colourScheme.ts';
import { queryClient } from './queries.ts';
import { theme, variables } from './theme.ts';

const colourScheme = inMemoryColourScheme();

/** What every screen stands in: the look, the cache of what was read, and the voice for screen readers. */
export function Providers({ children }: { readonly children: ReactNode }) {
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={variables}
      defaultColorScheme="auto"
      getStyleNonce={cspNonce}
      colorSchemeManager={colourScheme}
    >
      <QueryClientProvider client={queryClient}>
        <LiveRegion>{children}</LiveRegion>
      </QueryClientProvider>
    </MantineProvider>
  );
}
