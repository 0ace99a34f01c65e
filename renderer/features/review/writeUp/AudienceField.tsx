import type { Audience } from '../../../../shared/domain/model/common.ts';
import type { PersonId } from '../../../../shared/domain/ids.ts';
import { CheckField, SelectField } from '../../../ui/Field.tsx';
import { useReview } from '../useReview.tsx';

const levels = [
  { value: 'everyone', name: 'Everyone' },
  { value: 'not-read-aloud', name: 'Do not read aloud' },
  { value: 'not-for', name: 'Not in some copies' },
  { value: 'worker-and-iro', name: 'Only worker and IRO' },
] as const;
const restrictions = [
  { value: 'none', name: 'None' },
  { value: 'privilege', name: 'Legal privilege: service file only' },
  { value: 'police', name: 'Police information: service file only' },
] as const;

type Given = {
  readonly [K in keyof Audience]: K extends 'notFor' ? readonly string[] | undefined : Audience[K];
};
type Props = {
  readonly value: Given | undefined;
  readonly onChange: (value: Audience | undefined) => void;
};

function audienceOf(
  level: Audience['level'],
  notFor: readonly PersonId[],
  restriction: Audience['restriction'],
): Audience | undefined {
  // Naming nobody is no limit: the level waits until somebody is named.
  const isNamed = level === 'not-for' && notFor.length > 0;
  if (level === 'everyone' && restriction === undefined) return undefined;
  return {
    level: level === 'not-for' && !isNamed ? 'everyone' : level,
    ...(isNamed && { notFor: [...notFor] }),
    ...(restriction && { restriction }),
  };
}

/** Who may have it. Anything but everyone is flagged, and never leaves with its group. */
export function AudienceField({ value, onChange }: Props) {
  const { record } = useReview();
  const people = record.people.filter(({ copy }) => copy !== 'service-file');
  const level = value?.level ?? 'everyone';
  const named = people.flatMap(({ id }) => (value?.notFor?.includes(id) === true ? [id] : []));
  const change = (
    next: Audience['level'],
    notFor: readonly PersonId[],
    restriction: Audience['restriction'],
  ) => onChange(audienceOf(next, notFor, restriction));
  const [first] = people;
  return (
    <div className="row">
      <SelectField
        label="Who may have it"
        value={level}
        choices={levels}
        onChange={(next) =>
          change(
            next,
            next === 'not-for' && named.length === 0 && first ? [first.id] : named,
            value?.restriction,
          )
        }
      />
      <SelectField
        label="Restriction"
        value={value?.restriction ?? 'none'}
        choices={restrictions}
        onChange={(next) => change(level, named, next === 'none' ? undefined : next)}
      />
      {level === 'not-for' && (
        <fieldset className="wide-field">
          <legend>Not in the copy of</legend>
          <div className="choices">
            {people.map(({ id, name }) => (
              <CheckField
                key={id}
                label={name}
                isChecked={named.includes(id)}
                onChange={(isChecked) =>
                  change(
                    'not-for',
                    isChecked ? [...named, id] : named.filter((other) => other !== id),
                    value?.restriction,
                  )
                }
              />
            ))}
          </div>
        </fieldset>
      )}
    </div>
  );
}
