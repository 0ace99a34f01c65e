import * as z from 'zod';
import { EventId } from '../../../../shared/domain/ids.ts';
import type { IsoDate } from '../../../../shared/domain/dates.ts';
import { formatDate } from '../../../../shared/domain/london.ts';
import {
  DatedEvent,
  Risk,
  RiskCover,
  RiskEvent,
  coverKinds,
  riskRatings,
} from '../../../../shared/domain/model/events.ts';
import { newId } from '../../../app/ids.ts';
import type { ChildData } from '../childData.ts';
import { ItemList } from '../fields/ItemList.tsx';
import { LiveFields } from '../fields/LiveFields.tsx';
import type { Loose } from '../fields/specs.ts';
import { useLiveRecord } from '../fields/useLiveRecord.ts';
import type { FormProps } from './forms.tsx';
import { peopleOf, versionOf } from './forms.tsx';
import { dayWords, isLoose, joined, listIn, wordOf } from './inside.ts';
import { consideredSpecs, coverSpecs, ratingSpecs, riskEventSpecs, riskSpecs } from './specsOf.ts';

const Rating = z.strictObject({ rating: z.enum(riskRatings), ratedOn: DatedEvent.shape.on.unwrap() });
const Considered = RiskEvent.shape.considered.unwrap();

type RiskParts = {
  readonly value: Loose;
  readonly onField: (name: string, next: unknown) => void;
  readonly today: IsoDate;
};

/** All ratings of a risk with the newest as the one that stands. */
function Ratings({ value, setAll, today }: { value: Loose; setAll: (next: Loose) => void; today: IsoDate }) {
  const items: readonly Loose[] = [
    ...listIn(value, 'earlierRatings'),
    { rating: value['rating'], ratedOn: value['ratedOn'] },
  ];
  return (
    <ItemList
      title="Ratings"
      addWords="Rate again"
      items={items}
      words={(item) => `${wordOf(item['rating'])}, ${dayWords(item['ratedOn'])}`}
      schema={Rating}
      specs={ratingSpecs}
      start={() => ({ ratedOn: today })}
      today={today}
      people={[]}
      onChange={(next) => {
        const sorted = next.toSorted((a, b) =>
          wordOf(a['ratedOn']).localeCompare(wordOf(b['ratedOn']), 'en'),
        );
        const last = sorted.at(-1);
        if (!last) return;
        const { earlierRatings: _old, ...rest } = value;
        const earlier = sorted.slice(0, -1);
        setAll({ ...rest, ...last, ...(earlier.length > 0 && { earlierRatings: earlier }) });
      }}
    />
  );
}

function Covers({ value, onField, today }: RiskParts) {
  return (
    <ItemList
      title="What covers it"
      addWords="Add an assessment, meeting or safety plan"
      items={listIn(value, 'covers')}
      words={(item) =>
        joined(
          Object.entries(coverKinds).find(([key]) => key === item['kind'])?.[1] ?? '',
          dayWords(item['on']),
          wordOf(item['by']),
          wordOf(item['line']),
        )
      }
      schema={RiskCover}
      specs={coverSpecs}
      start={() => ({ on: today })}
      today={today}
      people={[]}
      onChange={(next) => onField('covers', next)}
    />
  );
}

function consideredWords(considered: unknown): string {
  if (!isLoose(considered)) return 'not considered yet';
  return `considered ${dayWords(considered['on'])} by ${wordOf(considered['by'])}: ${wordOf(considered['outcome'])}`;
}

function RiskEvents({ value, onField, today }: RiskParts) {
  const events = listIn(value, 'events');
  return (
    <>
      <ItemList
        title="What has happened"
        addWords="Add an event"
        items={events}
        words={(item) =>
          joined(dayWords(item['on']), wordOf(item['what']), consideredWords(item['considered']))
        }
        schema={RiskEvent}
        specs={riskEventSpecs}
        start={() => ({ id: EventId.parse(newId()), on: today })}
        today={today}
        people={[]}
        onChange={(next) => onField('events', next)}
      />
      {events.map((event, place) => (
        <ItemList
          key={wordOf(event['id'])}
          title={`Considered: ${wordOf(event['what'])}, ${dayWords(event['on'])}`}
          addWords={isLoose(event['considered']) ? 'Consider again' : 'Say that it was considered'}
          items={isLoose(event['considered']) ? [event['considered']] : []}
          words={consideredWords}
          schema={Considered}
          specs={consideredSpecs}
          start={() => ({ on: today })}
          today={today}
          people={[]}
          onChange={(next) => {
            const { considered: _old, ...rest } = event;
            const last = next.at(-1);
            const changed = last ? { ...rest, considered: last } : rest;
            onField(
              'events',
              events.map((one, index) => (index === place ? changed : one)),
            );
          }}
        />
      ))}
    </>
  );
}

export function RiskForm({ data, id }: FormProps) {
  const stored = data.view.risks.find((risk) => risk.id === id);
  return stored ? <RiskFields data={data} stored={stored} /> : <p className="empty">No longer there.</p>;
}

function RiskFields({ data, stored }: { data: ChildData; stored: ChildData['view']['risks'][number] }) {
  const record = useLiveRecord({
    channel: 'risk:save',
    entity: 'risk',
    schema: Risk,
    childId: data.view.child.id,
    id: stored.id,
    stored,
    version: versionOf(data, stored.id),
  });
  const { today } = data;
  // An emptied list is a list, never a missing field.
  const parts = {
    value: record.value,
    today,
    onField: (name: string, next: unknown) => record.onAll({ ...record.value, [name]: next }),
  };
  return (
    <div className="form">
      <LiveFields record={record} specs={riskSpecs} today={today} people={peopleOf(data)} />
      <Ratings value={record.value} setAll={record.onAll} today={today} />
      <Covers {...parts} />
      <RiskEvents {...parts} />
      {stored.urgentSteps.length > 0 && (
        <p className="note">
          Urgent steps, taken at reviews:{' '}
          {stored.urgentSteps.map(({ rang, on, what }) => `${rang}, ${formatDate(on)}: ${what}`).join('; ')}
        </p>
      )}
    </div>
  );
}
