import { useId } from 'react';
import type { Appearance } from '../../../shared/domain/settings.ts';
import { defaultAppearance, defaultIdleMinutes, textPercents } from '../../../shared/domain/settings.ts';
import { SelectField } from '../../ui/Field.tsx';
import { SettingsPart } from './SettingsPart.tsx';
import type { PartProps } from './partProps.ts';

type ChoiceProps<T extends string> = {
  readonly legend: string;
  readonly value: T;
  readonly choices: readonly { readonly value: T; readonly name: string }[];
  readonly onChange: (value: T) => void;
};

/** A few choices side by side, all in sight. */
function Choice<T extends string>({ legend, value, choices, onChange }: ChoiceProps<T>) {
  const name = useId();
  return (
    <fieldset>
      <legend>{legend}</legend>
      <div className="choices">
        {choices.map((choice) => (
          <label key={choice.value}>
            <input
              type="radio"
              name={name}
              checked={choice.value === value}
              onChange={() => onChange(choice.value)}
            />
            {choice.name}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

const idleChoices = [1, 2, 5, 10, 15, 20, 30, 60].map((minutes) => ({
  value: String(minutes),
  name: minutes === 1 ? '1 minute' : `${minutes} minutes`,
}));

/** How the window looks, and when it locks itself. */
export function AppearancePart({ settings, change }: PartProps) {
  const appearance = settings.appearance ?? defaultAppearance;
  const set = (part: Partial<Appearance>) => change({ appearance: { ...appearance, ...part } });
  return (
    <SettingsPart title="Appearance and lock">
      <Choice
        legend="Light or dark"
        value={appearance.scheme}
        choices={[
          { value: 'system', name: 'As the system' },
          { value: 'light', name: 'Light' },
          { value: 'dark', name: 'Dark' },
        ]}
        onChange={(scheme) => set({ scheme })}
      />
      <Choice
        legend="Contrast"
        value={appearance.contrast}
        choices={[
          { value: 'system', name: 'As the system' },
          { value: 'more', name: 'High' },
        ]}
        onChange={(contrast) => set({ contrast })}
      />
      <Choice
        legend="Rows"
        value={appearance.density}
        choices={[
          { value: 'comfortable', name: 'Comfortable' },
          { value: 'compact', name: 'Compact' },
        ]}
        onChange={(density) => set({ density })}
      />
      <div className="row">
        <SelectField
          label="Size of text"
          value={String(appearance.textPercent)}
          choices={textPercents.map((percent) => ({ value: String(percent), name: `${percent}%` }))}
          onChange={(chosen) =>
            set({ textPercent: textPercents.find((percent) => String(percent) === chosen) ?? 100 })
          }
        />
        <SelectField
          label="Lock by itself when nobody has touched it for"
          value={String(settings.idleMinutes ?? defaultIdleMinutes)}
          choices={idleChoices}
          onChange={(minutes) => change({ idleMinutes: Number(minutes) })}
        />
      </div>
    </SettingsPart>
  );
}
