import { keysOf } from '../../shared/domain/keysOf.ts';
import type { AppError } from '../../shared/domain/result.ts';
import { fail } from '../../shared/domain/result.ts';
import type { Entities, EntityName } from '../store/entities.ts';
import { rowIdOf } from '../store/entities.ts';
import type { Context } from './context.ts';
import { loadRecord } from './loadRecord.ts';
import { rowsOf } from './recordRows.ts';

/** A field of a record that names another record of the same child. */
export type Reference = { readonly to: EntityName; readonly id: string; readonly field: string };

function one(to: EntityName, field: string, id: string | undefined): Reference[] {
  return id === undefined ? [] : [{ to, id, field }];
}
function many(to: EntityName, field: string, ids: readonly (string | undefined)[] = []): Reference[] {
  return ids.flatMap((id) => one(to, field, id));
}

/**
 * What each kind of record refers to. A text's anchors are left out: typing is never refused, and an anchor whose
 * point is gone is plain text again.
 */
const references: { readonly [K in EntityName]?: (value: Entities[K]) => Reference[] } = {
  period: (value) => (value.kind === 'placement' ? many('person', 'carerIds', value.carerIds) : []),
  person: (value) =>
    many(
      'person',
      'mustNotLearn',
      value.mustNotLearn?.map((what) => what.personId),
    ),
  dated_event: (value) => one('dated_event', 'aboutEventId', value.aboutEventId),
  risk: (value) =>
    many(
      'review',
      'urgentSteps',
      value.urgentSteps.map((step) => step.reviewId),
    ),
  paper: (value) => [
    ...one('review', 'reviewId', value.reviewId),
    ...one('person', 'fromPersonId', value.fromPersonId),
  ],
  review: (value) => [
    ...many(
      'person',
      'duties',
      value.duties?.parents.map((parent) => parent.personId),
    ),
    ...many('point', 'pageOne', value.pageOne?.quotePointIds),
    ...many(
      'point',
      'letter',
      value.letter?.cards.map((card) => card.pointId),
    ),
    ...many(
      'decision',
      'forManager',
      value.forManager?.asks.map((ask) => ask.decisionId),
    ),
  ],
  point: (value) => [
    ...one('person', 'source', value.source?.personId),
    ...one('point', 'continuesPointId', value.continuesPointId),
    ...one('risk', 'riskId', value.riskId),
    ...many('person', 'audience', value.audience?.notFor),
  ],
  decision: (value) => many('point', 'pointIds', value.pointIds),
  action: (value) => one('decision', 'decisionId', value.decisionId),
  progress: (value) => [
    ...one('action', 'actionId', value.actionId),
    ...one('review', 'occasion', value.occasion.kind === 'review' ? value.occasion.reviewId : undefined),
    ...one('action', 'replacedById', value.replacedById),
  ],
  addendum: (value) => [
    ...one('decision', 'decisionId', value.decisionId),
    ...one('point', 'pointId', value.pointId),
  ],
  release: (value) => one('person', 'personId', value.personId),
  issued_document: (value) => one('person', 'personId', value.personId),
};

/** Every record that this one names, the review it belongs to included. */
export function referencesOf<K extends EntityName>(name: K, value: Entities[K]): Reference[] {
  const own = references[name]?.(value) ?? [];
  return 'reviewId' in value && name !== 'paper'
    ? [...own, ...one('review', 'reviewId', value.reviewId)]
    : own;
}

function isThere(context: Context, childId: string, { to, id }: Reference): boolean {
  // The child reads the letter under the child's own id.
  if (to === 'person' && id === childId) return true;
  const found = context.repos.entities.findRaw(to, id);
  return found !== undefined && !found.isRemoved && found.owners['childId'] === childId;
}

/** The first thing that a record names and that this child does not have: `not-found` with the field, else nothing. */
export function missingReference<K extends EntityName>(
  context: Context,
  name: K,
  value: Entities[K],
): { readonly ok: false; readonly error: AppError } | undefined {
  if (!('childId' in value)) return undefined;
  const missing = referencesOf(name, value).find((reference) => !isThere(context, value.childId, reference));
  return (
    missing &&
    fail('not-found', 'Something that this refers to is not among this child’s records. Nothing was saved.', {
      field: missing.field,
    })
  );
}

function* everyRow(context: Context, childId: string): Generator<readonly [EntityName, string, Reference[]]> {
  const loaded = loadRecord(context.repos, childId);
  if (!loaded) return;
  const rows = rowsOf(loaded.record);
  for (const name of keysOf(rows)) yield* rowsOfKind(name, rows[name]);
}

function* rowsOfKind<K extends EntityName>(name: K, rows: readonly Entities[K][]) {
  for (const row of rows) yield [name, rowIdOf(name, row), referencesOf<K>(name, row)] as const;
}

/** True when a record of this child names this one: it cannot go before they do. */
export function isReferredTo(context: Context, childId: string, name: EntityName, id: string): boolean {
  for (const [owner, ownerId, named] of everyRow(context, childId)) {
    if (name === 'child' && owner !== 'child') return true;
    const isItself = owner === name && ownerId === id;
    if (!isItself && named.some((reference) => reference.to === name && reference.id === id)) return true;
  }
  return false;
}

/** The ids of a child's records that name something which is not there. */
export function looseRecords(context: Context, childId: string): string[] {
  const loose: string[] = [];
  for (const [, id, named] of everyRow(context, childId)) {
    if (named.some((reference) => !isThere(context, childId, reference))) loose.push(id);
  }
  return loose;
}
