import type { IsoDate } from '../dates.ts';
import { addDays, birthday } from '../dates.ts';
import { londonDay } from '../london.ts';
import type { Child, Period } from '../model/child.ts';
import type { DeadlineMark, MarkKind } from '../model/deadlineMarks.ts';
import type { DatedEvent, EventKind } from '../model/events.ts';
import type { ChildRecord } from '../model/record.ts';
import type { Review } from '../model/review.ts';
import { knownFrom } from '../reviews.ts';
import type { Rules } from '../rules/ruleSet.ts';
import type { WorkingCalendar } from '../workingDays.ts';

/** What the rules of time read of a record. A date of birth may be missing where a file's own cannot be right. */
export type DeadlineRecord = Pick<
  ChildRecord,
  | 'periods'
  | 'people'
  | 'events'
  | 'papers'
  | 'deadlineMarks'
  | 'reviews'
  | 'meetings'
  | 'points'
  | 'decisions'
  | 'midwayChecks'
  | 'finalisations'
  | 'addenda'
  | 'issued'
  | 'filings'
> & {
  /** Reviews that ask for nothing any more, where a store knows them: what was issued of them may be left out. */
  readonly settledReviews?: ReadonlySet<string> | undefined;
  readonly child: Pick<Child, 'id' | 'isShortBreaks' | 'visitEveryWeeks'> & {
    readonly dateOfBirth?: IsoDate | undefined;
  };
};

/** The rules in force, the days that count, and what silence means: everything that an authority decides. */
export type RuleSet = {
  readonly rules: Rules;
  readonly calendar: WorkingCalendar;
  readonly noReplyMeans: string;
};

export type LookedAfter = Extract<Period, { kind: 'looked-after' }>;
export type Placement = Extract<Period, { kind: 'placement' }>;
export type Order = Extract<Period, { kind: 'legal-status' }>;
export type School = Extract<Period, { kind: 'school' }>;

/** A review with its days: held or to be held on its last meeting, and counted on one day or not at all. */
export type DatedReview = {
  readonly review: Review;
  readonly firstOn?: IsoDate | undefined;
  readonly heldOn?: IsoDate | undefined;
  readonly countedOn?: IsoDate | undefined;
};
/** A review held, and one that counted. */
export type HeldReview = DatedReview & { readonly heldOn: IsoDate };
export type CountedReview = HeldReview & { readonly countedOn: IsoDate };

/** An event that happened on a day, and one that is only due. */
export type Happened = DatedEvent & { readonly on: IsoDate };
export type Planned = DatedEvent & { readonly dueOn: IsoDate };

/** A record made ready for the rules, as of a day: each list in the order of its days. */
export type Facts = RuleSet & {
  readonly record: DeadlineRecord;
  readonly today: IsoDate;
  /** Whether a day is today or past; a day still ahead is remembered: on it the answer changes. */
  readonly hasCome: (day: IsoDate) => boolean;
  readonly born?: IsoDate | undefined;
  /** The day on which the child turns 18; undefined without a date of birth. */
  readonly adultOn?: IsoDate | undefined;
  readonly lookedAfter: readonly LookedAfter[];
  /** The time of being looked after that runs, else the next one, else the last. */
  readonly current?: LookedAfter | undefined;
  /** It runs, is still to come or is not recorded, and the child is not 18 yet. */
  readonly isLookedAfter: boolean;
  /** Within the current time of being looked after. */
  readonly placements: readonly Placement[];
  readonly placement?: Placement | undefined;
  readonly orders: readonly Order[];
  readonly schools: readonly School[];
  /** By id the periods whose first day nobody gave: no clock runs from what stands in for it. */
  readonly unknownStarts: ReadonlyMap<string, Period>;
  readonly reviews: readonly DatedReview[];
  /** Held by today, of any time of being looked after. */
  readonly held: readonly HeldReview[];
  /** The last one held within the current time: what an earlier time ended with says nothing of this one. */
  readonly lastHeld?: HeldReview | undefined;
  /** The last review held before this store began: what was done by then is not known here. */
  readonly lastBeforeStore?: IsoDate | undefined;
  /** Held by today within the current time, and counting as statutory. */
  readonly counted: readonly CountedReview[];
  readonly eventsOf: (kind: EventKind) => readonly Happened[];
  /** Events of a kind that are only due, earliest first. */
  readonly plannedOf: (kind: EventKind) => readonly Planned[];
  readonly markOf: <K extends MarkKind>(
    key: string,
    kind: K,
  ) => Extract<DeadlineMark, { kind: K }> | undefined;
};

