import type { Action, Decision, Progress } from '../domain/model/plan.ts';
import type { PromisedAction } from '../domain/promises.ts';
import { promisedActions } from '../domain/promises.ts';
import { isFlagged } from '../domain/model/common.ts';
import type { Review } from '../domain/model/review.ts';
import type { Judge } from './audienceJudge.ts';
import { pick } from './audiencePick.ts';
import type { ReviewContent } from './content.ts';
import { markOf } from './releaseItem.ts';
import { sectionOfDecision } from './releaseItems.ts';
import { itemName } from './releaseNames.ts';

/** The decisions and actions of one copy, and what was found of them. */
export type Plan = {
  readonly decisions: readonly Decision[];
  readonly actions: readonly Action[];
  readonly progress: readonly Progress[];
  /**
   * Actions that are there only for the who and when of their decision's row on page 1. They have no words and get
   * no number, so no list of actions prints them.
   */
  readonly unlisted: ReadonlySet<string>;
};

type Seen = { readonly hasPoint: (id: string) => boolean };

function decisionFor(content: ReviewContent, judge: Judge, seen: Seen, decision: Decision): Decision[] {
  if (!judge.isGiven(itemName.decision(decision.id))) return [];
  const wording = judge.wordingOf(decision);
  if (wording === undefined) return [];
  const { howWeWillKnow, reply, safeWording: _safe, audience: _audience, ...rest } = decision;
  const outcome = reply && pick(reply, 'outcome', 'on', 'by');
  return [
    {
      ...rest,
      wording: wording.words,
      // Set, since the first point it was agreed under may be gone.
      section: sectionOfDecision(content, decision),
      pointIds: decision.pointIds.filter(seen.hasPoint),
      ...(wording.isSafe ? { reply: outcome } : { howWeWillKnow, reply }),
    },
  ];
}

type Person = NonNullable<Action['accountable']>['personId'];

/** Without somebody whom the reader may not have. */
function peopleOfAction(action: Action, judge: Judge): Pick<Action, 'accountable' | 'doneBy'> {
  const isHidden = (id: Person) => id !== undefined && !judge.isPersonGiven(id);
  return isHidden(action.accountable?.personId)
    ? {}
    : { accountable: action.accountable, doneBy: action.doneBy };
}

/** An action as a reader has it. Its history counts moved dates on the manager's page; no other reader has it. */
function actionFor(
  content: ReviewContent,
  action: Action,
  judge: Judge,
  decisions: ReadonlySet<string>,
): Action[] {
  const wording = judge.whatOf(action);
  if (wording === undefined) return [];
  const { decisionId, interimStep } = action;
  const isService = judge.reader.reading === 'service';
  const decision = content.record.decisions.find((candidate) => candidate.id === decisionId);
  // Where its decision stands; the decision itself may be gone.
  const section = action.section ?? (decision && sectionOfDecision(content, decision));
  return [
    {
      ...pick(action, 'id', 'childId', 'reviewId', 'due', 'isRecurring', 'position'),
      section,
      ...(decisionId !== undefined && decisions.has(decisionId) && { decisionId }),
      what: wording.words,
      ...peopleOfAction(action, judge),
      ...(wording.isSafe ? {} : { interimStep }),
      history: isService && !wording.isSafe ? action.history : [],
    },
  ];
}

function bareAction(action: Action, judge: Judge): Action {
  const { accountable } = peopleOfAction(action, judge);
  const terms = pick(action, 'id', 'childId', 'reviewId', 'decisionId', 'due', 'position');
  return { ...terms, ...(accountable && { accountable }), what: '', history: [] };
}

/**
 * What was found at this review, or at the midway check that ended the promise since the last; of other occasions the
 * value alone, so that "second review running" can be said.
 */
function progressFor(
  content: ReviewContent,
  judge: Judge,
  action: Action,
  promised: readonly PromisedAction[],
  actionIds: ReadonlySet<string>,
): Progress[] {
  const isService = judge.reader.reading === 'service';
  const isSafe = judge.whatOf(action)?.isSafe ?? false;
  const told = promised.find((candidate) => candidate.action.id === action.id)?.progress?.id;
  return content.record.progress
    .filter((entry) => entry.actionId === action.id)
    .map((entry) => {
      const { replacedById } = entry;
      const bare: Progress = pick(entry, 'id', 'childId', 'actionId', 'occasion', 'value');
      if (entry.id !== told && !isService) return bare;
      return {
        ...bare,
        ...pick(entry, 'on', 'effect'),
        ...(isSafe ? {} : pick(entry, 'evidence', 'because')),
        ...(replacedById !== undefined && actionIds.has(replacedById) && { replacedById }),
      };
    });
}

/** An earlier action that is no promise of this review, such as one that replaced another. */
function isForService({ record }: ReviewContent, { reader }: Judge, action: Action): boolean {
  const decision = record.decisions.find((candidate) => candidate.id === action.decisionId);
  const mark = markOf([action.audience, decision?.audience]);
  return !mark.isRestricted && (reader.person === undefined || !mark.notFor.includes(reader.person.id));
}

/** The actions that a reader has in full: this review's, and those promised before it. */
function listedActions(content: ReviewContent, judge: Judge, promised: readonly PromisedAction[]): Action[] {
  const { record, review } = content;
  const nameOf = (action: Action) => {
    const found = promised.find((candidate) => candidate.action.id === action.id);
    return found?.progress ? itemName.progress(found.progress.id) : itemName.action(action.id);
  };
  const isItem = (action: Action) =>
    action.reviewId === review.id || promised.some((candidate) => candidate.action.id === action.id);
  const isOpen = (action: Action) =>
    isItem(action)
      ? judge.isGiven(nameOf(action))
      : judge.reader.reading === 'service' && isForService(content, judge, action);
  return record.actions.filter(isOpen);
}

/** Decisions, actions and progress of one copy. Links to what it does not have are gone. */
export function planFor(content: ReviewContent, judge: Judge, seen: Seen): Plan {
  const { record, review } = content;
  const promised = promisedActions(record, review.id);
  const decisions = record.decisions.flatMap((decision) => decisionFor(content, judge, seen, decision));
  const decisionIds = new Set<string>(decisions.map(({ id }) => id));
  const listed = listedActions(content, judge, promised).flatMap((action) =>
    actionFor(content, action, judge, decisionIds),
  );
  const listedIds = new Set<string>(listed.map(({ id }) => id));
  const bare = record.actions
    .filter((action) => action.reviewId === review.id && !listedIds.has(action.id))
    .filter((action) => action.decisionId !== undefined && decisionIds.has(action.decisionId))
    .filter((action) => judge.reader.reading === 'released' && !isFlagged(action.audience))
    .map((action) => bareAction(action, judge));
  return {
    decisions,
    actions: [...listed, ...bare],
    progress: record.actions
      .filter((action) => listedIds.has(action.id))
      .flatMap((action) => progressFor(content, judge, action, promised, listedIds)),
    unlisted: new Set(bare.map(({ id }) => id)),
  };
}

/** Asks about decisions that this manager may not have go with them. */
export function forManagerFor(review: Review, plan: Plan): Review['forManager'] {
  if (review.forManager === undefined) return undefined;
  const has = new Set(plan.decisions.map(({ id }) => id));
  return {
    ...review.forManager,
    asks: review.forManager.asks.filter((ask) => ask.decisionId === undefined || has.has(ask.decisionId)),
  };
}
