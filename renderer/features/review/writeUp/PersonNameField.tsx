import { useId } from 'react';
import { Field } from '../../../ui/Field.tsx';
import { useReview } from '../useReview.tsx';

type Props = {
  readonly label: string;
  readonly value: string;
  readonly onChange: (name: string) => void;
  readonly hint?: string;
  readonly fault?: string | undefined;
};

/** A name: one of the child's people as one types, or anybody else's. */
export function PersonNameField({ value, onChange, ...shared }: Props) {
  const { record, officer } = useReview();
  const list = useId();
  const names = [...new Set([officer.name, ...record.people.map(({ name }) => name)])];
  return (
    <Field {...shared}>
      {(control) => (
        <>
          <input
            {...control}
            type="text"
            list={list}
            value={value}
            autoComplete="off"
            spellCheck={false}
            onChange={(event) => onChange(event.target.value)}
          />
          <datalist id={list}>
            {names.map((name) => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
          </datalist>
        </>
      )}
    </Field>
  );
}
