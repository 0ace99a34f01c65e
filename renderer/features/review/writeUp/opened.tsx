import type { ReactNode } from 'react';
import { createContext, use, useCallback, useEffect, useMemo, useRef, useState } from 'react';

type Opened = {
  /** The point, decision, action or promise whose fields are open. */
  readonly id: string | undefined;
  readonly open: (id: string) => void;
  /** Closes the fields, and gives the focus back to the row. */
  readonly close: () => void;
};

const OpenedContext = createContext<Opened | undefined>(undefined);

export function useOpened(): Opened {
  const opened = use(OpenedContext);
  if (!opened) throw new Error('Write up stands inside OpenedProvider');
  return opened;
}

/** The row of something on this screen: every row carries its id. */
export function rowOf(id: string): HTMLElement | null {
  return document.querySelector<HTMLElement>(`[data-row="${CSS.escape(id)}"]`);
}

/** Brings a row into view and puts the focus on what it begins with. */
export function goTo(id: string): boolean {
  const row = rowOf(id);
  if (!row) return false;
  // A whole section begins at its top; a row stands in the middle, with what is round it.
  row.scrollIntoView({ block: row.classList.contains('sec') ? 'start' : 'center' });
  const first = row.matches('button, a, [tabindex]')
    ? row
    : row.querySelector<HTMLElement>('button, a, input, textarea, select, [tabindex="0"]');
  first?.focus({ preventScroll: true });
  return true;
}

/** One row at a time shows its fields. */
export function OpenedProvider({ children }: { readonly children: ReactNode }) {
  const [id, setId] = useState<string>();
  const returnTo = useRef<string>(undefined);
  const open = useCallback((next: string) => setId(next), []);
  const close = useCallback(() => {
    setId((now) => {
      returnTo.current = now;
      return undefined;
    });
  }, []);
  useEffect(() => {
    if (returnTo.current === undefined || id !== undefined) return;
    goTo(returnTo.current);
    returnTo.current = undefined;
  }, [id]);
  const value = useMemo(() => ({ id, open, close }), [id, open, close]);
  return <OpenedContext value={value}>{children}</OpenedContext>;
}
