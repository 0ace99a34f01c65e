import type { Database } from 'better-sqlite3';
import { ChildId } from '../../shared/domain/ids.ts';
import { textOf, textOrNull } from './rows.ts';
import { statementCache } from './entityRepository.ts';

/** A review on its way to its readers, and how far it has come. */
export type ReviewToWriteUp = {
  readonly id: string;
  readonly childId: string;
  readonly number: number;
  readonly heldOn: string;
  readonly hasDecisions: boolean;
  /** When the decisions went to the manager. */
  readonly sentOn: string | null;
  /** Decisions that the manager has not replied to. */
  readonly unreplied: number;
  readonly hasRecord: boolean;
  /** The record's own edition went to anybody; the decisions sheet and the manager's page alone do not count. */
  readonly isIssued: boolean;
};

/** SQL for: a finalisation of this kind stands, of the review that the query around it names. */
export const standing = (kind: 'decisions' | 'record') =>
  `EXISTS (SELECT 1 FROM finalisation WHERE review_id = review.id AND kind = '${kind}'
     AND removed_at IS NULL AND body ->> '$.withdrawn' IS NULL)`;

/** SQL for the edition of a review's standing record. */
const standingEdition = `(SELECT edition FROM finalisation WHERE review_id = review.id AND kind = 'record'
     AND removed_at IS NULL AND body ->> '$.withdrawn' IS NULL ORDER BY edition DESC LIMIT 1)`;

/** How far each review has come that still asks for something: one row a review. The index holds only those. */
const writingUp = `WITH held AS MATERIALIZED (
    SELECT seq, id, child_id, number, held_on, body ->> '$.decisionsSentOn' AS sent_on,
      ${standingEdition} AS record_edition, ${standing('decisions')} AS has_decisions
    FROM review WHERE is_settled = 0 AND removed_at IS NULL AND coalesce(body ->> '$.isBeforeStore', 0) = 0
      AND held_on <= ?)
  SELECT held.*, record_edition IS NOT NULL AND EXISTS (SELECT 1 FROM issued_document AS issued
      WHERE issued.review_id = held.id AND issued.removed_at IS NULL
        AND issued.body ->> '$.edition' = record_edition
        AND issued.body ->> '$.document' NOT IN ('chair', 'decisions', 'manager')) AS is_issued,
    (SELECT count(*) FROM decision WHERE review_id = held.id AND removed_at IS NULL
       AND body ->> '$.reply' IS NULL) AS unreplied
  FROM held ORDER BY held_on, seq`;

/** Queries over the whole caseload: ids and days only; the caller reads the records it shows. */
export function createListRepository(db: Database) {
  const prepared = statementCache(db);
  return {
    /** Ids of all records that have a side file; a paper that was taken out has it while its way back is open. */
    recordsWithFiles: (): string[] =>
      prepared(
        `SELECT id FROM paper WHERE removed_at IS NULL OR EXISTS (SELECT 1 FROM undo
           WHERE undo.entity = 'paper' AND entity_id = paper.id AND version_after = paper.version)
         UNION ALL SELECT id FROM issued_document
         UNION ALL SELECT value ->> 'id' FROM setting WHERE name = 'letterhead' AND value <> 'null'
         UNION ALL SELECT value ->> 'id' FROM setting_history WHERE name = 'letterhead' AND value <> 'null'`,
      )
        .all()
        .map((row) => textOf(row, 'id')),
    /** Every child with the day of the last review held on or before `today`. */
    children: (today: string): { id: string; lastReviewOn: string | null }[] =>
      prepared(
        `SELECT id, (SELECT max(held_on) FROM review WHERE child_id = child.id AND removed_at IS NULL AND held_on <= ?)
           AS last_review_on
         FROM child WHERE removed_at IS NULL ORDER BY full_name, seq`,
      )
        .all(today)
        .map((row) => ({
          id: textOf(row, 'id'),
          lastReviewOn: textOrNull(row, 'last_review_on'),
        })),
    /** Every child but one, by id and full name: what a search for other children's names needs. */
    otherChildren: (childId: string): { id: ChildId; fullName: string }[] =>
      prepared('SELECT id, full_name FROM child WHERE removed_at IS NULL AND id <> ? ORDER BY full_name, seq')
        .all(childId)
        .map((row) => ({ id: ChildId.parse(textOf(row, 'id')), fullName: textOf(row, 'full_name') })),
    /**
     * Reviews held by a day that still ask for something, however long ago: not finalised with their decisions or
     * their record, not issued, or not all filed. Those from before this store ask for nothing.
     */
    reviewsToWriteUp: (day: string): ReviewToWriteUp[] =>
      prepared(writingUp)
        .all(day)
        .map((row) => ({
          id: textOf(row, 'id'),
          childId: textOf(row, 'child_id'),
          number: Number(row['number']),
          heldOn: textOf(row, 'held_on'),
          hasDecisions: row['has_decisions'] === 1,
          sentOn: textOrNull(row, 'sent_on'),
          unreplied: Number(row['unreplied']),
          hasRecord: row['record_edition'] !== null,
          isIssued: row['is_issued'] === 1,
        })),
    /** How many rows each table has, for the comparison after a restore. */
    counts: (tables: readonly string[]): Record<string, number> =>
      Object.fromEntries(
        tables.map((table) => [table, Number(prepared(`SELECT count(*) AS n FROM ${table}`).get()?.['n'])]),
      ),
  };
}
