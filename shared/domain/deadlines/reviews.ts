import type { IsoDate } from '../dates.ts';
import { addDays, daysBetween } from '../dates.ts';
import { formatDate } from '../london.ts';
import type { PeriodKind } from '../model/child.ts';
import type { Review } from '../model/review.ts';
import { knownFrom } from '../reviews.ts';
import type { Rules } from '../rules/ruleSet.ts';
import type { RuleId } from '../rules/table.ts';
import type { WorkingCalendar } from '../workingDays.ts';
import type { About } from './childDeadline.ts';
import type { Due, NotComputed } from './deadline.ts';
import { computeDue, notComputed } from './deadline.ts';
import type { DatedReview, Facts, LookedAfter, Order, Placement } from './facts.ts';
import { orderOn } from './facts.ts';
import { noStartWords } from './unknownStarts.ts';

/** A review that counted, and how many had by then as its number says. */
export type Counted = { readonly id: string; readonly on: IsoDate; readonly number: number };
/** What began, and when; without a day where nobody gave it. */
type Begun = { readonly id: string; readonly on?: IsoDate | undefined };
type Authority = Begun & { readonly entity: 'period' | 'event' };

/** What the next review's date hangs on, as of a day. */
export type ReviewFacts = {
  readonly since?: Begun | undefined;
  /** Counted in this time of being looked after, first to last. */
  readonly counted: readonly Counted[];
  readonly adultOn?: IsoDate | undefined;
  /** The first short break, where the child comes for short breaks only. */
  readonly shortBreaks?: Begun | undefined;
  /** Authority to place for adoption (a placement order, or consent). */
  readonly authority?: Authority | undefined;
  readonly adopters?: Begun | undefined;
  /** The last review was one of a plan for adoption. */
  readonly isAdoptionReview?: boolean | undefined;
  /** Why there will be no next review, where the last one says so. */
  readonly whyNone?: string | undefined;
};

/** Which rule gives the next review, from which day. */
export type ReviewStart = { readonly rule: RuleId; readonly start: IsoDate; readonly of: About };
/** Why no rule gives it, and the record where that is mended. */
type NoStart = NotComputed & { readonly of?: About };

const reviewOf = ({ id }: Counted): About => ({ entity: 'review', id });

const notSince = (kind: PeriodKind, { id }: Begun): NoStart => ({
  ...notComputed(noStartWords[kind]),
  of: { entity: 'period', id },
});

function afterAdopters({ counted }: ReviewFacts, adopters: Begun): ReviewStart | NoStart {
  const { id, on: since } = adopters;
  if (since === undefined) return notSince('placement', adopters);
  const there = counted.filter(({ on }) => on >= since);
  const last = there.at(-1);
  if (last === undefined) return { rule: 'R-07', start: since, of: { entity: 'period', id } };
  return { rule: there.length === 1 ? 'R-07b' : 'R-07c', start: last.on, of: reviewOf(last) };
}

function afterAuthority({ counted }: ReviewFacts, authority: Authority): ReviewStart | NoStart {
  const { entity, id, on: since } = authority;
  if (since === undefined) return notSince('legal-status', authority);
  const last = counted.filter(({ on }) => on >= since).at(-1);
  if (last !== undefined) return { rule: 'R-06b', start: last.on, of: reviewOf(last) };
  return { rule: 'R-06', start: since, of: { entity, id } };
}

function afterFirst(rule: 'R-01' | 'R-04', begun: Begun): ReviewStart | NoStart {
  const { id, on } = begun;
  return on === undefined
    ? notSince('looked-after', begun)
    : { rule, start: on, of: { entity: 'period', id } };
}

/**
 * Which rule gives the next review and from which day: adoption's own clock once there is authority (Adoption Agencies
 * Regulations 2005, regulation 36), that of short breaks (2010 Regulations, regulation 48), else regulation 33.
 */
export function reviewStart(facts: ReviewFacts): ReviewStart | NoStart {
  const { since, counted, adopters, authority, shortBreaks } = facts;
  if (facts.whyNone !== undefined) return notComputed(`No next review: ${facts.whyNone}.`);
  if (since === undefined) return notComputed('The date the child became looked after is not recorded.');
  if (adopters) return afterAdopters(facts, adopters);
  if (authority) return afterAuthority(facts, authority);
  if (facts.isAdoptionReview === true) {
    return notComputed(
      'The last review was one of a plan for adoption: enter the placement order or the authority to place (Adoption Agencies Regulations 2005, regulation 36).',
    );
  }
  const last = counted.at(-1);
  if (shortBreaks) {
    return last === undefined
      ? afterFirst('R-04', shortBreaks)
      : { rule: 'R-04b', start: last.on, of: reviewOf(last) };
  }
  if (last === undefined) return afterFirst('R-01', since);
  // A child who came with only the sixth review has had six, whatever the store holds of them.
  const soFar = Math.max(counted.length, ...counted.map(({ number }) => number));
  return { rule: soFar === 1 ? 'R-02' : 'R-03', start: last.on, of: reviewOf(last) };
}

