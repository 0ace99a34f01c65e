import type { MantineColorScheme, MantineColorSchemeManager } from '@mantine/core';

/** Keeps the colour scheme for this window alone: the page's own storage stays empty. */
export function inMemoryColourScheme(): MantineColorSchemeManager {
  let scheme: MantineColorScheme | undefined;
  return {
    get: (fallback) => scheme ?? fallback,
    set: (value) => {
      scheme = value;
    },
    subscribe: () => undefined,
    unsubscribe: () => undefined,
    clear: () => {
      scheme = undefined;
    },
  };
}
