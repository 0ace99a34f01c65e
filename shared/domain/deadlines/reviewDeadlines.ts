import type { IsoDate } from '../dates.ts';
import { addDays, addMonths, birthday } from '../dates.ts';
import type { ReviewGround } from '../model/events.ts';
import { knownFrom } from '../reviews.ts';
import type { RuleId } from '../rules/table.ts';
import type { Ask } from './ask.ts';
import { deadlineOf } from './ask.ts';
import type { ChildDeadline } from './childDeadline.ts';
import type { CountedReview, Facts, Happened, Planned } from './facts.ts';
import { noStartWords } from './unknownStarts.ts';
import { lastLawfulDay, reviewFacts, reviewStart } from './reviews.ts';

/** The day that is booked or agreed for the next review: its last meeting, else what the last review set. */
export function nextReviewSet(facts: Facts): IsoDate | undefined {
  const booked = facts.reviews.find(({ heldOn }) => heldOn !== undefined && !facts.hasCome(heldOn));
  if (booked) return booked.heldOn;
  const agreed = facts.lastHeld?.review.nextReview;
  return agreed?.kind === 'date' && !facts.hasCome(addDays(agreed.on, 1)) ? agreed.on : undefined;
}

/** The next review, or one that was held, by the facts as they stood for it. */
function reviewAfter(facts: Facts, before: Facts['held'], heldOn: IsoDate | undefined): ChildDeadline[] {
  const asOf = heldOn ?? facts.today;
  const given = reviewFacts(facts, asOf, before);
  const { id } = facts.record.child;
  const named = given.counted.at(-1)?.id ?? given.since?.id ?? id;
  const found = reviewStart(given);
  const base = { kind: 'review', named, doneOn: heldOn, setFor: nextReviewSet(facts) } as const;
  if ('kind' in found) {
    const of =
      found.of ??
      (given.since
        ? ({ entity: 'period', id: given.since.id } as const)
        : ({ entity: 'child', id } as const));
    return deadlineOf({ ...base, rule: 'R-03', of, why: found.why }, facts);
  }
  const day = lastLawfulDay(given, facts.rules, facts.calendar);
  const isOver = day.kind === 'not-computed';
  return deadlineOf(
    { ...base, rule: found.rule, of: found.of, ...(isOver ? { why: day.why } : { start: found.start }) },
    facts,
  );
}

function nextReview(facts: Facts): ChildDeadline[] {
  const { held } = facts;
  const last = reviewFacts(facts, facts.today).counted.at(-1);
  const done = last
    ? reviewAfter(
        facts,
        held.filter(({ countedOn }) => countedOn !== undefined && countedOn < last.on),
        last.on,
      )
    : [];
  return [...done, ...(facts.isLookedAfter ? reviewAfter(facts, held, undefined) : [])];
}

const rulesOfGrounds: Readonly<Record<ReviewGround, RuleId>> = {
  'officer-asks': 'R-09',
  'welfare-not-safeguarded': 'R-10',
  'section-21': 'R-11',
  'release-from-custody': 'R-12',
  'accommodation-stops': 'R-13',
  'significant-change': 'R-14',
  'something-happened': 'R-15',
};

/** An earlier review: no period is set by law, so it is due by the day that somebody gives, or an authority's period. */
function sooner(facts: Facts, event: Happened | Planned): ChildDeadline[] {
  const rule = rulesOfGrounds[event.ground ?? 'something-happened'];
  const arose = 'on' in event && event.on !== undefined ? event.on : undefined;
  const found = facts.rules.ruleOn(rule, arose);
  // A period before a planned change counts back from the change, never from the day on which it was proposed.
  const isFromArising = found?.period !== undefined && found.direction === 'after';
  const start = isFromArising ? (arose ?? event.dueOn) : event.dueOn;
  const doneOn = facts.held.find(({ heldOn }) => arose !== undefined && heldOn >= arose)?.heldOn;
  // What an earlier review has dealt with is history.
  if (doneOn !== undefined && doneOn < (facts.held.at(-1)?.heldOn ?? doneOn)) return [];
  return deadlineOf(
    {
      kind: 'review-sooner',
      rule,
      start,
      of: { entity: 'event', id: event.id },
      doneOn,
      setFor: nextReviewSet(facts),
      why: 'No period is set by law: give the day by which the review must be held.',
    },
    facts,
  );
}

