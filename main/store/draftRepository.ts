import type { Database } from 'better-sqlite3';
import { FieldDraft } from '../../shared/domain/model/issue.ts';
import { statementCache } from './entityRepository.ts';
import type { Row } from './rows.ts';
import { textOf } from './rows.ts';

/** `raw` is kept as JSON: a TEXT column would lose half a surrogate pair, and what was typed stays as typed. */
function draftOf(row: Row): FieldDraft {
  return FieldDraft.parse({
    childId: row['child_id'],
    record: row['record'],
    entity: row['entity'],
    field: row['field'],
    raw: JSON.parse(textOf(row, 'raw')),
    baseVersion: row['base_version'],
  });
}

/** What was typed into structured fields while it is not valid. */
export function createDraftRepository(db: Database) {
  const prepared = statementCache(db);
  return {
    /** Keeps a draft in the place of the one before. The caller has made sure that both are of one child. */
    save: (draft: FieldDraft, now: string): void => {
      prepared(
        `INSERT INTO field_draft (record, field, child_id, entity, raw, base_version, typed_at)
         VALUES (@record, @field, @childId, @entity, @raw, @baseVersion, @now)
         ON CONFLICT (record, field) DO UPDATE SET raw = excluded.raw, base_version = excluded.base_version,
           entity = excluded.entity, typed_at = excluded.typed_at WHERE child_id = excluded.child_id`,
      ).run({ ...draft, raw: JSON.stringify(draft.raw), now });
    },
    clear: (record: string, field: string): void => {
      prepared('DELETE FROM field_draft WHERE record = ? AND field = ?').run(record, field);
    },
    find: (record: string, field: string): FieldDraft | undefined => {
      const row = prepared('SELECT * FROM field_draft WHERE record = ? AND field = ?').get(record, field);
      return row && draftOf(row);
    },
    listByChild: (childId: string): FieldDraft[] =>
      prepared('SELECT * FROM field_draft WHERE child_id = ? ORDER BY record, field')
        .all(childId)
        .map(draftOf),
  };
}
