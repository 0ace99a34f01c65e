import type { Officer } from '../caseFile.ts';
import type { IsoDate } from '../domain/dates.ts';
import type { Deadline, NotComputed } from '../domain/deadlines/deadline.ts';
import { computeDeadline, notComputed } from '../domain/deadlines/deadline.ts';
import type { PointId, ReviewId } from '../domain/ids.ts';
import type { Gap } from '../domain/model/issue.ts';
import type { Decision } from '../domain/model/plan.ts';
import type { ChildRecord } from '../domain/model/record.ts';
import type { Review } from '../domain/model/review.ts';
import type { ReviewFacts } from '../domain/nextReview.ts';
import { nextReviewDue } from '../domain/nextReview.ts';
import { newActions, promisedActions } from '../domain/promises.ts';
import {
  countedOn,
  heldOn,
  inOrder,
  lookedAfterSince,
  previousReview,
  reviewById,
} from '../domain/reviews.ts';
import type { RuleId } from '../domain/rules/table.ts';
import { ruleInForce } from '../domain/rules/ruleSet.ts';
import type { Settings } from '../domain/settings.ts';
import { calendarOf } from '../domain/settings.ts';
import type { Numbers } from './numbering.ts';
import { assignNumbers } from './numbering.ts';

/** Raised when the shape below changes; every earlier version stays readable (a frozen sample of each is tested). */
export const contentVersion = 1;

/** The dates that follow from a review, each with its sum, or the reason why no rule gives one. */
export type ReviewClocks = {
  /** The last lawful day of this review. */
  readonly lastLawfulDay: Deadline | NotComputed;
  /** The last lawful day of the one after it. */
  readonly nextLastLawfulDay: Deadline | NotComputed;
  readonly decisionsDue: Deadline | NotComputed;
  readonly replyDue: Deadline | NotComputed;
  readonly carePlanDue: Deadline | NotComputed;
  readonly recordDue: Deadline | NotComputed;
  readonly issueDue: Deadline | NotComputed;
};

/**
 * Everything that the documents of one review rest on. A review that is not finalised gathers it from the
 * record; a finalised one has it frozen, and its documents render from nothing else.
 */
export type ReviewContent = {
  readonly version: typeof contentVersion;
  readonly gatheredOn: IsoDate;
  readonly officer: Officer;
  readonly settings: Settings;
  readonly review: Review;
  readonly heldOn?: IsoDate | undefined;
  readonly clocks: ReviewClocks;
  /** The child's own facts, people, risks, and all reviews' headers; texts and points of this review and the last. */
  readonly record: ChildRecord;
  readonly numbers: Numbers;
  /** The numbers of the last review's points, where a copy may name them: "(R2, review of 3 May 2026)". */
  readonly earlierNumbers?: Numbers | undefined;
  readonly gaps: readonly Gap[];
};

export type Gathering = {
  readonly today: IsoDate;
  readonly officer: Officer;
  readonly settings: Settings;
  /** The numbers fixed when the decisions were finalised; later points go on after them. */
  readonly fixedNumbers?: Numbers;
  /** The numbers that the last review's documents carry. */
  readonly earlierNumbers?: Numbers;
  readonly gaps?: readonly Gap[];
};

/** A review that counted, and on which day. */
type Counted = { readonly on: IsoDate; readonly number: number };

/** The reviews before this one that counted as statutory. */
function countedBefore(record: ChildRecord, review: Review): Counted[] {
  const ordered = inOrder(record);
  const place = ordered.findIndex((other) => other.id === review.id);
  return ordered.slice(0, place).flatMap((other) => {
    const on = countedOn(record, other);
    return on ? [{ on, number: other.number }] : [];
  });
}

/** The clocks of one review. A date that no rule gives yet is not computed, with the reason: never guessed. */
export function clocksOf(
  record: ChildRecord,
  review: Review,
  settings: Settings,
  today: IsoDate,
): ReviewClocks {
  const calendar = calendarOf(settings);
  const held = heldOn(record, review);
  const counted = countedOn(record, review);
  const before = countedBefore(record, review);
  const since = lookedAfterSince(record.periods, held ?? today);
  const clock: ReviewFacts['clock'] = review.kind === 'looked-after' ? 'ordinary' : review.kind;
  const due = (reviews: readonly Counted[]) => {
    const own = reviews.filter(({ on }) => since !== undefined && on >= since);
    // A child who came with only the sixth review has had six, whatever the store holds of them.
    const countedSoFar = Math.max(0, ...own.map(({ number }) => number));
    const facts = {
      lookedAfterSince: since,
      countedReviewDates: own.map(({ on }) => on),
      countedSoFar,
      clock,
    };
    return nextReviewDue(facts, calendar, settings.rules);
  };
  const after = (rule: RuleId, day: IsoDate | undefined, why: string) =>
    day ? computeDeadline(ruleInForce(rule, settings.rules), day, calendar) : notComputed(why);
  const noDay = 'The review has no date yet.';
  return {
    lastLawfulDay: due(before),
    nextLastLawfulDay: due(counted ? [...before, { on: counted, number: review.number }] : before),
    decisionsDue: after('A-01', held, noDay),
    replyDue: after('A-02', review.decisionsSentOn, 'The decisions have not been sent yet.'),
    carePlanDue: after('A-04', held, noDay),
    recordDue: after('A-05', held, noDay),
    issueDue: after('A-06', held, noDay),
  };
}

