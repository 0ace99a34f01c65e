import type { Saved } from '../../../shared/contract/shapes.ts';
import type { Result } from '../../../shared/domain/result.ts';
import { fail, ok } from '../../../shared/domain/result.ts';
import type { EntityName } from '../../store/entities.ts';
import { isEntityName } from '../../store/entities.ts';
import type { Context, SyncHandler } from '../context.ts';
import { editableReview, editOf } from '../editing.ts';
import { removeRecord, saveRecord } from '../recordWriter.ts';

function takeBack(
  context: Context,
  name: EntityName,
  id: string,
  undo: { readonly versionAfter: number; readonly bodyBefore: string | null; readonly isAside: boolean },
): Result<Saved> {
  if (undo.bodyBefore === null) return removeRecord(context, name, id, undo.versionAfter);
  const before = context.repos.entities.read(name, id, undo.bodyBefore);
  if (!before) return fail('not-found', 'This is no longer there.');
  return saveRecord(context, name, before, undo.versionAfter, undo.isAside ? 'revive' : 'save');
}

/** One way back: refused once the record moved on, or the review it belongs to was finalised. */
function applyOne(context: Context, token: string): Result<Saved> {
  const { journal, entities } = context.repos;
  const undo = journal.findUndo(token);
  if (!undo || !isEntityName(undo.entity)) return fail('not-found', 'This change can no longer be undone.');
  const now = entities.findRaw(undo.entity, undo.entityId);
  if (now?.version !== undo.versionAfter) {
    return fail('conflict', 'This was changed again since. Undo the newer change first.');
  }
  const value = entities.read(undo.entity, undo.entityId, now.body);
  // What went out is out: the log of it is not taken back.
  if (undo.entity === 'issued_document') return fail('forbidden', 'What was issued cannot be taken back.');
  const owner = value && editOf(undo.entity, value);
  for (const reviewId of owner?.reviewIds ?? []) {
    const review = editableReview(context, reviewId, owner?.what ?? 'narrative');
    if (!review.ok) return review;
  }
  journal.spendUndo(token);
  return takeBack(context, undo.entity, undo.entityId, { ...undo, isAside: now.isRemoved });
}

/** Takes one change back, with what was made in the same step; if one of the two is refused, neither is. */
const applyUndo: SyncHandler<'undo:apply'> = ({ token }, context) => {
  const { journal } = context.repos;
  const also = journal.findUndo(token)?.also;
  const first = applyOne(context, token);
  if (!first.ok || also === undefined) return first;
  const second = applyOne(context, also);
  if (!second.ok) return second;
  // The other way round again: what a note became is there before the note that names it.
  const again = second.value.undo;
  if (again !== undefined && first.value.undo !== undefined) journal.joinUndo(again, first.value.undo);
  return ok({ ...first.value, undo: again });
};

export const undoSync = { 'undo:apply': applyUndo };
