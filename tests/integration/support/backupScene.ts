import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { migrationsIn, noteTable, tempStore, valueOf } from './tempStore.ts';
import type { TempStore } from './tempStore.ts';

export const paper = '00000000-0000-7000-8000-00000000000a';

export type BackupScene = TempStore & {
  readonly migrations: string;
  /** The folder that the officer chose for backups; it exists. */
  readonly to: string;
  /** Where a restored store shall go; nothing is there yet. */
  readonly target: string;
};

/** A store with 300 rows and one side file, and places for its backups and for restoring it. */
export async function backupScene(): Promise<BackupScene> {
  const made = await tempStore((around) => migrationsIn(around, noteTable));
  const to = join(made.around, 'backups');
  mkdirSync(to);
  const insert = made.store.db.prepare('INSERT INTO note (words) VALUES (?)');
  for (let row = 0; row < 300; row += 1) insert.run(`row ${row} ${'ŵ'.repeat(row)}`);
  valueOf(made.store.files.write(paper, Buffer.from('a paper that came in')));
  return {
    ...made,
    migrations: join(made.around, 'migrations-1'),
    to,
    target: join(made.around, 'elsewhere', 'restored'),
  };
}
