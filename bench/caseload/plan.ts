import type { IsoDate } from '../../shared/domain/dates.ts';
import { addDays, instant } from '../../shared/domain/dates.ts';
import { ActionId, DecisionId, ProgressId, RecordId } from '../../shared/domain/ids.ts';
import type { Point } from '../../shared/domain/model/minutes.ts';
import { kindsThatNeedAnswer } from '../../shared/domain/model/minutes.ts';
import type { Action, Decision, Progress } from '../../shared/domain/model/plan.ts';
import { closingValues, decisionThemes } from '../../shared/domain/model/plan.ts';
import type { Review } from '../../shared/domain/model/review.ts';
import type { TextSource } from '../text/zipfText.ts';
import { idOn } from './ids.ts';

type At = { readonly source: TextSource; readonly review: Review; readonly on: IsoDate };

/** Every point that needs an answer gets a decision; some decisions answer two. */
export function decisionsOf(
  { source, review, on }: At,
  points: readonly Point[],
  isReplied: boolean,
): Decision[] {
  const open = points.filter((point) => kindsThatNeedAnswer.includes(point.kind));
  const groups =
    open.length > 6
      ? [open.slice(0, 2), ...open.slice(2).map((point) => [point])]
      : open.map((point) => [point]);
  return groups.map((group, position) => ({
    id: DecisionId.parse(idOn(on, source.random)),
    childId: review.childId,
    reviewId: review.id,
    wording: source.sentence(source.random.between(12, 22)),
    howWeWillKnow: source.sentence(9),
    changesCarePlan: position === 0,
    theme: decisionThemes[position % decisionThemes.length] ?? 'rest',
    pointIds: group.map((point) => point.id),
    position,
    ...(isReplied && { reply: { outcome: 'agreed' as const, on: addDays(on, 9), by: source.word() } }),
  }));
}

/** So many actions, dealt out over the decisions. About one in six has had its date moved. */
export function actionsOf(
  { source, review, on }: At,
  decisions: readonly Decision[],
  count: number,
): Action[] {
  return Array.from({ length: count }, (_none, place): Action => {
    const due = { kind: 'date' as const, on: addDays(on, source.random.between(14, 140)) };
    const decision = decisions[place % decisions.length];
    const what = source.sentence(source.random.between(8, 16));
    const isMoved = source.random.isLikely(0.17);
    return {
      id: ActionId.parse(idOn(on, source.random)),
      childId: review.childId,
      reviewId: review.id,
      ...(decision && { decisionId: decision.id }),
      what,
      accountable: { kind: 'named', name: `${source.word()} Sample` },
      due,
      position: Math.floor(place / decisions.length),
      history: isMoved
        ? [
            {
              id: RecordId.parse(idOn(on, source.random)),
              at: instant(`${addDays(on, 30)}T10:00:00Z`),
              by: source.word(),
              because: source.sentence(7),
              before: { what, due: { kind: 'date', on: addDays(due.on, -14) } },
            },
          ]
        : [],
    };
  });
}

/** What the next review finds of each open action: most are done, some go on, and none past the third time. */
export function progressOf(
  { source, review, on }: At,
  open: readonly { action: Action; times: number }[],
): Progress[] {
  return open.map(({ action, times }) => {
    const isEnded = times >= 2 || source.random.isLikely(0.82);
    const value = isEnded
      ? source.random.pick(['done', 'done', 'done', 'done', 'not_needed'] as const)
      : source.random.pick(['part_done', 'not_done', 'on_track'] as const);
    return {
      id: ProgressId.parse(idOn(on, source.random)),
      childId: action.childId,
      actionId: action.id,
      occasion: { kind: 'review', reviewId: review.id },
      value,
      evidence: source.sentence(8),
      ...(value !== 'done' && { because: source.sentence(6) }),
      effect: 'better',
      on,
    };
  });
}

/** The actions still open after this review's progress, each with how often it was carried. */
export function stillOpen(
  open: readonly { action: Action; times: number }[],
  progress: readonly Progress[],
  made: readonly Action[],
): { action: Action; times: number }[] {
  const ended = new Set(
    progress.filter((row) => closingValues.includes(row.value)).map((row) => row.actionId),
  );
  return [
    ...open
      .filter(({ action }) => !ended.has(action.id))
      .map(({ action, times }) => ({ action, times: times + 1 })),
    ...made.map((action) => ({ action, times: 0 })),
  ];
}
