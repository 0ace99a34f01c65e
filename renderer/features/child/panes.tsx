import type { ReactNode } from 'react';
import { createContext, use, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { Button } from '../../ui/Button.tsx';

/** A fact whose form the facts open at; without one they open as a list. */
export type FactAt =
  | { readonly at: 'child' }
  | { readonly at: 'period' | 'event'; readonly id: string }
  | { readonly at: 'past-review'; readonly id: string };

/** What may stand open beside a child's page. */
export type OpenPane =
  | { readonly kind: 'facts'; readonly fact?: FactAt }
  | { readonly kind: 'person'; readonly id: string | undefined }
  | { readonly kind: 'amend'; readonly actionId: string }
  | { readonly kind: 'paste' }
  | { readonly kind: 'add-paper' }
  | { readonly kind: 'paper'; readonly id: string };

type Panes = {
  readonly pane: OpenPane | undefined;
  /** Opens a pane; what has the focus now gets it back when the pane closes. */
  readonly open: (pane: OpenPane) => void;
  readonly close: () => void;
  /** Closes the pane of what was taken out: its row goes, and the focus is on the one beside it. */
  readonly closeGone: () => void;
};

const nothing = () => undefined;
const PaneContext = createContext<Panes>({
  pane: undefined,
  open: nothing,
  close: nothing,
  closeGone: nothing,
});

export function usePanes(): Panes {
  return use(PaneContext);
}

/** The way into the row beside this one, in a table whose row is about to go. */
function besideRow(opener: HTMLElement | null): HTMLElement | null {
  const row = opener?.closest('tr');
  const next = row?.nextElementSibling ?? row?.previousElementSibling;
  return next?.querySelector<HTMLElement>('th button') ?? null;
}

/** One pane at a time, and the way back to where it was opened from. */
export function PanesProvider({ children }: { readonly children: ReactNode }) {
  const [pane, setPane] = useState<OpenPane>();
  const opener = useRef<HTMLElement | null>(null);
  const open = useCallback((next: OpenPane) => {
    const here = document.activeElement;
    if (here instanceof HTMLElement && !here.closest('.pane')) opener.current = here;
    setPane(next);
  }, []);
  const close = useCallback(() => {
    setPane(undefined);
    // After the pane is gone: an opener in a list that was drawn anew is found by what it says.
    requestAnimationFrame(() => {
      const back = opener.current;
      if (back?.isConnected) back.focus();
      else document.querySelector<HTMLElement>('.ctabs [aria-current]')?.focus();
    });
  }, []);
  const closeGone = useCallback(() => {
    opener.current = besideRow(opener.current);
    close();
  }, [close]);
  const value = useMemo(() => ({ pane, open, close, closeGone }), [pane, open, close, closeGone]);
  return <PaneContext value={value}>{children}</PaneContext>;
}

type PaneProps = {
  readonly title: string;
  /** What it shows, by a name that stays while its title is typed; the heading takes the focus when it is another. */
  readonly of?: string;
  readonly children: ReactNode;
  /** Instead of closing: one step back within the pane. */
  readonly onBack?: (() => void) | undefined;
};

/** The heading takes the focus when it comes, and when the pane turns to something else. */
function PaneTitle({ children }: { readonly children: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <h2 ref={heading} tabIndex={-1}>
      {children}
    </h2>
  );
}

/** A pane beside the work: its heading takes the focus, Escape closes it. */
export function Pane({ title, of = '', children, onBack }: PaneProps) {
  const { close } = usePanes();
  const element = useRef<HTMLElement>(null);
  useEffect(() => {
    const pane = element.current;
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      event.preventDefault();
      // From a field the first Escape only leaves the field: what is typed is not thrown away by one key.
      const isTyping = event.target instanceof HTMLElement && event.target.matches('input, textarea, select');
      if (isTyping) pane?.querySelector<HTMLElement>('h2')?.focus();
      else (onBack ?? close)();
    };
    pane?.addEventListener('keydown', onKey);
    return () => pane?.removeEventListener('keydown', onKey);
  }, [close, onBack]);
  return (
    <aside className="pane scroll" data-pane="" aria-label={title} ref={element}>
      <div className="panehead">
        <PaneTitle key={of}>{title}</PaneTitle>
        {onBack && (
          <Button look="small" onClick={onBack}>
            All facts
          </Button>
        )}
        <Button look="small" onClick={close}>
          Close
        </Button>
      </div>
      {children}
    </aside>
  );
}
