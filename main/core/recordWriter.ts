import { createHash } from 'node:crypto';
import type { Saved } from '../../shared/contract/shapes.ts';
import type { AppError, Result } from '../../shared/domain/result.ts';
import { fail, ok } from '../../shared/domain/result.ts';
import { diff } from '../../shared/text/diff.ts';
import type { Entities, EntityName } from '../store/entities.ts';
import { rowIdOf } from '../store/entities.ts';
import type { AuditRow } from '../store/journalRepository.ts';
import type { RawRow } from '../store/entityRepository.ts';
import type { Context } from './context.ts';
import { missingReference } from './references.ts';
import { whyItStays } from './restsOn.ts';
import { indexRecord, reindexReview } from './searchText.ts';

export const hashOf = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/** The children a record belongs to: one, or for a meeting every child whose review it serves. */
export function childrenOf(context: Context, name: EntityName, value: Entities[EntityName]): string[] {
  if (name === 'child' && 'dateOfBirth' in value) return [value.id];
  if ('childId' in value) return [value.childId];
  if ('reviewIds' in value) {
    return value.reviewIds.flatMap((id) => context.repos.entities.find('review', id)?.value.childId ?? []);
  }
  return [];
}

/** One audit row for each child the record belongs to, with the way back to what it was. */
export function writeAudit(
  context: Context,
  about: {
    name: EntityName;
    id: string;
    childIds: readonly string[];
    what: AuditRow['what'];
    version: number;
    sourceId?: string;
  },
  bodies: { before: string | undefined; after: string | undefined },
): void {
  const { before, after } = bodies;
  for (const childId of about.childIds) {
    context.repos.journal.addAudit({
      at: context.now,
      by: context.officer.id,
      childId,
      entity: about.name,
      entityId: about.id,
      what: about.what,
      version: about.version,
      hashBefore: before === undefined ? null : hashOf(before),
      hashAfter: after === undefined ? null : hashOf(after),
      beforeDiff: before === undefined ? null : JSON.stringify(diff(before, after ?? '')),
      ...(about.sourceId !== undefined && { sourceId: about.sourceId }),
    });
  }
}

/** Columns and links that follow from a record: kept in the same transaction. */
export function followRecord<K extends EntityName>(context: Context, name: K, value: Entities[K]): void {
  const { links } = context.repos;
  const id = rowIdOf(name, value);
  if ('pointIds' in value) links.linkPoints(id, value.pointIds);
  if ('reviewIds' in value) {
    for (const reviewId of links.linkReviews(id, value.reviewIds)) reindexReview(context, reviewId);
  }
  if ('actionId' in value) links.setClosed(value.actionId);
  if (name === 'review' && 'chairedBy' in value) links.setHeldOnWithoutMeeting(id, value.heldOn ?? null);
  indexRecord(context, name, id, value);
}

/** A save that names another child, review or action than the record has: text never crosses. */
function otherOwner(
  before: RawRow,
  value: object,
): { readonly ok: false; readonly error: AppError } | undefined {
  const fields = new Map<string, unknown>(Object.entries(value));
  const isOwn = Object.entries(before.owners).every(([field, owner]) => fields.get(field) === owner);
  return isOwn ? undefined : fail('forbidden', 'This belongs to another record. Nothing was saved.');
}

/** What a stale save meets: both texts are kept, the caller's on screen and this one in `current`. */
export function conflictOf(
  context: Context,
  name: EntityName,
  id: string,
): { readonly ok: false; readonly error: AppError } {
  const { entities } = context.repos;
  const current = entities.find(name, id);
  return fail('conflict', 'This was changed in the meantime. Both are kept: choose one, or keep both.', {
    ...(current && { current: { ...current, at: entities.writtenAt(name, id) } }),
  });
}

/** What followed from a record that is put aside. */
function unfollowRecord(context: Context, id: string, value: Entities[EntityName]): void {
  const { links } = context.repos;
  if ('actionId' in value) links.setClosed(value.actionId);
  if ('reviewIds' in value) {
    for (const reviewId of links.linkReviews(id, value.reviewIds)) reindexReview(context, reviewId);
  }
}

function addUndo(
  context: Context,
  name: EntityName,
  id: string,
  childId: string | undefined,
  version: number,
  before: string | null,
) {
  if (childId === undefined) return undefined;
  const token = context.newId();
  context.repos.journal.addUndo({
    token,
    childId,
    entity: name,
    entityId: id,
    versionAfter: version,
    bodyBefore: before,
    at: context.now,
  });
  return token;
}

/**
 * Keeps one structured record: the row, what follows from it, its audit row and its way back, in the caller's
 * transaction. `baseVersion` 0 makes it; `revive` and `import` bring back one that was put aside. A stale version
 * is a `conflict` that carries what the store holds; another owner is `forbidden`; a record that names something
 * its child does not have is `not-found`.
 */
export function saveRecord<K extends EntityName>(
  context: Context,
  name: K,
  value: Entities[K],
  baseVersion: number,
  mode: 'save' | 'revive' | 'import' = 'save',
): Result<Saved> {
  const { entities } = context.repos;
  const id = rowIdOf(name, value);
  const before = entities.findRaw(name, id);
  const refused = before && otherOwner(before, value);
  if (refused) return refused;
  const isAside = before?.isRemoved === true && mode === 'save';
  if ((before?.version ?? 0) !== baseVersion || isAside) return conflictOf(context, name, id);
  // An import is checked as a whole: its rows may come before what they name.
  const missing = mode === 'import' ? undefined : missingReference(context, name, value);
  if (missing) return missing;
  const version =
    before === undefined
      ? entities.insert(name, value, context.now)
      : entities.update(name, value, baseVersion, context.now);
  if (version === undefined) return conflictOf(context, name, id);
  followRecord(context, name, value);
  const after = entities.findRaw(name, id)?.body;
  const childIds = childrenOf(context, name, value);
  const what = whatHappened(mode, before === undefined);
  writeAudit(context, { name, id, childIds, what, version }, { before: before?.body, after });
  const undo = addUndo(context, name, id, childIds[0], version, before?.body ?? null);
  return ok({ id, version, ...(undo !== undefined && { undo }) });
}

function whatHappened(mode: 'save' | 'revive' | 'import', isNew: boolean): AuditRow['what'] {
  if (mode === 'revive') return 'undone';
  if (mode === 'import') return 'imported';
  return isNew ? 'made' : 'changed';
}

/** Puts a record aside; its undo token brings it back. `forbidden` while another record names it. */
export function removeRecord(
  context: Context,
  name: EntityName,
  id: string,
  baseVersion: number,
): Result<Saved> {
  const { entities, search } = context.repos;
  const current = entities.find(name, id);
  if (!current) return fail('not-found', 'This is no longer there.');
  const before = entities.findRaw(name, id);
  const childIds = childrenOf(context, name, current.value);
  for (const childId of childIds) {
    const why = whyItStays(context, childId, name, id);
    if (why !== undefined) return fail('forbidden', why);
  }
  if (!entities.remove(name, id, baseVersion, context.now)) return conflictOf(context, name, id);
  search.drop(name, id);
  unfollowRecord(context, id, current.value);
  const version = baseVersion + 1;
  writeAudit(
    context,
    { name, id, childIds, what: 'removed', version },
    { before: before?.body, after: undefined },
  );
  const undo = addUndo(context, name, id, childIds[0], version, before?.body ?? null);
  return ok({ id, version, ...(undo !== undefined && { undo }) });
}
