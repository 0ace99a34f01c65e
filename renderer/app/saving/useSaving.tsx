import type { ReactNode } from 'react';
import { createContext, use, useEffect, useState, useSyncExternalStore } from 'react';
import { newId } from '../ids.ts';
import { nowAsKnown } from '../now.ts';
import type { SaveQueue } from './saveQueue.ts';
import { createSaveQueue } from './saveQueue.ts';
import type { SlotState } from './slot.ts';

/** The queue with what a component needs to follow it. */
export type Saving = SaveQueue & {
  readonly subscribe: (listener: () => void) => () => void;
  /** Changes with every change of any slot. */
  readonly revision: () => number;
  /** When everything was last acknowledged, an instant. */
  readonly savedAt: () => string | undefined;
};

function createSaving(): Saving {
  const listeners = new Set<() => void>();
  let revision = 0;
  let savedAt: string | undefined;
  // Asks how far the core's clock is from the machine's, so that it is known when the first word is typed.
  nowAsKnown();
  const queue = createSaveQueue({
    newRequestId: newId,
    now: nowAsKnown,
    schedule: (work, ms) => {
      const timer = setTimeout(work, ms);
      return () => clearTimeout(timer);
    },
    onChange: () => {
      revision += 1;
      if (queue.overall().kind === 'saved') savedAt = nowAsKnown();
      for (const listener of listeners) listener();
    },
  });
  return {
    ...queue,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    revision: () => revision,
    savedAt: () => savedAt,
  };
}

const SavingContext = createContext<Saving | undefined>(undefined);

/** Everything typed on any screen goes through one queue; leaving the window sends what is left. */
export function SavingProvider({ children }: { readonly children: ReactNode }) {
  const [saving] = useState(createSaving);
  useEffect(() => {
    const flush = () => void saving.flushAll();
    window.addEventListener('blur', flush);
    window.addEventListener('pagehide', flush);
    return () => {
      window.removeEventListener('blur', flush);
      window.removeEventListener('pagehide', flush);
    };
  }, [saving]);
  return <SavingContext value={saving}>{children}</SavingContext>;
}

export function useSaving(): Saving {
  const saving = use(SavingContext);
  if (!saving) throw new Error('Screens stand inside SavingProvider');
  return saving;
}

/** The state of everything that is being saved; a component that asks is drawn again when it changes. */
export function useOverallState(): { state: SlotState; savedAt: string | undefined } {
  const saving = useSaving();
  useSyncExternalStore(saving.subscribe, saving.revision);
  return { state: saving.overall(), savedAt: saving.savedAt() };
}

/** The state of one record. */
export function useSlotState(key: string): SlotState {
  const saving = useSaving();
  useSyncExternalStore(saving.subscribe, saving.revision);
  return saving.stateOf(key);
}
