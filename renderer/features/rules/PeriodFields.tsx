import type { Period, PeriodUnit } from '../../../shared/domain/rules/period.ts';
import { Period as PeriodShape, periodUnits } from '../../../shared/domain/rules/period.ts';
import { SelectField, TextField } from '../../ui/Field.tsx';
import { unitNames } from './ruleWords.ts';

export type TypedPeriod = { readonly value: string; readonly unit: PeriodUnit };

/** The number that was typed, with a comma or a point. */
export const numberOf = ({ value }: TypedPeriod): number => Number(value.trim().replace(',', '.'));

/** What was typed as a period; undefined while it is none. */
export function periodOf(typed: TypedPeriod): Period | undefined {
  const parsed = PeriodShape.safeParse({ value: numberOf(typed), unit: typed.unit });
  return typed.value.trim() !== '' && parsed.success ? parsed.data : undefined;
}

export function typedOf(period: Period | undefined): TypedPeriod {
  return { value: period ? String(period.value) : '', unit: period?.unit ?? 'working-day' };
}

type Props = {
  readonly typed: TypedPeriod;
  readonly onChange: (typed: TypedPeriod) => void;
  readonly fault: string | undefined;
  /** What is wrong with the unit: no date could come of it. */
  readonly unitFault: string | undefined;
  readonly hint?: string | undefined;
};

/** How many of which unit. */
export function PeriodFields({ typed, onChange, fault, unitFault, hint }: Props) {
  return (
    <div className="row top-aligned">
      <TextField
        label="How many"
        value={typed.value}
        hint={hint}
        fault={fault}
        onChange={(value) => onChange({ ...typed, value })}
      />
      <SelectField
        label="Of what"
        value={typed.unit}
        fault={unitFault}
        choices={periodUnits.map((unit) => ({ value: unit, name: unitNames[unit] }))}
        onChange={(unit) => onChange({ ...typed, unit })}
      />
    </div>
  );
}
