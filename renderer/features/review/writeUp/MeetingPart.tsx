import { useState } from 'react';
import type { Attendee, Meeting } from '../../../../shared/domain/model/review.ts';
import { formatDate } from '../../../../shared/domain/london.ts';
import type { RecordEditor, SavedValue } from '../../../app/saving/useRecord.ts';
import { useRecord } from '../../../app/saving/useRecord.ts';
import { Button } from '../../../ui/Button.tsx';
import { SelectField, TextField } from '../../../ui/Field.tsx';
import { TimeField } from '../../../ui/TimeField.tsx';
import { useReview } from '../useReview.tsx';
import { RecordDate, RequiredField, orNothing, withField } from './fields.tsx';
import { FieldsBox } from './FieldsBox.tsx';
import { InterpreterFields } from './InterpreterFields.tsx';
import { useOpened } from './opened.tsx';
import { RowButton } from './PointRows.tsx';
import { SavingNote } from '../../../app/saving/SavingNote.tsx';

type Editor = RecordEditor<SavedValue<'meeting:save'>>;
type Attending = Editor['value']['attendees'][number];

const hows: readonly { readonly value: Attendee['how']; readonly name: string }[] = [
  { value: 'attended', name: 'Attended' },
  { value: 'part-of-it', name: 'Part of it' },
  { value: 'views-sent', name: 'Sent views' },
  { value: 'invited', name: 'Invited, did not come' },
  { value: 'excluded', name: 'Excluded' },
];
const modes = [
  { value: 'in-person', name: 'In person' },
  { value: 'video', name: 'Video' },
  { value: 'phone', name: 'Phone' },
  { value: 'mixed', name: 'Mixed' },
] as const;

function WhenAndWhere({ editor }: { readonly editor: Editor }) {
  const { value, edit } = editor;
  return (
    <div className="row">
      <RecordDate
        label="On"
        value={value.on}
        onChange={(on) => on && edit({ ...value, on })}
        record={value.id}
        entity="meeting"
        field="on"
      />
      <TimeField
        label="From"
        value={value.startsAt}
        onChange={(next) => edit(withField(value, 'startsAt', next))}
      />
      <TimeField
        label="To"
        value={value.endsAt}
        onChange={(next) => edit(withField(value, 'endsAt', next))}
      />
      <SelectField
        label="How"
        value={value.mode ?? ''}
        choices={modes}
        onChange={(mode) => edit({ ...value, mode })}
      />
      <TextField
        label="Where"
        value={value.place ?? ''}
        onChange={(place) => edit(withField(value, 'place', orNothing(place)))}
      />
    </div>
  );
}

type AttendeeProps = {
  readonly attendee: Attending;
  readonly onChange: (next: Attending) => void;
  readonly onRemove: () => void;
};

function AttendeeFields({ attendee, onChange, onRemove }: AttendeeProps) {
  const { close } = useOpened();
  const { interpreter } = attendee;
  return (
    <FieldsBox label={`How ${attendee.name} took part`}>
      <div className="row">
        <RequiredField
          label="Name"
          value={attendee.name}
          onChange={(name) => onChange({ ...attendee, name })}
        />
        <RequiredField
          label="Role"
          value={attendee.role}
          onChange={(role) => onChange({ ...attendee, role })}
        />
      </div>
      <div className="row">
        <SelectField
          label="Took part"
          value={attendee.how}
          choices={hows}
          onChange={(how) => onChange({ ...attendee, how })}
        />
        <TextField
          label="How or why"
          value={attendee.detail ?? ''}
          onChange={(detail) => onChange(withField(attendee, 'detail', orNothing(detail)))}
        />
      </div>
      <InterpreterFields
        value={interpreter}
        onChange={(next) => onChange(withField(attendee, 'interpreter', next))}
      />
      <div className="btns">
        <Button look="small" onClick={close}>
          Close
        </Button>
        <Button
          look="small"
          onClick={() => {
            onRemove();
            close();
          }}
        >
          Remove {attendee.name}
        </Button>
      </div>
    </FieldsBox>
  );
}

