import type { IsoDate } from '../dates.ts';
import { latest } from '../dates.ts';
import { londonDay } from '../london.ts';
import { needsRecord } from '../lifecycle.ts';
import type { Finalisation, IssuedDocument } from '../model/issue.ts';
import { standingFinalisation } from '../reviews.ts';
import { deadlineOf } from './ask.ts';
import type { About, ChildDeadline } from './childDeadline.ts';
import type { Facts, HeldReview } from './facts.ts';
import { lastLawfulDay, reviewFacts } from './reviews.ts';

/** How far a review has come on its way to its readers, and on which days. */
type Come = {
  readonly decisions?: Finalisation | undefined;
  readonly record?: Finalisation | undefined;
  /** Issued of the standing record’s edition. */
  readonly issued: readonly IssuedDocument[];
  readonly issuedOn?: IsoDate | undefined;
  readonly letterOn?: IsoDate | undefined;
  /** Everything issued of that edition is in the case record, since when. */
  readonly filedOn?: IsoDate | undefined;
};

const firstDayOf = (rows: readonly IssuedDocument[]): IsoDate | undefined =>
  rows.map(({ at }) => londonDay(at)).sort()[0];

function filedOn(facts: Facts, record: Finalisation, issued: readonly IssuedDocument[]): IsoDate | undefined {
  const since = londonDay(record.at);
  const filings = facts.record.filings.filter((row) => row.reviewId === record.reviewId && row.on >= since);
  const days = [...new Set(issued.map(({ document }) => document))].map((document) =>
    latest(filings.filter((row) => row.document === document).map(({ on }) => on)),
  );
  return days.every((day) => day !== undefined) ? latest(days.flatMap((day) => day ?? [])) : undefined;
}

function cameTo(facts: Facts, { review }: HeldReview): Come {
  const decisions = standingFinalisation(facts.record, review.id, 'decisions');
  const record = standingFinalisation(facts.record, review.id, 'record');
  const issued = record
    ? facts.record.issued.filter((row) => row.reviewId === review.id && row.edition === record.edition)
    : [];
  const issuedOn = firstDayOf(issued.filter(({ document }) => needsRecord(document)));
  return {
    decisions,
    record,
    issued,
    issuedOn,
    letterOn: firstDayOf(issued.filter(({ document }) => document === 'letter')),
    filedOn: record && issuedOn && filedOn(facts, record, issued),
  };
}

const dayOf = (finalisation: Finalisation | undefined) => finalisation && londonDay(finalisation.at);

/** The manager’s reply: from sending; silence is what the local rule says, and the record does not wait for it. */
function reply(facts: Facts, { review }: HeldReview, come: Come): ChildDeadline[] {
  const sentOn = review.decisionsSentOn;
  if (sentOn === undefined) return [];
  const own = facts.record.decisions.filter(({ reviewId }) => reviewId === review.id);
  if (own.length === 0) return [];
  const replies = own.flatMap((decision) => decision.reply ?? []);
  const isComplete = replies.length === own.length;
  return deadlineOf(
    {
      kind: 'reply',
      rule: 'A-02',
      start: sentOn,
      of: { entity: 'review', id: review.id },
      doneOn: isComplete ? latest(replies.map(({ on }) => on)) : come.record ? true : undefined,
      ifSilent: facts.noReplyMeans,
    },
    facts,
  );
}

/** Care plans of the authority that are dated after a review, or seen at it. */
function carePlanSince(facts: Facts, day: IsoDate): IsoDate | undefined {
  return facts.eventsOf('care-plan').find(({ on }) => on >= day)?.on;
}

/** The clocks of one review. Of an earlier one only what still holds up its record: the rest the next review took up. */
function twoClocks(facts: Facts, held: HeldReview, isLast: boolean): ChildDeadline[] {
  const of: About = { entity: 'review', id: held.review.id };
  const start = held.heldOn;
  if (!isLast && facts.record.settledReviews?.has(held.review.id) === true) return [];
  const come = cameTo(facts, held);
  if (!isLast && come.filedOn !== undefined) return [];
  const clocks = [
    ...deadlineOf({ kind: 'decisions', rule: 'A-01', start, of, doneOn: dayOf(come.decisions) }, facts),
    ...reply(facts, held, come),
    ...deadlineOf({ kind: 'record', rule: 'A-05', start, of, doneOn: dayOf(come.record) }, facts),
    ...deadlineOf({ kind: 'issue', rule: 'A-06', start, of, doneOn: come.issuedOn }, facts),
    ...(come.issuedOn === undefined
      ? []
      : deadlineOf({ kind: 'filing', rule: 'A-12', start, of, doneOn: come.filedOn }, facts)),
  ];
  if (!isLast) return clocks.filter(({ state }) => state !== 'done');
  const plan = carePlanSince(facts, start);
  return [
    ...clocks,
    ...deadlineOf({ kind: 'care-plan-updated', rule: 'A-04', start, of, doneOn: plan }, facts),
    ...deadlineOf({ kind: 'letter', rule: 'A-07', start, of, doneOn: come.letterOn }, facts),
  ];
}

/** Half way to the next review; the check of that day, or the next review, ends it. */
function midway(facts: Facts): ChildDeadline[] {
  const last = facts.counted.at(-1);
  if (!last || !facts.isLookedAfter || facts.held.at(-1)?.review.isBeforeStore === true) return [];
  const next = lastLawfulDay(reviewFacts(facts, facts.today), facts.rules, facts.calendar);
  if (next.kind === 'not-computed') return [];
  const checked = facts.record.midwayChecks
    .filter(({ on }) => on > last.heldOn)
    .flatMap(({ completedOn }) => completedOn ?? [])
    .sort()[0];
  return deadlineOf(
    {
      kind: 'midway',
      rule: 'A-08',
      start: last.countedOn,
      intervalEnd: next.due,
      of: { entity: 'review', id: last.review.id },
      doneOn: checked,
      setFor: last.review.midwayOn,
    },
    facts,
  );
}

/** A point raised with the team at or after a review, to be settled informally. */
function pointsRaised(facts: Facts): ChildDeadline[] {
  return facts.eventsOf('point-raised').flatMap((event) => {
    const review = facts.held.findLast(({ heldOn }) => heldOn <= event.on);
    if (!review || facts.held.some(({ heldOn }) => heldOn > event.on)) return [];
    const of = { entity: 'event', id: event.id } as const;
    return deadlineOf({ kind: 'point-settled', rule: 'A-03', start: review.heldOn, of }, facts);
  });
}

/** Each wish whose child will be told by a day; the next review takes up what was not told. */
function tellings(facts: Facts): ChildDeadline[] {
  const last = facts.held.at(-1);
  if (!last) return [];
  const own = facts.record.points.filter(({ reviewId }) => reviewId === last.review.id);
  return own.flatMap(({ id, telling }) => {
    const of = { entity: 'point', id } as const;
    const later = facts.record.addenda.find(({ pointId }) => pointId === id);
    if (telling?.kind !== 'will-be-told' || telling.due === undefined) return [];
    return deadlineOf({ kind: 'telling', rule: 'A-11', start: telling.due, of, doneOn: later?.on }, facts);
  });
}

/** A: after the review: two clocks and a reply, the care plan, the copies, the promises to the child, half way. */
export function afterDeadlines(facts: Facts): ChildDeadline[] {
  const inStore = facts.held.filter(({ review }) => review.isBeforeStore !== true);
  const last = facts.held.at(-1);
  return [
    ...inStore.flatMap((held) => twoClocks(facts, held, held === last)),
    ...midway(facts),
    ...pointsRaised(facts),
    ...tellings(facts),
  ];
}
