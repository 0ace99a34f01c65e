import type { Action, ActionChange, Decision } from '../../../shared/domain/model/plan.ts';
import type { Result } from '../../../shared/domain/result.ts';
import { fail, ok } from '../../../shared/domain/result.ts';
import { RecordId } from '../../../shared/domain/ids.ts';
import { occasionKey } from '../../store/entities.ts';
import type { Context, SyncHandler } from '../context.ts';
import { editableReview, knownChild, sameChild } from '../editing.ts';
import { removeRecord, saveRecord } from '../recordWriter.ts';

function checkPoints(context: Context, decision: Decision): Result<undefined> {
  for (const pointId of decision.pointIds) {
    const point = context.repos.entities.find('point', pointId)?.value;
    if (!point) return fail('not-found', 'A point that this decision answers is no longer there.');
    if (point.childId !== decision.childId) {
      return fail('forbidden', 'A decision answers points of its own child only. Nothing was saved.');
    }
  }
  return ok(undefined);
}

const saveDecision: SyncHandler<'decision:save'> = ({ value, baseVersion }, context) => {
  const review = editableReview(context, value.reviewId, 'decision');
  if (!review.ok) return review;
  for (const check of [sameChild(review.value, value.childId), checkPoints(context, value)])
    if (!check.ok) return check;
  return saveRecord(context, 'decision', value, baseVersion);
};

/** Ties a decision to one more point: allowed after the decisions are finalised too, since nothing is taken away. */
const answerPoint: SyncHandler<'decision:answer'> = ({ decisionId, pointId, baseVersion }, context) => {
  const decision = context.repos.entities.find('decision', decisionId)?.value;
  if (!decision) return fail('not-found', 'This decision is no longer there.');
  const review = editableReview(context, decision.reviewId, 'point');
  if (!review.ok) return review;
  const value = { ...decision, pointIds: [...new Set([...decision.pointIds, pointId])] };
  const points = checkPoints(context, value);
  return points.ok ? saveRecord(context, 'decision', value, baseVersion) : points;
};

/** Records the manager's answer to one decision; the IRO's own wording stays beside it. */
const replyToDecision: SyncHandler<'decision:reply'> = ({ id, baseVersion, reply }, context) => {
  const decision = context.repos.entities.find('decision', id)?.value;
  if (!decision) return fail('not-found', 'This decision is no longer there.');
  const review = editableReview(context, decision.reviewId, 'reply');
  if (!review.ok) return review;
  return saveRecord(context, 'decision', { ...decision, reply }, baseVersion);
};

const removeDecision: SyncHandler<'decision:remove'> = ({ id, baseVersion }, context) => {
  const decision = context.repos.entities.find('decision', id)?.value;
  if (!decision) return fail('not-found', 'This decision is no longer there.');
  const review = editableReview(context, decision.reviewId, 'decision');
  if (!review.ok) return review;
  const actions = context.repos.entities.listByReview('action', decision.reviewId);
  if (actions.some(({ value }) => value.decisionId === decision.id)) {
    return fail('forbidden', 'This decision has actions. Move or remove them first.');
  }
  context.repos.links.linkPoints(id, []);
  return removeRecord(context, 'decision', id, baseVersion);
};

const saveAction: SyncHandler<'action:save'> = ({ value, baseVersion }, context) => {
  const review = editableReview(context, value.reviewId, 'action-of-review');
  if (!review.ok) return review;
  const same = sameChild(review.value, value.childId);
  if (!same.ok) return same;
  const decision =
    value.decisionId === undefined ? undefined : context.repos.entities.find('decision', value.decisionId);
  if (value.decisionId !== undefined && decision?.value.childId !== value.childId) {
    return fail('not-found', 'The decision of this action is no longer there.');
  }
  const before = context.repos.entities.find('action', value.id)?.value;
  if (before && before.childId !== value.childId) {
    return fail('forbidden', 'This action belongs to another child. Nothing was saved.');
  }
  // The history is only ever added to, and only by `action:amend`.
  return saveRecord(context, 'action', { ...value, history: before?.history ?? value.history }, baseVersion);
};

/** Changes the wording, people or date of a standing promise, and keeps the old terms: who, when, why. */
const amendAction: SyncHandler<'action:amend'> = ({ id, baseVersion, because, ...terms }, context) => {
  const action = context.repos.entities.find('action', id)?.value;
  if (!action) return fail('not-found', 'This action is no longer there.');
  const { what, accountable, doneBy, due } = action;
  const change: ActionChange = {
    id: RecordId.parse(context.newId()),
    at: context.now,
    by: context.officer.name,
    because,
    before: {
      what,
      ...(accountable && { accountable }),
      ...(doneBy !== undefined && { doneBy }),
      ...(due && { due }),
    },
  };
  const given = Object.fromEntries(Object.entries(terms).filter(([, term]) => term !== undefined));
  const value: Action = { ...action, ...given, history: [...action.history, change] };
  return saveRecord(context, 'action', value, baseVersion);
};

const removeAction: SyncHandler<'action:remove'> = ({ id, baseVersion }, context) => {
  const action = context.repos.entities.find('action', id)?.value;
  if (!action) return fail('not-found', 'This action is no longer there.');
  const review = editableReview(context, action.reviewId, 'action-of-review');
  return review.ok ? removeRecord(context, 'action', id, baseVersion) : review;
};

function isCompletedCheck({ repos }: Context, childId: string, on: string): boolean {
  const checks = repos.entities.listByChild('midway_check', childId);
  return checks.some(({ value }) => value.on === on && value.completedOn !== undefined);
}

const saveProgress: SyncHandler<'progress:save'> = ({ value, baseVersion }, context) => {
  const known = knownChild(context, value.childId);
  if (!known.ok) return known;
  const before = context.repos.entities.find('progress', value.id)?.value;
  if (before && occasionKey(before.occasion) !== occasionKey(value.occasion)) {
    return fail(
      'forbidden',
      'An entry keeps its occasion. Make one for the other occasion. Nothing was saved.',
    );
  }
  const action = context.repos.entities.find('action', value.actionId)?.value;
  if (action?.childId !== value.childId) return fail('not-found', 'This action is no longer there.');
  if (value.occasion.kind === 'review') {
    const review = editableReview(context, value.occasion.reviewId, 'progress');
    if (!review.ok) return review;
    const same = sameChild(review.value, value.childId);
    if (!same.ok) return same;
  }
  if (value.occasion.kind === 'midway' && isCompletedCheck(context, value.childId, value.occasion.on)) {
    return fail('forbidden', 'The midway check of that day is completed. Open it again to change it.');
  }
  if (context.repos.links.hasOtherProgress(value)) {
    return fail(
      'conflict',
      'What happened with this action is already recorded for this occasion. Change that entry.',
    );
  }
  return saveRecord(context, 'progress', value, baseVersion);
};

export const planSync = {
  'decision:save': saveDecision,
  'decision:answer': answerPoint,
  'decision:reply': replyToDecision,
  'decision:remove': removeDecision,
  'action:save': saveAction,
  'action:amend': amendAction,
  'action:remove': removeAction,
  'progress:save': saveProgress,
};