const isOneOf = (reviews: readonly Review[]) => {
  const ids = new Set<string>(reviews.map(({ id }) => id));
  return (row: { readonly reviewId: string }) => ids.has(row.reviewId);
};

/** This review and the last one, whose minutes its documents may print. */
export function reviewsPrinted(record: ChildRecord, review: Review): Review[] {
  const previous = previousReview(record, review.id);
  return [...(previous ? [previous] : []), review];
}

/** What was promised before this review or made at it, and the decisions of that, this review's and the last one's. */
function planOf(record: ChildRecord, review: Review) {
  const isPrinted = isOneOf(reviewsPrinted(record, review));
  const actions = [
    ...promisedActions(record, review.id).map(({ action }) => action),
    ...newActions(record, review.id),
  ];
  const decided = new Set(actions.map(({ decisionId }) => decisionId));
  const decisions = record.decisions.filter((row) => isPrinted(row) || decided.has(row.id));
  return { actions, decisions };
}

const answeredBy = (decisions: readonly Decision[]): ReadonlySet<PointId> =>
  new Set(decisions.flatMap(({ pointIds }) => pointIds));

/**
 * The points that the decisions of a review's plan answer, of whatever review they are: an older promise keeps what
 * stands behind it, so that it can be judged who may have it. Needs the record's facts and plan, and no minutes.
 */
export function pointsBehind(record: ChildRecord, review: Review): ReadonlySet<PointId> {
  return answeredBy(planOf(record, review).decisions);
}

/** The part of a record that one review's documents need: all facts, but only this review's and the last one's minutes. */
export function sliceOf(record: ChildRecord, review: Review): ChildRecord {
  const isPrinted = isOneOf(reviewsPrinted(record, review));
  const isOwn = isOneOf([review]);
  const { actions, decisions } = planOf(record, review);
  const behind = answeredBy(decisions);
  const actionIds = new Set(actions.map((action) => action.id));
  const replacing = record.actions.filter((action) =>
    record.progress.some((entry) => entry.replacedById === action.id),
  );
  const ordered = inOrder(record);
  const place = ordered.findIndex((other) => other.id === review.id);
  const upToHere = new Set(ordered.slice(0, place + 1).map((other) => other.id));
  return {
    ...record,
    reviews: ordered.slice(0, place + 1),
    meetings: record.meetings.filter((meeting) => meeting.reviewIds.some((id) => upToHere.has(id))),
    sections: record.sections.filter(isOwn),
    texts: record.texts.filter(isOwn),
    notes: [],
    points: record.points.filter((row) => isPrinted(row) || behind.has(row.id)),
    decisions,
    actions: record.actions.filter((action) => actionIds.has(action.id) || replacing.includes(action)),
    progress: record.progress.filter(
      (entry) =>
        actionIds.has(entry.actionId) &&
        (entry.occasion.kind === 'midway' || upToHere.has(entry.occasion.reviewId)),
    ),
    midwayChecks: [],
    finalisations: [],
    addenda: [],
    releases: [],
    issued: [],
    filings: [],
    drafts: [],
  };
}

/** Gathers what the documents of a review rest on. Undefined when the record has no such review. */
export function gatherContent(
  record: ChildRecord,
  reviewId: ReviewId,
  given: Gathering,
): ReviewContent | undefined {
  const review = reviewById(record, reviewId);
  if (!review) return undefined;
  const slice = sliceOf(record, review);
  const held = heldOn(record, review);
  return {
    version: contentVersion,
    gatheredOn: given.today,
    officer: given.officer,
    settings: given.settings,
    review,
    ...(held && { heldOn: held }),
    clocks: clocksOf(record, review, given.settings, given.today),
    record: slice,
    numbers: assignNumbers(slice, review, given.settings, given.fixedNumbers),
    ...(given.earlierNumbers && { earlierNumbers: given.earlierNumbers }),
    gaps: given.gaps ?? [],
  };
}
