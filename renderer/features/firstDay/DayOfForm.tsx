import { DateField } from '../../ui/DateField.tsx';
import type { ChildForm } from './childForm.ts';
import type { FormParts } from './formParts.ts';
import { draftsWith } from './formParts.ts';

type DayField =
  | 'dateOfBirth'
  | 'lookedAfterSince'
  | 'legalStatusSince'
  | 'workerSince'
  | 'lastReviewOn'
  | 'nextReviewOn';
type Props = FormParts & {
  readonly field: DayField;
  readonly label: string;
  readonly fault?: string | undefined;
};

/** A day of the form; what is no day stays as typed and holds the form back. */
export function DayOfForm({ form, edit, today, faultOf, field, label, fault }: Props) {
  const part = (value: ChildForm[DayField]): Partial<ChildForm> => ({ [field]: value });
  return (
    <DateField
      label={label}
      value={form[field]}
      today={today}
      onChange={(day) => edit({ ...part(day), drafts: draftsWith(form, field, undefined) })}
      onDraft={(raw) => edit({ drafts: draftsWith(form, field, raw) })}
      fault={fault ?? faultOf(field)}
    />
  );
}
