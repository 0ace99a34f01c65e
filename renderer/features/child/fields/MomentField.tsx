import { useState } from 'react';
import type { Instant, IsoDate, LocalTime } from '../../../../shared/domain/dates.ts';
import { LocalTime as Time } from '../../../../shared/domain/dates.ts';
import { fromLondon, londonDay } from '../../../../shared/domain/london.ts';
import { DateField } from '../../../ui/DateField.tsx';
import { SelectField, TextField } from '../../../ui/Field.tsx';

type Props = {
  readonly label: string;
  readonly value: Instant | undefined;
  readonly today: IsoDate;
  readonly onChange: (value: Instant | undefined) => void;
};

const wall = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  hour: '2-digit',
  minute: '2-digit',
  hour12: false,
});

/** `9.30`, `9:30` and `0930` are all half past nine in the morning. */
function parseTime(typed: string): LocalTime | undefined {
  const parts = /^(\d{1,2})[.: ]?(\d{2})$/.exec(typed.trim());
  const parsed = Time.safeParse(parts ? `${(parts[1] ?? '').padStart(2, '0')}:${parts[2] ?? ''}` : '');
  return parsed.success ? parsed.data : undefined;
}

/** A moment by the clocks of London; the hour that comes twice in October is asked for. */
export function MomentField({ label, value, today, onChange }: Props) {
  const [day, setDay] = useState(value && londonDay(value));
  const [typed, setTyped] = useState(value ? wall.format(new Date(value)) : '');
  const time = parseTime(typed);
  const moment = day && time ? fromLondon(day, time) : undefined;
  const tell = (nextDay: IsoDate | undefined, nextTime: LocalTime | undefined) => {
    const next = nextDay && nextTime ? fromLondon(nextDay, nextTime) : undefined;
    if (next?.kind === 'one') onChange(next.instant);
    else if (next?.kind === 'ambiguous') onChange(next.first);
    else if (!nextDay) onChange(undefined);
  };
  const fault =
    moment?.kind === 'skipped'
      ? 'The clocks went forward over this time.'
      : typed.trim() !== '' && !time
        ? 'Write the time as 21.30.'
        : undefined;
  return (
    <div className="row">
      <DateField
        label={`${label}, day`}
        value={day}
        today={today}
        onChange={(next) => {
          setDay(next);
          tell(next, time);
        }}
      />
      <TextField
        label={`${label}, time`}
        value={typed}
        fault={fault}
        onChange={(next) => {
          setTyped(next);
          tell(day, parseTime(next));
        }}
      />
      {moment?.kind === 'ambiguous' && (
        <SelectField
          label="The clocks went back: which of the two"
          value={value === moment.second ? 'second' : 'first'}
          choices={[
            { value: 'first', name: 'The first' },
            { value: 'second', name: 'The second, an hour later' },
          ]}
          onChange={(which) => onChange(moment[which])}
        />
      )}
    </div>
  );
}
