import { useState } from 'react';
import { formatDate } from '../../../../shared/domain/london.ts';
import { knownFrom } from '../../../../shared/domain/reviews.ts';
import { Period } from '../../../../shared/domain/model/child.ts';
import { DatedEvent, Risk } from '../../../../shared/domain/model/events.ts';
import { newId } from '../../../app/ids.ts';
import type { ChildData, ChildView } from '../childData.ts';
import { NewRecord } from '../fields/NewRecord.tsx';
import { eventName, periodName } from '../lifeLine/life.ts';
import { riskInWords } from '../lifeLine/risks.ts';
import { risksOf } from '../lifeLine/life.ts';
import type { FactAt } from '../panes.tsx';
import { Pane } from '../panes.tsx';
import { TakeOut } from '../TakeOut.tsx';
import { ChildForm, EventForm, PeriodForm, episodeChoices, peopleOf } from './forms.tsx';
import { FactGroup, FactLine } from './FactGroup.tsx';
import { PastReviewForm } from './PastReviewForm.tsx';
import { RiskForm } from './RiskForm.tsx';
import { eventSpecs } from './eventSpecs.ts';
import { periodNames, periodSpecs } from './periodSpecs.ts';
import { newRiskSpecs } from './specsOf.ts';

type PeriodKind = ChildView['periods'][number]['kind'];
const periodKinds: readonly PeriodKind[] = [
  'legal-status',
  'placement',
  'social-worker',
  'school',
  'looked-after',
];

type OpenFact = { readonly at: 'period' | 'event' | 'risk'; readonly id: string };
type At =
  | FactAt
  | OpenFact
  | { readonly at: 'list' | 'new-event' | 'new-risk' }
  | { readonly at: 'new-period'; readonly kind: PeriodKind };

type Go = (at: At) => void;

function span(period: ChildView['periods'][number]): string {
  const [from, to] = [knownFrom(period), period.to];
  if (from === undefined) return to ? `until ${formatDate(to)}` : 'since when is not known';
  return `${formatDate(from)} to ${to ? formatDate(to) : 'now'}`;
}

function Periods({ data, go }: { readonly data: ChildData; readonly go: Go }) {
  return periodKinds.map((kind) => (
    <FactGroup
      key={kind}
      title={periodNames[kind].many}
      addWords={`Add: ${periodNames[kind].one.toLocaleLowerCase('en-GB')}`}
      onAdd={() => go({ at: 'new-period', kind })}
      lines={data.view.periods
        .filter((period) => period.kind === kind)
        .toSorted((a, b) => (a.from < b.from ? 1 : -1))
        .map((period) => ({
          key: period.id,
          name: periodName(period),
          more: span(period),
          onOpen: () => go({ at: 'period', id: period.id }),
        }))}
    />
  ));
}

/** Reviews held before this store began have no page of their own: their days are facts like others. */
function PastReviews({ data, go }: { readonly data: ChildData; readonly go: Go }) {
  const past = data.view.reviews.filter((review) => review.isBeforeStore === true);
  if (past.length === 0) return null;
  return (
    <section aria-label="Reviews before this store">
      <h3>Reviews before this store</h3>
      <ul>
        {past.map(({ id, number, heldOn, countsAsStatutory }) => (
          <FactLine
            key={id}
            name={`Review ${number}`}
            more={`${heldOn ? `held ${formatDate(heldOn)}` : 'its day is not entered'}${countsAsStatutory ? '' : ', does not count'}`}
            onOpen={() => go({ at: 'past-review', id })}
          />
        ))}
      </ul>
    </section>
  );
}

function eventMore({ on, dueOn, nextDueOn, line }: ChildView['events'][number]): string {
  return [
    on ? formatDate(on) : dueOn ? `due ${formatDate(dueOn)}` : '',
    line ?? '',
    nextDueOn ? `next due ${formatDate(nextDueOn)}` : '',
  ]
    .filter((part) => part !== '')
    .join('; ');
}

function AllFacts({ data, go }: { readonly data: ChildData; readonly go: Go }) {
  const { child, events } = data.view;
  return (
    <div className="factlist">
      <section aria-label="The child">
        <h3>The child</h3>
        <ul>
          <FactLine
            name={child.fullName}
            more={`born ${formatDate(child.dateOfBirth)}; name, voice, languages, communication`}
            onOpen={() => go({ at: 'child' })}
          />
        </ul>
      </section>
      <FactGroup
        title="Risks"
        addWords="Add a risk"
        onAdd={() => go({ at: 'new-risk' })}
        lines={risksOf(data.view).map((risk) => {
          const { words, fault } = riskInWords(risk, data.today);
          const closed = risk.closedOn ? `closed ${formatDate(risk.closedOn)}` : fault;
          return {
            key: risk.id,
            name: risk.title,
            more: [words.slice(risk.title.length + 2), closed].filter((part) => part !== '').join(', '),
            onOpen: () => go({ at: 'risk', id: risk.id }),
          };
        })}
      />
      <Periods data={data} go={go} />
      <PastReviews data={data} go={go} />
      <FactGroup
        title="Dates"
        addWords="Add a date"
        onAdd={() => go({ at: 'new-event' })}
        lines={events
          .toSorted((a, b) => ((a.on ?? a.dueOn ?? '') < (b.on ?? b.dueOn ?? '') ? 1 : -1))
          .map((event) => ({
            key: event.id,
            name: eventName(event),
            more: eventMore(event),
            onOpen: () => go({ at: 'event', id: event.id }),
          }))}
      />
    </div>
  );
}

