import { useState } from 'react';
import type { IsoDate } from '../../../shared/domain/dates.ts';
import { formatDate } from '../../../shared/domain/london.ts';
import { SchoolTerm } from '../../../shared/domain/schoolTerms.ts';
import { Button } from '../../ui/Button.tsx';
import { DateField } from '../../ui/DateField.tsx';
import { TextField } from '../../ui/Field.tsx';
import type { RulePart } from './ruleParts.ts';

function useTermForm({ settings, change }: RulePart) {
  const [name, setName] = useState('');
  const [from, setFrom] = useState<IsoDate>();
  const [to, setTo] = useState<IsoDate>();
  const [halfFrom, setHalfFrom] = useState<IsoDate>();
  const [halfTo, setHalfTo] = useState<IsoDate>();
  const [fault, setFault] = useState<string>();
  const add = () => {
    const term = SchoolTerm.safeParse({
      name: name.trim(),
      from,
      to,
      ...(halfFrom && halfTo && { halfTerm: { from: halfFrom, to: halfTo } }),
    });
    if (!term.success) return setFault('Give a name, its first and its last day, in that order.');
    setFault(undefined);
    change({ schoolTerms: [...(settings.schoolTerms ?? []), term.data] });
    for (const clear of [setFrom, setTo, setHalfFrom, setHalfTo]) clear(undefined);
    return setName('');
  };
  return { name, setName, from, setFrom, to, setTo, halfFrom, setHalfFrom, halfTo, setHalfTo, fault, add };
}

function AddTerm(part: RulePart) {
  const { today } = part;
  const form = useTermForm(part);
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        form.add();
      }}
    >
      <TextField label="Name of the term" value={form.name} onChange={form.setName} fault={form.fault} />
      <div className="row">
        <DateField label="First day" value={form.from} today={today} onChange={form.setFrom} />
        <DateField label="Last day" value={form.to} today={today} onChange={form.setTo} />
      </div>
      <div className="row">
        <DateField label="Half term from" value={form.halfFrom} today={today} onChange={form.setHalfFrom} />
        <DateField label="Half term to" value={form.halfTo} today={today} onChange={form.setHalfTo} />
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
  return (
    <section className="part" aria-labelledby="school-terms">
      <h2 id="school-terms">School terms</h2>
      <div className="part-body">
        <p className="note">
          Some rules count in terms or school days. Without your terms the ordinary ends of term (31 December,
          31 March, 31 August) are taken, and those dates say that they are not certain.
        </p>
        <ul className="days">
          {terms.map((term) => (
            <li key={`${term.name} ${term.from}`}>
              <span>{term.name}</span>
              <span className="num">
                {formatDate(term.from)} to {formatDate(term.to)}
                {term.halfTerm
                  ? `, half term ${formatDate(term.halfTerm.from)} to ${formatDate(term.halfTerm.to)}`
                  : ''}
              </span>
              <Button
                look="small"
                aria-label={`Remove: ${term.name}`}
                onClick={() => change({ schoolTerms: terms.filter((each) => each !== term) })}
              >
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
