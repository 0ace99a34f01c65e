import { createHash } from 'node:crypto';
import type { CalendarFacts } from '../../../shared/domain/calendarEntries.ts';
import { calendarEntries } from '../../../shared/domain/calendarEntries.ts';
import type { Instant, IsoDate } from '../../../shared/domain/dates.ts';
import { ageOn, birthday, instant } from '../../../shared/domain/dates.ts';
import type { Deadline, NotComputed } from '../../../shared/domain/deadlines/deadline.ts';
import { computeDeadline } from '../../../shared/domain/deadlines/deadline.ts';
import type { LocalTime } from '../../../shared/domain/dates.ts';
import { fromLondon } from '../../../shared/domain/london.ts';
import { eventKinds } from '../../../shared/domain/model/events.ts';
import type { ChildRecord } from '../../../shared/domain/model/record.ts';
import type { DayFacts } from '../../../shared/domain/nextReviewDays.ts';
import { costsOfDay, proposeDays } from '../../../shared/domain/nextReviewDays.ts';
import { fail, ok } from '../../../shared/domain/result.ts';
import { heldOn, inOrder } from '../../../shared/domain/reviews.ts';
import { ruleInForce } from '../../../shared/domain/rules/ruleSet.ts';
import { calendarOf } from '../../../shared/domain/settings.ts';
import { clocksOf } from '../../../shared/report/content.ts';
import { toCalendar } from '../../documents/toCalendar.ts';
import type { Next } from '../caseload.ts';
import { nextReviews } from '../caseload.ts';
import type { Context, SyncHandler } from '../context.ts';
import { loadRecord, noMinutes } from '../loadRecord.ts';
import { clockView } from './reviews.ts';

type NextOf = (childId: string) => Next;

const gone = () => fail('not-found', 'This child is not in this store.');

/** The officer's other reviews by day: every child's next one, but this child's. */
function loadOf({ repos }: Context, next: NextOf, childId: string): Map<IsoDate, number> {
  const load = new Map<IsoDate, number>();
  for (const id of repos.caseload.children()) {
    const { on } = next(id);
    if (on !== undefined && id !== childId) load.set(on, (load.get(on) ?? 0) + 1);
  }
  return load;
}

/** Days that are the child's own: the next birthdays, and every event of theirs that lies ahead. */
function ownDays({ child, events }: ChildRecord, today: IsoDate): Map<IsoDate, string> {
  const age = ageOn(child.dateOfBirth, today);
  const birthdays = [age + 1, age + 2].map(
    (each) => [birthday(child.dateOfBirth, each), `${child.preferredName}’s birthday`] as const,
  );
  const ahead = events.flatMap(({ kind, label, on, dueOn }) => {
    const day = on ?? dueOn;
    return day !== undefined && day > today ? [[day, label ?? eventKinds[kind].label] as const] : [];
  });
  return new Map([...birthdays, ...ahead]);
}

/** The last lawful day of the review after one that is being written up, or of the child's next one. */
function lawfulDayFor(
  record: ChildRecord,
  afterReviewId: string | undefined,
  next: Next,
  { settings, today }: Context,
): Deadline | NotComputed {
  const review = record.reviews.find(({ id }) => id === afterReviewId);
  return review ? clocksOf(record, review, settings, today).nextLastLawfulDay : next.lastLawfulDay;
}

/** The last lawful day of the review after one held on this day: R-02 after the first, R-03 after any other. */
function lawfulAfter(
  on: IsoDate,
  lawful: Deadline | NotComputed,
  { settings }: Context,
): IsoDate | undefined {
  if (lawful.kind !== 'computed' || !['R-01', 'R-02', 'R-03'].includes(lawful.rule.id)) return undefined;
  const rule = ruleInForce(lawful.rule.id === 'R-01' ? 'R-02' : 'R-03', settings.rules);
  const after = computeDeadline(rule, on, calendarOf(settings));
  return after.kind === 'computed' ? after.due : undefined;
}

