import { useState } from 'react';
import type * as z from 'zod';
import { call } from '../../../app/calls.ts';
import { useRead } from '../../../app/queries.ts';
import type { SlotState } from '../../../app/saving/slot.ts';
import type { SaveChannel, SavedValue } from '../../../app/saving/useRecord.ts';
import { useRecord } from '../../../app/saving/useRecord.ts';
import type { Loose } from './specs.ts';
import { faultsOf, withField } from './specs.ts';

export type LiveRecord = {
  readonly value: Loose;
  readonly raws: Readonly<Record<string, string>>;
  readonly faults: Readonly<Record<string, string>>;
  /** Keeps a field when it is valid; what is not is kept as it was typed, and the record keeps its last valid value. */
  readonly onField: (name: string, next: unknown, raw?: string) => void;
  /** Keeps the whole record, where several fields change together; says whether it is valid. */
  readonly onAll: (next: Loose) => boolean;
  /** The field that was changed last: what is said of its saving stands there. */
  readonly lastField: string | undefined;
  /** How its saving stands, for the note beside its fields. */
  readonly state: SlotState;
  readonly resolve: (value: Loose) => void;
};

type Given<C extends SaveChannel> = {
  readonly channel: C;
  readonly entity: string;
  readonly schema: z.ZodType;
  readonly childId: string;
  readonly id: string;
  readonly stored: SavedValue<C>;
  readonly version: number;
  /** What else of the record changes with a field. */
  readonly follow?: (next: Loose, field: string) => Loose;
};

/** Edits a record that is there, field by field, through the queue. Drafts of invalid fields survive a restart. */
export function useLiveRecord<C extends SaveChannel>(given: Given<C>): LiveRecord {
  const { channel, entity, schema, childId, id, stored, version, follow = (next) => next } = given;
  const record = useRecord(channel, id, stored, version);
  const kept = useRead('draft:list', { id: childId });
  const [typed, setTyped] = useState<Readonly<Record<string, string | undefined>>>({});
  const [lastField, setLastField] = useState<string>();
  const [faults, setFaults] = useState<Readonly<Record<string, string>>>({});
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- every save channel keeps one object
  const value = record.value as Loose;
  const drafts = Object.fromEntries(
    (kept.data ?? []).flatMap(({ record: own, field, raw }) => (own === id ? [[field, raw]] : [])),
  );
  const raws = Object.fromEntries(
    Object.entries({ ...drafts, ...typed }).flatMap(([name, raw]) =>
      raw === undefined ? [] : [[name, raw]],
    ),
  );
  const onField = (name: string, next: unknown, raw?: string) => {
    setLastField(name);
    const candidate = follow(withField(value, name, next), name);
    const parsed = schema.safeParse(candidate);
    if (parsed.success) {
      // The words as they are typed stay in the field; a list is shown as typed until it is left.
      setTyped({ ...typed, [name]: Array.isArray(next) ? raw : undefined });
      setFaults(Object.fromEntries(Object.entries(faults).filter(([field]) => field !== name)));
      if (name in drafts) void call('draft:clear', { record: id, field: name });
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- its own schema has just read it
      record.edit(candidate as SavedValue<C>);
      return;
    }
    const own = faultsOf(parsed.error.issues, candidate);
    setFaults({ ...faults, [name]: own[name] ?? Object.values(own)[0] ?? 'This is not complete yet.' });
    if (raw === undefined) return;
    setTyped({ ...typed, [name]: raw });
    void call('draft:save', { childId, record: id, entity, field: name, raw, baseVersion: version });
  };
  const onAll = (next: Loose) => {
    const isValid = schema.safeParse(next).success;
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- its own schema has just read it
    if (isValid) record.edit(next as SavedValue<C>);
    return isValid;
  };
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- one of the two versions of this record
  const resolve = (next: Loose) => record.resolve(next as SavedValue<C>);
  return { value, raws, faults, onField, onAll, lastField, state: record.state, resolve };
}
