import type { Audience } from '../../../../shared/domain/model/common.ts';
import { CheckField, SelectField } from '../../../ui/Field.tsx';

export type PersonName = { readonly id: string; readonly name: string };

const levels = [
  { value: 'everyone', name: 'Everyone' },
  { value: 'not-read-aloud', name: 'Do not read aloud' },
  { value: 'not-for', name: 'Not in somebody’s copy' },
  { value: 'worker-and-iro', name: 'Only worker and IRO' },
] as const;
const restrictionChoices = [
  { value: 'none', name: 'No' },
  { value: 'privilege', name: 'Legal privilege' },
  { value: 'police', name: 'Police information' },
] as const;

type Value = {
  readonly level: Audience['level'];
  readonly notFor?: readonly string[];
  readonly restriction?: Audience['restriction'];
};
type Props = {
  readonly value: Value | undefined;
  readonly people: readonly PersonName[];
  readonly onChange: (value: Value | undefined) => void;
};

function cleaned(
  { level, notFor = [], restriction }: Value,
  people: readonly PersonName[],
): Value | undefined {
  const [first] = people;
  const names = level === 'not-for' && notFor.length === 0 && first ? [first.id] : notFor;
  const value: Value = {
    level: level === 'not-for' && names.length === 0 ? 'worker-and-iro' : level,
    ...(level === 'not-for' && names.length > 0 && { notFor: names }),
    ...(restriction && { restriction }),
  };
  return value.level === 'everyone' && value.restriction === undefined ? undefined : value;
}

/** Who may have it: everyone, or not; and what prints in the service file only. */
export function PrivacyField({ value = { level: 'everyone' }, people, onChange }: Props) {
  const set = (part: Partial<Value>) => onChange(cleaned({ ...value, ...part }, people));
  const notFor = value.notFor ?? [];
  return (
    <fieldset className="form">
      <legend className="hide">Who may have it</legend>
      <div className="row">
        <SelectField
          label="Who may have it"
          value={value.level}
          choices={levels}
          onChange={(level) => set({ level })}
        />
        <SelectField
          label="Service file only"
          value={value.restriction ?? 'none'}
          choices={restrictionChoices}
          onChange={(next) => set({ restriction: next === 'none' ? undefined : next })}
        />
      </div>
      {value.level === 'not-for' &&
        people.map(({ id, name }) => (
          <CheckField
            key={id}
            label={`Not for ${name}`}
            isChecked={notFor.includes(id)}
            onChange={(isChecked) =>
              set({ notFor: isChecked ? [...notFor, id] : notFor.filter((one) => one !== id) })
            }
          />
        ))}
    </fieldset>
  );
}
