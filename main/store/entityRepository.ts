import type { Database, Statement } from 'better-sqlite3';
import type { Row } from './rows.ts';
import { textOf } from './rows.ts';
import type { Entities, EntityName, EntitySpec, SqlValue } from './entities.ts';
import { entitySpecs, rowIdOf } from './entities.ts';

/** The frozen content of a finalisation is large, and never part of its record. */
const columnsRead = (name: EntityName): string =>
  name === 'finalisation' ? 'id, child_id, review_id, version, kind, edition, sha256, body' : '*';

/** Where a record's child is looked up: records of a review by their review, which alone is indexed. */
const ofChild = (name: EntityName): string =>
  'reviewId' in entitySpecs[name].keys
    ? 'review_id IN (SELECT id FROM review WHERE child_id = @childId) AND child_id = @childId'
    : 'child_id = @childId';

export type Versioned<T> = { readonly value: T; readonly version: number };
type Bound = Record<string, SqlValue | Uint8Array>;

export type RawRow = {
  readonly version: number;
  readonly body: string;
  readonly isRemoved: boolean;
  /** Whose the record is, by field: these never change. */
  readonly owners: Readonly<Record<string, string>>;
};

const ownerFields: readonly string[] = ['childId', 'reviewId', 'actionId', 'personId'];

/** The fields and columns that say whose a record is: a save that names another owner is refused. */
function ownerColumns(name: EntityName): [field: string, column: string][] {
  return Object.entries(entitySpecs[name].keys).filter(([field]) => ownerFields.includes(field));
}

/** The names of the columns a record of this kind is written to, beside `version`, `updated_at` and `removed_at`. */
function columnsOf<K extends EntityName>(name: K, value: Entities[K]): Bound {
  const spec: EntitySpec<Entities[K]> = entitySpecs[name];
  const fields: Record<string, unknown> = { ...value };
  const bound: Bound = { id: rowIdOf(name, value), ...spec.columns(value) };
  for (const [field, column] of Object.entries(spec.keys)) {
    const key = fields[field];
    bound[column] = typeof key === 'string' || typeof key === 'number' ? key : null;
    delete fields[field];
  }
  bound['body'] = JSON.stringify(fields);
  return bound;
}

function valueOf<K extends EntityName>(name: K, row: Row): Entities[K] {
  const spec: EntitySpec<Entities[K]> = entitySpecs[name];
  const fields: Record<string, unknown> = {};
  for (const [field, column] of Object.entries(spec.keys)) {
    if (row[column] !== null) fields[field] = row[column];
  }
  const body: unknown = JSON.parse(textOf(row, 'body'));
  return spec.schema.parse(Object.assign(fields, body));
}

const versionOf = (row: Row): number => Number(row['version']);

/** Prepares each statement once for a connection, keyed by its text. */
export function statementCache(db: Database) {
  const statements = new Map<string, Statement<unknown[], Row>>();
  return (sql: string): Statement<unknown[], Row> => {
    const known = statements.get(sql);
    if (known) return known;
    const made = db.prepare<unknown[], Row>(sql);
    statements.set(sql, made);
    return made;
  };
}

type Prepared = ReturnType<typeof statementCache>;

function listsOf(prepared: Prepared) {
  return {
    /** Records of one child, in the order they were made. */
    listByChild: <K extends EntityName>(name: K, childId: string): Versioned<Entities[K]>[] =>
      prepared(
        `SELECT ${columnsRead(name)} FROM ${name} WHERE ${ofChild(name)} AND removed_at IS NULL ORDER BY seq`,
      )
        .all({ childId })
        .map((row) => ({ value: valueOf(name, row), version: versionOf(row) })),

    /** Records of one review, in the order they were made. */
    listByReview: <K extends EntityName>(name: K, reviewId: string): Versioned<Entities[K]>[] =>
      prepared(
        `SELECT ${columnsRead(name)} FROM ${name} WHERE review_id = ? AND removed_at IS NULL ORDER BY seq`,
      )
        .all(reviewId)
        .map((row) => ({ value: valueOf(name, row), version: versionOf(row) })),

    /**
     * Records of some of a child's reviews, in the order they were made; `also` are ids of more of the child's.
     */
    listOfReviews: <K extends EntityName>(
      name: K,
      childId: string,
      reviewIds: readonly string[],
      also: readonly string[] = [],
    ): Versioned<Entities[K]>[] =>
      prepared(
        `SELECT ${columnsRead(name)} FROM ${name}
         WHERE (review_id IN (SELECT value FROM json_each(@reviewIds)) OR id IN (SELECT value FROM json_each(@also)))
           AND child_id = @childId AND removed_at IS NULL ORDER BY seq`,
      )
        .all({ childId, reviewIds: JSON.stringify(reviewIds), also: JSON.stringify(also) })
        .map((row) => ({ value: valueOf(name, row), version: versionOf(row) })),

    /** The meetings of all of a child's reviews, review by review; one that serves two comes twice. */
    meetingsOfChild: (childId: string): Versioned<Entities['meeting']>[] =>
      prepared(
        `SELECT meeting.* FROM review JOIN review_meeting ON review_id = review.id JOIN meeting ON meeting.id = meeting_id
         WHERE child_id = ? AND review.removed_at IS NULL AND meeting.removed_at IS NULL
         ORDER BY review.seq, on_day, meeting.seq`,
      )
        .all(childId)
        .map((row) => ({ value: valueOf('meeting', row), version: versionOf(row) })),

    /** Open actions that have a day, first due first. */
    openActions: (limit: number): Versioned<Entities['action']>[] =>
      prepared(
        `SELECT * FROM action WHERE is_closed = 0 AND removed_at IS NULL AND due_on IS NOT NULL
         ORDER BY due_on, child_id LIMIT ?`,
      )
        .all(limit)
        .map((row) => ({ value: valueOf('action', row), version: versionOf(row) })),

    /** Every mark that lets a promise of anybody rest, past ones included. */
    promiseMarks: (): Entities['deadline_mark'][] =>
      prepared(
        `SELECT * FROM deadline_mark
         WHERE kind = 'snooze' AND removed_at IS NULL AND body ->> '$.deadline' LIKE 'action:%'`,
      )
        .all()
        .map((row) => valueOf('deadline_mark', row)),

    /** The meetings of a review; each may serve other children's reviews too. */
    meetingsOf: (reviewId: string): Versioned<Entities['meeting']>[] =>
      prepared(
        `SELECT meeting.* FROM review_meeting JOIN meeting ON meeting.id = meeting_id
         WHERE review_id = ? AND removed_at IS NULL ORDER BY on_day, seq`,
      )
        .all(reviewId)
        .map((row) => ({ value: valueOf('meeting', row), version: versionOf(row) })),
  };
}

