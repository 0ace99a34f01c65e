import { useState } from 'react';
import type { Thresholds } from '../../../shared/domain/settings.ts';
import { Thresholds as ThresholdsSchema, defaultSettings } from '../../../shared/domain/settings.ts';
import { TextField } from '../../ui/Field.tsx';
import { SettingsPart } from './SettingsPart.tsx';
import type { PartProps } from './partProps.ts';

type Limit = keyof Thresholds;

const limits: readonly { readonly key: Limit; readonly label: string; readonly unit: string }[] = [
  { key: 'newActions', label: 'More new actions than', unit: 'At one review, after the first two' },
  { key: 'openActions', label: 'More open actions than', unit: 'Of one child, after the first two reviews' },
  { key: 'recordWords', label: 'A record of more words than', unit: 'All of its sections together' },
  { key: 'samePercent', label: 'The same as last time from', unit: 'Per cent of what it means' },
  { key: 'sameMinimumWords', label: 'Compared from, in words', unit: 'Where both are longer' },
  {
    key: 'legalReviewMonths',
    label: 'No legal review since, in months',
    unit: 'Section 20, or a placement order not used',
  },
];

type LimitProps = {
  readonly limit: (typeof limits)[number];
  readonly value: number;
  readonly onChange: (value: number) => void;
};

/** One limit. What is no number that can be one is kept on screen with a word, and the last good one stands. */
function LimitField({ limit: { key, label, unit }, value, onChange }: LimitProps) {
  const [typed, setTyped] = useState(String(value));
  const [known, setKnown] = useState(value);
  if (value !== known) {
    setKnown(value);
    setTyped(String(value));
  }
  const isValid = (text: string) =>
    text.trim() !== '' && ThresholdsSchema.shape[key].safeParse(Number(text)).success;
  const { maxValue } = ThresholdsSchema.shape[key];
  const most = maxValue === null || maxValue >= Number.MAX_SAFE_INTEGER ? ' or more' : ` to ${maxValue}`;
  return (
    <TextField
      label={label}
      type="number"
      value={typed}
      hint={`${unit}; as shipped ${defaultSettings.thresholds[key]}`}
      fault={isValid(typed) ? undefined : `Write a whole number, 1${most}; ${value} stands until you do`}
      onChange={(next) => {
        setTyped(next);
        if (!isValid(next)) return;
        setKnown(Number(next));
        onChange(Number(next));
      }}
    />
  );
}

/** From where on Check asks for a second look: what it finds so never blocks. */
export function LimitsPart({ settings, change }: PartProps) {
  const { thresholds } = settings;
  return (
    <SettingsPart
      title="What Check looks at"
      note="From these limits on Check asks for a second look. It never keeps a review from being finalised."
    >
      <div className="words-grid">
        {limits.map((limit) => (
          <LimitField
            key={limit.key}
            limit={limit}
            value={thresholds[limit.key]}
            onChange={(value) => change({ thresholds: { ...thresholds, [limit.key]: value } })}
          />
        ))}
      </div>
    </SettingsPart>
  );
}
