import { useState } from 'react';
import type * as z from 'zod';
import type { AppError } from '../../../../shared/domain/result.ts';
import type { IsoDate } from '../../../../shared/domain/dates.ts';
import { call, failureOf } from '../../../app/calls.ts';
import { readAgain } from '../../../app/queries.ts';
import type { SaveChannel, SavedValue } from '../../../app/saving/useRecord.ts';
import { Button } from '../../../ui/Button.tsx';
import { ErrorNote } from '../../../ui/ErrorNote.tsx';
import { useSay } from '../../../ui/LiveRegion.tsx';
import { FieldSet } from './FieldSet.tsx';
import type { PersonName } from './PrivacyField.tsx';
import type { FieldSpec, Loose } from './specs.ts';
import { faultsOf, withField } from './specs.ts';

type Props<C extends SaveChannel> = {
  readonly channel: C;
  readonly schema: z.ZodType;
  readonly specs: readonly FieldSpec[];
  readonly start: Loose;
  readonly today: IsoDate;
  readonly people: readonly PersonName[];
  readonly addWords: string;
  readonly onAdded: () => void;
  readonly onCancel: () => void;
};

/** A record that is not there yet: typed in full, then added once it is complete. */
export function NewRecord<C extends SaveChannel>(props: Props<C>) {
  const { channel, schema, specs, start, today, people, addWords, onAdded, onCancel } = props;
  const [value, setValue] = useState<Loose>(start);
  const [raws, setRaws] = useState<Readonly<Record<string, string>>>({});
  const [faults, setFaults] = useState<Readonly<Record<string, string>>>({});
  const [error, setError] = useState<AppError>();
  const say = useSay();
  const onField = (name: string, next: unknown, raw?: string) => {
    setValue(withField(value, name, next));
    if (raw !== undefined) setRaws({ ...raws, [name]: raw });
    setFaults(Object.fromEntries(Object.entries(faults).filter(([field]) => field !== name)));
  };
  const add = async () => {
    const parsed = schema.safeParse(value);
    if (!parsed.success) {
      setFaults(faultsOf(parsed.error.issues, value));
      say('Something is missing. It stands beside its field.');
      return;
    }
    try {
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- its own schema has just read it
      const input = { value: value as SavedValue<C>, baseVersion: 0 } as unknown as Parameters<
        typeof call<C>
      >[1];
      await call(channel, input);
      await readAgain();
      say('Added');
      onAdded();
    } catch (cause) {
      setError(failureOf(cause));
    }
  };
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <FieldSet
        specs={specs}
        value={value}
        raws={raws}
        faults={faults}
        today={today}
        people={people}
        onField={onField}
      />
      {error && <ErrorNote error={error} />}
      <div className="btns">
        <Button type="submit">{addWords}</Button>
        <Button look="link" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
