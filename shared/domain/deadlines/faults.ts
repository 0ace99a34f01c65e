import { formatDate } from '../london.ts';
import type { About, ChildDeadline, FactFault } from './childDeadline.ts';
import type { DatedReview, DeadlineRecord, Facts } from './facts.ts';
import { orderOn } from './facts.ts';
import type { FactFaultCode } from './faultTable.ts';
import { faultTable } from './faultTable.ts';
import { breaksTooLong } from './reviews.ts';
import { unknownStartFaults } from './unknownStarts.ts';

const fault = (code: FactFaultCode, of: About, what: string): FactFault => ({
  code,
  what,
  of,
  ...faultTable[code],
});

const childOf = ({ child }: DeadlineRecord): About => ({ entity: 'child', id: child.id });
const periodOf = ({ id }: { readonly id: string }): About => ({ entity: 'period', id });
const reviewOf = ({ id }: { readonly id: string }): About => ({ entity: 'review', id });

function ofBirth({ record, born, lookedAfter }: Facts): FactFault[] {
  if (born === undefined) {
    const what = 'The date of birth is missing or cannot be read: nothing that hangs on the age is computed.';
    return [fault('birth-missing', childOf(record), what)];
  }
  const first = lookedAfter[0];
  if (!first || first.from >= born) return [];
  const what = `Born ${formatDate(born)}, but looked after since ${formatDate(first.from)}: one of the two cannot be right.`;
  return [fault('birth-after-looked-after', childOf(record), what)];
}

function ofPeriods({ record, lookedAfter }: Facts): FactFault[] {
  const backwards = record.periods
    .filter(({ from, to }) => to !== undefined && to < from)
    .map((period) =>
      fault(
        'period-ends-before-it-begins',
        periodOf(period),
        'This stretch of time ends before it begins, so it is left out.',
      ),
    );
  const overlapping = lookedAfter.flatMap((period, place) => {
    const before = lookedAfter[place - 1];
    if (!before || (before.to !== undefined && before.to <= period.from)) return [];
    const what = `Looked after from ${formatDate(period.from)}, while an earlier time is still open or ends later.`;
    return [fault('periods-overlap', periodOf(before), what)];
  });
  return [...backwards, ...overlapping];
}

function ofLookedAfter(facts: Facts): FactFault[] {
  const { record, lookedAfter, current, placements } = facts;
  if (lookedAfter.length === 0) {
    const what = 'It is not recorded since when the child is looked after: no review can be dated.';
    return [fault('looked-after-missing', childOf(record), what)];
  }
  if (placements.length > 0 || !facts.isLookedAfter || !current) return [];
  const what = 'No placement is recorded for this time of being looked after: visits cannot be dated.';
  return [fault('placement-missing', periodOf(current), what)];
}

/** A placement of the kind "another" has no rule of its own: the ordinary visits are taken. */
function ofPlacements({ placements }: Facts): FactFault[] {
  return placements
    .filter(({ placement }) => placement === 'other')
    .map((placement) =>
      fault(
        'placement-unknown',
        periodOf(placement),
        'The kind of this placement is not one that a rule knows: its visits are dated as in any placement.',
      ),
    );
}

/** A review on a day on which there was nothing to review. */
function ofReviewDay(facts: Facts, { review, heldOn, countedOn }: DatedReview): FactFault[] {
  const day = countedOn ?? heldOn;
  const first = facts.lookedAfter[0]?.from;
  if (day === undefined) return [];
  const named = `Review ${review.number} of ${formatDate(day)}`;
  if (facts.born !== undefined && day < facts.born) {
    const what = `${named} lies before the birth on ${formatDate(facts.born)}.`;
    return [fault('review-before-birth', reviewOf(review), what)];
  }
  if (first === undefined || day >= first) return [];
  const what = `${named} lies before the child was looked after (${formatDate(first)}), so it moves nothing.`;
  return [fault('review-before-looked-after', reviewOf(review), what)];
}

