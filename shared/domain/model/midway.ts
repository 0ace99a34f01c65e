import * as z from 'zod';
import { IsoDate } from '../dates.ts';
import { ChildId, MidwayCheckId, ReviewId } from '../ids.ts';
import { FilledLine, Line, Passage } from './common.ts';

/** Between two reviews: is the plan on course? The word is the officer's, never computed. */
export const midwayRatings = {
  'on-course': 'On course',
  concern: 'Some concern',
  'serious-concern': 'Serious concern',
} as const;
export type MidwayRating = keyof typeof midwayRatings;

export const contactOutcomes = ['yes', 'refused', 'not-appropriate'] as const;
/** Whether the officer was in touch with the child since the review. Half of an answer is kept as it is typed. */
export const ChildContact = z.strictObject({
  outcome: z.enum(contactOutcomes),
  on: IsoDate.optional(),
  /** How, where there was contact. */
  how: Line.optional(),
  /** The child's words, exact. */
  said: Passage.optional(),
  /** Why there was none. */
  because: Line.optional(),
});
export type ChildContact = z.infer<typeof ChildContact>;

export const visitsInTime = ['all', 'some', 'none'] as const;

/** A check of the plan between two reviews. What it found of each action is progress of its day. */
export const midwayFields = {
  /** The review behind it, whose promises it follows. */
  reviewId: ReviewId,
  /** The day it was begun: its progress entries are known by it, so it never changes. */
  on: IsoDate,
  by: FilledLine,
  contact: ChildContact.optional(),
  visits: z.strictObject({ inTime: z.enum(visitsInTime), line: Line.optional() }).optional(),
  /** What is new since the review; "nothing new" is an answer. */
  newEvents: Passage.optional(),
  rating: z.enum(['on-course', 'concern', 'serious-concern']).optional(),
  nextStep: Passage.optional(),
  /** Set once, when everything is answered; then it no longer changes until it is opened again. */
  completedOn: IsoDate.optional(),
  filed: z.strictObject({ on: IsoDate, reference: FilledLine }).optional(),
};
export const CaseMidwayCheck = z.strictObject({ id: MidwayCheckId, ...midwayFields });
export const MidwayCheck = z.strictObject({ id: MidwayCheckId, childId: ChildId, ...midwayFields });
export type MidwayCheck = z.infer<typeof MidwayCheck>;
