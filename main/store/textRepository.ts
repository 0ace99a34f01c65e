import type { Database } from 'better-sqlite3';
import { textOf } from './rows.ts';
import { statementCache } from './entityRepository.ts';

export type PendingText = {
  readonly id: string;
  readonly childId: string;
  readonly reviewId: string;
  readonly version: number;
  readonly body: string;
};

/** What only rich texts have: typing that is not settled yet, and an index that catches up. */
export function createTextRepository(db: Database) {
  const prepared = statementCache(db);
  const pending = (row: Record<string, unknown>): PendingText => ({
    id: textOf(row, 'id'),
    childId: textOf(row, 'child_id'),
    reviewId: textOf(row, 'review_id'),
    version: Number(row['version']),
    body: textOf(row, 'body'),
  });
  return {
    /** Keeps the text as it was before the first save since it last settled. */
    keepSettled: (id: string, bodyBefore: string): void => {
      prepared('UPDATE section_text SET settled_body = ? WHERE id = ? AND settled_body IS NULL').run(
        bodyBefore,
        id,
      );
    },
    /** The text now and as last settled; undefined when it is settled. */
    findUnsettled: (id: string): (PendingText & { settledBody: string }) | undefined => {
      const row = prepared('SELECT * FROM section_text WHERE id = ? AND settled_body IS NOT NULL').get(id);
      return row && { ...pending(row), settledBody: textOf(row, 'settled_body') };
    },
    listUnsettled: (): string[] =>
      prepared('SELECT id FROM section_text WHERE settled_body IS NOT NULL')
        .all()
        .map((row) => textOf(row, 'id')),
    markSettled: (id: string): void => {
      prepared('UPDATE section_text SET settled_body = NULL WHERE id = ?').run(id);
    },
    listUnindexed: (): PendingText[] =>
      prepared('SELECT * FROM section_text WHERE indexed_version <> version').all().map(pending),
    markIndexed: (id: string, version: number): void => {
      prepared('UPDATE section_text SET indexed_version = ? WHERE id = ?').run(version, id);
    },
  };
}
