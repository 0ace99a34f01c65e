import type { Database } from 'better-sqlite3';
import { statementCache } from './entityRepository.ts';
import { standing } from './listRepository.ts';
import type { Row } from './rows.ts';
import { textOf, textOrNull } from './rows.ts';

/** What holds of a child on a day: one row for each kind of period that is running. */
export type RunningPeriod = {
  readonly childId: string;
  readonly kind: string;
  readonly from: string;
  /** The legal status, the kind of placement, or the worker's or school's name. */
  readonly what: string | null;
};

/** The last review of a child that counts as statutory. */
export type CountedReview = {
  readonly childId: string;
  readonly number: number;
  readonly kind: string;
  readonly countedOn: string;
  /** What was agreed about the next one, as JSON. */
  readonly nextReview: string | null;
};

/** A review that is prepared and not yet behind the child; `heldOn` is missing until a meeting has a day. */
export type ComingReview = {
  readonly id: string;
  readonly childId: string;
  readonly number: number;
  readonly heldOn: string | null;
};

/** An open action with a day, as a list shows it; `accountable` is missing where nobody is named. */
export type DueAction = {
  readonly id: string;
  readonly childId: string;
  readonly due: string;
  readonly what: string;
  readonly accountable: string | null;
  readonly isAllocated: boolean;
};

/** Who a child is, as a list shows it. */
export type ChildName = {
  readonly id: string;
  readonly fullName: string;
  readonly preferredName: string;
  readonly dateOfBirth: string;
};

/** A point whose child is still to be told. */
export type PromisedTelling = { readonly id: string; readonly reviewId: string; readonly due: string };

const runningPeriodsSql = `SELECT child_id, kind, from_day, coalesce(body ->> '$.status', body ->> '$.placement', body ->> '$.name') AS what
  FROM period WHERE removed_at IS NULL AND from_day <= @day AND (to_day IS NULL OR to_day >= @day)
  ORDER BY child_id, kind, from_day`;

const lastCountedSql = `SELECT child.id AS child_id, review.number, review.body ->> '$.kind' AS kind,
  coalesce(review.body ->> '$.countedOn', review.held_on) AS counted_on,
  review.body ->> '$.nextReview' AS next_review
  FROM child JOIN review ON review.seq = (
  SELECT seq FROM review WHERE child_id = child.id AND removed_at IS NULL AND held_on <= @day
   AND body ->> '$.countsAsStatutory' = 1 AND (held_on < @day OR ${standing('decisions')})
  ORDER BY held_on DESC, number DESC LIMIT 1)
  WHERE child.removed_at IS NULL`;

const comingReviewsSql = `SELECT id, child_id, number, held_on FROM review
  WHERE removed_at IS NULL AND (held_on >= @day OR held_on IS NULL)
  AND coalesce(body ->> '$.isBeforeStore', 0) = 0 AND NOT ${standing('decisions')}
  ORDER BY coalesce(held_on, '9999'), seq`;

const promisedTellingsSql = `SELECT point.id, point.review_id, point.body ->> '$.telling.due' AS due
  FROM child JOIN review ON review.seq = (
  SELECT seq FROM review WHERE child_id = child.id AND removed_at IS NULL AND held_on <= @day
  ORDER BY held_on DESC, number DESC LIMIT 1)
  JOIN point ON point.review_id = review.id
  WHERE child.removed_at IS NULL AND point.removed_at IS NULL
  AND point.kind IN ('wish', 'worry', 'question', 'view', 'news')
  AND point.body ->> '$.telling.kind' = 'will-be-told' AND point.body ->> '$.telling.due' IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM addendum WHERE review_id = review.id AND removed_at IS NULL
   AND body ->> '$.pointId' = point.id)`;

function toCounted(row: Row): CountedReview {
  return {
    childId: textOf(row, 'child_id'),
    number: Number(row['number']),
    kind: textOf(row, 'kind'),
    countedOn: textOf(row, 'counted_on'),
    nextReview: textOrNull(row, 'next_review'),
  };
}

const dueActionsSql = `SELECT id, child_id, due_on, accountable, body ->> '$.what' AS what,
    body ->> '$.accountable.kind' AS kind
  FROM action WHERE is_closed = 0 AND removed_at IS NULL AND due_on <= ? ORDER BY due_on, child_id LIMIT ?`;

function toDueAction(row: Row): DueAction {
  return {
    id: textOf(row, 'id'),
    childId: textOf(row, 'child_id'),
    due: textOf(row, 'due_on'),
    what: textOf(row, 'what'),
    accountable: textOrNull(row, 'accountable'),
    isAllocated: row['kind'] === 'named',
  };
}

const childNamesSql = `SELECT id, full_name, date_of_birth, body ->> '$.preferredName' AS preferred_name
  FROM child WHERE removed_at IS NULL`;

function toChildName(row: Row): ChildName {
  return {
    id: textOf(row, 'id'),
    fullName: textOf(row, 'full_name'),
    preferredName: textOf(row, 'preferred_name'),
    dateOfBirth: textOf(row, 'date_of_birth'),
  };
}

/** Queries over the whole caseload that say what is next for each child. Days are `YYYY-MM-DD`. */
export function createCaseloadRepository(db: Database) {
  const prepared = statementCache(db);
  return {
    /** The ids of all children. */
    children: (): string[] =>
      prepared('SELECT id FROM child WHERE removed_at IS NULL ORDER BY seq')
        .all()
        .map((row) => textOf(row, 'id')),

    /** Who a child is; undefined when there is no such child. */
    childName: (id: string): ChildName | undefined => {
      const row = prepared(`${childNamesSql} AND id = ?`).get(id);
      return row && toChildName(row);
    },

    /** Who every child is. */
    childNames: (): ChildName[] => prepared(`${childNamesSql} ORDER BY seq`).all().map(toChildName),

    /** Open actions due up to and on a day, first due first. */
    dueActions: (day: string, limit: number): DueAction[] =>
      prepared(dueActionsSql).all(day, limit).map(toDueAction),

    /** The periods running on a day, of each child and kind the earlier begun first. */
    runningPeriods: (day: string): RunningPeriod[] =>
      prepared(runningPeriodsSql)
        .all({ day })
        .map((row) => ({
          childId: textOf(row, 'child_id'),
          kind: textOf(row, 'kind'),
          from: textOf(row, 'from_day'),
          what: textOrNull(row, 'what'),
        })),

    /** The last counted review of each child before a day, or on it once its decisions are finalised. */
    lastCounted: (day: string): CountedReview[] => prepared(lastCountedSql).all({ day }).map(toCounted),

    /** Reviews prepared for a day or later, or for none yet; each child's nearest first. */
    comingReviews: (day: string): ComingReview[] =>
      prepared(comingReviewsSql)
        .all({ day })
        .map((row) => ({
          id: textOf(row, 'id'),
          childId: textOf(row, 'child_id'),
          number: Number(row['number']),
          heldOn: textOrNull(row, 'held_on'),
        })),

    /**
     * Points whose child will be told by a day, of the last review of each child that was held by a day: the next
     * one takes it up itself.
     */
    promisedTellings: (day: string): PromisedTelling[] =>
      prepared(promisedTellingsSql)
        .all({ day })
        .map((row) => ({
          id: textOf(row, 'id'),
          reviewId: textOf(row, 'review_id'),
          due: textOf(row, 'due'),
        })),
  };
}
