import type { IsoDate } from '../dates.ts';
import { addDays, birthday, daysBetween, latest } from '../dates.ts';
import { knownFrom } from '../reviews.ts';
import type { Placement } from './facts.ts';
import { deadlineOf } from './ask.ts';
import type { About, ChildDeadline } from './childDeadline.ts';
import type { Facts } from './facts.ts';
import { secondReviewOn } from './planDeadlines.ts';

/** Thirteen weeks, in days. */
const thirteenWeeks = 91;

/**
 * The day on which a young person becomes eligible: 13 weeks looked after in all since the fourteenth birthday, and
 * the sixteenth birthday (2010 Regulations, regulation 40; marks S and U). Undefined when that does not come while
 * the child is looked after, or comes only at 18, or hangs on a first day that nobody gave.
 */
export function eligibleOn(facts: Facts): IsoDate | undefined {
  const { born, adultOn } = facts;
  if (born === undefined || adultOn === undefined) return undefined;
  const [fourteen, sixteen] = [birthday(born, 14), birthday(born, 16)];
  let left = thirteenWeeks;
  let uncounted = fourteen;
  for (const period of facts.lookedAfter) {
    const { from, to } = period;
    if (from > fourteen && knownFrom(period) === undefined) return undefined;
    const start = from > uncounted ? from : uncounted;
    const reached = addDays(start, left);
    if (to !== undefined && to < reached) {
      // The last day is one of them, and no day is counted twice.
      left -= Math.max(0, daysBetween(start, to) + 1);
      uncounted = latest([uncounted, addDays(to, 1)]) ?? uncounted;
      continue;
    }
    const day = latest([reached, sixteen]) ?? reached;
    // The time in which the weeks were reached may have ended before 16: then the next one makes it so.
    if (to !== undefined && to < day) {
      left = 0;
      continue;
    }
    return day < adultOn ? day : undefined;
  }
  return undefined;
}

function eligibility(facts: Facts, day: IsoDate): ChildDeadline[] {
  const of: About = { entity: 'child', id: facts.record.child.id };
  const doneOn = facts.hasCome(day) ? day : undefined;
  return deadlineOf({ kind: 'eligible', rule: 'L-01', start: day, of, doneOn }, facts);
}

function pathwayPlan(facts: Facts, eligible: IsoDate, fifteen: IsoDate): ChildDeadline[] {
  const plans = facts.eventsOf('pathway-plan').filter(({ on }) => on >= fifteen);
  const [last, before] = [plans.at(-1), plans.at(-2)];
  const child: About = { entity: 'child', id: facts.record.child.id };
  const setFor = facts.plannedOf('pathway-plan')[0]?.dueOn;
  const kind = 'pathway-plan';
  const first = deadlineOf(
    { kind, rule: 'L-02', start: eligible, of: child, doneOn: plans[0]?.on, setFor },
    facts,
  );
  if (!last) return first;
  const of = (event: { id: string }): About => ({ entity: 'event', id: event.id });
  return [
    ...(before
      ? deadlineOf({ kind, rule: 'L-03', start: before.on, of: of(before), doneOn: last.on }, facts)
      : first),
    ...deadlineOf(
      { kind, rule: 'L-03', start: last.on, of: of(last), setFor: setFor ?? last.nextDueOn },
      facts,
    ),
    ...facts
      .eventsOf('review-sooner')
      .filter(({ on }) => on > last.on)
      .flatMap((change) =>
        deadlineOf({ kind: 'pathway-change', rule: 'L-03b', start: change.on, of: of(change) }, facts),
      ),
  ];
}

function adviser(facts: Facts, eligible: IsoDate): ChildDeadline[] {
  const has = facts.record.people.some(({ role }) => role === 'personal-adviser');
  const of: About = { entity: 'child', id: facts.record.child.id };
  return has ? [] : deadlineOf({ kind: 'personal-adviser', rule: 'L-04', start: eligible, of }, facts);
}

const fosterKinds: readonly Placement['placement'][] = [
  'foster-carers',
  'long-term-foster-carers',
  'relative-or-friend',
  'relative-or-friend-temporary',
];

function stayingPut(facts: Facts, adultOn: IsoDate): ChildDeadline[] {
  const { placement } = facts;
  if (!placement || !fosterKinds.includes(placement.placement)) return [];
  const of: About = { entity: 'period', id: placement.id };
  return deadlineOf({ kind: 'staying-put', rule: 'L-05', start: adultOn, of }, facts);
}

/** Life-story work: begun by the second review, then once a year. */
function lifeStory(facts: Facts): ChildDeadline[] {
  const sessions = facts.eventsOf('life-story-session');
  const last = sessions.at(-1);
  const setFor = facts.plannedOf('life-story-session')[0]?.dueOn;
  if (last) {
    const of: About = { entity: 'event', id: last.id };
    return deadlineOf({ kind: 'life-story', rule: 'L-06b', start: last.on, of, setFor }, facts);
  }
  const start = secondReviewOn(facts);
  const { current } = facts;
  if (start === undefined || !current) return [];
  const of: About = { entity: 'period', id: current.id };
  return deadlineOf({ kind: 'life-story', rule: 'L-06', start, of, setFor, isUnrecorded: true }, facts);
}

function laterLifeLetter(facts: Facts): ChildDeadline[] {
  return facts.eventsOf('adoption-celebration').flatMap((event) => {
    const of: About = { entity: 'event', id: event.id };
    return deadlineOf({ kind: 'later-life-letter', rule: 'L-07', start: event.on, of }, facts);
  });
}

/** L: leaving care, from 15 on, and life story. */
export function leavingCareDeadlines(facts: Facts): ChildDeadline[] {
  if (!facts.isLookedAfter) return laterLifeLetter(facts);
  const { born, adultOn } = facts;
  const fifteen = born && birthday(born, 15);
  const eligible = eligibleOn(facts);
  const isNear = fifteen !== undefined && facts.hasCome(fifteen);
  return [
    ...(isNear && eligible
      ? [
          ...eligibility(facts, eligible),
          ...pathwayPlan(facts, eligible, fifteen),
          ...adviser(facts, eligible),
        ]
      : []),
    ...(born && adultOn && facts.hasCome(birthday(born, 16)) ? stayingPut(facts, adultOn) : []),
    ...lifeStory(facts),
    ...laterLifeLetter(facts),
  ];
}
