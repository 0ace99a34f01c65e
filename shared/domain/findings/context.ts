import type { ReviewClocks } from '../../report/content.ts';
import { clocksOf } from '../../report/content.ts';
import type { Numbers } from '../../report/numbering.ts';
import { pointsInOrder } from '../../report/numbering.ts';
import type { IsoDate } from '../dates.ts';
import { latest } from '../dates.ts';
import type { ChildId, ReviewId } from '../ids.ts';
import type { Point } from '../model/minutes.ts';
import type { Action, Decision } from '../model/plan.ts';
import type { ChildRecord } from '../model/record.ts';
import type { Review } from '../model/review.ts';
import type { SectionKey } from '../model/sections.ts';
import { sectionKeys } from '../model/sections.ts';
import type { PromisedAction } from '../promises.ts';
import { decisionsInOrder, newActions, promisedActions } from '../promises.ts';
import { ageAtReview, heldOn, meetingsOf, previousReview, reviewById } from '../reviews.ts';
import type { Settings } from '../settings.ts';
import type { Finding } from './finding.ts';

/** What the rules are given beside the record. */
export type CheckGiven = {
  readonly today: IsoDate;
  readonly settings: Settings;
  /** The other children of the caseload, for the search for their names. */
  readonly otherChildren: readonly { readonly id: ChildId; readonly fullName: string }[];
  /** The numbers (R2, D4) to call things by, where they are known. */
  readonly numbers?: Numbers;
};

/** One review made ready for the rules: what belongs to it, each list in its reading order. */
export type Checked = {
  readonly record: ChildRecord;
  readonly review: Review;
  readonly settings: Settings;
  readonly otherChildren: CheckGiven['otherChildren'];
  readonly numbers: Numbers;
  /** The day it was held; today until it has one. Of a series the last meeting, and the first. */
  readonly day: IsoDate;
  readonly firstDay: IsoDate;
  readonly isDated: boolean;
  /** What happened up to this day can be known: the review's, or today where that is later. */
  readonly knownUntil: IsoDate;
  /** In whole years, on the day that counts. */
  readonly age: number;
  readonly previous: Review | undefined;
  readonly sectionOrder: readonly SectionKey[];
  readonly points: readonly Point[];
  readonly decisions: readonly Decision[];
  /** Made at this review. */
  readonly actions: readonly Action[];
  /** Promised before and open when it began. */
  readonly promised: readonly PromisedAction[];
  readonly clocks: ReviewClocks;
};

/** A rule: what it finds in one review. Rules know nothing of one another. */
export type Rule = (checked: Checked) => readonly Finding[];

/** By code unit, so that the order of a record's lists never shows. Ids made here grow with time. */
export function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  if (a.id === b.id) return 0;
  return a.id < b.id ? -1 : 1;
}

function actionsInOrder(actions: readonly Action[], decisions: readonly Decision[]): Action[] {
  const place = (action: Action) => {
    const found = decisions.findIndex(({ id }) => id === action.decisionId);
    return found === -1 ? decisions.length : found;
  };
  return [...actions].sort((a, b) => place(a) - place(b) || a.position - b.position || byId(a, b));
}

/** Prepares a review for its rules. Throws a `RangeError` when the record has no such review (a bug). */
export function prepare(record: ChildRecord, reviewId: ReviewId, given: CheckGiven): Checked {
  const review = reviewById(record, reviewId);
  if (!review) throw new RangeError('No such review in the record');
  const { settings, today } = given;
  const held = heldOn(record, review);
  const day = held ?? today;
  const sectionOrder = [...new Set([...settings.sectionOrder, ...sectionKeys])];
  const sorted = { ...record, points: [...record.points].sort(byId) };
  const decisions = decisionsInOrder(record.decisions.filter((decision) => decision.reviewId === reviewId));
  return {
    record,
    review,
    settings,
    otherChildren: given.otherChildren,
    numbers: given.numbers ?? {},
    day,
    firstDay: meetingsOf(record, review)[0]?.on ?? day,
    isDated: held !== undefined,
    knownUntil: latest([day, today]) ?? day,
    age: ageAtReview(record, review, today),
    previous: previousReview(record, reviewId),
    sectionOrder,
    points: sectionOrder.flatMap((section) => pointsInOrder(sorted, review, section)),
    decisions,
    actions: actionsInOrder(newActions(record, reviewId), decisions),
    promised: [...promisedActions(record, reviewId)].sort((a, b) => byId(a.action, b.action)),
    clocks: clocksOf(record, review, settings, today),
  };
}
