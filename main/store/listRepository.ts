import type { Database } from 'better-sqlite3';
import { textOf, textOrNull } from './rows.ts';
import { statementCache } from './entityRepository.ts';

/** A review on its way to its readers, and how far it has come. */
export type ReviewToWriteUp = {
  readonly id: string;
  readonly childId: string;
  readonly heldOn: string;
  readonly hasDecisions: boolean;
  readonly hasRecord: boolean;
  readonly isIssued: boolean;
};

/** SQL for: a finalisation of this kind stands. */
const standing = (kind: 'decisions' | 'record') =>
  `EXISTS (SELECT 1 FROM finalisation WHERE review_id = review.id AND kind = '${kind}'
     AND removed_at IS NULL AND body ->> '$.withdrawn' IS NULL)`;

/** Queries over the whole caseload: ids and days only; the caller reads the records it shows. */
export function createListRepository(db: Database) {
  const prepared = statementCache(db);
  return {
    /** Ids of all records that have a side file, removed ones included: a way back may still bring them back. */
    recordsWithFiles: (): string[] =>
      prepared('SELECT id FROM paper UNION ALL SELECT id FROM issued_document')
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
    /** Open actions, first due first; those without a date last. */
    openActions: (limit: number): string[] =>
      prepared(
        `SELECT id FROM action WHERE is_closed = 0 AND removed_at IS NULL AND due_on IS NOT NULL
         ORDER BY due_on, child_id LIMIT ?`,
      )
        .all(limit)
        .map((row) => textOf(row, 'id')),
    /** Open actions due up to and on a day, first due first. */
    actionsDueBy: (day: string, limit: number): string[] =>
      prepared(
        `SELECT id FROM action WHERE is_closed = 0 AND removed_at IS NULL AND due_on <= ?
         ORDER BY due_on, child_id LIMIT ?`,
      )
        .all(day, limit)
        .map((row) => textOf(row, 'id')),
    /**
     * Reviews held in a span of days, ends included, that still ask for something: not finalised with their decisions,
     * not finalised with their record, or not issued to anybody. Those from before this store ask for nothing.
     */
    reviewsToWriteUp: (from: string, to: string): ReviewToWriteUp[] =>
      prepared(
        `SELECT id, child_id, held_on, has_decisions, has_record, is_issued FROM (
           SELECT seq, id, child_id, held_on,
             ${standing('decisions')} AS has_decisions, ${standing('record')} AS has_record,
             EXISTS (SELECT 1 FROM issued_document WHERE review_id = review.id AND removed_at IS NULL) AS is_issued
           FROM review
           WHERE removed_at IS NULL AND held_on BETWEEN ? AND ? AND coalesce(body ->> '$.isBeforeStore', 0) = 0)
         WHERE NOT (has_decisions AND has_record AND is_issued) ORDER BY held_on, seq`,
      )
        .all(from, to)
        .map((row) => ({
          id: textOf(row, 'id'),
          childId: textOf(row, 'child_id'),
          heldOn: textOf(row, 'held_on'),
          hasDecisions: row['has_decisions'] === 1,
          hasRecord: row['has_record'] === 1,
          isIssued: row['is_issued'] === 1,
        })),
    /** How many rows each table has, for the comparison after a restore. */
    counts: (tables: readonly string[]): Record<string, number> =>
      Object.fromEntries(
        tables.map((table) => [table, Number(prepared(`SELECT count(*) AS n FROM ${table}`).get()?.['n'])]),
      ),
  };
}
