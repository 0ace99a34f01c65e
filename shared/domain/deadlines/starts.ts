import type { Instant, IsoDate } from '../dates.ts';
import { birthday } from '../dates.ts';
import { londonDay } from '../london.ts';
import type { EventKind } from '../model/events.ts';
import type { Trigger } from '../rules/triggers.ts';
import type { About } from './childDeadline.ts';
import type { Facts } from './facts.ts';
import { eligibleOn } from './leavingCareDeadlines.ts';
import { secondReviewOn } from './planDeadlines.ts';
import { nextReviewSet } from './reviewDeadlines.ts';
import { lastLawfulDay, reviewFacts } from './reviews.ts';

/** The last time that something happened which starts a clock. */
export type Start = {
  readonly on?: IsoDate | undefined;
  readonly at?: Instant | undefined;
  readonly of: About;
};

type Finder = (facts: Facts) => Start | undefined;

const last =
  (kind: EventKind): Finder =>
  (facts) => {
    const event = facts.eventsOf(kind).at(-1);
    return event && { on: event.on, of: { entity: 'event', id: event.id } };
  };

const period =
  (find: (facts: Facts) => { id: string; from: IsoDate } | undefined): Finder =>
  (facts) => {
    const found = find(facts);
    return found && { on: found.from, of: { entity: 'period', id: found.id } };
  };

const child =
  (find: (facts: Facts) => IsoDate | undefined): Finder =>
  (facts) => {
    const on = find(facts);
    return on && { on, of: { entity: 'child', id: facts.record.child.id } };
  };

const review =
  (find: (facts: Facts) => { review: { id: string }; on?: IsoDate | undefined } | undefined): Finder =>
  (facts) => {
    const found = find(facts);
    return found && { on: found.on, of: { entity: 'review', id: found.review.id } };
  };

const counted = (facts: Facts, place: number) => {
  const found = facts.counted.at(place);
  return found && { review: found.review, on: found.countedOn };
};

function nextReviewDay(facts: Facts): IsoDate | undefined {
  const due = lastLawfulDay(reviewFacts(facts, facts.today), facts.rules, facts.calendar);
  return nextReviewSet(facts) ?? (due.kind === 'computed' ? due.due : undefined);
}

const orderOf =
  (...statuses: readonly string[]) =>
  ({ orders }: Facts) =>
    orders.findLast(({ status, to }) => statuses.includes(status) && to === undefined);

/** Where each trigger is found in a record: of what happens again, the last time. */
const finders: Readonly<Record<Trigger, Finder>> = {
  'became-looked-after': period(({ current }) => current),
  'first-review': review((facts) => counted(facts, 0)),
  'second-review': child(secondReviewOn),
  'previous-review': review((facts) => counted(facts, -1)),
  'next-review': child(nextReviewDay),
  'review-held': review(({ held }) => {
    const found = held.at(-1);
    return found && { review: found.review, on: found.heldOn };
  }),
  'first-meeting': review(({ reviews, hasCome }) => {
    const found = reviews.findLast(({ firstOn }) => firstOn !== undefined && hasCome(firstOn));
    return found && { review: found.review, on: found.firstOn };
  }),
  'review-adjourned': review(({ reviews }) => {
    const found = reviews.findLast((each) => each.review.adjournment);
    return found && { review: found.review, on: found.review.adjournment?.on };
  }),
  'decisions-sent': review(({ held }) => {
    const found = held.at(-1)?.review;
    return found && { review: found, on: found.decisionsSentOn };
  }),
  'telling-promised': () => undefined,
  'first-short-break': period(({ lookedAfter, record }) =>
    record.child.isShortBreaks === true ? lookedAfter[0] : undefined,
  ),
  'authority-to-place': period(orderOf('placement-order')),
  'placed-for-adoption': period(({ placement }) =>
    placement?.placement === 'adopters' ? placement : undefined,
  ),
  'officer-asked': last('review-sooner'),
  'ground-arose': last('review-sooner'),
  'planned-change': (facts) => {
    const event = facts.plannedOf('review-sooner')[0];
    return event && { on: event.dueOn, of: { entity: 'event', id: event.id } };
  },
  'officer-appointed': last('officer-appointed'),
  'secure-placement': period(({ placement }) =>
    placement?.placement === 'secure-accommodation' ? placement : undefined,
  ),
  'last-secure-review': last('secure-review'),
  'first-placement': period(({ placements }) => placements[0]),
  'placement-began': period(({ placement }) => placement),
  'placement-ended': (facts) => {
    const ended = facts.placements.findLast(({ to }) => to !== undefined && facts.hasCome(to));
    return ended && { on: ended.to, of: { entity: 'period', id: ended.id } };
  },
  'approval-extended': last('approval-extended'),
  remanded: period(orderOf('remand-to-detention', 'remand-to-accommodation')),
  'last-health-assessment': last('health-assessment'),
  'last-dental-check': last('dental-check'),
  'last-eye-test': last('eye-test'),
  'last-sdq': last('sdq'),
  'fourth-birthday': child(({ born }) => born && birthday(born, 4)),
  'day-set': () => undefined,
  'last-pep': last('pep'),
  'school-changed': period(({ schools }) => schools.at(-1)),
  'last-visit': last('visit'),
  'order-made': period(orderOf('care-order', 'interim-care-order')),
  'visit-asked-for': last('visit-asked-for'),
  'missing-ended': (facts) => {
    const ended = facts.eventsOf('missing').findLast(({ endedAt }) => endedAt !== undefined);
    if (ended?.endedAt === undefined) return undefined;
    return { on: londonDay(ended.endedAt), at: ended.endedAt, of: { entity: 'event', id: ended.id } };
  },
  'missing-repeated': last('missing'),
  'became-eligible': child(eligibleOn),
  'thirteen-weeks': child(eligibleOn),
  'last-pathway-plan': last('pathway-plan'),
  'eighteenth-birthday': child(({ adultOn }) => adultOn),
  'last-life-story': last('life-story-session'),
  'adoption-celebration': last('adoption-celebration'),
  'year-began': () => undefined,
};

/** The day or moment that starts a clock in this record, the last where there are several; undefined where nothing does. */
export function startOf(facts: Facts, trigger: Trigger): Start | undefined {
  return finders[trigger](facts);
}