/** Who, as what, and how they took part, in one line; its name opens the fields. */
function AttendeeRow({ id, ...props }: AttendeeProps & { readonly id: string }) {
  const { attendee } = props;
  const { id: opened } = useOpened();
  const how = hows.find(({ value }) => value === attendee.how)?.name ?? '';
  const about = [attendee.detail, attendee.interpreter && `interpreter, ${attendee.interpreter.language}`];
  return (
    <li data-row={id}>
      <div className="attendee">
        <RowButton id={id}>
          {attendee.name}, <span className="soft">{attendee.role}</span>
        </RowButton>
        <span>{how}</span>
        <span className="soft">{about.filter(Boolean).join('; ')}</span>
      </div>
      {opened === id && <AttendeeFields {...props} />}
    </li>
  );
}

/** The child's people who are not in the list yet: one press puts each there. */
function AddPeople({ editor }: { readonly editor: Editor }) {
  const { record, child } = useReview();
  const { value, edit } = editor;
  const known = new Set(value.attendees.flatMap(({ personIds }) => personIds ?? []));
  const names = new Set(value.attendees.map(({ name }) => name));
  const others = record.people.filter(({ id, name }) => !known.has(id) && !names.has(name));
  const add = (next: Attending) => edit({ ...value, attendees: [...value.attendees, next] });
  return (
    <div className="adds">
      {!names.has(child.preferredName) && !names.has(child.fullName) && (
        <Button
          look="small"
          icon="plus"
          onClick={() => add({ name: child.preferredName, role: 'child', how: 'attended' })}
        >
          {child.preferredName}
        </Button>
      )}
      {others.map((person) => (
        <Button
          key={person.id}
          look="small"
          icon="plus"
          onClick={() =>
            add({
              name: person.name,
              role: person.relationship?.trim() || person.role.replaceAll('-', ' '),
              personIds: [person.id],
              how: 'attended',
            })
          }
        >
          {person.name}
        </Button>
      ))}
    </div>
  );
}

/** Somebody who is not among the child's people: kept once both name and role are there. */
function AddSomebody({ editor }: { readonly editor: Editor }) {
  const { value, edit } = editor;
  const [name, setName] = useState('');
  const [role, setRole] = useState('');
  const isReady = name.trim() !== '' && role.trim() !== '';
  return (
    <form
      className="row"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isReady) return;
        edit({ ...value, attendees: [...value.attendees, { name, role, how: 'attended' }] });
        setName('');
        setRole('');
      }}
    >
      <TextField label="Somebody else: name" value={name} onChange={setName} />
      <TextField label="Role" value={role} onChange={setRole} />
      <Button look="small" type="submit" disabled={!isReady}>
        Add
      </Button>
    </form>
  );
}

type Props = { readonly meeting: Meeting; readonly place: number; readonly count: number };

/** One meeting of the review: when, where, how, and who took part. */
export function MeetingPart({ meeting, place, count }: Props) {
  const { versionOf, isEditable } = useReview();
  const editor = useRecord('meeting:save', meeting.id, meeting, versionOf(meeting.id));
  const { value, edit } = editor;
  const change = (index: number, next: Attending | undefined) =>
    edit({
      ...value,
      attendees: value.attendees.flatMap((was, at) => (at === index ? (next ?? []) : [was])),
    });
  return (
    <section className="blk" aria-label={`Meeting of ${formatDate(meeting.on)}`}>
      <h3>{count > 1 ? `Meeting ${place + 1}` : 'Meeting'}</h3>
      <div className="body in form">
        <WhenAndWhere editor={editor} />
        <ul className="attendees">
          {value.attendees.map((attendee, index) => (
            <AttendeeRow
              // oxlint-disable-next-line react/no-array-index-key -- a list without ids, changed in place
              key={index}
              attendee={attendee}
              onChange={(next) => change(index, next)}
              onRemove={() => change(index, undefined)}
              id={`${meeting.id}.${index}`}
            />
          ))}
        </ul>
        {isEditable('meeting') && <AddPeople editor={editor} />}
        {isEditable('meeting') && <AddSomebody editor={editor} />}
        <SavingNote editor={editor} />
      </div>
    </section>
  );
}
