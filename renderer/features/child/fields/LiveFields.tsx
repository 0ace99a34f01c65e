import type { IsoDate } from '../../../../shared/domain/dates.ts';
import { SavingNote } from '../../../app/saving/SavingNote.tsx';
import { FieldSet } from './FieldSet.tsx';
import type { PersonName } from './PrivacyField.tsx';
import type { FieldSpec, Loose } from './specs.ts';
import type { LiveRecord } from './useLiveRecord.ts';

type Props = {
  readonly record: LiveRecord;
  readonly specs: readonly FieldSpec[];
  readonly today: IsoDate;
  readonly people: readonly PersonName[];
  /** What the fields show, where that is not the record as it is. */
  readonly shown?: Loose;
};

/**
 * The fields of a record that is saved as it is typed. Why it is not saved, or both versions of it in the words of
 * its own form, stands under the field that was changed.
 */
export function LiveFields({ record, specs, today, people, shown = record.value }: Props) {
  const labels = Object.fromEntries(specs.map(({ name, label }) => [name, label]));
  const choices = new Map(
    specs.flatMap((spec) =>
      spec.kind === 'choice' ? spec.choices.map(({ value, name }) => [value, name] as const) : [],
    ),
  );
  const names = new Map<string, string>(people.map(({ id, name }) => [id, name]));
  const nameOf = (value: string) => names.get(value) ?? choices.get(value);
  const { rawOf, faults, onField, onTyping, lastField } = record;
  // A day that was half typed is shown from the first drawing on, or not at all.
  if (!record.isRead) return null;
  const raws = Object.fromEntries(
    specs.flatMap(({ name }) => {
      const raw = rawOf(name);
      return raw === undefined ? [] : [[name, raw] as const];
    }),
  );
  return (
    <FieldSet
      {...{ specs, raws, faults, onField, onTyping, today, people }}
      value={shown}
      note={<SavingNote editor={record} labels={labels} nameOf={nameOf} />}
      noteAt={lastField}
    />
  );
}
