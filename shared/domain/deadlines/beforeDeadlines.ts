import type { IsoDate } from '../dates.ts';
import type { Paper } from '../model/child.ts';
import { deadlineOf } from './ask.ts';
import type { About, ChildDeadline } from './childDeadline.ts';
import type { DatedReview, Facts } from './facts.ts';

/** What is asked once, before the first review of a time of being looked after; that review ends it. */
function atTheStart(facts: Facts): ChildDeadline[] {
  const { current } = facts;
  if (!current || facts.counted.length > 0 || facts.record.child.isShortBreaks === true) return [];
  const of = { entity: 'period', id: current.id } as const;
  const appointed = facts.eventsOf('officer-appointed').find(({ on }) => on >= current.from);
  return [
    ...deadlineOf({ kind: 'service-told', rule: 'B-01', start: current.from, of }, facts),
    ...deadlineOf(
      { kind: 'officer-appointed', rule: 'B-02', start: current.from, of, doneOn: appointed?.on },
      facts,
    ),
  ];
}

/** A new officer is introduced to the child, who is told how to reach them; the next review ends it. */
function newOfficer(facts: Facts): ChildDeadline[] {
  const { current } = facts;
  const appointments = facts.eventsOf('officer-appointed').filter(({ on }) => current && on >= current.from);
  const last = appointments.at(-1);
  if (!last || facts.held.some(({ heldOn }) => heldOn >= last.on)) return [];
  const of = { entity: 'event', id: last.id } as const;
  const introduced =
    appointments.length > 1
      ? deadlineOf({ kind: 'officer-introduced', rule: 'B-03', start: last.on, of }, facts)
      : [];
  return [
    ...introduced,
    ...deadlineOf({ kind: 'child-told-officer', rule: 'B-04', start: last.on, of }, facts),
  ];
}

function receivedOn(facts: Facts, reviewId: string, kinds: readonly Paper['kind'][]): IsoDate | undefined {
  return facts.record.papers
    .filter((paper) => paper.reviewId === reviewId && kinds.includes(paper.kind))
    .map((paper) => paper.receivedOn)
    .sort()[0];
}

function beforeReview(facts: Facts, { review }: DatedReview, start: IsoDate): ChildDeadline[] {
  const of: About = { entity: 'review', id: review.id };
  const alone = review.duties?.spokeAlone;
  const spokeOn = alone?.outcome === 'yes' ? alone.on : undefined;
  const isSettled = alone !== undefined && alone.outcome !== 'yes';
  const workersOn =
    receivedOn(facts, review.id, ['worker-report']) ?? review.duties?.workerReport?.receivedOn;
  const reportsOn = receivedOn(facts, review.id, ['carer-report']);
  const since = facts.current?.from ?? start;
  const dates = [
    ...deadlineOf(
      {
        kind: 'speak-alone',
        rule: 'B-05',
        start,
        of,
        doneOn: spokeOn ?? (isSettled ? true : undefined),
        isRefused: alone?.outcome === 'refused',
      },
      facts,
    ),
    ...deadlineOf({ kind: 'invitations', rule: 'B-06', start, of }, facts),
    ...deadlineOf({ kind: 'reports', rule: 'B-07', start, of, doneOn: reportsOn }, facts),
    ...deadlineOf({ kind: 'worker-report', rule: 'B-08', start, of, doneOn: workersOn }, facts),
  ];
  // A first review may come sooner than the rule counts back: nothing was due before the child was looked after.
  return dates.filter(({ date }) => date.kind === 'not-computed' || date.due >= since);
}

/** B: before the review. What counts back from a review needs its day. */
export function beforeDeadlines(facts: Facts): ChildDeadline[] {
  if (!facts.isLookedAfter) return [];
  const coming = facts.reviews.find(
    ({ heldOn, review }) => heldOn !== undefined && !facts.hasCome(heldOn) && review.isBeforeStore !== true,
  );
  return [
    ...atTheStart(facts),
    ...newOfficer(facts),
    ...(coming?.heldOn ? beforeReview(facts, coming, coming.heldOn) : []),
  ];
}