function adjourned(facts: Facts): ChildDeadline[] {
  return facts.reviews.flatMap(({ review, heldOn }) => {
    const { adjournment } = review;
    if (!adjournment || !facts.hasCome(adjournment.on)) return [];
    const isResumed = heldOn !== undefined && heldOn > adjournment.on && facts.hasCome(heldOn);
    return deadlineOf(
      {
        kind: 'adjourned',
        rule: 'R-16',
        start: adjournment.on,
        of: { entity: 'review', id: review.id },
        ...(isResumed && { doneOn: heldOn }),
        setFor: adjournment.until,
      },
      facts,
    );
  });
}

/** A series of meetings, where the authority has set how long it may take. */
function series(facts: Facts): ChildDeadline[] {
  const last = facts.reviews.findLast(({ firstOn }) => firstOn !== undefined && facts.hasCome(firstOn));
  if (last?.firstOn === undefined) return [];
  if (facts.rules.ruleOn('R-17', last.firstOn)?.period === undefined) return [];
  const isComplete = last.heldOn !== undefined && last.heldOn > last.firstOn && facts.hasCome(last.heldOn);
  return deadlineOf(
    {
      kind: 'series',
      rule: 'R-17',
      start: last.firstOn,
      of: { entity: 'review', id: last.review.id },
      ...(isComplete && { doneOn: last.heldOn }),
    },
    facts,
  );
}

/** In a long-term foster placement for over a year: at least one meeting a year. */
function yearlyMeeting(facts: Facts, last: CountedReview): ChildDeadline[] {
  const { placement } = facts;
  if (placement?.placement !== 'long-term-foster-carers') return [];
  if (knownFrom(placement) === undefined) {
    const period = { entity: 'period', id: placement.id } as const;
    const why = noStartWords.placement;
    return deadlineOf(
      { kind: 'review-meeting', rule: 'R-05', named: last.review.id, of: period, why },
      facts,
    );
  }
  if (!facts.hasCome(addMonths(placement.from, 12))) return [];
  const of = { entity: 'review', id: last.review.id } as const;
  return deadlineOf({ kind: 'review-meeting', rule: 'R-05', start: last.heldOn, of }, facts);
}

/** The first review after the sixteenth birthday considers staying put. */
function stayingPut(facts: Facts): ChildDeadline[] {
  if (facts.born === undefined) return [];
  const sixteen = birthday(facts.born, 16);
  const next = lastLawfulDay(reviewFacts(facts, facts.today), facts.rules, facts.calendar);
  if (next.kind === 'not-computed') return [];
  const since = facts.held.find(({ heldOn }) => heldOn >= sixteen);
  if (since || next.due < sixteen) return [];
  const start = nextReviewSet(facts) ?? next.due;
  if (start < sixteen) return [];
  const of = { entity: 'child', id: facts.record.child.id } as const;
  return deadlineOf({ kind: 'staying-put-review', rule: 'R-18', start, of }, facts);
}

function secure(facts: Facts): ChildDeadline[] {
  const { placement } = facts;
  if (placement?.placement !== 'secure-accommodation') return [];
  const last = facts.eventsOf('secure-review').findLast(({ on }) => on >= placement.from);
  const planned = facts.plannedOf('secure-review')[0]?.dueOn;
  const ask: Ask = last
    ? { kind: 'secure-review', rule: 'R-19b', start: last.on, of: { entity: 'event', id: last.id } }
    : {
        kind: 'secure-review',
        rule: 'R-19',
        start: placement.from,
        of: { entity: 'period', id: placement.id },
      };
  return deadlineOf({ ...ask, setFor: planned }, facts);
}

/** R: the next review by the clock of the child’s situation, and what makes one come sooner. */
export function reviewDeadlines(facts: Facts): ChildDeadline[] {
  const last = facts.counted.at(-1);
  const asked = [...facts.eventsOf('review-sooner'), ...facts.plannedOf('review-sooner')];
  return [
    ...nextReview(facts),
    ...asked.flatMap((event) => sooner(facts, event)),
    ...adjourned(facts),
    ...(facts.isLookedAfter
      ? [
          ...series(facts),
          ...(last ? yearlyMeeting(facts, last) : []),
          ...stayingPut(facts),
          ...secure(facts),
        ]
      : []),
  ];
}
