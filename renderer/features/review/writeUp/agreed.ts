import type { Point } from '../../../../shared/domain/model/minutes.ts';
import type { Action, Decision } from '../../../../shared/domain/model/plan.ts';
import type { ChildRecord } from '../../../../shared/domain/model/record.ts';
import type { Review } from '../../../../shared/domain/model/review.ts';
import type { SectionKey } from '../../../../shared/domain/model/sections.ts';
import { decisionsInOrder } from '../../../../shared/domain/promises.ts';
import { pointsInOrder } from '../../../../shared/report/numbering.ts';
import { sectionOfPlan } from './place.ts';
import { isVoice, needsAnswer } from './words.ts';

/** A decision below a point: told here with its actions, or a short thread to where it is told. */
export type Thread =
  | { readonly kind: 'whole'; readonly decision: Decision; readonly actions: readonly Action[] }
  | { readonly kind: 'short'; readonly decision: Decision; readonly place: string };

/** A point with its thread; without a point a decision that answers none of this section's. */
export type AgreedRow = { readonly point: Point | undefined; readonly threads: readonly Thread[] };

/** Actions of one decision, in their order. */
export function actionsOf(record: Pick<ChildRecord, 'actions'>, decision: Pick<Decision, 'id'>): Action[] {
  return record.actions
    .filter((action) => action.decisionId === decision.id)
    .sort((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1));
}

type Given = {
  readonly record: ChildRecord;
  readonly review: Review;
  readonly heading: (key: SectionKey) => string;
};

/**
 * What is agreed in a section: its needs and risks, each with the thread to its decisions and actions; then the
 * decisions that are at home here and answer none of them. A decision is told once, at its first point here.
 */
export function agreedRows({ record, review, heading }: Given, section: SectionKey): AgreedRow[] {
  const decisions = decisionsInOrder(record.decisions.filter((decision) => decision.reviewId === review.id));
  const isAtHome = (decision: Decision) => sectionOfPlan({ record }, decision) === section;
  const told = new Set<string>();
  const threadTo = (decision: Decision): Thread => {
    if (told.has(decision.id)) return { kind: 'short', decision, place: 'above' };
    if (!isAtHome(decision)) {
      return { kind: 'short', decision, place: `in ${heading(sectionOfPlan({ record }, decision))}` };
    }
    told.add(decision.id);
    return { kind: 'whole', decision, actions: actionsOf(record, decision) };
  };
  const points = pointsInOrder(record, review, section).filter(
    (point) => needsAnswer(point) && !isVoice(point),
  );
  const rows = points.map((point): AgreedRow => ({
    point,
    threads: decisions.filter((decision) => decision.pointIds.includes(point.id)).map(threadTo),
  }));
  const rest = decisions.filter((decision) => isAtHome(decision) && !told.has(decision.id));
  return [...rows, ...rest.map((decision) => ({ point: undefined, threads: [threadTo(decision)] }))];
}

/** Actions of this review that carry out no decision, in the section they were made in. */
export function looseActions(
  { record, review }: Pick<Given, 'record' | 'review'>,
  section: SectionKey,
): Action[] {
  return record.actions.filter(
    (action) =>
      action.reviewId === review.id &&
      action.decisionId === undefined &&
      (action.section ?? 'plan') === section,
  );
}
