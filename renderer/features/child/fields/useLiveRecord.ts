import { useState } from 'react';
import type * as z from 'zod';
import type { ChildId } from '../../../../shared/domain/ids.ts';
import { useRead } from '../../../app/queries.ts';
import type { SlotState } from '../../../app/saving/slot.ts';
import { useKept } from '../../../app/saving/useKept.ts';
import type { SaveChannel, SavedValue } from '../../../app/saving/useRecord.ts';
import { useRecord } from '../../../app/saving/useRecord.ts';
import type { Loose } from './specs.ts';
import { faultsOf, withField } from './specs.ts';

export type LiveRecord = {
  readonly value: Loose;
  /** What was typed in a field where that is not its value as it stands: no valid one yet, or a list as it is typed. */
  readonly rawOf: (name: string) => string | undefined;
  /** What was typed before and is not valid yet has been read. */
  readonly isRead: boolean;
  readonly faults: Readonly<Record<string, string>>;
  /** Keeps a field when it is valid; what is not is kept as it was typed, and the record keeps its last valid value. */
  readonly onField: (name: string, next: unknown, raw?: string) => void;
  /** Keeps what is no value before it was left, letter by letter. */
  readonly onTyping: (name: string, raw: string) => void;
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
  readonly childId: ChildId;
  readonly id: string;
  readonly stored: SavedValue<C>;
  readonly version: number;
  /** What else of the record changes with a field. */
  readonly follow?: (next: Loose, field: string) => Loose;
};

const isSame = (one: Loose, other: Loose) => JSON.stringify(one) === JSON.stringify(other);

/** Edits a record that is there, field by field, through the queue. Drafts of invalid fields survive a restart. */
export function useLiveRecord<C extends SaveChannel>(given: Given<C>): LiveRecord {
  const { channel, entity, schema, childId, id, stored, version, follow = (next) => next } = given;
  const record = useRecord(channel, id, stored, version);
  const drafts = useRead('draft:list', { id: childId });
  const kept = useKept({ childId, record: id, entity });
  const [lists, setLists] = useState<Readonly<Record<string, string | undefined>>>({});
  const [lastField, setLastField] = useState<string>();
  const [faults, setFaults] = useState<Readonly<Record<string, string>>>({});
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- every save channel keeps one object
  const value = record.value as Loose;
  const rawOf = (name: string) => kept.rawOf(name) ?? lists[name];
  const onField = (name: string, next: unknown, raw?: string) => {
    setLastField(name);
    const candidate = follow(withField(value, name, next), name);
    const parsed = schema.safeParse(candidate);
    if (parsed.success) {
      // The words as they are typed stay in the field; a list is shown as typed until it is left.
      setLists({ ...lists, [name]: Array.isArray(next) ? raw : undefined });
      setFaults(Object.fromEntries(Object.entries(faults).filter(([field]) => field !== name)));
      if (kept.rawOf(name) !== undefined) kept.put(name, undefined);
      if (isSame(candidate, withField(value, name, value[name]))) return;
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- its own schema has just read it
      record.edit(candidate as SavedValue<C>);
      return;
    }
    const own = faultsOf(parsed.error.issues, candidate);
    setFaults({ ...faults, [name]: own[name] ?? Object.values(own)[0] ?? 'This is not complete yet.' });
    if (raw !== undefined) kept.put(name, raw);
  };
  const onAll = (next: Loose) => {
    const isValid = schema.safeParse(next).success;
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- its own schema has just read it
    if (isValid) record.edit(next as SavedValue<C>);
    return isValid;
  };
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- one of the two versions of this record
  const resolve = (next: Loose) => record.resolve(next as SavedValue<C>);
  return {
    value,
    rawOf,
    isRead: drafts.data !== undefined,
    faults,
    onField,
    onTyping: kept.put,
    onAll,
    lastField,
    state: record.state,
    resolve,
  };
}
