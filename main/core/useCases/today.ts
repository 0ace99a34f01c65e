import type { TodayLine } from '../../../shared/contract/caseload.ts';
import { ruleInShort, shortAge, shortDay, shortLegalStatuses } from '../../../shared/domain/caseloadWords.ts';
import type { IsoDate } from '../../../shared/domain/dates.ts';
import { addDays, isoDate, weekday } from '../../../shared/domain/dates.ts';
import type { ChildDeadline, DeadlineKind } from '../../../shared/domain/deadlines/childDeadline.ts';
import type { Deadline, Due } from '../../../shared/domain/deadlines/deadline.ts';
import { computeDue, withSum } from '../../../shared/domain/deadlines/deadline.ts';
import { promiseKey, restingOn } from '../../../shared/domain/deadlines/rests.ts';
import { sumInWords } from '../../../shared/domain/deadlines/sumInWords.ts';
import { ActionId, ChildId, ReviewId } from '../../../shared/domain/ids.ts';
import { legalStatuses } from '../../../shared/domain/model/child.ts';
import { ok } from '../../../shared/domain/result.ts';
import { calendarOf } from '../../../shared/domain/settings.ts';
import type { WorkingCalendar } from '../../../shared/domain/workingDays.ts';
import { nonWorkingReason, workingDaysTo } from '../../../shared/domain/workingDays.ts';
import type { ChildName } from '../../store/caseloadRepository.ts';
import type { ReviewToWriteUp } from '../../store/listRepository.ts';
import type { Next, Running } from '../caseload.ts';
import { nextReviews, runningToday } from '../caseload.ts';
import type { Context, SyncHandler } from '../context.ts';
import type { DeadlineReader } from '../deadlines/reading.ts';
import { deadlineReader } from '../deadlines/reading.ts';

/** How far ahead *today* looks, days: eight weeks for reviews and their clocks, four for promises. */
const lookAhead = 56;
const promisesAhead = 28;
const mostActions = 200;

/** What a review that was held asks for, each a line of its own. */
const clockKinds = ['decisions', 'reply', 'record', 'issue', 'filing'] as const;
type ClockKind = (typeof clockKinds)[number];
/** Dates that have lines of their own: the next review, what follows one, and what a child is to be told. */
const toldApart: ReadonlySet<string> = new Set<DeadlineKind>([...clockKinds, 'review', 'telling']);

type Desk = {
  readonly context: Context;
  readonly calendar: WorkingCalendar;
  readonly reader: DeadlineReader;
  /** The open clocks of reviews, by their names. */
  readonly clocks: ReadonlyMap<string, Due>;
  /** The names of what the officer let rest beyond today. */
  readonly resting: ReadonlySet<string>;
  /** The name of the date of each child's next review. */
  readonly reviewKeys: ReadonlyMap<string, string>;
  readonly running: (childId: string) => Running;
  readonly next: (childId: string) => Next;
  readonly children: ReadonlyMap<string, ChildName>;
};

function rests({ snoozedUntil }: ChildDeadline, today: IsoDate): boolean {
  return snoozedUntil !== undefined && snoozedUntil > today;
}

function deskOf(context: Context): Desk {
  const running = runningToday(context);
  const children = new Map(context.repos.caseload.childNames().map((child) => [child.id, child]));
  const reader = deadlineReader(context);
  const apart = [...clockKinds, 'telling' as const].flatMap((kind) => reader.open(kind));
  const clocks = apart.flatMap(({ deadline: { key, date } }) =>
    date.kind === 'computed' ? [[key, date] as const] : [],
  );
  const reviews = reader.open('review');
  const resting = [...apart, ...reviews].filter(({ deadline }) => rests(deadline, context.today));
  const { calendar } = reader.ruleSet;
  return {
    context,
    calendar,
    reader,
    clocks: new Map(clocks),
    resting: new Set(resting.map(({ deadline }) => deadline.key)),
    reviewKeys: new Map(reviews.map(({ childId, deadline }) => [childId, deadline.key])),
    running,
    next: nextReviews(context, reader),
    children,
  };
}

const isStatus = (word: string): word is keyof typeof legalStatuses => Object.hasOwn(legalStatuses, word);

/** "14, care order". */
function aboutChild({ context, running }: Desk, child: ChildName): string {
  const status = running(child.id)['legal-status']?.what ?? '';
  const age = shortAge(isoDate(child.dateOfBirth), context.today);
  return isStatus(status) ? `${age}, ${shortLegalStatuses[status]}` : age;
}

type Told = Pick<TodayLine, 'kind' | 'due' | 'what' | 'rule'> &
  Partial<
    Pick<TodayLine, 'startsAt' | 'sum' | 'reviewId' | 'actionId' | 'pointId' | 'deadlineKey' | 'writing'>
  >;