/** Rows of every kind of record. SQL and nothing else: no rule, no audit, no transaction of its own. */
export function createEntityRepository(db: Database) {
  const prepared = statementCache(db);

  return {
    ...listsOf(prepared),

    /** The record as it stands, removed ones left out. */
    find: <K extends EntityName>(name: K, id: string): Versioned<Entities[K]> | undefined => {
      const row = prepared(
        `SELECT ${columnsRead(name)} FROM ${name} WHERE id = ? AND removed_at IS NULL`,
      ).get(id);
      return row && { value: valueOf(name, row), version: versionOf(row) };
    },

    /** The row's version, body and owners, removed ones included; undefined where there never was one. */
    findRaw: (name: EntityName, id: string): RawRow | undefined => {
      const columns = ['version', 'body', 'removed_at', ...ownerColumns(name).map(([, column]) => column)];
      const row = prepared(`SELECT ${columns.join(', ')} FROM ${name} WHERE id = ?`).get(id);
      if (!row) return undefined;
      const owners = ownerColumns(name).map(([field, column]) => [field, textOf(row, column)] as const);
      return {
        version: versionOf(row),
        body: textOf(row, 'body'),
        isRemoved: row['removed_at'] !== null,
        owners: Object.fromEntries(owners),
      };
    },

    /** The instant at which the record was last written; undefined where there never was one. */
    writtenAt: (name: EntityName, id: string): string | undefined => {
      const row = prepared(`SELECT updated_at FROM ${name} WHERE id = ?`).get(id);
      return row && textOf(row, 'updated_at');
    },

    /** A record made of its row's keys and another body: the way back of an undo. */
    read: <K extends EntityName>(name: K, id: string, body: string): Entities[K] | undefined => {
      const row = prepared(`SELECT ${columnsRead(name)} FROM ${name} WHERE id = ?`).get(id);
      return row && valueOf(name, { ...row, body });
    },

    /** Writes a new record at version 1. Throws when the id is taken. `now` is an instant. */
    insert: <K extends EntityName>(name: K, value: Entities[K], now: string, more: Bound = {}): number => {
      const bound: Bound = { ...columnsOf(name, value), ...more, version: 1, updated_at: now };
      const names = Object.keys(bound);
      const sql = `INSERT INTO ${name} (${names.join(', ')}) VALUES (${names.map((column) => `@${column}`).join(', ')})`;
      prepared(sql).run(bound);
      return 1;
    },

    /** Replaces a record read at `baseVersion`. The new version, or undefined when somebody saved first. */
    update: <K extends EntityName>(
      name: K,
      value: Entities[K],
      baseVersion: number,
      now: string,
    ): number | undefined => {
      const bound: Bound = { ...columnsOf(name, value), base_version: baseVersion, updated_at: now };
      const names = Object.keys(bound).filter((column) => column !== 'id' && column !== 'base_version');
      const sql = `UPDATE ${name} SET ${names.map((column) => `${column} = @${column}`).join(', ')}, version = version + 1, removed_at = NULL
        WHERE id = @id AND version = @base_version`;
      return prepared(sql).run(bound).changes === 1 ? baseVersion + 1 : undefined;
    },

    /** Puts a record aside without deleting it; `update` brings it back. False when somebody saved first. */
    remove: (name: EntityName, id: string, baseVersion: number, now: string): boolean =>
      prepared(
        `UPDATE ${name} SET removed_at = @now, updated_at = @now, version = version + 1
         WHERE id = @id AND version = @baseVersion AND removed_at IS NULL`,
      ).run({ id, baseVersion, now }).changes === 1,
  };
}
export type EntityRepository = ReturnType<typeof createEntityRepository>;
