import { PersonId } from '../../../../shared/domain/ids.ts';
import { formatDate } from '../../../../shared/domain/london.ts';
import { Child, MustNotLearn, Period, Person } from '../../../../shared/domain/model/child.ts';
import { DatedEvent } from '../../../../shared/domain/model/events.ts';
import type { ChildData } from '../childData.ts';
import { ItemList } from '../fields/ItemList.tsx';
import { LiveFields } from '../fields/LiveFields.tsx';
import type { PersonName } from '../fields/PrivacyField.tsx';
import { useLiveRecord } from '../fields/useLiveRecord.ts';
import { eventSpecs } from './eventSpecs.ts';
import { periodSpecs } from './periodSpecs.ts';
import { childSpecs, personSpecs, secretName, secretSpecs } from './specsOf.ts';
import { withField } from '../fields/specs.ts';
import { joined, listIn } from './inside.ts';

/** What a form of one record is given: the record, and the names that its fields may point at. */
export type FormProps = {
  readonly data: ChildData;
  readonly id: string;
};

export function peopleOf({ view }: ChildData): PersonName[] {
  return view.people.map(({ id, name }) => ({ id, name }));
}

/** The version that a record was read at. */
export const versionOf = ({ view }: ChildData, id: string) => view.versions[id] ?? 1;

export function ChildForm({ data }: { readonly data: ChildData }) {
  const { child } = data.view;
  const record = useLiveRecord({
    channel: 'child:save',
    entity: 'child',
    schema: Child,
    childId: child.id,
    id: child.id,
    stored: child,
    version: versionOf(data, child.id),
  });
  return (
    <div className="form">
      <LiveFields record={record} specs={childSpecs} today={data.today} people={[]} />
    </div>
  );
}

export function PeriodForm({ data, id }: FormProps) {
  const stored = data.view.periods.find((period) => period.id === id);
  return stored ? <PeriodFields data={data} stored={stored} /> : <p className="empty">No longer there.</p>;
}

function PeriodFields({ data, stored }: { data: ChildData; stored: ChildData['view']['periods'][number] }) {
  const record = useLiveRecord({
    channel: 'period:save',
    entity: 'period',
    schema: Period,
    childId: data.view.child.id,
    id: stored.id,
    stored,
    version: versionOf(data, stored.id),
    // A first day that is given is known from then on.
    follow: (next, field) => (field === 'from' ? withField(next, 'isFromUnknown', undefined) : next),
  });
  const isFromUnknown = record.value['isFromUnknown'] === true;
  const value = isFromUnknown ? withField(record.value, 'from', undefined) : record.value;
  return (
    <div className="form">
      <LiveFields
        record={record}
        specs={periodSpecs[stored.kind]}
        shown={value}
        today={data.today}
        people={peopleOf(data)}
      />
    </div>
  );
}

/** The missing episodes that a return interview may follow. */
export function episodeChoices({ view }: ChildData) {
  return view.events
    .filter(({ kind }) => kind === 'missing')
    .map(({ id, on, startedAt }) => ({
      value: id,
      name: on ? formatDate(on) : (startedAt?.slice(0, 10) ?? 'an episode'),
    }));
}

export function EventForm({ data, id }: FormProps) {
  const stored = data.view.events.find((event) => event.id === id);
  return stored ? <EventFields data={data} stored={stored} /> : <p className="empty">No longer there.</p>;
}

function EventFields({ data, stored }: { data: ChildData; stored: ChildData['view']['events'][number] }) {
  const record = useLiveRecord({
    channel: 'event:save',
    entity: 'dated_event',
    schema: DatedEvent,
    childId: data.view.child.id,
    id: stored.id,
    stored,
    version: versionOf(data, stored.id),
  });
  const specs = eventSpecs(episodeChoices(data));
  return (
    <div className="form">
      <LiveFields record={record} specs={specs} today={data.today} people={peopleOf(data)} />
    </div>
  );
}

type Sibling = { readonly value: string; readonly name: string };

export function PersonForm({ data, id, siblings }: FormProps & { readonly siblings: readonly Sibling[] }) {
  const stored = data.view.people.find((person) => person.id === id);
  return stored ? (
    <PersonFields data={data} stored={stored} siblings={siblings} />
  ) : (
    <p className="empty">No longer there.</p>
  );
}

function PersonFields({
  data,
  stored,
  siblings,
}: {
  readonly data: ChildData;
  readonly stored: ChildData['view']['people'][number];
  readonly siblings: readonly Sibling[];
}) {
  const record = useLiveRecord({
    channel: 'person:save',
    entity: 'person',
    schema: Person,
    childId: data.view.child.id,
    id: stored.id,
    stored,
    version: versionOf(data, stored.id),
  });
  const others = peopleOf(data).filter((person) => person.id !== PersonId.parse(stored.id));
  return (
    <div className="form">
      <LiveFields record={record} specs={personSpecs(siblings)} today={data.today} people={others} />
      <ItemList
        title="Must not learn"
        addWords="Add what they must not learn"
        items={listIn(record.value, 'mustNotLearn')}
        words={(item) =>
          joined(
            secretName(item['what']),
            others.find((person) => person.id === item['personId'])?.name ?? '',
            Array.isArray(item['literals']) ? `“${item['literals'].join('”, “')}”` : '',
          )
        }
        schema={MustNotLearn}
        specs={secretSpecs(others)}
        start={() => ({})}
        today={data.today}
        people={others}
        onChange={(next) => record.onField('mustNotLearn', next)}
      />
    </div>
  );
}
