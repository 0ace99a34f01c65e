import type { ReactNode } from 'react';
import { useId } from 'react';

type Shared = {
  readonly label: string;
  readonly hint?: string | undefined;
  /** What is wrong with it, beside it. */
  readonly fault?: string | undefined;
};

type FieldProps = Shared & {
  readonly children: (control: {
    readonly id: string;
    readonly 'aria-invalid': boolean;
    readonly 'aria-describedby': string | undefined;
  }) => ReactNode;
};

/** A label, a control, a hint and a fault, tied together for a screen reader. */
export function Field({ label, hint, fault, children }: FieldProps) {
  const id = useId();
  const note = `${id}-note`;
  const hasNote = hint !== undefined || fault !== undefined;
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children({ id, 'aria-invalid': fault !== undefined, 'aria-describedby': hasNote ? note : undefined })}
      {hasNote && (
        <span id={note} className={fault === undefined ? 'hint' : 'fault'}>
          {fault ?? hint}
        </span>
      )}
    </div>
  );
}

type TextProps = Shared & {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onBlur?: () => void;
  /** Before a form is sent by Enter: what is typed is taken first. */
  readonly onEnter?: () => void;
  readonly isLong?: boolean;
  readonly isReadOnly?: boolean;
  readonly type?: 'text' | 'password' | 'date' | 'time' | 'tel' | 'number';
  readonly autoFocus?: boolean;
  /** As `autoFocus`, under a name of our own: the door and a pane open on this field. */
  readonly takesFocus?: boolean;
  readonly placeholder?: never;
};

/** One line, or with `isLong` several. Never remembered by the browser: a typed name must not land in its profile. */
export function TextField({
  value,
  onChange,
  onBlur,
  onEnter,
  isLong = false,
  isReadOnly = false,
  type = 'text',
  autoFocus = false,
  takesFocus = autoFocus,
  ...shared
}: TextProps) {
  return (
    <Field {...shared}>
      {(control) =>
        isLong ? (
          <textarea
            {...control}
            value={value}
            readOnly={isReadOnly}
            autoComplete="off"
            spellCheck={false}
            onChange={(event) => onChange(event.target.value)}
            onBlur={onBlur}
          />
        ) : (
          <input
            {...control}
            type={type}
            value={value}
            readOnly={isReadOnly}
            autoComplete="off"
            spellCheck={false}
            // oxlint-disable-next-line jsx-a11y/no-autofocus -- only where a dialog or the door opens on this field
            autoFocus={takesFocus}
            onChange={(event) => onChange(event.target.value)}
            onBlur={onBlur}
            onKeyDown={(event) => {
              if (event.key === 'Enter') onEnter?.();
            }}
          />
        )
      }
    </Field>
  );
}

type SelectProps<T extends string> = Shared & {
  readonly value: T | '';
  readonly choices: readonly { readonly value: T; readonly name: string }[];
  readonly onChange: (value: T) => void;
};

/** One of a few, as the system's own list: complete by keyboard and screen reader. */
export function SelectField<T extends string>({ value, choices, onChange, ...shared }: SelectProps<T>) {
  return (
    <Field {...shared}>
      {(control) => (
        <select
          {...control}
          value={value}
          onChange={(event) => {
            const chosen = choices.find((choice) => choice.value === event.target.value);
            if (chosen) onChange(chosen.value);
          }}
        >
          {value === '' && <option value="">Choose</option>}
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.name}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

type CheckProps = {
  readonly label: string;
  readonly isChecked: boolean;
  readonly onChange: (isChecked: boolean) => void;
};

export function CheckField({ label, isChecked, onChange }: CheckProps) {
  const id = useId();
  return (
    <div className="choices">
      <label htmlFor={id}>
        <input
          id={id}
          type="checkbox"
          checked={isChecked}
          onChange={(event) => onChange(event.target.checked)}
        />
        {label}
      </label>
    </div>
  );
}
