import { useRef, useState } from 'react';
import { formatDate } from '../../../shared/domain/london.ts';
import type { TypedTerm } from '../../../shared/domain/schoolTerms.ts';
import { SchoolTerm, termFaults } from '../../../shared/domain/schoolTerms.ts';
import { Button } from '../../ui/Button.tsx';
import { DateField } from '../../ui/DateField.tsx';
import { TextField } from '../../ui/Field.tsx';
import { useSay } from '../../ui/LiveRegion.tsx';
import type { RulePart } from './ruleParts.ts';

const blank: TypedTerm = {
  name: '',
  from: undefined,
  to: undefined,
  halfFrom: undefined,
  halfTo: undefined,
};

function useTermForm({ settings, change }: RulePart) {
  const say = useSay();
  const [typed, setTyped] = useState(blank);
  const [isAsked, setAsked] = useState(false);
  const set = (field: Partial<TypedTerm>) => setTyped((before) => ({ ...before, ...field }));
  const add = () => {
    setAsked(true);
    const { name, from, to, halfFrom, halfTo } = typed;
    if (Object.keys(termFaults(typed)).length > 0) return;
    const halfTerm = halfFrom && halfTo ? { from: halfFrom, to: halfTo } : undefined;
    const term = SchoolTerm.parse({ name: name.trim(), from, to, ...(halfTerm && { halfTerm }) });
    change({ schoolTerms: [...(settings.schoolTerms ?? []), term] });
    setTyped(blank);
    setAsked(false);
    say(`${term.name} is added.`);
  };
  return { typed, set, faults: isAsked ? termFaults(typed) : {}, add };
}

function AddTerm(part: RulePart) {
  const { today } = part;
  const { typed, set, faults, add } = useTermForm(part);
  const day = (label: string, field: 'from' | 'to' | 'halfFrom' | 'halfTo') => (
    <DateField
      label={label}
      value={typed[field]}
      today={today}
      fault={faults[field]}
      onChange={(on) => set({ [field]: on })}
    />
  );
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      <TextField
        label="Name of the term"
        value={typed.name}
        onChange={(name) => set({ name })}
        fault={faults.name}
      />
      <div className="row top-aligned">
        {day('First day', 'from')}
        {day('Last day', 'to')}
      </div>
      <div className="row top-aligned">
        {day('Half term from', 'halfFrom')}
        {day('Half term to', 'halfTo')}
      </div>
      <div className="btns">
        <Button type="submit">Add the term</Button>
      </div>
    </form>
  );
}

/** The terms of the authority's schools, which some rules count in. */
export function TermsPart(part: RulePart) {
  const { settings, change } = part;
  const terms = (settings.schoolTerms ?? []).toSorted((a, b) => (a.from < b.from ? 1 : -1));
  const list = useRef<HTMLUListElement>(null);
  const remove = (place: number) => {
    change({ schoolTerms: terms.filter((_, index) => index !== place) });
    // The next row takes the focus; without one, the field that adds.
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])];
    const next =
      buttons[place + 1] ?? buttons[place - 1] ?? list.current?.parentElement?.querySelector('input');
    next?.focus();
  };
  return (
    <section className="part" aria-labelledby="school-terms">
      <h2 id="school-terms">School terms</h2>
      <div className="part-body">
        <p className="note">
          Some rules count in terms or school days. Without your terms the ordinary ends of term (31 December,
          31 March, 31 August) are taken, and those dates say that they are not certain.
        </p>
        <ul className="days" ref={list}>
          {terms.map((term, place) => (
            <li key={`${term.name} ${term.from}`}>
              <span>{term.name}</span>
              <span className="num">
                {formatDate(term.from)} to {formatDate(term.to)}
                {term.halfTerm
                  ? `, half term ${formatDate(term.halfTerm.from)} to ${formatDate(term.halfTerm.to)}`
                  : ''}
              </span>
              <Button look="small" aria-label={`Remove: ${term.name}`} onClick={() => remove(place)}>
                Remove
              </Button>
            </li>
          ))}
        </ul>
        <AddTerm {...part} />
      </div>
    </section>
  );
}
