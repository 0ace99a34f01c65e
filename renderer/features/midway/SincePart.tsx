import { formatDate } from '../../../shared/domain/london.ts';
import { eventKinds } from '../../../shared/domain/model/events.ts';
import type { DatedEvent } from '../../../shared/domain/model/events.ts';
import { SelectField, TextField } from '../../ui/Field.tsx';
import { orNothing, withField } from '../review/writeUp/fields.tsx';
import type { MidwayPart } from './midwayData.ts';

type Listed = Pick<DatedEvent, 'id' | 'kind' | 'label' | 'on' | 'line' | 'wasSeenAlone'>;

/** The dated facts that the record holds, the newest first: what the officer's own words stand beside. */
function Events({ events, empty }: { readonly events: readonly Listed[]; readonly empty: string }) {
  if (events.length === 0) return <p className="note">{empty}</p>;
  return (
    <ul className="since">
      {events.map(({ id, kind, label, on, line, wasSeenAlone }) => (
        <li key={id}>
          <span className="num nw">{on ? formatDate(on) : ''}</span>
          <span>
            {[label ?? eventKinds[kind].label, line, wasSeenAlone === true ? 'seen alone' : undefined]
              .filter((part) => part !== undefined && part.trim() !== '')
              .join('; ')}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** The social worker's visits since the review, and whether they came in time. */
export function VisitsPart({ data, editor, isClosed }: MidwayPart) {
  const { value, edit } = editor;
  const { visits } = value;
  return (
    <section aria-labelledby="midway-visits">
      <h2 id="midway-visits">Social worker’s visits</h2>
      <Events events={data.visits} empty="The record has no visit since the review." />
      <fieldset className="plain form" disabled={isClosed}>
        <legend className="hide">Social worker’s visits</legend>
        <div className="row">
          <SelectField
            label="In time"
            value={visits?.inTime ?? ''}
            choices={[
              { value: 'all', name: 'All in time' },
              { value: 'some', name: 'Some late' },
              { value: 'none', name: 'None in time' },
            ]}
            onChange={(inTime) => edit({ ...value, visits: { ...visits, inTime } })}
          />
          {visits && (
            <TextField
              label="In a line"
              value={visits.line ?? ''}
              onChange={(line) => edit({ ...value, visits: withField(visits, 'line', orNothing(line)) })}
            />
          )}
        </div>
      </fieldset>
    </section>
  );
}

/** What is new since the review: what the record holds, and what the officer makes of it. */
export function NewsPart({ data, editor, isClosed }: MidwayPart) {
  const { value, edit } = editor;
  return (
    <section aria-labelledby="midway-news">
      <h2 id="midway-news">New since the review</h2>
      <Events events={data.events} empty="The record has no other date since the review." />
      <fieldset className="plain form" disabled={isClosed}>
        <legend className="hide">New since the review</legend>
        <TextField
          label="What is new"
          isLong
          hint="“Nothing new” is an answer"
          value={value.newEvents ?? ''}
          onChange={(words) => edit(withField(value, 'newEvents', orNothing(words)))}
        />
      </fieldset>
    </section>
  );
}
