import type { IsoDate } from '../dates.ts';
import { addDays, daysBetween } from '../dates.ts';
import { deadlineOf } from './ask.ts';
import { knownFrom } from '../reviews.ts';
import type { About, ChildDeadline } from './childDeadline.ts';
import { computeDue } from './deadline.ts';
import type { Facts, Happened, Placement } from './facts.ts';
import { lastLawfulDay, reviewFacts } from './reviews.ts';

/** A plan made so shortly before something began is a plan for it, days. */
const madeBefore = 28;

/** The second review’s day: held, booked by law, or undefined where it cannot be known. */
export function secondReviewOn(facts: Facts): IsoDate | undefined {
  const { counted } = facts;
  const second = counted.find(({ review }, place) => place === 1 && review.number <= 2) ?? counted[1];
  if (second && counted[0]?.review.number === 1) return second.countedOn;
  if (counted.length !== 1 || counted[0]?.review.number !== 1) return undefined;
  const due = lastLawfulDay(reviewFacts(facts, facts.today), facts.rules, facts.calendar);
  return due.kind === 'computed' ? due.due : undefined;
}

/** The care plan before or soon after the first placement; the first review looks at it itself. */
function firstCarePlan(facts: Facts): ChildDeadline[] {
  const [first] = facts.placements;
  if (!first || facts.counted.length > 0) return [];
  const made = facts.eventsOf('care-plan').find(({ on }) => on >= addDays(first.from, -madeBefore));
  const of = { entity: 'period', id: first.id } as const;
  return deadlineOf({ kind: 'care-plan', rule: 'P-01', start: first.from, of, doneOn: made?.on }, facts);
}

/** The placement that a plan of that day was made for: the one whose start lies nearest, also where it lies ahead. */
function plannedBy(facts: Facts, on: IsoDate): Placement | undefined {
  const away = ({ from }: Placement) => Math.abs(daysBetween(from, on));
  return facts.placements
    .filter(({ from }) => from <= addDays(on, madeBefore))
    .reduce<Placement | undefined>(
      (nearest, one) => (nearest && away(nearest) <= away(one) ? nearest : one),
      undefined,
    );
}

function planFor(facts: Facts, placement: Placement): Happened | undefined {
  return facts.eventsOf('placement-plan').find(({ on }) => plannedBy(facts, on)?.id === placement.id);
}

function placementPlan(facts: Facts, placement: Placement): ChildDeadline[] {
  const made = planFor(facts, placement);
  return deadlineOf(
    {
      kind: 'placement-plan',
      rule: 'P-02',
      start: placement.from,
      of: { entity: 'period', id: placement.id },
      doneOn: made?.on,
      isUnrecorded: facts.eventsOf('placement-plan').length === 0,
    },
    facts,
  );
}

/** The permanence plan by the second review: an event of its own, or the route that a review saw in the care plan. */
function permanencePlan(facts: Facts): ChildDeadline[] {
  const start = secondReviewOn(facts);
  const { current } = facts;
  if (start === undefined || !current) return [];
  const planned = facts.eventsOf('permanence-plan').find(({ on }) => on >= current.from)?.on;
  const seen = facts.held.find(
    ({ review, heldOn }) =>
      heldOn >= current.from && /\S/u.test(review.duties?.carePlan?.permanenceRoute ?? ''),
  )?.heldOn;
  const of: About = { entity: 'period', id: current.id };
  return deadlineOf({ kind: 'permanence-plan', rule: 'P-03', start, of, doneOn: planned ?? seen }, facts);
}

function outOfArea(facts: Facts, placement: Placement): ChildDeadline[] {
  if (placement.isOutOfArea !== true) return [];
  const rule = placement.isEmergency === true ? 'P-04b' : 'P-04';
  const of = { entity: 'period', id: placement.id } as const;
  return deadlineOf({ kind: 'area-authority', rule, start: placement.from, of }, facts);
}

/** Sixteen weeks of temporary approval of a relative or friend, eight more once; full approval ends it. */
function temporaryApproval(facts: Facts, placement: Placement): ChildDeadline[] {
  if (placement.placement !== 'relative-or-friend-temporary') return [];
  const of: About = { entity: 'period', id: placement.id };
  const kind = 'temporary-approval';
  const extended = facts.eventsOf('approval-extended').find(({ on }) => on >= placement.from);
  const rule = facts.rules.ruleOn('P-05', placement.from);
  const first = rule && computeDue(rule, placement.from, facts.calendar);
  if (!extended || first?.kind !== 'computed' || knownFrom(placement) === undefined) {
    return deadlineOf({ kind, rule: 'P-05', start: placement.from, of }, facts);
  }
  return deadlineOf(
    { kind, rule: 'P-05b', start: first.due, of, about: { entity: 'event', id: extended.id } },
    facts,
  );
}

function disruption(facts: Facts): ChildDeadline[] {
  const ended = facts.placements.findLast(({ endedUnplanned, to }) => endedUnplanned === true && to);
  if (ended?.to === undefined || !facts.hasCome(ended.to)) return [];
  const of = { entity: 'period', id: ended.id } as const;
  return deadlineOf({ kind: 'disruption-meeting', rule: 'P-06', start: ended.to, of }, facts);
}

function detention(facts: Facts): ChildDeadline[] {
  const remand = facts.orders.findLast(
    ({ status, to }) => status === 'remand-to-detention' && !(to && facts.hasCome(addDays(to, 1))),
  );
  if (!remand) return [];
  const made = facts.eventsOf('placement-plan').find(({ on }) => on >= remand.from);
  const of = { entity: 'period', id: remand.id } as const;
  return deadlineOf(
    { kind: 'detention-plan', rule: 'P-08', start: remand.from, of, doneOn: made?.on },
    facts,
  );
}

/** P: plans and placements. */
export function planDeadlines(facts: Facts): ChildDeadline[] {
  if (!facts.isLookedAfter) return [];
  const { placement } = facts;
  return [
    ...firstCarePlan(facts),
    ...(placement
      ? [
          ...placementPlan(facts, placement),
          ...outOfArea(facts, placement),
          ...temporaryApproval(facts, placement),
        ]
      : []),
    ...permanencePlan(facts),
    ...disruption(facts),
    ...detention(facts),
  ];
}
