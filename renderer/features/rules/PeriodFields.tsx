import type { Period, PeriodUnit } from '../../../shared/domain/rules/period.ts';
import { Period as PeriodShape, periodUnits } from '../../../shared/domain/rules/period.ts';
import { SelectField, TextField } from '../../ui/Field.tsx';
import { unitNames } from './ruleWords.ts';

export type TypedPeriod = { readonly value: string; readonly unit: PeriodUnit };

/** What was typed as a period; undefined while it is none. */
export function periodOf({ value, unit }: TypedPeriod): Period | undefined {
  const parsed = PeriodShape.safeParse({ value: Number(value.replace(',', '.')), unit });
  return value.trim() !== '' && parsed.success ? parsed.data : undefined;
}

export function typedOf(period: Period | undefined): TypedPeriod {
  return { value: period ? String(period.value) : '', unit: period?.unit ?? 'working-day' };
}

type Props = {
  readonly typed: TypedPeriod;
  readonly onChange: (typed: TypedPeriod) => void;
  readonly fault: string | undefined;
};

/** How many of which unit. */
export function PeriodFields({ typed, onChange, fault }: Props) {
  return (
    <div className="row top-aligned">
      <TextField
        label="How many"
        value={typed.value}
        fault={fault}
        onChange={(value) => onChange({ ...typed, value })}
      />
      <SelectField
        label="Of what"
        value={typed.unit}
        choices={periodUnits.map((unit) => ({ value: unit, name: unitNames[unit] }))}
        onChange={(unit) => onChange({ ...typed, unit })}
      />
    </div>
  );
}
