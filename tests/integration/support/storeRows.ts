import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Database } from '../../../main/store/openStore.ts';
import { databaseFileName, openStore } from '../../../main/store/openStore.ts';
import { unlockVault } from '../../../main/store/vault.ts';
import type { Secret } from '../../../main/store/vault.ts';
import { readVault } from '../../../main/store/vaultFile.ts';
import { testPassphrase, valueOf } from './tempStore.ts';

/** A connection of the test's own to a store that a core has open, to see what really is in it. */
export async function openBeside(
  dir: string,
  mode: 'read' | 'write' = 'read',
  secret: Secret = { passphrase: testPassphrase },
): Promise<Database> {
  const key = valueOf(await unlockVault(valueOf(readVault(dir)), secret));
  return valueOf(openStore({ file: join(dir, databaseFileName), key, readonly: mode === 'read' }));
}

/** Every table there is, those of the index included. */
export function tablesOf(db: Database): string[] {
  return db
    .prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
    .pluck()
    .all();
}

/** All rows of a table as text, sorted, so that two stores can be compared row by row. */
export function rowsOfTable(db: Database, table: string): string[] {
  const rows: unknown[] = db.prepare(`SELECT * FROM "${table}"`).all();
  const readable = (_field: string, value: unknown) =>
    value instanceof Uint8Array ? Buffer.from(value).toString('hex') : value;
  return rows.map((row) => JSON.stringify(row, readable)).toSorted();
}

/** For each table the number of its rows and a hash of all of them. */
export function snapshotOf(db: Database): Record<string, string> {
  return Object.fromEntries(
    tablesOf(db).map((table) => {
      const rows = rowsOfTable(db, table);
      const hash = createHash('sha256').update(rows.join('\n')).digest('hex').slice(0, 16);
      return [table, `${rows.length} ${hash}`];
    }),
  );
}

export type AuditLine = {
  readonly entity_id: string;
  readonly what: string;
  readonly version: number;
  readonly hash_before: string | null;
  readonly hash_after: string | null;
  readonly before_diff: string | null;
};

/** The audit rows of one record, oldest first. */
export function auditOf(db: Database, id: string): AuditLine[] {
  return db
    .prepare<[string], AuditLine>(
      'SELECT entity_id, what, version, hash_before, hash_after, before_diff FROM audit WHERE entity_id = ? ORDER BY seq',
    )
    .all(id);
}
