import type { ReactNode } from 'react';
import { createContext, use, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { call, failureOf } from '../../../app/calls.ts';
import { readAgain } from '../../../app/queries.ts';
import { Button } from '../../../ui/Button.tsx';
import { useSay } from '../../../ui/LiveRegion.tsx';
import { Status } from '../../../ui/Status.tsx';
import { isTyping } from './typing.ts';

/** How long the line at the pane's foot offers to take a change back, ms (look.md, States). */
const offeredFor = 10_000;

type Offer = { readonly words: string; readonly token: string | undefined; readonly fault?: string };
type Undo = {
  readonly offer: Offer | undefined;
  /** Says what was done, and offers to take it back where there is a way. */
  readonly done: (words: string, token: string | undefined) => void;
  /** Says what could not be done. */
  readonly failed: (cause: unknown) => void;
  readonly takeBack: () => Promise<void>;
};

const UndoContext = createContext<Undo | undefined>(undefined);

export function useUndo(): Undo {
  const undo = use(UndoContext);
  if (!undo) throw new Error('Write up stands inside UndoProvider');
  return undo;
}

/** Ctrl+Z takes the last change back where nobody types: in a field or a text it is theirs. */
function useUndoKey(hasOffer: boolean, takeBack: () => Promise<void>): void {
  useEffect(() => {
    if (!hasOffer) return undefined;
    const onKey = (event: KeyboardEvent) => {
      const isUndo = (event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === 'z';
      if (!isUndo || event.defaultPrevented || isTyping(event.target)) return;
      event.preventDefault();
      void takeBack();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [hasOffer, takeBack]);
}

export function UndoProvider({ children }: { readonly children: ReactNode }) {
  const [offer, setOffer] = useState<Offer>();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const say = useSay();
  const show = useCallback(
    (next: Offer) => {
      clearTimeout(timer.current);
      setOffer(next);
      say(next.fault ?? next.words);
      timer.current = setTimeout(() => setOffer(undefined), offeredFor);
    },
    [say],
  );
  useEffect(() => () => clearTimeout(timer.current), []);
  const done = useCallback((words: string, token: string | undefined) => show({ words, token }), [show]);
  const failed = useCallback(
    (cause: unknown) => show({ words: '', token: undefined, fault: failureOf(cause).message }),
    [show],
  );
  const takeBack = useCallback(async () => {
    const token = offer?.token;
    if (token === undefined) return;
    setOffer(undefined);
    try {
      await call('undo:apply', { token });
      say('Taken back');
    } catch (cause) {
      failed(cause);
    }
    await readAgain();
  }, [failed, offer, say]);
  useUndoKey(offer?.token !== undefined, takeBack);
  const value = useMemo(() => ({ offer, done, failed, takeBack }), [offer, done, failed, takeBack]);
  return <UndoContext value={value}>{children}</UndoContext>;
}

/** The line at the foot: what was done, and Undo. */
export function UndoLine() {
  const { offer, takeBack } = useUndo();
  if (!offer) return null;
  if (offer.fault !== undefined) {
    return (
      <div className="undo">
        <Status kind="must">{offer.fault}</Status>
      </div>
    );
  }
  return (
    <div className="undo">
      <span>{offer.words}</span>
      {offer.token !== undefined && (
        <Button look="small" onClick={() => void takeBack()}>
          Undo
        </Button>
      )}
    </div>
  );
}
