import { useState } from 'react';
import { EventId } from '../../../../shared/domain/ids.ts';
import type { DatedEvent, EventKind } from '../../../../shared/domain/model/events.ts';
import { eventKinds } from '../../../../shared/domain/model/events.ts';
import { keysOf } from '../../../../shared/domain/keysOf.ts';
import type { SectionKey } from '../../../../shared/domain/model/sections.ts';
import { formatDate } from '../../../../shared/domain/london.ts';
import { heldOn, previousReview } from '../../../../shared/domain/reviews.ts';
import { newId } from '../../../app/ids.ts';
import { Button } from '../../../ui/Button.tsx';
import { Status } from '../../../ui/Status.tsx';
import { useReview } from '../useReview.tsx';
import { EventFields } from './EventFields.tsx';
import type { Fact } from './facts.ts';
import { factsOf } from './facts.ts';
import { useOpened } from './opened.tsx';
import { RowButton } from './PointRows.tsx';

const riskFaultWords: Readonly<Record<string, string>> = {
  'high-risk-not-covered': 'Not covered',
  'high-risk-event-not-considered': 'Event not considered',
};

/** The facts of a section as they stood on the day of the review. */
export function useFacts(section: SectionKey): Fact[] {
  const { record, review, today, findings } = useReview();
  const previous = previousReview(record, review.id);
  const since = previous && heldOn(record, previous);
  const riskFaults = new Map(
    findings.flatMap(({ code, target }) => {
      const fault = riskFaultWords[code];
      return target.risk !== undefined && fault !== undefined ? [[target.risk, fault] as const] : [];
    }),
  );
  return factsOf({ record, on: heldOn(record, review) ?? today, since, today, riskFaults }, section);
}

function FactRow({ fact, newId: fresh }: { readonly fact: Fact; readonly newId: string | undefined }) {
  const { record, frozenOn } = useReview();
  const { id: opened } = useOpened();
  // What is frozen is not mended here: the event itself may have changed since.
  const event = frozenOn === undefined && record.events.find(({ id }) => id === fact.eventId);
  return (
    <>
      <dt>{event ? <RowButton id={event.id}>{fact.label}</RowButton> : fact.label}</dt>
      <dd className={fact.status ? undefined : 'w2'}>{fact.words}</dd>
      {fact.status && (
        <dd>
          <Status kind={fact.status.kind}>{fact.status.words}</Status>
        </dd>
      )}
      {event && opened === event.id && event.id !== fresh && (
        <dd className="w3">
          <EventFields event={event} />
        </dd>
      )}
    </>
  );
}

/** Dates of the section's events, each with what is late about it; a date can be added and mended here. */
export function Facts({ section }: { readonly section: SectionKey }) {
  const { review, record, isEditable, frozenOn } = useReview();
  const facts = useFacts(section);
  const { id: opened, open } = useOpened();
  const [draft, setDraft] = useState<DatedEvent>();
  const kinds = keysOf(eventKinds).filter((kind) => eventKinds[kind].section === section);
  const [first] = kinds;
  const add = (kind: EventKind) => {
    const event: DatedEvent = { id: EventId.parse(newId()), childId: review.childId, kind };
    setDraft(event);
    open(event.id);
  };
  // In its own place until it is closed: a fact may tell another event of its kind.
  const fresh =
    draft && opened === draft.id ? (record.events.find(({ id }) => id === draft.id) ?? draft) : undefined;
  if (facts.length === 0 && (first === undefined || !isEditable('narrative'))) return null;
  return (
    <section className="blk">
      <h3>{frozenOn === undefined ? 'Facts' : `Facts on ${formatDate(frozenOn)}`}</h3>
      <div className="body in">
        {facts.length > 0 && (
          <dl className="facts num">
            {facts.map((fact) => (
              <FactRow key={`${fact.label} ${fact.eventId ?? ''}`} fact={fact} newId={fresh?.id} />
            ))}
          </dl>
        )}
        {fresh && <EventFields event={fresh} />}
        {first !== undefined && isEditable('narrative') && (
          <div className="adds facts-add">
            {facts.length === 0 && <span className="note">No dates yet.</span>}
            <Button look="small" icon="plus" onClick={() => add(first)}>
              Date
            </Button>
          </div>
        )}
      </div>
    </section>
  );
}
