import type { IsoDate } from '../../../shared/domain/dates.ts';
import { ChildId, ReviewId } from '../../../shared/domain/ids.ts';
import type { Child } from '../../../shared/domain/model/child.ts';
import { dueOn } from '../../../shared/domain/promises.ts';
import { ok } from '../../../shared/domain/result.ts';
import { calendarOf } from '../../../shared/domain/settings.ts';
import { workingDaysTo } from '../../../shared/domain/workingDays.ts';
import type { Context, SyncHandler } from '../context.ts';
import { indexPendingTexts } from '../searchText.ts';
import { matchExpression, shownOf } from '../snippets.ts';

/** The children of a list, each read once. */
function childrenOf(context: Context): (id: string) => Child | undefined {
  const known = new Map<string, Child | undefined>();
  return (id) => {
    if (!known.has(id)) known.set(id, context.repos.entities.find('child', id)?.value);
    return known.get(id);
  };
}

const listActions: SyncHandler<'action:list'> = ({ limit }, context) => {
  const { repos, today, settings } = context;
  const childOf = childrenOf(context);
  return ok(
    repos.entities.openActions(limit).flatMap(({ value: action }) => {
      const child = childOf(action.childId);
      if (!child) return [];
      const due = dueOn(action);
      return [
        {
          action,
          childName: child.preferredName,
          ...(due && { dueOn: due, workingDaysLeft: workingDaysTo(today, due, calendarOf(settings)) }),
        },
      ];
    }),
  );
};

/** The reviews of a list, each read once: its number and the day it was held. */
function reviewsOf(context: Context): (id: string) => { reviewNumber: number; heldOn?: IsoDate } | undefined {
  const known = new Map<string, { reviewNumber: number; heldOn?: IsoDate } | undefined>();
  const read = (id: string) => {
    const review = context.repos.entities.find('review', id)?.value;
    const heldOn = context.repos.links.heldOn(id);
    return review && { reviewNumber: review.number, ...(heldOn !== undefined && { heldOn }) };
  };
  return (id) => {
    if (!known.has(id)) known.set(id, read(id));
    return known.get(id);
  };
}

/** Texts, points, notes, decisions and actions that match, newest first, each with its place and the words around it. */
const search: SyncHandler<'search:query'> = ({ text, limit }, context) => {
  const expression = matchExpression(text);
  if (expression === undefined) return ok([]);
  context.store.db.transaction(() => indexPendingTexts(context)).immediate();
  const childOf = childrenOf(context);
  const reviewOf = reviewsOf(context);
  return ok(
    context.repos.search.match(expression, limit).map((row) => ({
      entity: row.entity,
      id: row.entityId,
      childId: ChildId.parse(row.childId),
      childName: childOf(row.childId)?.fullName ?? '',
      ...(row.reviewId !== null && { reviewId: ReviewId.parse(row.reviewId), ...reviewOf(row.reviewId) }),
      ...shownOf(context, row, text),
    })),
  );
};

export const listSync = {
  'action:list': listActions,
  'search:query': search,
};
