import type { IsoDate } from './dates.ts';
import type { MidwayCheck } from './model/midway.ts';
import type { Progress } from './model/plan.ts';
import type { ChildRecord } from './model/record.ts';
import type { StandingPromise } from './standingPromises.ts';
import { standingPromises } from './standingPromises.ts';

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

/** Every promise that was open when the check of this day began, the oldest first. */
export function midwayPromises(record: Plan, on: IsoDate): MidwayPromise[] {
  const progress = record.progress.filter((entry) => !isOfCheck(entry, on));
  return standingPromises({ ...record, progress })
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

function gapsOfPromise({ promise, progress }: MidwayPromise): MidwayGap[] {
  const { id, what } = promise.action;
  if (!progress) return [{ field: 'progress', what: `What happened with: ${what}`, actionId: id }];
  const hasEvidence = /\S/.test(progress.evidence ?? '');
  return progress.value === 'done' && !hasEvidence
    ? [{ field: 'evidence', what: `How we know it is done: ${what}`, actionId: id }]
    : [];
}

/** What is missing of a check, in the order of its page; nothing when it can be completed. */
export function midwayGaps(record: Plan, check: MidwayCheck): MidwayGap[] {
  const isEmpty = (text: string | undefined) => !/\S/.test(text ?? '');
  return [
    ...midwayPromises(record, check.on).flatMap(gapsOfPromise),
    ...(check.contact
      ? []
      : [{ field: 'contact' as const, what: 'Contact with the child, or why there was none' }]),
    ...(check.visits
      ? []
      : [{ field: 'visits' as const, what: 'Whether the social worker’s visits were in time' }]),
    ...(isEmpty(check.newEvents)
      ? [{ field: 'newEvents' as const, what: 'What is new since the review, or that nothing is' }]
      : []),
    ...(check.rating ? [] : [{ field: 'rating' as const, what: 'Whether the plan is on course' }]),
    ...(isEmpty(check.nextStep) ? [{ field: 'nextStep' as const, what: 'The next step' }] : []),
  ];
}
