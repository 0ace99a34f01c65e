import { decisionState } from '../domain/decisionState.ts';
import { dueOn, decisionsInOrder } from '../domain/promises.ts';
import type { IsoDate } from '../domain/dates.ts';
import { latest } from '../domain/dates.ts';
import type { SectionKey } from '../domain/model/sections.ts';
import type { Action, Decision, ManagerReply } from '../domain/model/plan.ts';
import type { ReportContext } from './context.ts';
import { numberOf } from './context.ts';
import type { MarkName } from './marks.ts';
import { clause, day, quoted, sentence } from './phrases.ts';
import type { Words } from './runs.ts';
import { linkList, linkTo, numberAtHome, status } from './runs.ts';

/** A decision of this review with its number and its actions in order. */
export type PlannedDecision = {
  readonly decision: Decision;
  readonly number: string;
  readonly actions: readonly PlannedAction[];
};
export type PlannedAction = { readonly action: Action; readonly number: string };

/** The decisions of this review in the one order they keep everywhere: safety, permanence, stalled, the rest. */
export function plannedDecisions(context: ReportContext): PlannedDecision[] {
  const { record, review } = context.content;
  const own = record.decisions.filter((decision) => decision.reviewId === review.id);
  const actions = plannedActions(context);
  return decisionsInOrder(own).map((decision) => ({
    decision,
    number: numberOf(context, decision.id) ?? '',
    actions: actions.filter(({ action }) => action.decisionId === decision.id),
  }));
}

/** The actions of this review in the order of their numbers. */
export function plannedActions(context: ReportContext): PlannedAction[] {
  const { record, review } = context.content;
  return record.actions
    .filter((action) => action.reviewId === review.id)
    .map((action) => ({ action, number: numberOf(context, action.id) ?? '' }))
    .sort((a, b) => Number(a.number.slice(1)) - Number(b.number.slice(1)));
}

/** Where a decision is at home: the section it names, else that of its first point, else the plan. */
export function homeOfDecision(context: ReportContext, decision: Decision): SectionKey {
  const { record, review } = context.content;
  const first = decision.pointIds.flatMap(
    (id) => record.points.find((point) => point.id === id && point.reviewId === review.id) ?? [],
  )[0];
  return decision.section ?? first?.section ?? 'plan';
}

/** A number where it belongs; nothing for an item that has none. */
export function atHome(number: string): Words {
  return number === '' ? [] : numberAtHome(number);
}

/** A number elsewhere, as a link; nothing for an item that has none. */
export function elsewhere(number: string): Words {
  return number === '' ? [] : linkTo(number);
}

/** Links in order: "A1, A2". */
export function linksTo(numbers: readonly string[]): Words {
  return linkList(numbers.filter((number) => number !== ''));
}

/** The person who answers for an action, or who holds it until it is allocated. */
export function accountableName(action: Action): string | undefined {
  if (action.accountable === undefined) return undefined;
  return action.accountable.kind === 'named' ? action.accountable.name : action.accountable.heldBy;
}

/** "Tomasz Mockford; done by Ruth Placeholt", "Not allocated: held by Farah Testerby". */
export function whoWords(action: Action): string {
  const { accountable } = action;
  const name = accountableName(action) ?? nobody;
  const first = accountable?.kind === 'not-allocated' ? `Not allocated: held by ${name}` : name;
  const doneBy = action.doneBy?.trim() ?? '';
  return doneBy === '' || doneBy === name ? first : `${first}; done by ${doneBy}`;
}

/** "16 Oct 2026", "Set by the court; check by 3 Nov 2026". */
export function dueWords(action: Action): string {
  const due = dueOn(action);
  if (action.due?.kind === 'court') return `Set by the court${due ? `; check by ${day(due)}` : ''}`;
  return due ? day(due) : noDate;
}

/** What is to be done; with the step while waiting, where there is one. */
export function actionWords(action: Action): string {
  const interim = action.interimStep?.trim() ?? '';
  return interim === '' ? action.what.trim() : `${sentence(action.what)} Until then: ${clause(interim)}`;
}

/** Who answers for a decision: each accountable person once, in the order of its actions. */
export function whoOfDecision({ actions }: PlannedDecision): string {
  const names = actions.flatMap(({ action }) => accountableName(action) ?? []);
  return names.length === 0 ? nobody : [...new Set(names)].join(', ');
}

const nobody = 'Nobody named';
const noDate = 'No date';

/** Who answers for the last action, whose day stands beside it: where there is room for one name. */
export function whoOfLast(planned: PlannedDecision): string {
  const due = lastDue(planned);
  const last = planned.actions.find(
    ({ action }) => dueOn(action) === due && accountableName(action) !== undefined,
  );
  return (last && accountableName(last.action)) ?? whoOfDecision(planned);
}

/** The day of a decision's last action. */
export function lastDue({ actions }: PlannedDecision): IsoDate | undefined {
  return latest(actions.flatMap(({ action }) => dueOn(action) ?? []));
}

export function lastDueWords(planned: PlannedDecision): string {
  const due = lastDue(planned);
  return due ? day(due) : noDate;
}

/**
 * Who and by when on page 1. A copy that has none of a decision's actions says nothing of either: not that nobody is
 * named, which need not be so, and nothing by which a withheld action could be inferred.
 */
export function whoAndWhen(context: ReportContext, planned: PlannedDecision): readonly [string, string] {
  const [who, when] = [whoOfDecision(planned), lastDueWords(planned)];
  if (context.reader !== 'copy') return [who, when];
  return [who === nobody ? '–' : who, when === noDate ? '–' : when];
}

const replyMarks: Readonly<Record<ManagerReply['outcome'], readonly [MarkName, string]>> = {
  agreed: ['done', 'Agreed'],
  'no-reply': ['onTrack', 'By no reply'],
  'with-change': ['part', 'With change'],
  'not-agreed': ['not', 'Not agreed'],
};

type ReplyGiven = Pick<ManagerReply, 'outcome' | 'on' | 'wording' | 'because'>;

/** The manager's reply; once its day has passed in silence, that it stands by no reply (a local rule). */
function replyOf({ content }: ReportContext, decision: Decision): ReplyGiven | undefined {
  const { replyDue } = content.clocks;
  const due = replyDue.kind === 'computed' ? replyDue.due : undefined;
  const isSilent = decisionState(decision, due, content.gatheredOn) === 'agreed-by-no-reply';
  return decision.reply ?? (isSilent && due ? { outcome: 'no-reply', on: due } : undefined);
}

/** The reply as shape and word. To a lay reader a decision that stands by silence is agreed. */
export function replyStatus(context: ReportContext, decision: Decision): Words {
  const reply = replyOf(context, decision);
  if (reply === undefined) return 'No reply yet';
  const [mark, word] = replyMarks[context.isLay && reply.outcome === 'no-reply' ? 'agreed' : reply.outcome];
  return status(mark, word);
}

/** The reply with its day, and where it is not a plain yes the manager's own wording or reason. */
export function replyInFull(context: ReportContext, decision: Decision): Words {
  const reply = replyOf(context, decision);
  if (reply === undefined) {
    const { replyDue } = context.content.clocks;
    return replyDue.kind === 'computed'
      ? `The manager’s reply is due on ${day(replyDue.due)}.`
      : 'No reply from the manager yet.';
  }
  const wording = reply.wording?.trim() ?? '';
  const because = reply.because?.trim() ?? '';
  return [
    replyStatus(context, decision),
    ` ${day(reply.on)}`,
    wording === '' ? '' : `: ${quoted(clause(wording))}`,
    because === '' ? '.' : `, because ${clause(because)}.`,
  ];
}
