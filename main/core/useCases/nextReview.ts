import { createHash } from 'node:crypto';
import type { CalendarFacts } from '../../../shared/domain/calendarEntries.ts';
import { calendarEntries } from '../../../shared/domain/calendarEntries.ts';
import type { Instant, IsoDate } from '../../../shared/domain/dates.ts';
import { ageOn, birthday, instant } from '../../../shared/domain/dates.ts';
import type { Deadline, NotComputed } from '../../../shared/domain/deadlines/deadline.ts';
import { ruleSetOf } from '../../../shared/domain/deadlines/deadlinesOf.ts';
import { factsOf as factsOfRecord } from '../../../shared/domain/deadlines/facts.ts';
import { lastLawfulDay, reviewFacts } from '../../../shared/domain/deadlines/reviews.ts';
import type { LocalTime } from '../../../shared/domain/dates.ts';
import { fromLondon } from '../../../shared/domain/london.ts';
import { eventKinds } from '../../../shared/domain/model/events.ts';
import type { ChildRecord } from '../../../shared/domain/model/record.ts';
import type { DayFacts } from '../../../shared/domain/nextReviewDays.ts';
import { costsOfDay, proposeDays, whyNoDays } from '../../../shared/domain/nextReviewDays.ts';
import { fail, ok } from '../../../shared/domain/result.ts';
import { calendarOf } from '../../../shared/domain/settings.ts';
import { clocksOf } from '../../../shared/report/content.ts';
import { toCalendar } from '../../documents/toCalendar.ts';
import type { Next } from '../caseload.ts';
import { nextReviews } from '../caseload.ts';
import type { Context, SyncHandler } from '../context.ts';
import type { DeadlineReader } from '../deadlines/reading.ts';
import { deadlineReader } from '../deadlines/reading.ts';
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

/** The last lawful day of the review after one that would be held and count on this day, by the child's own clock. */
function lawfulAfter(on: IsoDate, record: ChildRecord, { settings, today }: Context): IsoDate | undefined {
  const ruleSet = ruleSetOf(settings);
  const facts = reviewFacts(
    factsOfRecord(record, today, ruleSet, (day) => day <= today),
    on,
  );
  const number = Math.max(facts.counted.length, ...facts.counted.map((each) => each.number)) + 1;
  const counted = [...facts.counted, { id: `proposed-${on}`, on, number }];
  const after = lastLawfulDay({ ...facts, counted }, ruleSet.rules, ruleSet.calendar);
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
  const proposed = proposeDays(facts);
  return ok({
    lastLawfulDay: clockView(lawful, context),
    proposed,
    ...(proposed.length === 0 && { whyNone: whyNoDays(facts) }),
    costs: on ? costsOfDay(on, facts, lawfulAfter(on, record, context)) : [],
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

/** The midway check that lies ahead: the day that was set, else the one that the rule gives; none once it is done. */
function midwayOf(childId: string, reader: DeadlineReader, { today }: Context): IsoDate | undefined {
  const check = reader.ofChild(childId).find(({ kind, state }) => kind === 'midway' && state !== 'done');
  if (!check) return undefined;
  const day = check.setFor ?? (check.date.kind === 'computed' ? check.date.due : undefined);
  return day !== undefined && day >= today ? day : undefined;
}

/** What is read once for all children of a calendar. */
type Reading = { readonly context: Context; readonly next: NextOf; readonly reader: DeadlineReader };

function calendarFacts(
  record: ChildRecord,
  isNamed: boolean,
  { context, next, reader }: Reading,
): CalendarFacts {
  const coming = next(record.child.id);
  const { number, on, isBooked, lastLawfulDay: lawful, whyNone } = coming;
  const { place, ...time } = timeOf(record, coming);
  const midwayOn = midwayOf(record.child.id, reader, context);
  return {
    childId: record.child.id,
    number,
    reviewWord: context.settings.words.review,
    ...(isNamed && { names: { child: record.child.fullName, place } }),
    ...(on && { next: { on, isBooked, ...time } }),
    ...(lawful.kind === 'computed' && whyNone === undefined && { lastLawfulDay: lawful.due }),
    ...(midwayOn && { midwayOn }),
  };
}

/** Of what an entry is, nobody can read out of its id; and the same thing keeps the same id. */
const uidOf = (key: string): string =>
  `${createHash('sha256').update(key, 'utf8').digest('hex').slice(0, 32)}@golden-thread.invalid`;

const exportCalendar: SyncHandler<'calendar:export'> = ({ childIds, isNamed, isWholeSeries }, context) => {
  const reader = deadlineReader(context);
  const reading = { context, reader, next: nextReviews(context, reader) };
  const ids = childIds ?? context.repos.caseload.children();
  const entries = ids.flatMap((id) => {
    const loaded = loadRecord(context.repos, id, noMinutes);
    if (!loaded) return [];
    const facts = calendarFacts(loaded.record, isNamed, reading);
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
