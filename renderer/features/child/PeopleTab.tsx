import { Link } from '@tanstack/react-router';
import { Person } from '../../../shared/domain/model/child.ts';
import { useState } from 'react';
import { newId } from '../../app/ids.ts';
import { useRead } from '../../app/queries.ts';
import { Button } from '../../ui/Button.tsx';
import { Status } from '../../ui/Status.tsx';
import type { ChildData, ChildView } from './childData.ts';
import { PersonForm, peopleOf } from './facts/forms.tsx';
import { copyName, personSpecs, secretName } from './facts/specsOf.ts';
import { NewRecord } from './fields/NewRecord.tsx';
import { Pane, usePanes } from './panes.tsx';
import { TakeOut } from './TakeOut.tsx';

type PersonOfChild = ChildView['people'][number];

const roleWords = (role: string) =>
  role.slice(0, 1).toLocaleUpperCase('en-GB') + role.slice(1).replaceAll('-', ' ');

function Secrets({ person, data }: { readonly person: PersonOfChild; readonly data: ChildData }) {
  const secrets = person.mustNotLearn ?? [];
  if (secrets.length === 0) return null;
  const nameOf = (id: string | undefined) => data.view.people.find((other) => other.id === id)?.name;
  return (
    <ul>
      {secrets.map(({ what, personId, literals }) => (
        <li key={`${what} ${personId ?? ''} ${literals?.join(' ') ?? ''}`}>
          <Status kind="withheld">
            {secretName(what)}
            {nameOf(personId) !== undefined && `: ${nameOf(personId) ?? ''}`}
          </Status>
        </li>
      ))}
    </ul>
  );
}

function Row({ person, data }: { readonly person: PersonOfChild; readonly data: ChildData }) {
  const panes = usePanes();
  const reach = [person.phone, person.email, person.address].filter(
    (part) => part !== undefined && part !== '',
  );
  return (
    <tr>
      <th scope="row">
        <button type="button" className="lnk b" onClick={() => panes.open({ kind: 'person', id: person.id })}>
          {person.name}
        </button>
        {person.linkedChildId && (
          <Link
            className="two lnk"
            to="/children/$childId/$tab"
            params={{ childId: person.linkedChildId, tab: 'overview' }}
          >
            in this caseload
          </Link>
        )}
      </th>
      <td data-name="Role">
        {roleWords(person.role)}
        <span className="two">
          {[person.relationship, person.organisation].filter((part) => part !== undefined).join('; ')}
        </span>
      </td>
      <td data-name="Parental responsibility">{person.hasParentalResponsibility === true ? 'Yes' : ''}</td>
      <td data-name="Copy">{copyName(person.copy)}</td>
      <td data-name={person.mustNotLearn?.length ? 'Must not learn' : undefined}>
        <Secrets person={person} data={data} />
      </td>
      <td data-name={reach.length > 0 ? 'Reached' : undefined}>
        {reach.map((part) => (
          <span key={part} className="two">
            {part}
          </span>
        ))}
      </td>
    </tr>
  );
}

/** Everybody in the child's life: role, parental responsibility, which copy, what they must not learn, how to reach them. */
export function PeopleTab({ data }: { readonly data: ChildData }) {
  const panes = usePanes();
  const { people, child } = data.view;
  return (
    <div className="tabbody">
      <div className="btns">
        <Button icon="plus" onClick={() => panes.open({ kind: 'person', id: undefined })}>
          Add a person
        </Button>
      </div>
      {people.length === 0 ? (
        <p className="empty">
          Nobody yet. Add {child.preferredName}’s parents, carers, worker and school: who gets which copy, and
          what they must not learn, hangs on them.
        </p>
      ) : (
        <table className="caseload">
          <thead>
            <tr>
              <th scope="col">Name</th>
              <th scope="col">Role</th>
              <th scope="col">Parental responsibility</th>
              <th scope="col">Copy</th>
              <th scope="col">Must not learn</th>
              <th scope="col">Reached</th>
            </tr>
          </thead>
          <tbody>
            {people.map((person) => (
              <Row key={person.id} person={person} data={data} />
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}

/** One person, saved as it is typed; or a new one, added when complete. */
export function PersonPane({ id, data }: { readonly id: string | undefined; readonly data: ChildData }) {
  const panes = usePanes();
  const list = useRead('child:list', {});
  const [fresh] = useState(newId);
  const { child } = data.view;
  const siblings = (list.data ?? [])
    .filter((line) => line.id !== child.id)
    .map((line) => ({ value: line.id, name: line.fullName }));
  const person = data.view.people.find((one) => one.id === id);
  return (
    <Pane title={person?.name ?? 'A person'} of={id ?? ''}>
      {person ? (
        <>
          <PersonForm key={person.id} data={data} id={person.id} siblings={siblings} />
          <TakeOut
            channel="person:remove"
            id={person.id}
            name={person.name}
            data={data}
            onGone={panes.closeGone}
          />
        </>
      ) : (
        <NewRecord
          channel="person:save"
          schema={Person}
          specs={personSpecs(siblings)}
          start={{ id: fresh, childId: child.id, copy: 'none' }}
          today={data.today}
          people={peopleOf(data)}
          addWords="Add the person"
          onAdded={panes.close}
          onCancel={panes.close}
        />
      )}
    </Pane>
  );
}
