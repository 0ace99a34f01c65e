import type { IsoDate } from './dates.ts';
import type { ReviewId } from './ids.ts';
import type { Action, Decision, Progress } from './model/plan.ts';
import { closingValues, decisionThemes } from './model/plan.ts';
import type { Point } from './model/minutes.ts';
import type { ChildRecord } from './model/record.ts';
import type { Review } from './model/review.ts';
import { heldOn, inOrder } from './reviews.ts';

/** The day an action is due, or to be checked where a court sets it. */
export function dueOn(action: Pick<Action, 'due'>): IsoDate | undefined {
  if (!action.due) return undefined;
  return action.due.kind === 'date' ? action.due.on : action.due.checkBy;
}

/** Where each review stands among the child's, and the day it was held. */
type Timeline = ReadonlyMap<ReviewId, { readonly place: number; readonly on: IsoDate | undefined }>;

function timelineOf(record: Pick<ChildRecord, 'reviews' | 'meetings'>): Timeline {
  return new Map(inOrder(record).map((review, place) => [review.id, { place, on: heldOn(record, review) }]));
}

/** The place of an occasion among the reviews; a midway check stands between two. */
function placeOf({ occasion }: Progress, timeline: Timeline): number {
  if (occasion.kind === 'review') return timeline.get(occasion.reviewId)?.place ?? -1;
  const before = [...timeline.values()].filter(({ on }) => on !== undefined && on <= occasion.on);
  return Math.max(-1, ...before.map(({ place }) => place)) + 0.5;
}

/** A promise as this review finds it. */
export type PromisedAction = {
  readonly action: Action;
  /** What this review found, once it is recorded; of one that a midway check ended, what that check found. */
  readonly progress: Progress | undefined;
  /** At how many reviews before this one it was found not finished: 0 at the first review after it was made. */
  readonly reviewsCarried: number;
};

const isClosing = ({ value }: Progress) => closingValues.includes(value);

/** Whether what was found of a promise is a midway check's: there is nothing left to ask at the review. */
export function isFoundMidway({ progress }: { readonly progress?: Progress | undefined }): boolean {
  return progress?.occasion.kind === 'midway';
}

/**
 * What was promised before this review and still open after the one before it, oldest due first. An action ends with
 * progress *done*, *not needed* or *replaced*; where a midway check since the last review ended it, it is told here
 * once more with what that check found, since no review has seen it end.
 */
export function promisedActions(record: ChildRecord, reviewId: ReviewId): PromisedAction[] {
  const timeline = timelineOf(record);
  const here = timeline.get(reviewId)?.place ?? Number.POSITIVE_INFINITY;
  const found = Map.groupBy(record.progress, ({ actionId }) => actionId);
  return record.actions
    .filter((action) => (timeline.get(action.reviewId)?.place ?? -1) < here)
    .flatMap((action): PromisedAction[] => {
      const entries = found.get(action.id) ?? [];
      const earlier = entries.filter((entry) => placeOf(entry, timeline) < here);
      const ends = earlier.filter(isClosing);
      if (ends.some((entry) => placeOf(entry, timeline) <= here - 1)) return [];
      const isHere = (entry: Progress) =>
        entry.occasion.kind === 'review' && entry.occasion.reviewId === reviewId;
      const reviewsCarried = earlier.filter(
        (entry) => entry.occasion.kind === 'review' && entry.value !== 'on_track',
      ).length;
      return [{ action, progress: entries.find(isHere) ?? ends.at(-1), reviewsCarried }];
    })
    .sort((a, b) => (dueOn(a.action) ?? '9999').localeCompare(dueOn(b.action) ?? '9999', 'en'));
}

/** Actions that this review made. */
export function newActions(record: Pick<ChildRecord, 'actions'>, reviewId: ReviewId): Action[] {
  return record.actions.filter((action) => action.reviewId === reviewId);
}

/** Actions still open after every occasion up to and including this review. */
export function openActions(record: ChildRecord, reviewId: ReviewId): Action[] {
  const carried = promisedActions(record, reviewId)
    .filter(({ progress }) => !progress || !isClosing(progress))
    .map(({ action }) => action);
  return [...carried, ...newActions(record, reviewId)];
}

/** What the child asked at a review, and what we said: "last time you asked, we said, what happened". */
export type Ask = {
  readonly point: Point;
  readonly decisions: readonly Decision[];
  readonly review: Review;
};

/** The wishes, worries and questions of one review with the decisions that answer them. */
export function asksOf(record: Pick<ChildRecord, 'points' | 'decisions'>, review: Review): Ask[] {
  return record.points
    .filter((point) => point.reviewId === review.id && ['wish', 'worry', 'question'].includes(point.kind))
    .map((point) => ({
      point,
      review,
      decisions: record.decisions.filter((decision) => decision.pointIds.includes(point.id)),
    }));
}

/** Decisions of a review in the one order they keep everywhere: safety, permanence, stalled, the rest. */
export function decisionsInOrder(decisions: readonly Decision[]): Decision[] {
  return [...decisions].sort(
    (a, b) =>
      decisionThemes.indexOf(a.theme) - decisionThemes.indexOf(b.theme) ||
      a.position - b.position ||
      a.id.localeCompare(b.id, 'en'),
  );
}
