import type { ReactNode } from 'react';
import { createContext, use, useCallback, useEffect, useMemo, useRef, useState } from 'react';

type Opened = {
  /** The point, decision, action or promise whose fields are open. */
  readonly id: string | undefined;
  readonly open: (id: string) => void;
  /** Opens what was just made, with the caret in its words. */
  readonly openNew: (id: string) => void;
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

/** The row to go to when this one goes: the next of its section, else the one before. */
export function neighbourOf(id: string): string | undefined {
  const row = rowOf(id);
  const rows = [...(row?.closest('.sec')?.querySelectorAll<HTMLElement>('[data-row]') ?? [])];
  const others = rows.filter((other) => other === row || row?.contains(other) !== true);
  const place = others.findIndex((other) => other === row);
  const next = others[place + 1] ?? others[place - 1] ?? row?.closest<HTMLElement>('.sec') ?? undefined;
  return next?.dataset['row'];
}

/**
 * The words of the fields that are open, or the first field where there are none. An answer that was just begun comes
 * first: whoever types on writes the answer, never into the child's words.
 */
function focusWords(id: string): boolean {
  const row = rowOf(id);
  const fields = row?.querySelector('.fields') ?? row?.parentElement?.querySelector('.fields');
  const field =
    fields?.querySelector<HTMLElement>('[data-own-answer] input') ??
    fields?.querySelector<HTMLElement>('textarea') ??
    fields?.querySelector<HTMLElement>('input, select');
  field?.scrollIntoView({ block: 'center' });
  field?.focus({ preventScroll: true });
  return field !== undefined && field !== null;
}

/** The keys go into words: those of a text or of a field. */
function isWriting(): boolean {
  return document.activeElement?.matches('input, textarea, [contenteditable="true"]') === true;
}

/** Frames to wait for a row that was just made: ten seconds, on a machine that is busy with much else. */
const patience = 600;

/** Puts the caret in the words of a row as soon as it is drawn, unless somebody has gone on elsewhere by then. */
function focusWhenThere(id: string, isWanted: () => boolean): void {
  const from = document.activeElement;
  // Whoever types on in a text must not find the rest of the sentence in the words of what was made.
  const goesOn = new AbortController();
  const watched = { capture: true, signal: goesOn.signal };
  window.addEventListener('pointerdown', () => goesOn.abort(), watched);
  window.addEventListener('keydown', () => isWriting() && goesOn.abort(), watched);
  const seek = (left: number) => {
    const now = document.activeElement;
    const isElsewhere = goesOn.signal.aborted || (now !== from && now !== document.body);
    if (isElsewhere || !isWanted() || focusWords(id) || left === 0) goesOn.abort();
    else requestAnimationFrame(() => seek(left - 1));
  };
  requestAnimationFrame(() => seek(patience));
}

/** One row at a time shows its fields. */
export function OpenedProvider({ children }: { readonly children: ReactNode }) {
  const [id, setId] = useState<string>();
  const returnTo = useRef<string>(undefined);
  const made = useRef<string>(undefined);
  const open = useCallback((next: string) => {
    made.current = undefined;
    setId(next);
  }, []);
  const openNew = useCallback((next: string) => {
    made.current = next;
    setId(next);
    focusWhenThere(next, () => made.current === next);
  }, []);
  const close = useCallback(() => {
    made.current = undefined;
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
  const value = useMemo(() => ({ id, open, openNew, close }), [id, open, openNew, close]);
  return <OpenedContext value={value}>{children}</OpenedContext>;
}
