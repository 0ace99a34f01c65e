import type { FocusEvent, ReactNode } from 'react';
import { createContext, use, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { Button } from '../ui/Button.tsx';
import { useSay } from '../ui/LiveRegion.tsx';
import { Status } from '../ui/Status.tsx';
import { call, failureOf } from './calls.ts';
import { readAgain } from './queries.ts';
import { useSaving } from './saving/useSaving.tsx';
import { isTyping } from './typing.ts';

/** How long the line at the pane's foot offers to take a change back, ms (look.md, States). */
const offeredFor = 10_000;

/** The way back from a change. */
export type Way = {
  /** The core's; without it the line only says what was done. */
  readonly token?: string | undefined;
  /** The record's place in the save queue: once more is typed there the way back is closed, and not offered. */
  readonly key?: string;
  /** What stands on the page beside the record, taken back after it. */
  readonly alsoOnPage?: () => void;
  /** Where the focus goes when it was on what is taken back. */
  readonly returnTo?: () => void;
  /** True where Ctrl+Z means this change although somebody types: nothing was typed since. */
  readonly isLatest?: () => boolean;
};
type Offer = Way & { readonly words: string; readonly fault?: string };
type Undo = {
  readonly offer: Offer | undefined;
  /** Says what was done, and offers to take it back where there is a way. */
  readonly done: (words: string, way?: Way) => void;
  /** Says what could not be done. */
  readonly failed: (cause: unknown) => void;
  readonly takeBack: () => Promise<void>;
};

const UndoContext = createContext<Undo | undefined>(undefined);

export function useUndo(): Undo {
  const undo = use(UndoContext);
  if (!undo) throw new Error('What can be undone stands inside UndoProvider');
  return undo;
}

/** Ctrl+Z takes the last change back where nobody types: in a field or a text it is theirs, once they went on. */
function useUndoKey(offer: Offer | undefined, takeBack: () => Promise<void>): void {
  useEffect(() => {
    if (offer?.token === undefined) return undefined;
    const onKey = (event: KeyboardEvent) => {
      const isUndo = (event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === 'z';
      if (!isUndo || (isTyping(event.target) && offer.isLatest?.() !== true)) return;
      event.preventDefault();
      event.stopPropagation();
      void takeBack();
    };
    // Before the text that has the caret hears of it.
    window.addEventListener('keydown', onKey, { capture: true });
    return () => window.removeEventListener('keydown', onKey, { capture: true });
  }, [offer, takeBack]);
}

/** True while the officer's focus is on the line itself: it must not go from under it. */
function isOnLine(): boolean {
  return document.activeElement?.closest('.undo') !== null && document.activeElement !== null;
}

/** The offer that is shown, until its time is over. */
function useOffer() {
  const [offer, setOffer] = useState<Offer>();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const saving = useSaving();
  const show = useCallback((next: Offer | undefined) => {
    clearTimeout(timer.current);
    setOffer(next);
    const end = () => {
      if (isOnLine()) timer.current = setTimeout(end, offeredFor);
      else setOffer(undefined);
    };
    if (next) timer.current = setTimeout(end, offeredFor);
  }, []);
  useEffect(() => () => clearTimeout(timer.current), []);
  const key = offer?.key;
  useEffect(() => {
    if (key === undefined) return undefined;
    return saving.subscribe(() => {
      if (saving.unsaved(key) !== undefined) show(undefined);
    });
  }, [key, saving, show]);
  return { offer, show };
}

export function UndoProvider({ children }: { readonly children: ReactNode }) {
  const { offer, show } = useOffer();
  const say = useSay();
  const done = useCallback(
    (words: string, way: Way = {}) => {
      show({ ...way, words });
      say(words);
    },
    [say, show],
  );
  const failed = useCallback(
    (cause: unknown) => {
      const { message } = failureOf(cause);
      show({ words: '', fault: message });
      say(message);
    },
    [say, show],
  );
  const takeBack = useCallback(async () => {
    const token = offer?.token;
    if (token === undefined) return;
    show(undefined);
    try {
      await call('undo:apply', { token });
      offer?.alsoOnPage?.();
      say('Taken back');
    } catch (cause) {
      failed(cause);
    }
    await readAgain();
    requestAnimationFrame(() => {
      if (document.activeElement === document.body) offer?.returnTo?.();
    });
  }, [failed, offer, say, show]);
  useUndoKey(offer, takeBack);
  const value = useMemo(() => ({ offer, done, failed, takeBack }), [offer, done, failed, takeBack]);
  return <UndoContext value={value}>{children}</UndoContext>;
}

/** The line at the foot: what was done, and Undo. */
export function UndoLine() {
  const { offer, takeBack } = useUndo();
  const cameFrom = useRef<HTMLElement>(undefined);
  if (!offer) return null;
  if (offer.fault !== undefined) {
    return (
      <div className="undo">
        <Status kind="must">{offer.fault}</Status>
      </div>
    );
  }
  const onFocus = ({ relatedTarget }: FocusEvent) => {
    if (relatedTarget instanceof HTMLElement) cameFrom.current = relatedTarget;
  };
  const onUndo = () => {
    // The button goes with the line: the focus goes back to where it came from.
    if (isOnLine()) cameFrom.current?.focus();
    void takeBack();
  };
  return (
    <div className="undo">
      <span>{offer.words}</span>
      {offer.token !== undefined && (
        <Button look="small" aria-keyshortcuts="Control+Z" onFocus={onFocus} onClick={onUndo}>
          Undo
          <span className="key" aria-hidden="true">
            Ctrl Z
          </span>
        </Button>
      )}
    </div>
  );
}
