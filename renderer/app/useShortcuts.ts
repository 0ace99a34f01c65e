import { useEffect } from 'react';
import type { AnyRouter } from '@tanstack/react-router';
import type { onHost as OnHost } from '../bridge.ts';

type Everywhere = {
  readonly search: () => void;
  readonly lock: () => Promise<void>;
  readonly router: AnyRouter;
  /** The door stands in front of the screens. */
  readonly isOff: boolean;
};

/** The keys that work on every screen; the page of shortcuts prints this list. */
export const everywhereKeys = [
  { keys: 'Ctrl+K', does: 'Search, or type a command' },
  { keys: 'Ctrl+Shift+L', does: 'Lock' },
  { keys: 'Alt+T', does: 'Today' },
  { keys: 'Alt+C', does: 'Children' },
  { keys: 'Ctrl+,', does: 'Settings' },
  { keys: 'Ctrl+/', does: 'Keyboard shortcuts' },
  { keys: 'F6', does: 'From one pane to the next' },
] as const;

function nextPane(isBackwards: boolean): void {
  const panes = [...document.querySelectorAll<HTMLElement>('.rail, .top, [data-pane]')];
  const here = panes.findIndex((pane) => pane.contains(document.activeElement));
  const step = isBackwards ? -1 : 1;
  const next = panes.at((here + step + panes.length) % panes.length);
  next?.querySelector<HTMLElement>('a, button, input, textarea, select, [tabindex="0"]')?.focus();
}

function actionFor(
  event: KeyboardEvent,
  { search, lock, router }: Omit<Everywhere, 'isOff'>,
): (() => void) | undefined {
  const isControl = event.ctrlKey || event.metaKey;
  const key = event.key.toLowerCase();
  if (isControl && key === 'k') return search;
  if (isControl && event.shiftKey && key === 'l') return () => void lock();
  if (isControl && key === ',') return () => void router.navigate({ to: '/settings' });
  if (isControl && key === '/') return () => void router.navigate({ to: '/shortcuts' });
  if (event.altKey && key === 't') return () => void router.navigate({ to: '/' });
  if (event.altKey && key === 'c') return () => void router.navigate({ to: '/children' });
  if (event.key === 'F6') return () => nextPane(event.shiftKey);
  return undefined;
}

export function useShortcuts({ search, lock, router, isOff }: Everywhere): void {
  useEffect(() => {
    if (isOff) return undefined;
    const onKey = (event: KeyboardEvent) => {
      const action = actionFor(event, { search, lock, router });
      if (!action) return;
      event.preventDefault();
      action();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [search, lock, router, isOff]);
}

/** What the native menu asks for. */
export function useHostCommands({
  search,
  lock,
  router,
  isOff,
  onHost,
}: Everywhere & { readonly onHost: typeof OnHost }): void {
  useEffect(
    () =>
      onHost('host:command', ({ command }) => {
        if (isOff) return;
        const places = {
          today: '/',
          children: '/children',
          settings: '/settings',
          shortcuts: '/shortcuts',
        } as const;
        if (command === 'search') search();
        else if (command === 'lock') void lock();
        else void router.navigate({ to: places[command] });
      }),
    [search, lock, router, isOff, onHost],
  );
}
