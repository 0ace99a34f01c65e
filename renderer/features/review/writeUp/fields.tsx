import { useState } from 'react';
import type { IsoDate } from '../../../../shared/domain/dates.ts';
import { asIsoDate } from '../../../../shared/domain/dates.ts';
import { useRead } from '../../../app/queries.ts';
import { useKept } from '../../../app/saving/useKept.ts';
import { DateField } from '../../../ui/DateField.tsx';
import { TextField } from '../../../ui/Field.tsx';
import { useReview } from '../useReview.tsx';

type RequiredProps = {
  readonly label: string;
  readonly value: string;
  /** Called with words only, never with nothing. */
  readonly onChange: (value: string) => void;
  readonly hint?: string;
  readonly isLong?: boolean;
  readonly onEnter?: () => void;
};

/** Words that may not be empty: while they are, the last ones stay in the record, and the field says so. */
export function RequiredField({ value, onChange, ...shared }: RequiredProps) {
  const [isEmptied, setEmptied] = useState(false);
  return (
    <TextField
      {...shared}
      value={isEmptied ? '' : value}
      onChange={(next) => {
        const isFilled = next.trim() !== '';
        setEmptied(!isFilled);
        if (isFilled) onChange(next);
      }}
      fault={isEmptied ? 'This needs words. The last ones stay until there are new ones.' : undefined}
    />
  );
}

type DateProps = {
  readonly label: string;
  readonly value: string | undefined;
  readonly onChange: (value: IsoDate | undefined) => void;
  /** The record and the field of it that the day belongs to: what is no day yet is kept under their names. */
  readonly record: string;
  readonly entity: string;
  readonly field: string;
  readonly hint?: string;
  readonly fault?: string | undefined;
};

/** A day of a record. What is typed is kept as a draft until it is a day that was left, also over a restart. */
export function RecordDate({ label, value, onChange, record, entity, field, hint, fault }: DateProps) {
  const { view, today } = useReview();
  const { childId } = view.review;
  const drafts = useRead('draft:list', { id: childId });
  const { rawOf, put } = useKept({ childId, record, entity });
  if (!drafts.data) return null;
  const draft = rawOf(field);
  return (
    <DateField
      label={label}
      value={value === undefined ? undefined : asIsoDate(value)}
      today={today}
      draft={draft}
      hint={hint}
      fault={fault}
      onTyping={(raw) => put(field, raw)}
      onChange={(next) => {
        if (draft !== undefined) put(field, undefined);
        if (next !== value) onChange(next);
      }}
    />
  );
}

/** A field's words, or nothing where it was emptied. */
export function orNothing(words: string): string | undefined {
  return words.trim() === '' ? undefined : words;
}

/** A record with one optional field set, or left out where there is nothing. */
export function withField<T extends object, K extends keyof T>(
  value: T,
  field: K,
  next: T[K] | undefined,
): T {
  const { [field]: _before, ...rest } = value;
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the same fields, one of them optional
  return (next === undefined ? rest : { ...rest, [field]: next }) as T;
}
