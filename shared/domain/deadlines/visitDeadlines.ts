import type { IsoDate } from '../dates.ts';
import { addMonths, latest } from '../dates.ts';
import { of as periodOf } from '../rules/period.ts';
import { knownFrom } from '../reviews.ts';
import type { RuleInForce } from '../rules/ruleSet.ts';
import type { RuleId } from '../rules/table.ts';
import { deadlineOf } from './ask.ts';
import type { About, ChildDeadline } from './childDeadline.ts';
import type { Facts, Happened, Order, Placement } from './facts.ts';
import { orderOn } from './facts.ts';

/** Which rule gives the visit after this one (none yet: after the placement began), and from which day. */
type VisitStart = { readonly rule: RuleId; readonly start: IsoDate; readonly of: About };

const visitOf = ({ id }: Happened): About => ({ entity: 'event', id });

function isBeforeFirstReview(facts: Facts, placement: Placement, on: IsoDate): boolean {
  return !facts.held.some(({ heldOn }) => heldOn >= placement.from && heldOn <= on);
}

/** After the first year the intended length of the placement decides (regulation 28(2)(c)). */
function settledRule({ placement, isUntil18, sixMonthlyVisitsFrom }: Placement, on: IsoDate): RuleId {
  const isLongTerm = placement === 'long-term-foster-carers';
  if (isLongTerm && sixMonthlyVisitsFrom !== undefined && sixMonthlyVisitsFrom <= on) return 'S-04';
  return isLongTerm || isUntil18 === true ? 'S-03b' : 'S-03';
}

/** Living with a parent, or with a relative or friend under temporary approval: rules of their own. */
function closeRule(
  facts: Facts,
  placement: Placement,
  order: Order | undefined,
  on: IsoDate,
): RuleId | undefined {
  const isWeekly = isBeforeFirstReview(facts, placement, on);
  if (placement.placement === 'relative-or-friend-temporary') return isWeekly ? 'S-06' : 'S-06b';
  if (placement.placement !== 'parent') return undefined;
  if (placement.isBeforeAssessment === true) return isWeekly ? 'S-05' : 'S-05b';
  if (order?.status === 'interim-care-order') return isWeekly ? 'S-06' : 'S-06b';
  return order?.status === 'care-order' ? 'S-07b' : undefined;
}

const careOrders: readonly Order['status'][] = ['care-order', 'interim-care-order'];

/** `asOf`: until when it is known whether a review was held, which ends the weekly visits. */
function afterVisit(facts: Facts, placement: Placement, last: Happened, asOf: IsoDate): VisitStart {
  const at = { start: last.on, of: visitOf(last) };
  if (placement.placement === 'adopters' && isBeforeFirstReview(facts, placement, asOf)) {
    return { rule: 'R-08b', ...at };
  }
  const close = closeRule(facts, placement, orderOn(facts.orders, careOrders, asOf), asOf);
  if (close) return { rule: close, ...at };
  // The interval that began in the first year is still one of it.
  const isSettled = last.on >= addMonths(placement.from, 12);
  return { rule: isSettled ? settledRule(placement, last.on) : 'S-02', ...at };
}

function firstOf(facts: Facts, placement: Placement): VisitStart {
  const at = { start: placement.from, of: { entity: 'period', id: placement.id } } as const;
  if (placement.placement === 'adopters') return { rule: 'R-08', ...at };
  const order = orderOn(facts.orders, careOrders, facts.today);
  if (placement.placement === 'parent' && order?.status === 'care-order') {
    const start = latest([order.from, placement.from]) ?? placement.from;
    const isOrderFirst = start === placement.from;
    return { rule: 'S-07', start, of: isOrderFirst ? at.of : { entity: 'period', id: order.id } };
  }
  return { rule: 'S-01', ...at };
}

/** Within a week of a care order made while the child lives at home, whatever visits came before it. */
function afterOrder(facts: Facts, placement: Placement, visits: readonly Happened[]): VisitStart | undefined {
  if (placement.placement !== 'parent') return undefined;
  const order = orderOn(facts.orders, ['care-order'], facts.today);
  if (!order || order.from <= placement.from || visits.some(({ on }) => on >= order.from)) return undefined;
  return { rule: 'S-07', start: order.from, of: { entity: 'period', id: order.id } };
}

