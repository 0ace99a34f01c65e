import type { Saved } from '../../../shared/contract/shapes.ts';
import type { Result } from '../../../shared/domain/result.ts';
import { fail } from '../../../shared/domain/result.ts';
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

/** Takes one change back: refused once the record moved on, or the review it belongs to was finalised. */
const applyUndo: SyncHandler<'undo:apply'> = ({ token }, context) => {
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
};

export const undoSync = { 'undo:apply': applyUndo };