const compared = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
/** What falls on one day is put in the order of its ids, so that no list's order decides. */
const byDay =
  <T extends { readonly id: string }>(dayOf: (row: T) => string) =>
  (a: T, b: T) =>
    compared(dayOf(a), dayOf(b)) || compared(a.id, b.id);

function periodsOf<K extends Period['kind']>(
  record: DeadlineRecord,
  kind: K,
): Extract<Period, { kind: K }>[] {
  return record.periods
    .filter((period): period is Extract<Period, { kind: K }> => period.kind === kind)
    .filter(({ from, to }) => to === undefined || to >= from)
    .sort(byDay(({ from }) => from));
}

/** Each review with its days, from first to last; those without a day come last. */
export function datedReviews(record: Pick<ChildRecord, 'reviews' | 'meetings'>): DatedReview[] {
  const [first, last] = [new Map<string, IsoDate>(), new Map<string, IsoDate>()];
  for (const { reviewIds, on } of record.meetings) {
    for (const id of reviewIds) {
      const [from, to] = [first.get(id), last.get(id)];
      if (from === undefined || on < from) first.set(id, on);
      if (to === undefined || on > to) last.set(id, on);
    }
  }
  const dated = record.reviews.map((review): DatedReview => {
    const heldOn = last.get(review.id) ?? review.heldOn;
    const countedOn = review.countsAsStatutory ? (review.countedOn ?? heldOn) : undefined;
    return { review, firstOn: first.get(review.id) ?? heldOn, heldOn, countedOn };
  });
  return dated.sort((a, b) => {
    const days = compared(a.heldOn ?? '9999', b.heldOn ?? '9999');
    return days || a.review.number - b.review.number || compared(a.review.id, b.review.id);
  });
}

/** True of a review held by a day. */
export function isHeld(dated: DatedReview): dated is HeldReview {
  return dated.heldOn !== undefined;
}
const isCounted = (dated: HeldReview): dated is CountedReview => dated.countedOn !== undefined;

/** An episode may have its moment alone. */
function withDay(event: DatedEvent): DatedEvent {
  const { on, startedAt } = event;
  return on === undefined && startedAt !== undefined ? { ...event, on: londonDay(startedAt) } : event;
}
const hasHappened = (event: DatedEvent): event is Happened => event.on !== undefined;

/** What happened, and what is only due, by kind. A day still ahead is no day on which something happened. */
function eventIndex(record: DeadlineRecord, hasCome: Facts['hasCome']) {
  const happened = new Map<EventKind, Happened[]>();
  const planned = new Map<EventKind, Planned[]>();
  const add = <T>(index: Map<EventKind, T[]>, kind: EventKind, event: T) => {
    const known = index.get(kind);
    if (known) known.push(event);
    else index.set(kind, [event]);
  };
  for (const given of record.events) {
    const event = withDay(given);
    const { kind, dueOn } = event;
    if (hasHappened(event)) {
      if (hasCome(event.on)) add(happened, kind, event);
      else add(planned, kind, { ...event, dueOn: event.on });
    } else if (dueOn !== undefined) {
      // A recorded refusal stands for the day it was due.
      if (event.isRefused === true && hasCome(dueOn)) add(happened, kind, { ...event, on: dueOn });
      else add(planned, kind, { ...event, dueOn });
    }
  }
  for (const list of happened.values()) list.sort(byDay(({ on }) => on));
  for (const list of planned.values()) list.sort(byDay(({ dueOn }) => dueOn));
  return { happened, planned };
}

function markIndex(record: DeadlineRecord): Facts['markOf'] {
  const marks = new Map<string, DeadlineMark>();
  for (const mark of [...record.deadlineMarks].sort(byDay(({ on }) => on))) {
    marks.set(`${mark.kind} ${mark.deadline}`, mark);
  }
  return <K extends MarkKind>(key: string, kind: K) => {
    const mark = marks.get(`${kind} ${key}`);
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- kept under its own kind
    return mark as Extract<DeadlineMark, { kind: K }> | undefined;
  };
}