function lineOf(desk: Desk, childId: string, told: Told): TodayLine[] {
  const child = desk.children.get(childId);
  if (!child) return [];
  const { today, settings } = desk.context;
  return [
    {
      ...told,
      workingDaysLeft: workingDaysTo(today, told.due, calendarOf(settings)),
      childId: ChildId.parse(child.id),
      childName: child.fullName,
      about: aboutChild(desk, child),
    },
  ];
}

function clockLine(desk: Desk, review: ReviewToWriteUp, kind: ClockKind, what: string): TodayLine[] {
  const deadlineKey = `${kind}:${review.id}`;
  const date = desk.clocks.get(deadlineKey);
  if (!date || desk.resting.has(deadlineKey)) return [];
  const clock = withSum(date, desk.calendar);
  return lineOf(desk, review.childId, {
    kind,
    what,
    due: clock.due,
    rule: ruleInShort(clock, desk.context.today),
    sum: sumInWords(clock, desk.calendar),
    reviewId: ReviewId.parse(review.id),
    deadlineKey,
  });
}

/** What a review that was held still asks for, each by the rule that its day starts. */
function writeUpLines(desk: Desk, review: ReviewToWriteUp): TodayLine[] {
  const held = shortDay(isoDate(review.heldOn), desk.context.today);
  const name = `review ${review.number}, held ${held}`;
  const count = `${review.unreplied} decision${review.unreplied === 1 ? '' : 's'}`;
  const { noReplyMeans } = desk.context.settings;
  return [
    ...clockLine(desk, review, 'decisions', `Decisions not finalised: ${name}`),
    ...clockLine(desk, review, 'reply', `Manager’s reply on ${count}; no reply: ${noReplyMeans}`),
    ...clockLine(desk, review, 'record', `Finalise the record: ${name}`),
    ...clockLine(desk, review, 'issue', `Issue the copies: ${name}`),
    ...clockLine(desk, review, 'filing', `Issued, not yet filed to the case record: ${name}`),
  ];
}

/** "Last lawful day Sat 14 Nov: last review 14 May + 6 months; Fri 13 Nov is the last working day". */
function lawfulInWords(deadline: Deadline, today: IsoDate): string {
  const { due, lastWorkingDayOnOrBefore: workday } = deadline;
  const rule = ruleInShort(deadline, today);
  const origin = `${rule.slice(0, 1).toLowerCase()}${rule.slice(1)}`;
  const before = workday === due ? '' : `; ${shortDay(workday, today)} is the last working day`;
  return `Last lawful day ${shortDay(due, today)}: ${origin}${before}`;
}

function startOf({ context }: Desk, reviewId: string | undefined, on: IsoDate) {
  if (reviewId === undefined) return {};
  const meetings = context.repos.entities.meetingsOf(reviewId).map(({ value }) => value);
  const startsAt = meetings.find((meeting) => meeting.on === on)?.startsAt;
  return startsAt ? { startsAt } : {};
}

/** When decisions and record will be due if a review is held on its day: the writing that is seen coming. */
function writingAfter({ reader, calendar }: Desk, on: IsoDate): TodayLine['writing'] {
  const dueBy = (id: 'A-01' | 'A-05') => {
    const rule = reader.ruleSet.rules.ruleOn(id, on);
    const date = rule && computeDue(rule, on, calendar);
    return date?.kind === 'computed' ? date.due : undefined;
  };
  const [decisions, record] = [dueBy('A-01'), dueBy('A-05')];
  return { ...(decisions && { decisions }), ...(record && { record }) };
}

/** The review that comes next for a child, if it falls or must be booked within the time *today* looks ahead. */
function reviewLines(desk: Desk, childId: string): TodayLine[] {
  const { today } = desk.context;
  const { number, on, isBooked, reviewId, whyNone, lastLawfulDay } = desk.next(childId);
  if (whyNone !== undefined) return [];
  const horizon = addDays(today, lookAhead);
  const isComputed = lastLawfulDay.kind === 'computed';
  const rule = isComputed ? lawfulInWords(lastLawfulDay, today) : lastLawfulDay.why;
  const sum = isComputed ? { sum: sumInWords(lastLawfulDay, desk.calendar) } : {};
  const of = reviewId ? { reviewId } : {};
  if (on && on <= horizon) {
    const what = isBooked ? `Review ${number}` : `Review ${number}: day agreed, no meeting entered`;
    return lineOf(desk, childId, {
      kind: 'review',
      due: on,
      what,
      rule,
      ...sum,
      ...of,
      ...startOf(desk, reviewId, on),
      ...(on >= today && { writing: writingAfter(desk, on) }),
    });
  }
  const deadlineKey = desk.reviewKeys.get(childId);
  const isResting = deadlineKey !== undefined && desk.resting.has(deadlineKey);
  if (on || !isComputed || lastLawfulDay.due > horizon || isResting) return [];
  return lineOf(desk, childId, {
    kind: 'book',
    due: lastLawfulDay.due,
    what: `Review ${number}: no day booked`,
    rule,
    ...sum,
    ...of,
    ...(deadlineKey !== undefined && { deadlineKey }),
  });
}

