import type { Officer } from '../caseFile.ts';
import type { IsoDate } from '../domain/dates.ts';
import { earliest, latest } from '../domain/dates.ts';
import type { Deadline, Due, NotComputed } from '../domain/deadlines/deadline.ts';
import { computeDeadline, notComputed, withSum } from '../domain/deadlines/deadline.ts';
import { ruleSetOf } from '../domain/deadlines/deadlinesOf.ts';
import type { DatedReview } from '../domain/deadlines/facts.ts';
import { datedReviews, factsOf } from '../domain/deadlines/facts.ts';
import { lastLawfulDay, reviewFacts } from '../domain/deadlines/reviews.ts';
import type { PointId, ReviewId } from '../domain/ids.ts';
import type { Gap } from '../domain/model/issue.ts';
import type { Decision } from '../domain/model/plan.ts';
import type { ChildRecord } from '../domain/model/record.ts';
import { emptyRecord } from '../domain/model/record.ts';
import type { Review } from '../domain/model/review.ts';
import { newActions, promisedActions } from '../domain/promises.ts';
import { heldOn, inOrder, previousReview, reviewById } from '../domain/reviews.ts';
import type { RuleId } from '../domain/rules/table.ts';
import type { Settings } from '../domain/settings.ts';
import type { WorkingCalendar } from '../domain/workingDays.ts';
import { eventsSince, headerOf, ownMeetings } from './contentFacts.ts';
import type { LateClock } from './lateClocks.ts';
import { lateClocksOf } from './lateClocks.ts';
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
  /**
   * The child's own facts, people and risks; what happened since the last review and what still stands; this review's
   * minutes, the last one's points and decisions, and of every review before it what identifies it.
   */
  readonly record: ChildRecord;
  readonly numbers: Numbers;
  /** The numbers of the last review's points, where a copy may name them: "(R2, review of 3 May 2026)". */
  readonly earlierNumbers?: Numbers | undefined;
  readonly gaps: readonly Gap[];
  /** Clocks of this review that ran over, and why. */
  readonly late?: readonly LateClock[] | undefined;
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

function withItsSum(date: Due | NotComputed, calendar: WorkingCalendar): Deadline | NotComputed {
  return date.kind === 'computed' ? withSum(date, calendar) : date;
}

/** The clocks of one review. A date that no rule gives yet is not computed, with the reason: never guessed. */
export function clocksOf(
  record: ChildRecord,
  review: Review,
  settings: Settings,
  today: IsoDate,
): ReviewClocks {
  const ruleSet = ruleSetOf(settings);
  const { rules, calendar } = ruleSet;
  const ordered = datedReviews(record);
  const place = ordered.findIndex((other) => other.review.id === review.id);
  const [here, next] = [ordered[place], ordered[place + 1]];
  const asOf = here?.heldOn ?? today;
  const due = (reviews: readonly DatedReview[], day: IsoDate, kind?: Review['kind']) => {
    const facts = factsOf(record, day, ruleSet, (other) => other <= day);
    return withItsSum(lastLawfulDay(reviewFacts(facts, day, reviews, kind), rules, calendar), calendar);
  };
  const after = (id: RuleId, day: IsoDate | undefined, why: string) => {
    if (day === undefined) return notComputed(why);
    const rule = rules.ruleOn(id, day);
    return rule ? computeDeadline(rule, day, calendar) : notComputed('This rule is switched off here.');
  };
  const noDay = 'The review has no date yet.';
  const held = here?.heldOn;
  return {
    lastLawfulDay: due(ordered.slice(0, place), asOf, review.kind),
    nextLastLawfulDay: due(ordered.slice(0, place + 1), next?.heldOn ?? latest([asOf, today]) ?? today),
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

/** The facts of the child that a review's documents need, and the headers of the reviews before it. */
function factSlice(record: ChildRecord, review: Review, today: IsoDate) {
  const ordered = inOrder(record);
  const upToHere = ordered.slice(0, ordered.findIndex((other) => other.id === review.id) + 1);
  const previous = upToHere.at(-2);
  const last = previous && heldOn(record, previous);
  return {
    reviews: upToHere.map((row) => (row.id === review.id ? row : headerOf(record, row))),
    meetings: ownMeetings(record, review),
    events: eventsSince(record.events, last && earliest([last, heldOn(record, review) ?? today])),
    papers: record.papers.filter((paper) => paper.reviewId === review.id),
  };
}

/** The plan that a review's documents need, what was found of it up to this review, and what replaced it. */
function planSlice(record: ChildRecord, review: Review, reviews: readonly Review[]) {
  const { actions, decisions } = planOf(record, review);
  const isUpToHere = isOneOf(reviews);
  const actionIds = new Set(actions.map((action) => action.id));
  const progress = record.progress.filter(
    ({ actionId, occasion }) =>
      actionIds.has(actionId) && (occasion.kind === 'midway' || isUpToHere(occasion)),
  );
  const replacing = new Set(progress.map(({ replacedById }) => replacedById));
  return {
    decisions,
    actions: record.actions.filter(({ id }) => actionIds.has(id) || replacing.has(id)),
    progress,
  };
}

/**
 * The part of a record that one review's documents need: who the child is and who is around them; of what happened,
 * what is new since the last review or still stands; this review's and the last one's minutes.
 */
export function sliceOf(record: ChildRecord, review: Review, today: IsoDate): ChildRecord {
  const isPrinted = isOneOf(reviewsPrinted(record, review));
  const isOwn = isOneOf([review]);
  const facts = factSlice(record, review, today);
  const plan = planSlice(record, review, facts.reviews);
  const behind = answeredBy(plan.decisions);
  return {
    ...emptyRecord(record.child),
    periods: record.periods,
    people: record.people,
    risks: record.risks,
    ...facts,
    ...plan,
    sections: record.sections.filter(isOwn),
    texts: record.texts.filter(isOwn),
    points: record.points.filter((row) => isPrinted(row) || behind.has(row.id)),
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
  const slice = sliceOf(record, review, given.today);
  const held = heldOn(record, review);
  const late = lateClocksOf(record, review, ruleSetOf(given.settings));
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
    ...(late.length > 0 && { late }),
  };
}