/** Where nobody gave the first day of the placement, or of the care order at home, no visit can be dated. */
function withoutStart(facts: Facts, placement: Placement): VisitStart | undefined {
  const period = ({ id }: Placement | Order): About => ({ entity: 'period', id });
  if (knownFrom(placement) === undefined) {
    const rule = placement.placement === 'adopters' ? 'R-08' : 'S-01';
    return { rule, start: placement.from, of: period(placement) };
  }
  if (placement.placement !== 'parent') return undefined;
  const order = orderOn(facts.orders, ['care-order'], facts.today);
  if (!order || knownFrom(order) !== undefined) return undefined;
  return { rule: 'S-07', start: order.from, of: period(order) };
}

function inPlacement(facts: Facts, placement: Placement): ChildDeadline[] {
  const all = facts.eventsOf('visit');
  const visits = all.filter(({ on }) => on >= placement.from);
  const [last, before] = [visits.at(-1), visits.at(-2)];
  const setFor = facts.plannedOf('visit')[0]?.dueOn;
  const undated = withoutStart(facts, placement);
  if (undated) return deadlineOf({ kind: 'visit', ...undated, setFor }, facts);
  const next =
    afterOrder(facts, placement, visits) ??
    (last ? afterVisit(facts, placement, last, facts.today) : firstOf(facts, placement));
  const kept = last && (before ? afterVisit(facts, placement, before, last.on) : firstOf(facts, placement));
  return [
    ...(kept ? deadlineOf({ kind: 'visit', ...kept, doneOn: last.on }, facts) : []),
    ...deadlineOf({ kind: 'visit', ...next, setFor, isUnrecorded: all.length === 0 }, facts),
  ];
}

/**
 * An interval agreed for this child, in weeks, else the one that the authority has given the rule: that of short breaks,
 * or a tighter one beside the law's.
 */
function agreed(facts: Facts, rule: 'S-08' | 'S-09'): ChildDeadline[] {
  const weeks = facts.record.child.visitEveryWeeks;
  const last = facts.eventsOf('visit').at(-1);
  const found = facts.rules.ruleOn(rule, last?.on);
  const child: About = { entity: 'child', id: facts.record.child.id };
  if (found === undefined) return [];
  const inWeeks: RuleInForce = weeks === undefined ? found : { ...found, period: periodOf(weeks, 'week') };
  const hasInterval = inWeeks.period !== undefined;
  const why = hasInterval
    ? 'No visit is recorded: enter the last one.'
    : 'The interval agreed with the reviewing officer and the parents is not recorded.';
  return deadlineOf(
    {
      kind: rule === 'S-08' ? 'visit' : 'visit-agreed',
      rule: inWeeks,
      start: hasInterval ? last?.on : undefined,
      of: last ? visitOf(last) : child,
      about: child,
      setFor: facts.plannedOf('visit')[0]?.dueOn,
      why,
      isUnrecorded: !last,
    },
    facts,
  );
}

function askedFor(facts: Facts): ChildDeadline[] {
  return facts.eventsOf('visit-asked-for').flatMap((event) => {
    const done = facts.eventsOf('visit').find(({ on }) => on >= event.on)?.on;
    if (done !== undefined && facts.eventsOf('visit').at(-1)?.on !== done) return [];
    const of: About = { entity: 'event', id: event.id };
    return deadlineOf({ kind: 'visit-asked-for', rule: 'S-10', start: event.on, of, doneOn: done }, facts);
  });
}

/** S: the social worker’s visits, by placement, order and time. */
export function visitDeadlines(facts: Facts): ChildDeadline[] {
  if (!facts.isLookedAfter) return [];
  if (facts.record.child.isShortBreaks === true) return [...agreed(facts, 'S-08'), ...askedFor(facts)];
  const { placement } = facts;
  const byLaw = placement ? inPlacement(facts, placement) : [];
  const hasOwn = facts.record.child.visitEveryWeeks !== undefined;
  const last = facts.eventsOf('visit').at(-1)?.on;
  const hasTighter = facts.rules.ruleOn('S-09', last)?.period !== undefined;
  const own = hasOwn || hasTighter ? agreed(facts, 'S-09') : [];
  const lawful = byLaw.find(({ state }) => state !== 'done')?.date;
  const tighter = own.filter(
    ({ date }) => date.kind === 'computed' && lawful?.kind === 'computed' && date.due < lawful.due,
  );
  return [...byLaw, ...tighter, ...askedFor(facts)];
}