function tellingLines(desk: Desk): TodayLine[] {
  const { repos, today } = desk.context;
  return repos.caseload.promisedTellings(today).flatMap(({ id, reviewId, due }) => {
    const point = repos.entities.find('point', id)?.value;
    const child = point && desk.children.get(point.childId);
    const deadlineKey = `telling:${id}`;
    if (!point || !child || point.telling?.kind !== 'will-be-told' || desk.resting.has(deadlineKey))
      return [];
    const gist = point.gist?.trim() ?? '';
    const date = desk.clocks.get(deadlineKey);
    return lineOf(desk, child.id, {
      kind: 'telling',
      due: isoDate(due),
      what: `Tell ${child.preferredName} what became of: ${gist === '' ? point.words : gist}`,
      rule: `Promised: ${point.telling.by} tells ${child.preferredName}`,
      reviewId: ReviewId.parse(reviewId),
      pointId: point.id,
      deadlineKey,
      ...(date && { sum: sumInWords(withSum(date, desk.calendar), desk.calendar) }),
    });
  });
}

/** "Dentist, set for Mon 9 Nov". */
function dateInWords({ what, setFor }: ChildDeadline, today: IsoDate): string {
  return setFor === undefined ? what : `${what}, set for ${shortDay(setFor, today)}`;
}

/**
 * Every other date that a rule gives within the time *today* looks ahead, the overdue ones included. What was never on
 * the record at all stands on the child's own page: nobody knows that it is late.
 */
function dateLines(desk: Desk): TodayLine[] {
  const { today } = desk.context;
  return desk.reader.openUntil(addDays(today, lookAhead)).flatMap(({ childId, deadline }) => {
    const { kind, date, key, isUnrecorded } = deadline;
    if (toldApart.has(kind) || isUnrecorded === true || rests(deadline, today)) return [];
    if (date.kind !== 'computed') return [];
    const computed = withSum(date, desk.calendar);
    return lineOf(desk, childId, {
      kind: kind === 'midway' ? 'midway' : 'date',
      due: date.due,
      what: dateInWords(deadline, today),
      rule: ruleInShort(computed, today),
      sum: sumInWords(computed, desk.calendar),
      deadlineKey: key,
    });
  });
}

function actionLines(desk: Desk): TodayLine[] {
  const { repos, today } = desk.context;
  const resting = restingOn(repos.entities.promiseMarks(), today);
  return repos.caseload
    .dueActions(addDays(today, promisesAhead), mostActions + resting.size)
    .flatMap((action) => {
      const who = action.accountable ?? 'nobody named';
      const isHeld = action.accountable !== null && !action.isAllocated;
      const actionId = ActionId.parse(action.id);
      const deadlineKey = promiseKey(actionId);
      if (resting.has(deadlineKey)) return [];
      return lineOf(desk, action.childId, {
        kind: 'action',
        due: isoDate(action.due),
        what: action.what,
        rule: `${isHeld ? 'Not allocated: held by' : 'Promised by'} ${who}`,
        actionId,
        deadlineKey,
      });
    });
}

const inDateOrder = (a: TodayLine, b: TodayLine) =>
  a.due < b.due ? -1 : a.due > b.due ? 1 : (a.startsAt ?? '').localeCompare(b.startsAt ?? '', 'en');

/** Everything that needs the officer, in the order it is due. */
const listToday: SyncHandler<'today:list'> = (_input, context) => {
  const desk = deskOf(context);
  const { repos, today } = context;
  return ok(
    [
      ...repos.lists.reviewsToWriteUp(today).flatMap((review) => writeUpLines(desk, review)),
      ...[...desk.children.keys()].flatMap((id) => reviewLines(desk, id)),
      ...tellingLines(desk),
      ...dateLines(desk),
      ...actionLines(desk),
    ].sort(inDateOrder),
  );
};

const listDaysOff: SyncHandler<'today:daysOff'> = (_input, { today, settings }) => {
  const monday = addDays(today, 1 - weekday(today));
  const calendar = calendarOf(settings);
  return ok(
    Array.from({ length: lookAhead }, (_, place) => addDays(monday, place))
      .filter((day) => weekday(day) <= 5)
      .flatMap((date) => {
        const name = nonWorkingReason(date, calendar);
        return name === undefined ? [] : [{ date, name }];
      }),
  );
};

export const todaySync = { 'today:list': listToday, 'today:daysOff': listDaysOff };