type NewProps = { readonly at: At; readonly data: ChildData; readonly onDone: () => void };

function NewFact({ at, data, onDone }: NewProps) {
  const base = { id: newId(), childId: data.view.child.id };
  const given = { today: data.today, people: peopleOf(data), onAdded: onDone, onCancel: onDone };
  if (at.at === 'new-period') {
    return (
      <NewRecord
        {...given}
        channel="period:save"
        schema={Period}
        specs={periodSpecs[at.kind]}
        start={{ ...base, kind: at.kind }}
        addWords="Add"
      />
    );
  }
  if (at.at === 'new-event') {
    return (
      <NewRecord
        {...given}
        channel="event:save"
        schema={DatedEvent}
        specs={eventSpecs(episodeChoices(data))}
        start={base}
        addWords="Add the date"
      />
    );
  }
  return (
    <NewRecord
      {...given}
      channel="risk:save"
      schema={Risk}
      specs={newRiskSpecs}
      start={{ ...base, covers: [], events: [], urgentSteps: [], ratedOn: data.today }}
      addWords="Add the risk"
    />
  );
}

function titleOf(at: At, { view }: ChildData): string {
  switch (at.at) {
    case 'list':
      return `Facts of ${view.child.preferredName}`;
    case 'child':
      return 'The child';
    case 'new-event':
      return 'A date';
    case 'new-risk':
      return 'A risk';
    case 'new-period':
      return periodNames[at.kind].one;
    case 'period': {
      const period = view.periods.find(({ id }) => id === at.id);
      return period ? periodNames[period.kind].one : 'A period';
    }
    case 'event': {
      const event = view.events.find(({ id }) => id === at.id);
      return event ? eventName(event) : 'A date';
    }
    case 'past-review':
      return `Review ${view.reviews.find(({ id }) => id === at.id)?.number ?? ''}`.trim();
    case 'risk':
      return view.risks.find(({ id }) => id === at.id)?.title ?? 'A risk';
    default:
      return at satisfies never;
  }
}

const channels = { period: 'period:remove', event: 'event:remove', risk: 'risk:remove' } as const;

/** One fact, saved as it is typed; taken out where it was entered by mistake. */
function OneFact({
  at,
  data,
  onGone,
}: {
  readonly at: OpenFact;
  readonly data: ChildData;
  readonly onGone: () => void;
}) {
  const { view } = data;
  const isThere = [...view.periods, ...view.events, ...view.risks].some(({ id }) => id === at.id);
  const period = view.periods.find(({ id }) => id === at.id);
  return (
    <>
      {at.at === 'period' && <PeriodForm data={data} id={at.id} />}
      {at.at === 'event' && <EventForm data={data} id={at.id} />}
      {at.at === 'risk' && <RiskForm data={data} id={at.id} />}
      {isThere && (
        <TakeOut
          channel={channels[at.at]}
          id={at.id}
          name={period ? periodName(period) : titleOf(at, data)}
          data={data}
          onGone={onGone}
        />
      )}
    </>
  );
}

/** Everything known of the child's life, each line a way into its form; saved as it is typed. */
export function FactsPane({ data, fact }: { readonly data: ChildData; readonly fact?: FactAt | undefined }) {
  const [at, go] = useState<At>(fact ?? { at: 'list' });
  const back = () => go({ at: 'list' });
  const isNew = at.at === 'new-event' || at.at === 'new-risk' || at.at === 'new-period';
  return (
    <Pane
      title={titleOf(at, data)}
      of={Object.values(at).join(' ')}
      onBack={at.at === 'list' ? undefined : back}
    >
      {at.at === 'list' && <AllFacts data={data} go={go} />}
      {at.at === 'child' && <ChildForm data={data} />}
      {at.at === 'past-review' && <PastReviewForm key={at.id} data={data} id={at.id} />}
      {(at.at === 'period' || at.at === 'event' || at.at === 'risk') && (
        <OneFact key={at.id} at={at} data={data} onGone={back} />
      )}
      {isNew && <NewFact at={at} data={data} onDone={back} />}
    </Pane>
  );
}
