import type { Output } from '../../../shared/contract.ts';
import { addDays, isoDate } from '../../../shared/domain/dates.ts';
import { computeDeadline } from '../../../shared/domain/deadlines.ts';
import { ChildId, ReviewId } from '../../../shared/domain/ids.ts';
import type { Child } from '../../../shared/domain/model/child.ts';
import { dueOn } from '../../../shared/domain/promises.ts';
import { ok } from '../../../shared/domain/result.ts';
import { ruleInForce } from '../../../shared/domain/rules.ts';
import { calendarOf } from '../../../shared/domain/settings.ts';
import type { ReviewToWriteUp } from '../../store/listRepository.ts';
import type { Context, SyncHandler } from '../context.ts';
import { indexPendingTexts } from '../searchText.ts';
import { matchExpression, snippetOf } from '../snippets.ts';
import { workingDaysLeft } from '../workingDaysLeft.ts';

type TodayLine = Output<'today:list'>[number];

/** How far ahead *today* looks, and how far back it still asks about a review, days. */
const lookAhead = 28;
const lookBack = 120;
const mostActions = 200;

/** The children of a list, each read once. */
function childrenOf(context: Context): (id: string) => Child | undefined {
  const known = new Map<string, Child | undefined>();
  return (id) => {
    if (!known.has(id)) known.set(id, context.repos.entities.find('child', id)?.value);
    return known.get(id);
  };
}

/** What a review held on a day still asks for, each by the rule that its day starts. */
function clockLines(context: Context, review: ReviewToWriteUp, child: Child): TodayLine[] {
  const { settings, today } = context;
  const calendar = calendarOf(settings);
  const steps = [
    { kind: 'decisions', rule: 'A-01', what: 'Finalise the decisions', isDone: review.hasDecisions },
    { kind: 'record', rule: 'A-05', what: 'Finalise the record', isDone: review.hasRecord },
    { kind: 'issue', rule: 'A-06', what: 'Issue the copies', isDone: review.isIssued },
  ] as const;
  return steps.flatMap(({ kind, rule, what, isDone }) => {
    if (isDone) return [];
    const clock = computeDeadline(ruleInForce(rule, settings.rules), isoDate(review.heldOn), calendar);
    if (clock.kind !== 'computed') return [];
    const { due } = clock;
    return [
      {
        kind,
        due,
        workingDaysLeft: workingDaysLeft(today, due, settings),
        childId: child.id,
        childName: child.preferredName,
        what,
        rule,
        reviewId: ReviewId.parse(review.id),
      },
    ];
  });
}

/** Clocks of the reviews held lately, and open actions due: in date order. */
const listToday: SyncHandler<'today:list'> = (_input, context) => {
  const { repos, today, settings } = context;
  const childOf = childrenOf(context);
  const reviews = repos.lists.reviewsToWriteUp(addDays(today, -lookBack), today).flatMap((review) => {
    const child = childOf(review.childId);
    return child ? clockLines(context, review, child) : [];
  });
  const actions = repos.lists
    .actionsDueBy(addDays(today, lookAhead), mostActions)
    .flatMap((id): TodayLine[] => {
      const action = repos.entities.find('action', id)?.value;
      const child = action && childOf(action.childId);
      const due = action && dueOn(action);
      if (!action || !child || !due) return [];
      const left = workingDaysLeft(today, due, settings);
      const what = action.what;
      return [
        {
          kind: 'action',
          due,
          workingDaysLeft: left,
          childId: child.id,
          childName: child.preferredName,
          what,
          rule: 'promise',
          actionId: action.id,
        },
      ];
    });
  return ok([...reviews, ...actions].sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0)));
};

const listActions: SyncHandler<'action:list'> = ({ limit }, context) => {
  const { repos, today, settings } = context;
  const childOf = childrenOf(context);
  return ok(
    repos.lists.openActions(limit).flatMap((id) => {
      const action = repos.entities.find('action', id)?.value;
      const child = action && childOf(action.childId);
      if (!action || !child) return [];
      const due = dueOn(action);
      return [
        {
          action,
          childName: child.preferredName,
          ...(due && { dueOn: due, workingDaysLeft: workingDaysLeft(today, due, settings) }),
        },
      ];
    }),
  );
};

/** Texts, points, notes, decisions and actions that match, newest first, each with the words around the match. */
const search: SyncHandler<'search:query'> = ({ text, limit }, context) => {
  const expression = matchExpression(text);
  if (expression === undefined) return ok([]);
  context.store.db.transaction(() => indexPendingTexts(context)).immediate();
  return ok(
    context.repos.search.match(expression, limit).map((row) => ({
      entity: row.entity,
      id: row.entityId,
      childId: ChildId.parse(row.childId),
      ...(row.reviewId !== null && { reviewId: ReviewId.parse(row.reviewId) }),
      snippet: snippetOf(context, row, text),
    })),
  );
};

export const listSync = {
  'today:list': listToday,
  'action:list': listActions,
  'search:query': search,
};