/** The last lawful day of the next review: no rule asks for one after the eighteenth birthday. */
export function lastLawfulDay(
  facts: ReviewFacts,
  rules: Rules,
  calendar: WorkingCalendar,
): Due | NotComputed {
  const found = reviewStart(facts);
  if ('kind' in found) return notComputed(found.why);
  const rule = rules.ruleOn(found.rule, found.start);
  if (rule === undefined) return notComputed('The authority has switched this rule off.');
  const date = computeDue(rule, found.start, calendar);
  const { adultOn } = facts;
  if (adultOn !== undefined && date.kind === 'computed' && date.due >= adultOn) {
    return notComputed(`No further review: 18 on ${formatDate(adultOn)}, before another is due.`);
  }
  return date;
}

const whyNoneWords = {
  'turns-18': 'turns 18',
  'returned-home': 'returned home',
  adopted: 'adopted',
  'special-guardianship': 'special guardianship',
} as const;

const longestBreak = 17;
const mostBreakDays = 75;

const daysOf = ({ from, to }: LookedAfter) => (to === undefined ? 0 : daysBetween(from, to) + 1);

/** The short breaks that are longer than regulation 48 allows: one, or together in twelve months. */
export function breaksTooLong(breaks: readonly LookedAfter[]): LookedAfter | undefined {
  return breaks.find((one) => {
    const yearFrom = addDays(one.from, -364);
    const inYear = breaks.filter(({ from }) => from >= yearFrom && from <= one.from);
    const together = inYear.reduce((sum, each) => sum + daysOf(each), 0);
    return daysOf(one) > longestBreak || together > mostBreakDays;
  });
}

const careStatuses: readonly Order['status'][] = ['care-order', 'interim-care-order', 'placement-order'];

/** The first short break, while the conditions of regulation 48 hold: not in care, breaks not too long. */
function shortBreaksOf(facts: Facts, kind: Review['kind'] | undefined, day: IsoDate): Begun | undefined {
  const [first] = facts.lookedAfter;
  const isMarked = facts.record.child.isShortBreaks === true || kind === 'short-breaks';
  if (!isMarked || first === undefined) return undefined;
  if (orderOn(facts.orders, careStatuses, day) || breaksTooLong(facts.lookedAfter)) return undefined;
  return { id: first.id, on: knownFrom(first) };
}

function authorityOf(facts: Facts, day: IsoDate): Authority | undefined {
  const order = orderOn(facts.orders, ['placement-order'], day);
  if (order) return { entity: 'period', id: order.id, on: knownFrom(order) };
  const consent = facts.eventsOf('authority-to-place').findLast(({ on }) => on <= day);
  return consent && { entity: 'event', id: consent.id, on: consent.on };
}

/** With adopters on a day, since when: a move between adopters begins anew. */
function adoptersOn(placements: readonly Placement[], day: IsoDate): Begun | undefined {
  const found = placements.findLast(({ from, to }) => from <= day && (to === undefined || to >= day));
  return found?.placement === 'adopters' ? { id: found.id, on: knownFrom(found) } : undefined;
}

/** The last of these reviews that was held since a day; one without a day comes last. */
function lastSince(reviews: readonly DatedReview[], from: IsoDate | undefined): Review | undefined {
  return reviews.findLast(({ heldOn }) => heldOn === undefined || from === undefined || heldOn >= from)
    ?.review;
}

/**
 * What the next review hangs on, as the facts stood on a day, after these reviews (without them, all that were held).
 * `kind`: that of the review in question, where it is there already; else that of the last one in this time of being
 * looked after.
 */
export function reviewFacts(
  facts: Facts,
  day: IsoDate,
  before: readonly DatedReview[] = facts.held,
  kind?: Review['kind'],
): ReviewFacts {
  const { current, lookedAfter, record } = facts;
  // The breaks of one arrangement are one time.
  const began = record.child.isShortBreaks === true ? lookedAfter[0]?.from : current?.from;
  const ofKind = kind ?? lastSince(before, began)?.kind;
  const shortBreaks = shortBreaksOf(facts, ofKind, day);
  const from = shortBreaks ? lookedAfter[0]?.from : current?.from;
  const counted = before.flatMap(({ review, countedOn }) =>
    countedOn !== undefined && from !== undefined && countedOn >= from
      ? [{ id: review.id, on: countedOn, number: review.number }]
      : [],
  );
  // A review that does not count moves nothing, but it may say that there will be no other.
  const last = lastSince(before, from);
  const none = last?.nextReview?.kind === 'none' ? last.nextReview.because : undefined;
  return {
    since: current && { id: current.id, on: knownFrom(current) },
    counted,
    adultOn: facts.adultOn,
    shortBreaks,
    authority: authorityOf(facts, day),
    adopters: adoptersOn(facts.placements, day),
    isAdoptionReview: ofKind === 'adoption',
    whyNone: none && whyNoneWords[none],
  };
}
