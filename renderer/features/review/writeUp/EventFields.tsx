import type { DatedEvent, EventKind } from '../../../../shared/domain/model/events.ts';
import { eventKinds } from '../../../../shared/domain/model/events.ts';
import { keysOf } from '../../../../shared/domain/keysOf.ts';
import type { RecordEditor, SavedValue } from '../../../app/saving/useRecord.ts';
import { useRecord } from '../../../app/saving/useRecord.ts';
import { Button } from '../../../ui/Button.tsx';
import { CheckField, SelectField, TextField } from '../../../ui/Field.tsx';
import { useReview } from '../useReview.tsx';
import { RecordDate, orNothing, withField } from './fields.tsx';
import { FieldsBox } from './FieldsBox.tsx';
import { useOpened } from './opened.tsx';
import { SavingNote } from '../../../app/saving/SavingNote.tsx';

function kindsLike(kind: EventKind): { value: EventKind; name: string }[] {
  return keysOf(eventKinds)
    .filter((other) => eventKinds[other].section === eventKinds[kind].section)
    .map((value) => ({ value, name: eventKinds[value].label }));
}

type Editor = RecordEditor<SavedValue<'event:save'>>;

function EventMarks({ editor }: { readonly editor: Editor }) {
  const { value, edit } = editor;
  return (
    <div className="choices">
      {value.kind === 'visit' && (
        <CheckField
          label="Seen alone"
          isChecked={value.wasSeenAlone === true}
          onChange={(isOn) => edit(withField(value, 'wasSeenAlone', isOn ? true : undefined))}
        />
      )}
      <CheckField
        label="The child said no"
        isChecked={value.isRefused === true}
        onChange={(isOn) => edit(withField(value, 'isRefused', isOn ? true : undefined))}
      />
    </div>
  );
}

/** One dated event of the child: when it was, when it was due, by whom, what it showed. */
export function EventFields({ event }: { readonly event: DatedEvent }) {
  const { versionOf } = useReview();
  const editor = useRecord('event:save', event.id, event, versionOf(event.id));
  const { close } = useOpened();
  const { value, edit } = editor;
  const dates = [
    { field: 'on', label: 'Done on' },
    { field: 'dueOn', label: 'Was due' },
    { field: 'nextDueOn', label: 'Next due' },
  ] as const;
  return (
    <FieldsBox label={`Fields of ${eventKinds[value.kind].label}`}>
      <div className="row">
        <SelectField<EventKind>
          label="What"
          value={value.kind}
          choices={kindsLike(value.kind)}
          onChange={(kind) => edit({ ...value, kind })}
        />
        {dates.map(({ field, label }) => (
          <RecordDate
            key={field}
            label={label}
            value={value[field]}
            onChange={(day) => edit(withField(value, field, day))}
            record={value.id}
            entity="dated_event"
            field={field}
          />
        ))}
      </div>
      <div className="row">
        <TextField
          label="By whom"
          value={value.by ?? ''}
          onChange={(by) => edit(withField(value, 'by', orNothing(by)))}
        />
        <TextField
          label="What it showed"
          value={value.line ?? ''}
          onChange={(line) => edit(withField(value, 'line', orNothing(line)))}
        />
      </div>
      <EventMarks editor={editor} />
      <SavingNote editor={editor} />
      <div className="btns">
        <Button look="small" onClick={close}>
          Close
        </Button>
      </div>
    </FieldsBox>
  );
}
