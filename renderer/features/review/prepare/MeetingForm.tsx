import type { IsoDate } from '../../../../shared/domain/dates.ts';
import { isoDate } from '../../../../shared/domain/dates.ts';
import { newId } from '../../../app/ids.ts';
import { useRecord } from '../../../app/saving/useRecord.ts';
import type { SavedValue } from '../../../app/saving/useRecord.ts';
import { DateField } from '../../../ui/DateField.tsx';
import { SelectField, TextField } from '../../../ui/Field.tsx';
import { DayProposals } from '../DayProposals.tsx';
import { useReview } from '../useReview.tsx';
import { TimeField } from '../../../ui/TimeField.tsx';
import { ServesAlso } from './ServesAlso.tsx';

type Meeting = SavedValue<'meeting:save'>;
type OptionalText = 'startsAt' | 'endsAt' | 'place';

const modes = [
  { value: 'in-person', name: 'In person' },
  { value: 'video', name: 'Video' },
  { value: 'phone', name: 'Phone' },
  { value: 'mixed', name: 'Mixed' },
] as const;

/** A field that may be empty is left out, never kept as an empty text. */
function withText(meeting: Meeting, key: OptionalText, text: string): Meeting {
  const { [key]: _before, ...rest } = meeting;
  return text.trim() === '' ? rest : { ...rest, [key]: text };
}

function Fields({ meeting, version }: { readonly meeting: Meeting; readonly version: number }) {
  const { today, review, whyNot } = useReview();
  const { value, edit } = useRecord('meeting:save', meeting.id, meeting, version);
  const why = whyNot('meeting');
  if (why !== undefined) return <p className="note">{why}</p>;
  return (
    <div className="form">
      <DateField
        label="Day"
        value={isoDate(value.on)}
        today={today}
        onChange={(on) => on && edit({ ...value, on })}
      />
      {value.on > today && (
        <DayProposals
          childId={review.childId}
          chosen={isoDate(value.on)}
          today={today}
          onChoose={(on) => edit({ ...value, on })}
        />
      )}
      <div className="row">
        <TimeField
          label="Starts"
          value={value.startsAt}
          onChange={(time) => edit(withText(value, 'startsAt', time ?? ''))}
        />
        <TimeField
          label="Ends"
          value={value.endsAt}
          onChange={(time) => edit(withText(value, 'endsAt', time ?? ''))}
        />
      </div>
      <TextField
        label="Place"
        value={value.place ?? ''}
        onChange={(text) => edit(withText(value, 'place', text))}
      />
      <SelectField
        label="How"
        value={value.mode ?? ''}
        choices={modes}
        onChange={(mode) => edit({ ...value, mode })}
      />
      <ServesAlso meeting={value} onChange={(reviewIds) => edit({ ...value, reviewIds })} />
    </div>
  );
}

/** The meeting of this review: of a series the last one. Who takes part is on the front sheet. */
export function MeetingForm() {
  const { view, review, today, versionOf } = useReview();
  const meeting = view.meetings.at(-1);
  if (meeting) return <Fields key={meeting.id} meeting={meeting} version={versionOf(meeting.id)} />;
  return <NewMeeting reviewId={review.id} childId={review.childId} today={today} />;
}

type NewProps = { readonly reviewId: string; readonly childId: string; readonly today: IsoDate };

function NewMeeting({ reviewId, childId, today }: NewProps) {
  const { edit } = useRecord(
    'meeting:save',
    `new ${reviewId}`,
    { id: '', reviewIds: [reviewId], on: today, attendees: [] },
    0,
  );
  const book = (on: IsoDate) => edit({ id: newId(), reviewIds: [reviewId], on, attendees: [] });
  return (
    <div className="form">
      <p className="empty">No meeting has a date yet.</p>
      <DateField
        label="Day of the meeting"
        value={undefined}
        today={today}
        onChange={(on) => on && book(on)}
      />
      <DayProposals childId={childId} chosen={undefined} today={today} onChoose={book} />
    </div>
  );
}
