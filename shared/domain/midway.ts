import type { IsoDate } from './dates.ts';
import type { ChildContact, MidwayCheck } from './model/midway.ts';
import type { Progress } from './model/plan.ts';
import type { ChildRecord } from './model/record.ts';
import { heldOn } from './reviews.ts';
import type { StandingPromise } from './standingPromises.ts';
import { foundOn, standingPromises } from './standingPromises.ts';

/** A promise as a midway check finds it. */
export type MidwayPromise = {
  readonly promise: StandingPromise;
  /** What this check found, once it is recorded. */
  readonly progress: Progress | undefined;
};

type Plan = Pick<ChildRecord, 'actions' | 'progress' | 'reviews' | 'meetings'>;

function isOfCheck(entry: Progress, on: IsoDate): boolean {
  return entry.occasion.kind === 'midway' && entry.occasion.on === on;
}

/**
 * Every promise that was open when the check of this day began, the oldest first: made at a review held by then, and
 * not ended before it. What came later changes nothing of a check that lies behind.
 */
export function midwayPromises(record: Plan, on: IsoDate): MidwayPromise[] {
  const held = new Set(
    record.reviews.filter((review) => (heldOn(record, review) ?? '9999') <= on).map(({ id }) => id),
  );
  const actions = record.actions.filter(({ reviewId }) => held.has(reviewId));
  const progress = record.progress.filter((entry) => (foundOn(record, entry) ?? '9999') < on);
  return standingPromises({ ...record, actions, progress })
    .filter(({ isClosed }) => !isClosed)
    .map((promise) => ({
      promise,
      progress: record.progress.find((entry) => entry.actionId === promise.action.id && isOfCheck(entry, on)),
    }));
}

/** What a midway check still lacks before it is complete, each with the field it is answered in. */
export type MidwayGap = {
  readonly field: 'contact' | 'visits' | 'newEvents' | 'rating' | 'nextStep' | 'progress' | 'evidence';
  readonly what: string;
  readonly actionId?: string;
};

const isEmpty = (text: string | undefined) => !/\S/.test(text ?? '');

function gapsOfPromise({ promise, progress }: MidwayPromise): MidwayGap[] {
  const { id, what } = promise.action;
  if (!progress) return [{ field: 'progress', what: `What happened with: ${what}`, actionId: id }];
  return progress.value === 'done' && isEmpty(progress.evidence)
    ? [{ field: 'evidence', what: `How we know it is done: ${what}`, actionId: id }]
    : [];
}

/** Contact with its day and how, or why there was none. */
function isAnswered(contact: ChildContact | undefined): boolean {
  if (!contact) return false;
  return contact.outcome === 'yes'
    ? contact.on !== undefined && !isEmpty(contact.how)
    : !isEmpty(contact.because);
}

/** What is missing of a check, in the order of its page; nothing when it can be completed. */
export function midwayGaps(record: Plan, check: MidwayCheck): MidwayGap[] {
  const gap = (isMissing: boolean, field: MidwayGap['field'], what: string): MidwayGap[] =>
    isMissing ? [{ field, what }] : [];
  return [
    ...midwayPromises(record, check.on).flatMap(gapsOfPromise),
    ...gap(
      !isAnswered(check.contact),
      'contact',
      'Contact with the child: when and how, or why there was none',
    ),
    ...gap(!check.visits, 'visits', 'Whether the social worker’s visits were in time'),
    ...gap(isEmpty(check.newEvents), 'newEvents', 'What is new since the review, or that nothing is'),
    ...gap(!check.rating, 'rating', 'Whether the plan is on course'),
    ...gap(isEmpty(check.nextStep), 'nextStep', 'The next step'),
  ];
}