const proposeNext: SyncHandler<'nextReview:days'> = ({ childId, afterReviewId, on }, context) => {
  const loaded = loadRecord(context.repos, childId, noMinutes);
  if (!loaded) return gone();
  const { record } = loaded;
  const { today, settings } = context;
  const next = nextReviews(context);
  const lawful = lawfulDayFor(record, afterReviewId, next(childId), context);
  const facts: DayFacts = {
    today,
    lastLawfulDay: lawful.kind === 'computed' ? lawful.due : undefined,
    calendar: calendarOf(settings),
    load: loadOf(context, next, childId),
    own: ownDays(record, today),
  };
  return ok({
    lastLawfulDay: clockView(lawful, context),
    proposed: proposeDays(facts),
    costs: on ? costsOfDay(on, facts, lawfulAfter(on, lawful, context)) : [],
  });
};

/** How long a review takes where its end is not entered, ms. */
const usualLength = 90 * 60_000;

function momentOf(on: IsoDate, time: LocalTime | undefined): Instant | undefined {
  if (time === undefined) return undefined;
  const wall = fromLondon(on, time);
  return wall.kind === 'one' ? wall.instant : undefined;
}

/** From when to when the next review is booked; nothing while it has no time. */
function timeOf(record: ChildRecord, { reviewId, on }: Next) {
  const meeting = record.meetings.find(
    (each) => each.on === on && each.reviewIds.some((id) => id === reviewId),
  );
  const from = meeting && momentOf(meeting.on, meeting.startsAt);
  if (!meeting || !from) return {};
  const ends = momentOf(meeting.on, meeting.endsAt);
  const to = ends && ends > from ? ends : instant(new Date(Date.parse(from) + usualLength).toISOString());
  return { time: { from, to }, place: meeting.place };
}

/** The midway check that lies ahead: the day that was set, else half way to the next review; none once it is done. */
function midwayOf(record: ChildRecord, next: Next, { today, settings }: Context): IsoDate | undefined {
  const last = inOrder(record).findLast((review) => (heldOn(record, review) ?? '9999') <= today);
  const held = last && heldOn(record, last);
  if (!last || !held) return undefined;
  if (record.midwayChecks.some(({ reviewId, completedOn }) => reviewId === last.id && completedOn))
    return undefined;
  const lawful = next.lastLawfulDay.kind === 'computed' ? next.lastLawfulDay.due : undefined;
  const rule = ruleInForce('A-08', settings.rules, held);
  const computed = computeDeadline(rule, held, calendarOf(settings), next.on ?? lawful);
  const day = last.midwayOn ?? (computed.kind === 'computed' ? computed.due : undefined);
  return day !== undefined && day >= today ? day : undefined;
}

function factsOf(record: ChildRecord, next: Next, isNamed: boolean, context: Context): CalendarFacts {
  const { number, on, isBooked, lastLawfulDay, whyNone } = next;
  const { place, ...time } = timeOf(record, next);
  const midwayOn = midwayOf(record, next, context);
  return {
    childId: record.child.id,
    number,
    reviewWord: context.settings.words.review,
    ...(isNamed && { names: { child: record.child.fullName, place } }),
    ...(on && { next: { on, isBooked, ...time } }),
    ...(lastLawfulDay.kind === 'computed' && whyNone === undefined && { lastLawfulDay: lastLawfulDay.due }),
    ...(midwayOn && { midwayOn }),
  };
}

/** Of what an entry is, nobody can read out of its id; and the same thing keeps the same id. */
const uidOf = (key: string): string =>
  `${createHash('sha256').update(key, 'utf8').digest('hex').slice(0, 32)}@golden-thread.invalid`;

const exportCalendar: SyncHandler<'calendar:export'> = ({ childIds, isNamed, isWholeSeries }, context) => {
  const next = nextReviews(context);
  const ids = childIds ?? context.repos.caseload.children();
  const entries = ids.flatMap((id) => {
    const loaded = loadRecord(context.repos, id, noMinutes);
    if (!loaded) return [];
    const facts = factsOf(loaded.record, next(id), isNamed, context);
    const { midwayOn: _midway, lastLawfulDay: _lawful, ...review } = facts;
    return calendarEntries(isWholeSeries ? facts : review, uidOf);
  });
  if (entries.length === 0) {
    return fail('not-found', 'There is nothing to put into a calendar: no next review has a day yet.');
  }
  const text = toCalendar(entries, context.now);
  return ok({
    fileName: `golden-thread-reviews-${context.today}.ics`,
    content: Buffer.from(text, 'utf8').toString('base64'),
    entries: entries.length,
  });
};

export const nextReviewSync = { 'nextReview:days': proposeNext, 'calendar:export': exportCalendar };
