import { useId, useRef, useState } from 'react';
import type * as z from 'zod';
import type { IsoDate } from '../../../../shared/domain/dates.ts';
import { Button } from '../../../ui/Button.tsx';
import { FieldSet } from './FieldSet.tsx';
import type { PersonName } from './PrivacyField.tsx';
import type { FieldSpec, Loose } from './specs.ts';
import { faultsOf, withField } from './specs.ts';

type ItemFormProps = {
  readonly schema: z.ZodType;
  readonly specs: readonly FieldSpec[];
  readonly start: Loose;
  readonly today: IsoDate;
  readonly people: readonly PersonName[];
  readonly onKeep: (item: Loose) => void;
  readonly onCancel: () => void;
};

function ItemForm({ schema, specs, start, today, people, onKeep, onCancel }: ItemFormProps) {
  const [value, setValue] = useState(start);
  const [raws, setRaws] = useState<Readonly<Record<string, string>>>({});
  const [faults, setFaults] = useState<Readonly<Record<string, string>>>({});
  const keep = () => {
    const parsed = schema.safeParse(value);
    if (parsed.success) onKeep(value);
    else setFaults(faultsOf(parsed.error.issues, value));
  };
  return (
    <div className="form item">
      <FieldSet
        specs={specs}
        value={value}
        raws={raws}
        faults={faults}
        today={today}
        people={people}
        onField={(name, next, raw) => {
          setValue(withField(value, name, next));
          if (raw !== undefined) setRaws({ ...raws, [name]: raw });
        }}
      />
      <div className="btns">
        <Button look="small" onClick={keep}>
          Keep
        </Button>
        <Button look="small" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </div>
  );
}

type LineProps = { readonly words: string; readonly onOpen: () => void; readonly onOut: () => void };

function ItemLine({ words, onOpen, onOut }: LineProps) {
  return (
    <>
      <span>{words}</span>
      <Button look="link" aria-label={`Change: ${words}`} onClick={onOpen}>
        Change
      </Button>
      <Button look="link" aria-label={`Take out: ${words}`} onClick={onOut}>
        Take out
      </Button>
    </>
  );
}

type Props = {
  readonly title: string;
  readonly addWords: string;
  readonly items: readonly Loose[];
  readonly words: (item: Loose) => string;
  readonly schema: z.ZodType;
  readonly specs: readonly FieldSpec[];
  readonly start: () => Loose;
  readonly today: IsoDate;
  readonly people: readonly PersonName[];
  readonly onChange: (items: readonly Loose[]) => void;
};

/** A list inside a record: each line can be changed or taken out, and the focus stays in the list. */
export function ItemList(props: Props) {
  const { title, addWords, items, words, schema, specs, start, today, people, onChange } = props;
  const [open, setOpen] = useState<number | 'new'>();
  const list = useRef<HTMLElement>(null);
  const heading = useId();
  const shut = () => {
    setOpen(undefined);
    requestAnimationFrame(() => list.current?.querySelector<HTMLElement>('button')?.focus());
  };
  const form = (item: Loose, keep: (next: Loose) => void) => (
    <ItemForm
      schema={schema}
      specs={specs}
      start={item}
      today={today}
      people={people}
      onCancel={shut}
      onKeep={(next) => {
        keep(next);
        shut();
      }}
    />
  );
  return (
    <section className="items" ref={list} aria-labelledby={heading}>
      <h3 id={heading}>{title}</h3>
      <ul>
        {items.map((item, place) => (
          // oxlint-disable-next-line react/no-array-index-key -- lines without an id of their own keep their order
          <li key={place}>
            {open === place ? (
              form(item, (next) => onChange(items.map((one, index) => (index === place ? next : one))))
            ) : (
              <ItemLine
                words={words(item)}
                onOpen={() => setOpen(place)}
                onOut={() => {
                  onChange(items.filter((_, index) => index !== place));
                  shut();
                }}
              />
            )}
          </li>
        ))}
      </ul>
      {open === 'new' ? (
        form(start(), (next) => onChange([...items, next]))
      ) : (
        <Button look="small" icon="plus" onClick={() => setOpen('new')}>
          {addWords}
        </Button>
      )}
    </section>
  );
}
