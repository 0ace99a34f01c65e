import { Fragment } from 'react';
import type { ReactNode } from 'react';
import type { Instant, IsoDate } from '../../../../shared/domain/dates.ts';
import { Instant as Moment, IsoDate as Day } from '../../../../shared/domain/dates.ts';
import { CheckField, SelectField, TextField } from '../../../ui/Field.tsx';
import { DateField } from '../../../ui/DateField.tsx';
import { MomentField } from './MomentField.tsx';
import type { PersonName } from './PrivacyField.tsx';
import { PrivacyField } from './PrivacyField.tsx';
import type { Choice, FieldSpec, Loose } from './specs.ts';
import { textOf, typedValue } from './specs.ts';

export type FieldSetProps = {
  readonly specs: readonly FieldSpec[];
  readonly value: Loose;
  /** What was typed and is not valid, by field. */
  readonly raws: Readonly<Record<string, string>>;
  readonly faults: Readonly<Record<string, string>>;
  readonly today: IsoDate;
  readonly people: readonly PersonName[];
  /** `raw` is what was typed, where typing was how it came. */
  readonly onField: (name: string, next: unknown, raw?: string) => void;
  /** Each letter of what is no value before it was left. */
  readonly onTyping?: (name: string, raw: string) => void;
};

type OneProps = Omit<FieldSetProps, 'specs'> & { readonly spec: FieldSpec };

const dayOf = (value: unknown): IsoDate | undefined => {
  const parsed = Day.safeParse(value);
  return parsed.success ? parsed.data : undefined;
};
const momentOf = (value: unknown): Instant | undefined => {
  const parsed = Moment.safeParse(value);
  return parsed.success ? parsed.data : undefined;
};

function PeopleField({ spec, value, people, onField }: OneProps) {
  const ticked: unknown = value[spec.name];
  const ids = Array.isArray(ticked) ? ticked.map(String) : [];
  return (
    <fieldset>
      <legend>{spec.label}</legend>
      {people.length === 0 && <p className="note">Nobody is among this child’s people yet.</p>}
      {people.map(({ id, name }) => (
        <CheckField
          key={id}
          label={name}
          isChecked={ids.includes(id)}
          onChange={(isChecked) =>
            onField(spec.name, isChecked ? [...ids, id] : ids.filter((one) => one !== id))
          }
        />
      ))}
    </fieldset>
  );
}

function TypedField({ spec, value, raws, faults, onField }: OneProps) {
  const { name, label, hint, kind } = spec;
  return (
    <TextField
      label={label}
      hint={hint}
      fault={faults[name]}
      isLong={kind === 'long'}
      type={kind === 'number' ? 'number' : 'text'}
      value={raws[name] ?? textOf(value[name])}
      onChange={(raw) => onField(name, typedValue(spec, raw), raw)}
    />
  );
}

type ChoiceProps = OneProps & { readonly choices: readonly Choice[]; readonly isOptional: boolean };

function ChoiceField({ spec, value, faults, onField, choices, isOptional }: ChoiceProps) {
  const none = { value: 'none', name: 'Not entered' };
  return (
    <SelectField
      label={spec.label}
      hint={spec.hint}
      fault={faults[spec.name]}
      value={textOf(value[spec.name])}
      choices={isOptional ? [none, ...choices] : choices}
      onChange={(next) => onField(spec.name, isOptional && next === 'none' ? undefined : next)}
    />
  );
}

function OneField(props: OneProps) {
  const { spec, value, raws, faults, today, people, onField, onTyping } = props;
  const { name, label, hint } = spec;
  const own = value[name];
  switch (spec.kind) {
    case 'line':
    case 'long':
    case 'number':
    case 'lines':
      return <TypedField {...props} />;
    case 'date':
      return (
        <DateField
          label={label}
          hint={hint}
          fault={faults[name]}
          value={dayOf(own)}
          draft={raws[name]}
          today={today}
          onChange={(next) => onField(name, next)}
          onDraft={(raw) => onField(name, raw, raw)}
          {...(onTyping && { onTyping: (raw: string) => onTyping(name, raw) })}
        />
      );
    case 'check':
      return <CheckField label={label} isChecked={own === true} onChange={(next) => onField(name, next)} />;
    case 'choice':
      return <ChoiceField {...props} choices={spec.choices} isOptional={spec.isOptional === true} />;
    case 'people':
      return <PeopleField {...props} />;
    case 'moment':
      return (
        <MomentField
          label={label}
          value={momentOf(own)}
          today={today}
          onChange={(next) => onField(name, next)}
        />
      );
    case 'privacy':
      return (
        <PrivacyField
          // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the record's own schema has read it
          value={own as Parameters<typeof PrivacyField>[0]['value']}
          people={people}
          onChange={(next) => onField(name, next)}
        />
      );
    default:
      return spec satisfies never;
  }
}

type SetProps = FieldSetProps & {
  /** What is said of the record's saving, under the field that it is about; at the end where none is named. */
  readonly note?: ReactNode;
  readonly noteAt?: string | undefined;
};

/** The fields of a record one under the other, those that do not concern it left out. */
export function FieldSet({ specs, note, noteAt, ...rest }: SetProps) {
  const shown = specs.filter(({ when }) => when === undefined || when(rest.value));
  const at = shown.find(({ name }) => name === noteAt) ?? shown.at(-1);
  return shown.map((spec) => (
    <Fragment key={spec.name}>
      <OneField spec={spec} {...rest} />
      {spec === at && note}
    </Fragment>
  ));
}