/** Whether days have come, and the first of those that have not: on it the answer may be another. */
export function watchOf(today: IsoDate): {
  hasCome: (day: IsoDate) => boolean;
  until: () => IsoDate | undefined;
} {
  let next: IsoDate | undefined;
  return {
    hasCome: (day) => {
      if (day <= today) return true;
      if (next === undefined || day < next) next = day;
      return false;
    },
    until: () => next,
  };
}

function currentOf(all: readonly LookedAfter[], hasCome: Facts['hasCome']): LookedAfter | undefined {
  const ended = ({ to }: LookedAfter) => to !== undefined && hasCome(addDays(to, 1));
  return (
    all.findLast((period) => hasCome(period.from) && !ended(period)) ??
    all.find((period) => !hasCome(period.from)) ??
    all.at(-1)
  );
}

/** Makes a record ready for the rules, as of a day. */
export function factsOf(
  record: DeadlineRecord,
  today: IsoDate,
  ruleSet: RuleSet,
  hasCome: Facts['hasCome'],
): Facts {
  const born = record.child.dateOfBirth;
  const adultOn = born && birthday(born, 18);
  const lookedAfter = periodsOf(record, 'looked-after');
  const current = currentOf(lookedAfter, hasCome);
  const isOver = current?.to !== undefined && hasCome(addDays(current.to, 1));
  const isShortBreaks = record.child.isShortBreaks === true;
  const countsFrom = isShortBreaks ? lookedAfter[0]?.from : current?.from;
  const isAdult = adultOn !== undefined && hasCome(adultOn);
  const isWithin = ({ from, to }: { from: IsoDate; to?: IsoDate | undefined }) =>
    current === undefined ||
    ((to === undefined || to >= current.from) && (current.to === undefined || from <= current.to));
  const placements = periodsOf(record, 'placement').filter(isWithin);
  const reviews = datedReviews(record);
  const held = reviews.filter(isHeld).filter(({ heldOn }) => hasCome(heldOn));
  const { happened, planned } = eventIndex(record, hasCome);
  const orders = periodsOf(record, 'legal-status');
  // A rule may ask what holds today: each beginning and end that lies ahead may change its answer.
  for (const { from, to } of [...orders, ...placements]) {
    hasCome(from);
    if (to !== undefined) hasCome(addDays(to, 1));
  }
  return {
    ...ruleSet,
    record,
    today,
    hasCome,
    born,
    adultOn,
    lookedAfter,
    current,
    // Between two short breaks the arrangement goes on. Nothing recorded is a fault of the record, not the end of it.
    isLookedAfter: (!isOver || isShortBreaks) && !isAdult,
    placements,
    placement: placements.findLast(({ from, to }) => hasCome(from) && !(to && hasCome(addDays(to, 1)))),
    orders,
    schools: periodsOf(record, 'school'),
    unknownStarts: new Map(
      record.periods.flatMap((period) => (knownFrom(period) === undefined ? [[period.id, period]] : [])),
    ),
    reviews,
    held,
    lastHeld: held.findLast(({ heldOn }) => countsFrom === undefined || heldOn >= countsFrom),
    lastBeforeStore: held.findLast(({ review }) => review.isBeforeStore === true)?.heldOn,
    counted: held
      .filter(isCounted)
      .filter(({ countedOn }) => countsFrom !== undefined && countedOn >= countsFrom)
      .sort((a, b) => compared(a.countedOn, b.countedOn)),
    eventsOf: (kind) => happened.get(kind) ?? [],
    plannedOf: (kind) => planned.get(kind) ?? [],
    markOf: markIndex(record),
  };
}

/** The order of a kind that holds on a day. */
export function orderOn(
  orders: readonly Order[],
  statuses: readonly Order['status'][],
  day: IsoDate,
): Order | undefined {
  return orders.findLast(
    ({ status, from, to }) => statuses.includes(status) && from <= day && (to === undefined || to >= day),
  );
}
