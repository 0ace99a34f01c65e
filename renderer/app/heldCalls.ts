import type { Result } from '../../shared/domain/result.ts';

/**
 * Presses that met a locked store: the core died under them, or before they came. Each waits behind the door and goes
 * again as the same attempt, so that what the core did before it died is answered and not done twice.
 */
export function createHeldCalls() {
  const waiting = new Set<(isOpen: boolean) => void>();
  const tellAll = (isOpen: boolean): void => {
    const all = [...waiting];
    waiting.clear();
    for (const tell of all) tell(isOpen);
  };
  return {
    /** The answer of `attempt`, which is made again each time the door was opened; `locked` once it is dropped. */
    carry: async <T>(attempt: () => Promise<Result<T>>): Promise<Result<T>> => {
      for (;;) {
        const result = await attempt();
        if (result.ok || result.error.code !== 'locked') return result;
        const isOpen = await new Promise<boolean>((resolve) => waiting.add(resolve));
        if (!isOpen) return result;
      }
    },
    /** The door was opened: all go again, in the order in which they were pressed. */
    sendAll: (): void => tellAll(true),
    /** Somebody locked: what was pressed before is not done behind their back. */
    dropAll: (): void => tellAll(false),
  };
}

/** The page's own. */
export const heldCalls = createHeldCalls();
