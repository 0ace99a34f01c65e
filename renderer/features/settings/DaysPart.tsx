import { useRef, useState } from 'react';
import type { IsoDate } from '../../../shared/domain/dates.ts';
import { formatDay } from '../../app/words.ts';
import { Button } from '../../ui/Button.tsx';
import { DateField } from '../../ui/DateField.tsx';
import { TextField } from '../../ui/Field.tsx';
import { SettingsPart } from './SettingsPart.tsx';
import type { PartProps } from './partProps.ts';

type AddProps = {
  readonly today: IsoDate;
  readonly taken: readonly IsoDate[];
  readonly onAdd: (day: { readonly date: IsoDate; readonly name: string }) => void;
};

function AddDay({ today, taken, onAdd }: AddProps) {
  const [date, setDate] = useState<IsoDate>();
  const [name, setName] = useState('');
  const [isAsked, setAsked] = useState(false);
  const isTaken = date !== undefined && taken.includes(date);
  const add = () => {
    setAsked(true);
    if (!date || name.trim() === '' || isTaken) return;
    onAdd({ date, name: name.trim() });
    setDate(undefined);
    setName('');
    setAsked(false);
  };
  const dayFault = isTaken ? 'This day is in the list' : isAsked && !date ? 'Which day?' : undefined;
  return (
    <form
      className="row top-aligned"
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      <DateField label="Day" value={date} today={today} onChange={setDate} fault={dayFault} />
      <TextField
        label="What it is"
        value={name}
        onChange={setName}
        fault={
          isAsked && name.trim() === ''
            ? 'Say what it is: it is shown in the sum of each deadline'
            : undefined
        }
      />
      <Button type="submit" className="beside-fields">
        Add the day
      </Button>
    </form>
  );
}

/** Days on which this authority does not work, beside weekends and bank holidays. */
export function DaysPart({ settings, change, today }: PartProps & { readonly today: IsoDate }) {
  const list = useRef<HTMLUListElement>(null);
  const days = settings.extraNonWorkingDays.toSorted((a, b) => (a.date < b.date ? -1 : 1));
  const remove = (place: number) => {
    change({ extraNonWorkingDays: days.filter((_, index) => index !== place) });
    // The next row takes the focus; without one, the field that adds.
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])];
    const next =
      buttons[place + 1] ?? buttons[place - 1] ?? list.current?.parentElement?.querySelector('input');
    next?.focus();
  };
  return (
    <SettingsPart
      title="Your own days off"
      note="Days that are no working days here, beside weekends and the bank holidays of England and Wales."
    >
      <ul className="days" ref={list}>
        {days.map(({ date, name }, place) => (
          <li key={date}>
            <span className="num">{formatDay(date)}</span>
            <span>{name}</span>
            <Button look="small" aria-label={`Remove: ${name}`} onClick={() => remove(place)}>
              Remove
            </Button>
          </li>
        ))}
      </ul>
      {days.length === 0 && (
        <p className="empty">None yet. Add the days between Christmas and New Year if the office closes.</p>
      )}
      <AddDay
        today={today}
        taken={days.map(({ date }) => date)}
        onAdd={(day) => change({ extraNonWorkingDays: [...days, day] })}
      />
    </SettingsPart>
  );
}
