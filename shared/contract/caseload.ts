import * as z from 'zod';
import { IsoDate, LocalTime } from '../domain/dates.ts';
import { ActionId, ChildId, DecisionId, PaperId, PointId, ReviewId } from '../domain/ids.ts';
import { Point } from '../domain/model/minutes.ts';
import { Action, Decision, Progress } from '../domain/model/plan.ts';
import { reviewStages } from '../domain/lifecycle.ts';
import { ClockView } from './shapes.ts';

/** The review that comes next for a child, as far as anybody has fixed it. */
export const NextReviewView = z.strictObject({
  number: z.int().positive(),
  /** Once it is prepared. */
  reviewId: ReviewId.optional(),
  /** The day of its last meeting, or the day that the last review agreed. */
  on: IsoDate.optional(),
  startsAt: LocalTime.optional(),
  /** A meeting is entered for that day. */
  isBooked: z.boolean(),
  /** Why there will be none, where that is recorded. */
  whyNone: z.string().optional(),
  lastLawfulDay: ClockView,
});
export type NextReviewView = z.infer<typeof NextReviewView>;

/** Days to choose from for a next review, and what a chosen one costs. */
export const NextReviewDays = z.strictObject({
  lastLawfulDay: ClockView,
  proposed: z.array(
    z.strictObject({
      on: IsoDate,
      othersThatDay: z.int().nonnegative(),
      othersThatWeek: z.int().nonnegative(),
      daysInHand: z.int().nonnegative(),
    }),
  ),
  /** Why no day is proposed, where none is. */
  whyNone: z.string().optional(),
  costs: z.array(z.strictObject({ kind: z.enum(['must', 'look', 'note']), words: z.string() })),
});

/** One child of the caseload in a line. The words are for the screen. */
export const ChildLine = z.strictObject({
  id: ChildId,
  preferredName: z.string(),
  fullName: z.string(),
  dateOfBirth: IsoDate,
  isLookedAfter: z.boolean(),
  legalStatus: z.string().optional(),
  placement: z.string().optional(),
  worker: z.string().optional(),
  lastReviewOn: IsoDate.optional(),
  next: NextReviewView,
});

export const todayKinds = [
  'review',
  'book',
  'decisions',
  'reply',
  'record',
  'issue',
  'filing',
  'telling',
  'action',
  'midway',
  /** Any other date of the child that a rule gives: health, visits, education, plans, rules of the authority's own. */
  'date',
] as const;

/** One thing that needs the officer, with the day it is due and the rule behind it. */
export const TodayLine = z.strictObject({
  kind: z.enum(todayKinds),
  due: IsoDate,
  startsAt: LocalTime.optional(),
  /** To the day it is due; negative when that has passed. */
  workingDaysLeft: z.int(),
  childId: ChildId,
  childName: z.string(),
  /** "14, care order". */
  about: z.string(),
  what: z.string(),
  /** Where the day comes from, in a line; the whole sum is `sum`. */
  rule: z.string(),
  sum: z.array(z.string()).optional(),
  reviewId: ReviewId.optional(),
  actionId: ActionId.optional(),
  pointId: PointId.optional(),
  /** The name of the date that a rule gives, or of the promise: under it the line can be let rest. */
  deadlineKey: z.string().optional(),
  /** Of a review still to come: the days by which its decisions and record will be due if it is held on its day. */
  writing: z.strictObject({ decisions: IsoDate.optional(), record: IsoDate.optional() }).optional(),
});
export type TodayLine = z.infer<typeof TodayLine>;

/** Weekdays on which nobody works, in the weeks that Today shows. */
export const DaysOff = z.array(z.strictObject({ date: IsoDate, name: z.string() }));

/** A promise to the child, open or closed, and what became of it. */
export const PromiseView = z.strictObject({
  action: Action,
  /** As its review numbers it: A4. */
  number: z.string(),
  reviewNumber: z.int().positive(),
  dueOn: IsoDate.optional(),
  workingDaysLeft: z.int().optional(),
  /** At how many reviews it was found not finished. */
  reviewsCarried: z.int().nonnegative(),
  /** Ended by a progress of done, not needed or replaced. */
  isClosed: z.boolean(),
  /** The officer lets it rest: Today brings it again on this day. */
  restsUntil: IsoDate.optional(),
  latest: Progress.optional(),
  version: z.int().positive(),
});
export type PromiseView = z.infer<typeof PromiseView>;

/** What the screens of one child show beside its facts (`child:get`). */
export const ChildOverview = z.strictObject({
  today: IsoDate,
  next: NextReviewView,
  reviews: z.array(
    z.strictObject({
      id: ReviewId,
      number: z.int().positive(),
      heldOn: IsoDate.optional(),
      stage: z.enum(reviewStages),
      counts: z.boolean(),
    }),
  ),
  promises: z.array(PromiseView),
  decisions: z.array(
    z.strictObject({ decision: Decision, number: z.string(), reviewNumber: z.int().positive() }),
  ),
  /** What the child said at the last review that holds anything of it. */
  lastSaid: z.array(z.strictObject({ point: Point, said: z.string() })),
  lastSaidOn: IsoDate.optional(),
  /** Working days between the day a paper was due and the day it came. */
  daysLate: z.record(PaperId, z.int().positive()),
});
export type ChildOverview = z.infer<typeof ChildOverview>;

/** One thing that the child asked, what was said to it, and what happened since. */
export const AskView = z.strictObject({
  point: Point,
  reviewId: ReviewId,
  reviewNumber: z.int().positive(),
  askedOn: IsoDate.optional(),
  /** The answer in a sentence. */
  said: z.string(),
  decisions: z.array(z.strictObject({ id: DecisionId, number: z.string(), wording: z.string() })),
  /** Each promise that was to carry the answer out, with what was last found of it. */
  happened: z.array(
    z.strictObject({
      actionId: ActionId,
      what: z.string(),
      progress: Progress.optional(),
      foundOn: IsoDate.optional(),
    }),
  ),
  /** The review can still change: a telling is recorded with the point itself. */
  isOpen: z.boolean(),
  /** The addendum that tells of it, where the record was closed. */
  toldLater: z.string().optional(),
});
export type AskView = z.infer<typeof AskView>;

/** Records that the child was told, after or before the record was finalised. */
export const TellingRecord = z.strictObject({
  pointId: PointId,
  on: IsoDate,
  by: z.string().regex(/\S/, 'must not be empty').max(200),
  reaction: z.string().max(1_000).optional(),
});
