import { useCallback, useMemo, useSyncExternalStore } from 'react';
import type { ChildId } from '../../../shared/domain/ids.ts';
import { ok } from '../../../shared/domain/result.ts';
import { invoke } from '../../bridge.ts';
import { useRead } from '../queries.ts';
import type { Send } from './slot.ts';
import { useSaving } from './useSaving.tsx';

/** Whose field it is: the record that what is typed will go to, of which kind, and of which child. */
export type KeptOf = { readonly childId: ChildId; readonly record: string; readonly entity: string };

/** What a field holds until it is sent; nothing once it was sent or put away. */
type Kept = { readonly raw: string | undefined };

const slotKey = (record: string, field: string) => `draft ${record} ${field}`;

const sendOf =
  ({ childId, record, entity }: KeptOf, field: string): Send<Kept> =>
  async ({ raw }, version, requestId) => {
    const result =
      raw === undefined
        ? await invoke('draft:clear', { record, field }, requestId)
        : await invoke('draft:save', { childId, record, entity, field, raw, baseVersion: 0 }, requestId);
    return result.ok ? ok({ version: version + 1 }) : result;
  };

/** What the fields of a child's records hold that is not sent yet: by record and field. */
export function useKeptRaws(childId: ChildId): (record: string, field: string) => string | undefined {
  const saving = useSaving();
  useSyncExternalStore(saving.subscribe, saving.revision);
  const drafts = useRead('draft:list', { id: childId });
  return (record, field) => {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- only `put` of this key puts values there
    const newer = saving.newerThan(slotKey(record, field), 0) as Kept | undefined;
    if (newer) return newer.raw;
    return drafts.data?.find((draft) => draft.record === record && draft.field === field)?.raw;
  };
}

/**
 * Fields of a form that is not sent yet. What is typed goes through the queue into the store as a draft, as the words
 * of a record do, and is there again after another screen, a lock or a crash; `drop` ends it.
 */
export function useKept(of: KeptOf) {
  const saving = useSaving();
  const { childId, record, entity } = of;
  const raws = useKeptRaws(childId);
  const rawOf = (field: string) => raws(record, field);
  const put = useCallback(
    (field: string, raw: string | undefined) => {
      const key = slotKey(record, field);
      saving.open(key, 0, sendOf({ childId, record, entity }, field));
      saving.edit(key, { raw });
    },
    [childId, record, entity, saving],
  );
  return { rawOf, put };
}

/** A form of text fields, each kept from the first key on. `initial` is what a field holds that nobody has touched. */
export type KeptForm<F> = {
  readonly value: F;
  readonly set: (part: Partial<F>) => void;
  /** True while anything differs from how the form began. */
  readonly isKept: boolean;
  /** Back to the beginning: after it was sent, or because nothing of it shall stay. */
  readonly clear: () => void;
};

/** A whole form kept under one name of its record; see {@link useKept}. */
export function useKeptForm<F extends Readonly<Record<string, string>>>(
  of: KeptOf,
  name: string,
  initial: F,
): KeptForm<F> {
  const { rawOf, put } = useKept(of);
  const fields = useMemo(() => Object.keys(initial), [initial]);
  const kept = fields.flatMap((field) => {
    const raw = rawOf(`${name}.${field}`);
    return raw === undefined || raw === initial[field] ? [] : [[field, raw] as const];
  });
  return {
    value: { ...initial, ...Object.fromEntries(kept) },
    set: (part) => {
      for (const [field, raw] of Object.entries(part)) put(`${name}.${field}`, raw);
    },
    isKept: kept.length > 0,
    clear: () => {
      for (const [field] of kept) put(`${name}.${field}`, undefined);
    },
  };
}
