import { ChildId, ReviewId } from '../../../shared/domain/ids.ts';
import type { Child } from '../../../shared/domain/model/child.ts';
import { dueOn } from '../../../shared/domain/promises.ts';
import { ok } from '../../../shared/domain/result.ts';
import type { Context, SyncHandler } from '../context.ts';
import { indexPendingTexts } from '../searchText.ts';
import { matchExpression, snippetOf } from '../snippets.ts';
import { workingDaysLeft } from '../workingDaysLeft.ts';

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
  'action:list': listActions,
  'search:query': search,
};
