import type { Database } from 'better-sqlite3';
import type { EntityName } from './entities.ts';
import { textOf, textOrNull } from './rows.ts';
import { statementCache } from './entityRepository.ts';

/** The tables whose words are indexed, each with its number in `search_text`. */
const numbers = { section_text: 1, note_line: 2, point: 3, decision: 4, action: 5 } as const;
export type IndexedEntity = keyof typeof numbers;
const names: readonly (IndexedEntity | undefined)[] = [
  undefined,
  'section_text',
  'note_line',
  'point',
  'decision',
  'action',
];

export function isIndexed(name: EntityName): name is IndexedEntity {
  return Object.hasOwn(numbers, name);
}

export type SearchRow = {
  readonly entity: IndexedEntity;
  readonly entityId: string;
  readonly childId: string;
  readonly reviewId: string | null;
};

// A day has room for 2^18 texts, some 4,000 reviews; a wider stride would cost a byte in every entry of the index.
const perDay = 2 ** 18;

function matchesOf(prepared: ReturnType<typeof statementCache>) {
  return {
    /** Matches of an FTS5 expression, newest first. Throws on an expression that is not well formed. */
    match: (expression: string, limit: number): SearchRow[] =>
      prepared(
        `SELECT t.entity, t.entity_seq
         FROM (SELECT rowid FROM search_fts WHERE search_fts MATCH ? ORDER BY rowid DESC LIMIT ?) AS hit
         JOIN search_text AS t ON t.rowid = hit.rowid ORDER BY t.rowid DESC`,
      )
        .all(expression, limit)
        .flatMap((hit) => {
          const entity = names[Number(hit['entity'])];
          const row =
            entity &&
            prepared(`SELECT id, child_id, review_id FROM ${entity} WHERE seq = ?`).get(hit['entity_seq']);
          if (!entity || !row) return [];
          const entityId = textOf(row, 'id');
          return [
            { entity, entityId, childId: textOf(row, 'child_id'), reviewId: textOrNull(row, 'review_id') },
          ];
        }),
  };
}

/**
 * The full-text index. It holds no text of its own (contentless), so snippets are built by the caller. A rowid
 * begins with the day, so that newest first is the index's own order and costs nothing.
 */
export function createSearchRepository(db: Database) {
  const prepared = statementCache(db);

  const nextRowid = (dayNumber: number): number => {
    const first = dayNumber * perDay;
    const row = prepared('SELECT max(rowid) AS top FROM search_text WHERE rowid >= ? AND rowid < ?').get(
      first,
      first + perDay,
    );
    return row?.['top'] === null || row === undefined ? first : Number(row['top']) + 1;
  };

  const seqOf = (entity: IndexedEntity, id: string): number | undefined => {
    const row = prepared(`SELECT seq FROM ${entity} WHERE id = ?`).get(id);
    return row && Number(row['seq']);
  };

  const dropSeq = (entity: IndexedEntity, seq: number): void => {
    const row = prepared('SELECT rowid FROM search_text WHERE entity_seq = ? AND entity = ?').get(
      seq,
      numbers[entity],
    );
    if (!row) return;
    prepared('DELETE FROM search_fts WHERE rowid = ?').run(Number(row['rowid']));
    prepared('DELETE FROM search_text WHERE rowid = ?').run(Number(row['rowid']));
  };

  return {
    ...matchesOf(prepared),
    /** Puts one stored record's words into the index, in the place of its day (days since 1970). */
    put: (entity: IndexedEntity, id: string, words: string, dayNumber: number): void => {
      const seq = seqOf(entity, id);
      if (seq === undefined) return;
      dropSeq(entity, seq);
      if (words.trim() === '') return;
      const rowid = nextRowid(dayNumber);
      prepared('INSERT INTO search_text (rowid, entity, entity_seq) VALUES (?, ?, ?)').run(
        rowid,
        numbers[entity],
        seq,
      );
      prepared('INSERT INTO search_fts (rowid, words) VALUES (?, ?)').run(rowid, words);
    },
    /** Takes a record's words out; nothing happens where it has none in. */
    drop: (entity: EntityName, id: string): void => {
      if (!isIndexed(entity)) return;
      const seq = seqOf(entity, id);
      if (seq !== undefined) dropSeq(entity, seq);
    },
  };
}
