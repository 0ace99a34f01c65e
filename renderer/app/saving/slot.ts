import type { AppError, Result } from '../../../shared/domain/result.ts';

/** Longest wait from a keystroke to the call that saves it, ms: throttled, never debounced. */
export const throttleMs = 500;
const firstRetryMs = 1_000;
const longestRetryMs = 30_000;

export type SaveResult = Result<{ readonly version: number }>;
/** Sends one save: the value, the version it was read at, and the name of this attempt (a retry keeps it). */
export type Send<T = unknown> = (value: T, baseVersion: number, requestId: string) => Promise<SaveResult>;

/** Both texts of a conflict: what is on this screen, and what the store holds; when each was written, an instant. */
export type Conflict = {
  readonly mine: unknown;
  readonly mineAt?: string | undefined;
  readonly theirs: unknown;
  readonly theirVersion: number;
  readonly theirsAt?: string | undefined;
};

export type SlotState =
  | { readonly kind: 'saved' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'not-saved'; readonly error: AppError }
  | { readonly kind: 'conflict'; readonly conflict: Conflict };

export type QueueTools = {
  readonly newRequestId: () => string;
  /** The instant of an edit, to be shown beside it if it meets another. */
  readonly now?: () => string;
  /** Runs `work` after `ms`; what it returns calls it off. */
  readonly schedule: (work: () => void, ms: number) => () => void;
  /** Told whenever a slot changes; the screen reads the state again. */
  readonly onChange: () => void;
};

type Attempt = { readonly value: unknown; readonly requestId: string; readonly at?: string | undefined };

/** One record's unsaved state. */
export type Slot = {
  readonly send: Send;
  version: number;
  /** The newest value that is not acknowledged. */
  pending: Attempt | undefined;
  inFlight: Attempt | undefined;
  /** The last value that was acknowledged, until it has been read back. */
  acknowledged: unknown;
  /** An attempt that failed or never came back: it goes again first, since the core may have kept it. */
  failed: Attempt | undefined;
  cancelTimer: (() => void) | undefined;
  retryMs: number;
  error: AppError | undefined;
  conflict: Conflict | undefined;
  readonly waiters: (() => void)[];
};

export function newSlot(version: number, send: Send): Slot {
  return {
    send,
    version,
    pending: undefined,
    inFlight: undefined,
    acknowledged: undefined,
    failed: undefined,
    cancelTimer: undefined,
    retryMs: firstRetryMs,
    error: undefined,
    conflict: undefined,
    waiters: [],
  };
}

/** The newest value that is not acknowledged. */
export function unsavedOf(slot: Slot | undefined): Attempt | undefined {
  return slot?.pending ?? slot?.inFlight ?? slot?.failed;
}

export function isIdle(slot: Slot): boolean {
  return unsavedOf(slot) === undefined && !slot.conflict;
}

export function stateOf(slot: Slot): SlotState {
  if (slot.conflict) return { kind: 'conflict', conflict: slot.conflict };
  if (isIdle(slot)) return { kind: 'saved' };
  // Also while it is tried again: a state that comes and goes would move what is below it, and be said each time.
  return slot.error ? { kind: 'not-saved', error: slot.error } : { kind: 'saving' };
}

/** What the store holds, as a conflict carries it. */
export function currentOf(
  error: AppError,
): { value: unknown; version: number; at: string | undefined } | undefined {
  const current: unknown = error.current;
  if (typeof current !== 'object' || current === null) return undefined;
  if (!('value' in current) || !('version' in current) || typeof current.version !== 'number')
    return undefined;
  const at = 'at' in current && typeof current.at === 'string' ? current.at : undefined;
  return { value: current.value, version: current.version, at };
}

export function stopTimer(slot: Slot): void {
  slot.cancelTimer?.();
  slot.cancelTimer = undefined;
}

/** Sends the slot after `ms`, unless that is already arranged. */
export function sendLater(slot: Slot, ms: number, tools: QueueTools): void {
  slot.cancelTimer ??= tools.schedule(() => {
    slot.cancelTimer = undefined;
    void sendNow(slot, tools);
  }, ms);
}

function keepFailed(slot: Slot, attempt: Attempt, error: AppError, tools: QueueTools): void {
  const theirs = error.code === 'conflict' ? currentOf(error) : undefined;
  if (theirs) {
    slot.pending ??= attempt;
    slot.conflict = {
      mine: slot.pending.value,
      mineAt: slot.pending.at,
      theirs: theirs.value,
      theirVersion: theirs.version,
      theirsAt: theirs.at,
    };
    return;
  }
  slot.error = error;
  if (error.code === 'invalid-input') {
    // It was refused for what it says, and was not kept: only other words help, and nothing stands before those.
    slot.pending ??= attempt;
    if (slot.pending !== attempt) sendLater(slot, throttleMs, tools);
    return;
  }
  slot.failed = attempt;
  sendLater(slot, slot.retryMs, tools);
  slot.retryMs = Math.min(slot.retryMs * 2, longestRetryMs);
}

function finish(slot: Slot, attempt: Attempt, result: SaveResult, tools: QueueTools): void {
  slot.inFlight = undefined;
  if (result.ok) {
    slot.version = result.value.version;
    slot.acknowledged = attempt.value;
    slot.error = undefined;
    slot.retryMs = firstRetryMs;
    if (slot.pending) sendLater(slot, throttleMs, tools);
  } else {
    keepFailed(slot, attempt, result.error, tools);
  }
  for (const waiter of slot.waiters.splice(0)) waiter();
  tools.onChange();
}

/** Sends the newest value at once; does nothing while one is in flight, or a conflict waits for a choice. */
export async function sendNow(slot: Slot, tools: QueueTools): Promise<void> {
  const attempt = slot.failed ?? slot.pending;
  if (slot.inFlight || !attempt || slot.conflict) return;
  stopTimer(slot);
  if (slot.failed) slot.failed = undefined;
  else slot.pending = undefined;
  slot.inFlight = attempt;
  tools.onChange();
  let result: SaveResult;
  try {
    result = await slot.send(attempt.value, slot.version, attempt.requestId);
  } catch {
    const message = 'The save did not arrive. It is kept here and tried again.';
    result = { ok: false, error: { code: 'internal', message } };
  }
  finish(slot, attempt, result, tools);
}
