import type { QueueTools, Send, Slot, SlotState } from './slot.ts';
import { isIdle, newSlot, sendLater, sendNow, stateOf, stopTimer, throttleMs, unsavedOf } from './slot.ts';

const worstFirst: readonly SlotState['kind'][] = ['conflict', 'not-saved', 'saving'];

/** Sends a slot's newest value as soon as the save before it has come back. */
async function flushOne(slot: Slot, tools: QueueTools): Promise<void> {
  if (slot.inFlight) await new Promise<void>((resolve) => slot.waiters.push(resolve));
  const hadFailed = slot.failed !== undefined;
  await sendNow(slot, tools);
  // What failed before went first: the newest goes now, unless it failed again.
  if (hadFailed && !slot.failed) await sendNow(slot, tools);
}

function worstOf(states: readonly SlotState[]): SlotState {
  const worst = worstFirst.flatMap((kind) => states.find((state) => state.kind === kind) ?? []);
  return worst[0] ?? { kind: 'saved' };
}

function unsavedIn(slots: readonly Slot[]): unknown[] {
  return slots.flatMap((slot) => {
    const unsaved = unsavedOf(slot);
    return unsaved === undefined ? [] : [unsaved.value];
  });
}

/**
 * Keeps what is typed until the core has acknowledged it. One slot for each record; in a slot one save is in flight,
 * the newest value wins, and a failed save stays and is tried again under its own name. A value can only ever be
 * sent by the slot it was typed in: text never moves between records.
 */
export function createSaveQueue(tools: QueueTools) {
  const slots = new Map<string, Slot>();
  const states = () => [...slots.values()].map(stateOf);

  return {
    /** Names a record that can be edited, with the version it was read at. One with unsaved words keeps its own. */
    open: <T>(key: string, version: number, send: Send<T>): void => {
      const known = slots.get(key);
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- only values of `edit` with this key reach it
      if (!known) slots.set(key, newSlot(version, send as Send));
      else if (isIdle(known)) known.version = Math.max(known.version, version);
    },
    /** The newest value of a record. It is on its way within half a second, also while typing goes on. */
    edit: (key: string, value: unknown): void => {
      const slot = slots.get(key);
      if (!slot) throw new Error('Open a record before editing it');
      slot.pending = { value, requestId: tools.newRequestId(), at: tools.now?.() };
      if (slot.conflict) slot.conflict = { ...slot.conflict, mine: value, mineAt: slot.pending.at };
      else sendLater(slot, throttleMs, tools);
      tools.onChange();
    },
    /** What a record holds that is not acknowledged; undefined when all is. */
    unsaved: (key: string): unknown => unsavedOf(slots.get(key))?.value,
    /** Every value that is not acknowledged, to be copied where it cannot be saved any more. */
    allUnsaved: (): unknown[] => unsavedIn([...slots.values()]),
    /** What a screen shows instead of what it read at `version`: unsaved words, or saved ones not read back yet. */
    newerThan: (key: string, version: number): unknown => {
      const slot = slots.get(key);
      if (!slot) return undefined;
      return unsavedOf(slot)?.value ?? (slot.version > version ? slot.acknowledged : undefined);
    },
    version: (key: string): number => slots.get(key)?.version ?? 0,
    /** After a save that went another way (a point made with its text): the version the store holds now. */
    advance: (key: string, version: number): void => {
      const slot = slots.get(key);
      if (slot) slot.version = Math.max(slot.version, version);
    },
    stateOf: (key: string): SlotState => {
      const slot = slots.get(key);
      return slot ? stateOf(slot) : { kind: 'saved' };
    },
    /** The state of everything, the worst of it: a conflict, not saved, saving, saved. */
    overall: (): SlotState => worstOf(states()),
    /** Ends a conflict: `value` is what shall stand (mine, theirs or both), saved over the version that was met. */
    resolve: (key: string, value: unknown): void => {
      const slot = slots.get(key);
      if (!slot?.conflict) return;
      slot.version = slot.conflict.theirVersion;
      slot.conflict = undefined;
      slot.pending = { value, requestId: tools.newRequestId() };
      void sendNow(slot, tools);
    },
    /** Tries again at once what has failed. */
    retryNow: (): void => {
      for (const slot of slots.values()) {
        stopTimer(slot);
        void sendNow(slot, tools);
      }
    },
    /** Sends everything now (blur, leave, lock, quit). True when all of it was acknowledged. */
    flushAll: async (): Promise<boolean> => {
      await Promise.all([...slots.values()].map((slot) => flushOne(slot, tools)));
      return [...slots.values()].every(isIdle);
    },
    /** Forgets records that hold nothing unsaved (after locking). */
    forget: (): void => {
      for (const [key, slot] of slots) if (isIdle(slot)) slots.delete(key);
    },
  };
}
export type SaveQueue = ReturnType<typeof createSaveQueue>;
