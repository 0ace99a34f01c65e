import type { ReactNode } from 'react';

type Props = { readonly label: string; readonly children: ReactNode };

/** The fields of one row, opened below it. */
export function FieldsBox({ label, children }: Props) {
  return (
    <fieldset className="fields">
      <legend className="hide">{label}</legend>
      <div className="form">{children}</div>
    </fieldset>
  );
}
