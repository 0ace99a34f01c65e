import type { Output } from '../../../shared/contract.ts';
import { adjournmentFault } from '../../../shared/domain/adjournment.ts';
import type { Deadline, NotComputed } from '../../../shared/domain/deadlines/deadline.ts';
import { sumInWords } from '../../../shared/domain/deadlines/sumInWords.ts';
import { reviewStage } from '../../../shared/domain/lifecycle.ts';
import type { ChildRecord } from '../../../shared/domain/model/record.ts';
import type { Review } from '../../../shared/domain/model/review.ts';
import { asksOf, dueOn, newActions, promisedActions } from '../../../shared/domain/promises.ts';
import { fail, ok } from '../../../shared/domain/result.ts';
import {
  editionOf,
  heldOn,
  inOrder,
  previousReview,
  standingFinalisation,
} from '../../../shared/domain/reviews.ts';
import { calendarOf } from '../../../shared/domain/settings.ts';
import { workingDaysTo } from '../../../shared/domain/workingDays.ts';
import type { ReviewClocks } from '../../../shared/report/content.ts';
import { clocksOf } from '../../../shared/report/content.ts';
import type { Context, SyncHandler } from '../context.ts';
import { editableReview, knownChild, sameChild } from '../editing.ts';
import { numbersNow } from '../frozen.ts';
import { loadRecord, noMinutes } from '../loadRecord.ts';
import type { LoadedReview } from '../loadReview.ts';
import { loadReview } from '../loadReview.ts';
import { saveRecord } from '../recordWriter.ts';

type ReviewView = Output<'review:get'>;

/** A clock as the page shows it: the day, the days left and the sum in words, or why no rule gives one. */
export function clockView(clock: Deadline | NotComputed, context: Context): ReviewView['clocks'][string] {
  if (clock.kind === 'not-computed') return clock;
  const sum = sumInWords(clock, calendarOf(context.settings));
  const { due, certain, lastWorkingDayOnOrBefore } = clock;
  return {
    kind: 'computed',
    rule: clock.rule.id,
    due,
    certain,
    lastWorkingDayOnOrBefore,
    workingDaysLeft: workingDaysTo(context.today, due, calendarOf(context.settings)),
    sum,
  };
}

function lastAsks(record: ChildRecord, review: Review): ReviewView['lastAsks'] {
  const previous = previousReview(record, review.id);
  if (!previous) return [];
  const askedOn = heldOn(record, previous);
  return asksOf(record, previous).map(({ point, decisions }) => ({
    point,
    decisions: [...decisions],
    ...(askedOn && { askedOn }),
  }));
}

/**
 * A review as its screens show it: of its own minutes, and what a clock or the caseload says of them today. A finalised
 * one brings the clocks that it was frozen with.
 */
export function reviewViewOf(
  { record, review, versions }: LoadedReview,
  context: Context,
  clocks: ReviewClocks = clocksOf(record, review, context.settings, context.today),
): ReviewView {
  const own = <T extends { reviewId: string }>(rows: readonly T[]) =>
    rows.filter((row) => row.reviewId === review.id);
  const numbers = numbersNow(context, record, review);
  return {
    review,
    stage: reviewStage(record, review.id, context.today),
    edition: editionOf(record, review.id),
    meetings: record.meetings.filter((meeting) => meeting.reviewIds.includes(review.id)),
    sections: own(record.sections),
    texts: own(record.texts),
    notes: own(record.notes),
    points: own(record.points),
    decisions: own(record.decisions),
    actions: newActions(record, review.id),
    promised: promisedActions(record, review.id).map(({ action, progress, reviewsCarried }) => {
      const due = dueOn(action);
      return {
        action,
        reviewsCarried,
        ...(progress && { progress }),
        ...(due && { workingDaysLeft: workingDaysTo(context.today, due, calendarOf(context.settings)) }),
      };
    }),
    lastAsks: lastAsks(record, review),
    finalisations: own(record.finalisations),
    addenda: own(record.addenda),
    releases: own(record.releases),
    issued: own(record.issued),
    filings: own(record.filings),
    clocks: Object.fromEntries(
      Object.entries(clocks).map(([name, clock]) => [name, clockView(clock, context)]),
    ),
    numbers: numbers.own,
    earlierNumbers: numbers.earlier,
    versions: { ...versions },
  };
}

const getReview: SyncHandler<'review:get'> = ({ id }, context) => {
  const loaded = loadReview(context, id);
  return loaded ? ok(reviewViewOf(loaded, context)) : fail('not-found', 'This review is no longer there.');
};

/**
 * Starts the next review from the last: its number follows, the facts and open promises are there because they
 * belong to the child, and nothing that anybody thought or wrote last time comes with it unseen.
 */
const startReview: SyncHandler<'review:start'> = ({ id, childId, kind, chairedBy }, context) => {
  const known = knownChild(context, childId);
  if (!known.ok) return known;
  const loaded = loadRecord(context.repos, childId, noMinutes);
  const reviews = loaded ? inOrder(loaded.record) : [];
  const last = reviews.at(-1);
  if (
    last &&
    loaded &&
    last.isBeforeStore !== true &&
    !standingFinalisation(loaded.record, last.id, 'decisions')
  ) {
    return fail(
      'forbidden',
      `Review ${last.number} is still open. Finalise its decisions before you start the next.`,
    );
  }
  const number = Math.max(0, ...reviews.map((review) => review.number)) + 1;
  const value: Review = {
    id,
    childId,
    kind,
    number,
    chairedBy: chairedBy ?? context.officer.name,
    countsAsStatutory: true,
  };
  return saveRecord(context, 'review', value, 0);
};

const saveReview: SyncHandler<'review:save'> = ({ value, baseVersion }, context) => {
  const fault = adjournmentFault(value, calendarOf(context.settings), context.settings.rules);
  if (fault !== undefined) return fail('invalid-input', fault, { field: 'adjournment' });
  if (baseVersion === 0) {
    const known = knownChild(context, value.childId);
    return known.ok ? saveRecord(context, 'review', value, 0) : known;
  }
  const review = editableReview(context, value.id, 'narrative');
  if (!review.ok) return review;
  const same = sameChild(review.value, value.childId);
  return same.ok ? saveRecord(context, 'review', value, baseVersion) : same;
};

/**
 * A meeting can serve the reviews of brothers and sisters: those of other children stay linked, whatever the
 * caller, who sees one child at a time, sends.
 */
const saveMeeting: SyncHandler<'meeting:save'> = ({ value, baseVersion }, context) => {
  const before = context.repos.entities.find('meeting', value.id)?.value;
  const reviewIds = [...new Set([...value.reviewIds, ...(before?.reviewIds ?? [])])];
  for (const reviewId of reviewIds) {
    const review = editableReview(context, reviewId, 'meeting');
    if (!review.ok) return review;
  }
  return saveRecord(context, 'meeting', { ...value, reviewIds }, baseVersion);
};

const sendDecisions: SyncHandler<'review:sent'> = ({ id, on, baseVersion }, context) => {
  const review = editableReview(context, id, 'reply');
  if (!review.ok) return review;
  return saveRecord(context, 'review', { ...review.value, decisionsSentOn: on }, baseVersion);
};

export const reviewSync = {
  'review:get': getReview,
  'review:start': startReview,
  'review:save': saveReview,
  'review:sent': sendDecisions,
  'meeting:save': saveMeeting,
};
