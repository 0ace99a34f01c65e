import type { Database } from 'better-sqlite3';
import { textOf } from './rows.ts';
import { statementCache } from './entityRepository.ts';

export type SettingName =
  | 'officer'
  | 'settings'
  | 'backup-folder'
  | 'backup-state'
  | 'own-words'
  | 'letterhead';

/** Settings by name as JSON, each with what it was before. */
export function createSettingRepository(db: Database) {
  const prepared = statementCache(db);
  const put = (name: SettingName, value: unknown, now: string): void => {
    prepared(
      `INSERT INTO setting (name, value, changed_at) VALUES (?, ?, ?)
       ON CONFLICT (name) DO UPDATE SET value = excluded.value, changed_at = excluded.changed_at`,
    ).run(name, JSON.stringify(value), now);
  };
  return {
    get: (name: SettingName): unknown => {
      const row = prepared('SELECT value FROM setting WHERE name = ?').get(name);
      return row && JSON.parse(textOf(row, 'value'));
    },
    /** What a setting is and was, the newest first. */
    everyValue: (name: SettingName): unknown[] =>
      prepared(
        `SELECT value FROM (SELECT value, 9e999 AS seq FROM setting WHERE name = @name
           UNION ALL SELECT value, seq FROM setting_history WHERE name = @name) ORDER BY seq DESC`,
      )
        .all({ name })
        .map((row) => JSON.parse(textOf(row, 'value'))),
    /** How often a setting was set, and when last; its history counts. */
    version: (name: SettingName): { readonly version: number; readonly at: string | undefined } => {
      const row = prepared(
        `SELECT changed_at, 1 + (SELECT count(*) FROM setting_history WHERE name = setting.name) AS version
         FROM setting WHERE name = ?`,
      ).get(name);
      return { version: Number(row?.['version'] ?? 0), at: row && textOf(row, 'changed_at') };
    },
    /** Notes how something of the store itself stands. Not a choice of anybody's, so it leaves no history. */
    note: (name: SettingName, value: unknown, now: string): void => {
      put(name, value, now);
    },
    /** Replaces a setting and keeps the one before in its history. `now` is an instant, `by` the officer's id. */
    set: (name: SettingName, value: unknown, now: string, by: string): void => {
      prepared(
        `INSERT INTO setting_history (name, value, replaced_at, replaced_by)
         SELECT name, value, ?, ? FROM setting WHERE name = ?`,
      ).run(now, by, name);
      put(name, value, now);
    },
  };
}
