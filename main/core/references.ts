import { keysOf } from '../../shared/domain/keysOf.ts';
import type { Audience } from '../../shared/domain/model/common.ts';
import type { ChildRecord } from '../../shared/domain/model/record.ts';
import type { AppError } from '../../shared/domain/result.ts';
import { fail } from '../../shared/domain/result.ts';
import type { Entities, EntityName } from '../store/entities.ts';
import { rowIdOf } from '../store/entities.ts';
import type { Context } from './context.ts';
import { loadRecord } from './loadRecord.ts';
import { rowsOf } from './recordRows.ts';

/** A field of a record that names another record of the same child. */
export type Reference = {
  readonly to: EntityName;
  readonly id: string;
  readonly field: string;
  /** It may name a record of another child: a meeting that serves brothers and sisters names the people of each. */
  readonly isShared?: true;
};

function one(to: EntityName, field: string, id: string | undefined): Reference[] {
  return id === undefined ? [] : [{ to, id, field }];
}
function many(to: EntityName, field: string, ids: readonly (string | undefined)[] = []): Reference[] {
  return ids.flatMap((id) => one(to, field, id));
}

const notFor = (value: { readonly audience?: Audience | undefined }): Reference[] =>
  many('person', 'audience', value.audience?.notFor);

/**
 * What each kind of record refers to. A text's anchors are left out: typing is never refused, and an anchor whose
 * point is gone is plain text again.
 */
const references: { readonly [K in EntityName]?: (value: Entities[K]) => Reference[] } = {
  period: (value) => (value.kind === 'placement' ? many('person', 'carerIds', value.carerIds) : []),
  person: (value) => [
    ...many(
      'person',
      'mustNotLearn',
      value.mustNotLearn?.map((what) => what.personId),
    ),
    ...notFor(value),
  ],
  dated_event: (value) => [...one('dated_event', 'aboutEventId', value.aboutEventId), ...notFor(value)],
  risk: (value) => [
    ...many(
      'review',
      'urgentSteps',
      value.urgentSteps.map((step) => step.reviewId),
    ),
    ...notFor(value),
  ],
  paper: (value) => [
    ...one('review', 'reviewId', value.reviewId),
    ...one('person', 'fromPersonId', value.fromPersonId),
  ],
  meeting: (value) =>
    many(
      'person',
      'attendees',
      value.attendees.flatMap(({ personIds }) => personIds ?? []),
    ).map((reference) => ({ ...reference, isShared: true })),
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
  section_text: notFor,
  point: (value) => [
    ...one('person', 'source', value.source?.personId),
    ...one('point', 'continuesPointId', value.continuesPointId),
    ...one('risk', 'riskId', value.riskId),
    ...notFor(value),
  ],
  decision: (value) => [...many('point', 'pointIds', value.pointIds), ...notFor(value)],
  action: (value) => [
    ...one('decision', 'decisionId', value.decisionId),
    ...one('person', 'accountable', value.accountable?.personId),
    ...notFor(value),
  ],
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

function isThere(context: Context, childId: string, { to, id, isShared }: Reference): boolean {
  if (isShared) return true;
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

/** A record of a child, with what it names. */
export type Naming = {
  readonly name: EntityName;
  readonly id: string;
  readonly value: Entities[EntityName];
  readonly named: readonly Reference[];
};

function* everyRow(record: ChildRecord): Generator<Naming> {
  const rows = rowsOf(record);
  for (const name of keysOf(rows)) yield* rowsOfKind(name, rows[name]);
}

function* rowsOfKind<K extends EntityName>(name: K, rows: readonly Entities[K][]): Generator<Naming> {
  for (const value of rows)
    yield { name, id: rowIdOf(name, value), value, named: referencesOf<K>(name, value) };
}

/** The records of a child that name one of them: it cannot go before they do. The child's own row is named by all. */
export function recordsNaming(record: ChildRecord, to: EntityName, id: string): Naming[] {
  return [...everyRow(record)].filter((row) => {
    if (row.name === to && row.id === id) return false;
    return to === 'child' || row.named.some((reference) => reference.to === to && reference.id === id);
  });
}

/** The ids of a child's records that name something which is not there. */
export function looseRecords(context: Context, childId: string): string[] {
  const loaded = loadRecord(context.repos, childId);
  if (!loaded) return [];
  return [...everyRow(loaded.record)].flatMap(({ id, named }) =>
    named.some((reference) => !isThere(context, childId, reference)) ? [id] : [],
  );
}
