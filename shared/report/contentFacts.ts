import type { IsoDate } from '../domain/dates.ts';
import { isFlagged } from '../domain/model/common.ts';
import type { DatedEvent, EventKind } from '../domain/model/events.ts';
import { eventKinds } from '../domain/model/events.ts';
import type { ChildRecord } from '../domain/model/record.ts';
import type { Meeting, Review } from '../domain/model/review.ts';
import { heldOn, meetingsOf } from '../domain/reviews.ts';
import { pick } from './audiencePick.ts';

/*
 * Which facts of a child one review's content holds. A child of eight years has twenty reviews and hundreds of dates;
 * every finalisation keeps its own copy of what it says, so what no document of this review can print is left out.
 */

/** What identifies a review, and its day: all that the content of a later one, or a released copy, has of it. */
export function headerOf(record: Pick<ChildRecord, 'meetings'>, review: Review): Review {
  const names = ['id', 'childId', 'kind', 'number', 'chairedBy', 'countsAsStatutory'] as const;
  const on = heldOn(record, review);
  return {
    ...pick(review, ...names, 'isBeforeStore', 'countedOn'),
    ...(on && { heldOn: on }),
  };
}

/** The meetings of a review itself; that one of them also served another is not this review's to tell. */
export function ownMeetings(record: Pick<ChildRecord, 'meetings'>, review: Review): Meeting[] {
  const own = meetingsOf(record, review);
  return record.meetings
    .filter((meeting) => own.includes(meeting))
    .map((meeting) => ({ ...meeting, reviewIds: [review.id] }));
}

/** Events that happen again and again: each is told, not only the last. */
export const episodeKinds: readonly EventKind[] = [
  'missing',
  'return-interview',
  'visit',
  'family-time',
  'life-story-session',
];

/** What an event is called: its own label where the kind says too little. */
export function eventName(event: DatedEvent): string {
  const label = event.label?.trim() ?? '';
  return label === '' ? eventKinds[event.kind].label : label;
}

/** By the day done, else due; those with neither come last. */
export function byDay(a: DatedEvent, b: DatedEvent): number {
  return (a.on ?? a.dueOn ?? '9999').localeCompare(b.on ?? b.dueOn ?? '9999', 'en');
}

/**
 * Of each check what was last found by a day, and the last two with a score: the score is shown beside the one before.
 * By the label as it is: a date without one stands for any of its kind.
 */
function lastChecks(events: readonly DatedEvent[], since: IsoDate): DatedEvent[] {
  const done = events.filter(
    ({ kind, on, audience }) =>
      // A flagged one stays anyway; a copy that has it not shows the one before it.
      on !== undefined && on <= since && !episodeKinds.includes(kind) && !isFlagged(audience),
  );
  const checks = Map.groupBy(done.sort(byDay), ({ kind, label }) => JSON.stringify([kind, label]));
  return [...checks.values()].flatMap((check) => [
    ...check.filter(({ on }) => on === check.at(-1)?.on),
    ...check.filter(({ score }) => score !== undefined).slice(-2),
  ]);
}

const dueKey = ({ kind, dueOn }: DatedEvent) => `${kind} ${dueOn ?? ''}`;

/**
 * The dated events that the documents and the findings of a review rest on. `since` is the day of the review before
 * it, undefined where there is none: then all. Kept are those without a day and what was done for them, those after
 * `since` or with a next day after it, of each check what was last found before that, and the episode that an interview
 * followed; and everything flagged, so that its words are found wherever they stand.
 */
export function eventsSince(events: readonly DatedEvent[], since: IsoDate | undefined): DatedEvent[] {
  if (since === undefined) return [...events];
  const last = new Set(lastChecks(events, since));
  const open = new Set(events.filter(({ on, dueOn }) => on === undefined && dueOn !== undefined).map(dueKey));
  const needed = events.filter(
    (event) =>
      isFlagged(event.audience) ||
      event.on === undefined ||
      event.on > since ||
      (event.nextDueOn ?? since) > since ||
      open.has(dueKey(event)) ||
      last.has(event),
  );
  const ids = new Set<string | undefined>(needed.flatMap(({ id, aboutEventId }) => [id, aboutEventId]));
  return events.filter(({ id }) => ids.has(id));
}