function ofReview(facts: Facts, dated: DatedReview): FactFault[] {
  const { review, heldOn } = dated;
  if (heldOn === undefined && review.isBeforeStore === true) {
    const what = `Review ${review.number} was held before this store began, and its day is not recorded.`;
    return [fault('review-undated', reviewOf(review), what)];
  }
  const { countedOn } = review;
  const isHeld = heldOn !== undefined && facts.hasCome(heldOn);
  const countsAhead =
    isHeld && countedOn !== undefined && !facts.hasCome(countedOn)
      ? [
          fault(
            'counted-day-ahead',
            reviewOf(review),
            `Review ${review.number} was held on ${formatDate(heldOn)}, but counts on ${formatDate(countedOn)}, which lies ahead.`,
          ),
        ]
      : [];
  return [...ofReviewDay(facts, dated), ...countsAhead];
}

const care = ['care-order', 'interim-care-order', 'placement-order'] as const;

function ofShortBreaks(facts: Facts): FactFault[] {
  if (facts.record.child.isShortBreaks !== true) return [];
  const long = breaksTooLong(facts.lookedAfter);
  const order = orderOn(facts.orders, care, facts.today);
  return [
    ...(long
      ? [
          fault(
            'short-breaks-too-long',
            periodOf(long),
            'The short breaks are longer than regulation 48 allows (17 days each, 75 in twelve months): the ordinary reviews are due.',
          ),
        ]
      : []),
    ...(order
      ? [
          fault(
            'short-breaks-in-care',
            periodOf(order),
            'Marked as short breaks, but in care: regulation 48 does not apply, and the ordinary reviews are due.',
          ),
        ]
      : []),
  ];
}

function ofSituation(facts: Facts): FactFault[] {
  const { current, orders, placement, today } = facts;
  if (!facts.isLookedAfter || !current) return [];
  const last = facts.lastHeld?.review;
  const none = last?.nextReview?.kind === 'none' ? last.nextReview.because : undefined;
  const ended =
    none === undefined || none === 'turns-18'
      ? []
      : [
          fault(
            'ended-but-still-looked-after',
            periodOf(current),
            'The last review says that the child is no longer looked after, but the time of being looked after is still open.',
          ),
        ];
  const adopters = placement?.placement === 'adopters' ? placement : undefined;
  const of = adopters ? periodOf(adopters) : last?.kind === 'adoption' ? reviewOf(last) : undefined;
  const hasAuthority =
    orderOn(orders, ['placement-order'], today) !== undefined ||
    facts.eventsOf('authority-to-place').length > 0;
  if (!of || hasAuthority) return ended;
  const what = 'There is a plan for adoption, but no placement order or consent is recorded.';
  return [...ended, fault('adoption-without-authority', of, what)];
}

function ofMissing(facts: Facts, event: DeadlineRecord['events'][number]): FactFault[] {
  const of: About = { entity: 'event', id: event.id };
  const { on, startedAt, endedAt } = event;
  if (startedAt !== undefined && endedAt !== undefined && endedAt < startedAt) {
    return [fault('missing-return-before-start', of, 'The child came back before going missing.')];
  }
  if (endedAt !== undefined || on === undefined || !facts.hasCome(on)) return [];
  const what = `Missing from ${formatDate(on)}: the time of return is not recorded, so the return interview has no date.`;
  return [fault('missing-return-unknown', of, what)];
}

function ofEvent(facts: Facts, event: DeadlineRecord['events'][number]): FactFault[] {
  const of: About = { entity: 'event', id: event.id };
  const { on, dueOn, kind, startedAt } = event;
  if (on === undefined && dueOn === undefined && startedAt === undefined) {
    return [
      fault('event-undated', of, 'This has neither a day on which it was done nor one on which it is due.'),
    ];
  }
  if (on !== undefined && facts.born !== undefined && on < facts.born) {
    const what = `Dated ${formatDate(on)}, before the birth on ${formatDate(facts.born)}.`;
    return [fault('event-before-birth', of, what)];
  }
  return kind === 'missing' ? ofMissing(facts, event) : [];
}

/**
 * What cannot be right in a record, or is missing for its deadlines, and where it is mended. Nothing here stops the
 * other dates.
 */
export function faultsOf(facts: Facts, deadlines: readonly ChildDeadline[]): FactFault[] {
  return [
    ...ofBirth(facts),
    ...ofLookedAfter(facts),
    ...ofPeriods(facts),
    ...unknownStartFaults(facts, deadlines),
    ...ofPlacements(facts),
    ...facts.reviews.flatMap((dated) => ofReview(facts, dated)),
    ...ofShortBreaks(facts),
    ...ofSituation(facts),
    ...facts.record.events.flatMap((event) => ofEvent(facts, event)),
  ];
}
