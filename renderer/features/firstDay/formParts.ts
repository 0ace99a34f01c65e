import type { IsoDate } from '../../../shared/domain/dates.ts';
import type { ChildForm } from './childForm.ts';

/** What each part of the form is given. */
export type FormParts = {
  readonly form: ChildForm;
  readonly edit: (part: Partial<ChildForm>) => void;
  readonly today: IsoDate;
  readonly faultOf: (field: string) => string | undefined;
};

/** Keeps what was typed and is no day, or forgets it once the field holds a day or nothing. */
export function draftsWith(form: ChildForm, field: string, raw: string | undefined): ChildForm['drafts'] {
  const others = Object.fromEntries(Object.entries(form.drafts).filter(([name]) => name !== field));
  return raw === undefined ? others : { ...others, [field]: raw };
}
