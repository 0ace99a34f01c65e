import { mkdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { databaseFileName } from '../../main/store/openStore.ts';
import type { Bed } from '../bed.ts';
import type { Line } from '../lines.ts';
import { sampleOf } from '../statistics.ts';
import { timeOf, timeOfCall } from '../timing.ts';

const megabyte = 1_000_000;

/** A whole backup beside the raw driver's copy alone. */
export async function measureBackup(bed: Bed): Promise<Line[]> {
  const folder = join(bed.folder, 'backups');
  mkdirSync(folder);
  let made = '';
  const ms = await timeOfCall(async () => {
    made = (await bed.call('backup:run', { folder })).folder;
  });
  const bytes = statSync(join(made, databaseFileName)).size;
  rmSync(folder, { recursive: true });
  const copy = join(bed.folder, 'copy.db');
  const floor = timeOf(() => bed.reader.prepare('VACUUM INTO ?').run(copy));
  rmSync(copy);
  return [
    {
      id: 'backup',
      what: 'Backup, checked and durable: contract call',
      unit: 'ms',
      sample: sampleOf([ms]),
      floor: { what: 'VACUUM INTO alone', sample: sampleOf([floor]) },
      note: `${Math.round(bytes / megabyte)} MB, ${Math.round(bytes / megabyte / (ms / 1_000))} MB/s`,
    },
  ];
}

type PageRow = { readonly name: string; readonly bytes: number };

/** Tables that hold what was typed, and the index over it. The rest is facts, links, history and frozen records. */
const textTables = ['section_text', 'note_line', 'point', 'decision', 'action'];

function belongsTo(name: string, table: string): boolean {
  return name === table || name.startsWith(`${table}_by_`) || name.startsWith(`sqlite_autoindex_${table}_`);
}

/** Where the bytes of the database are, page by page, beside the words that were put in. */
export function measureSize(bed: Bed): Line[] {
  const pages = bed.reader
    .prepare<[], PageRow>('SELECT name, pgsize AS bytes FROM dbstat WHERE aggregate = TRUE')
    .all();
  const bytesOf = (isIn: (name: string) => boolean) =>
    pages.filter(({ name }) => isIn(name)).reduce((sum, { bytes }) => sum + bytes, 0);
  const { textBytes } = bed.built.built;
  const narrative = bytesOf(
    (name) =>
      ['section_text', 'section_text_unsettled', 'section_text_unindexed'].includes(name) ||
      belongsTo(name, 'section_text'),
  );
  const index = bytesOf(
    (name) => name.startsWith('search_') || name.startsWith('sqlite_autoindex_search_text'),
  );
  const others = bytesOf((name) =>
    textTables.slice(1).some((table) => belongsTo(name, table) || name === 'action_open_by_due'),
  );
  const frozen = bytesOf((name) => belongsTo(name, 'finalisation'));
  const whole = bytesOf(() => true);
  const times = (bytes: number) => sampleOf([bytes / textBytes]);
  const megabytes = (bytes: number) => `${Math.round(bytes / megabyte)} MB`;
  const ratio = (id: string, what: string, bytes: number, note: string): Line => ({
    id,
    what,
    unit: '×',
    sample: times(bytes),
    note,
  });
  return [
    {
      ...ratio(
        'text-and-index',
        'Text and index in the database ÷ text',
        narrative + index + others,
        `${megabytes(narrative + index + others)} for ${megabytes(textBytes)} of text: rows of texts, notes, points, decisions and actions with their columns and indexes, and the search index`,
      ),
      budget: { figure: 'median', most: 3.2 },
    },
    ratio('narrative-size', '  rich texts', narrative, megabytes(narrative)),
    ratio('plan-size', '  notes, points, decisions, actions', others, megabytes(others)),
    ratio('index-size', '  search index', index, megabytes(index)),
    ratio(
      'frozen-size',
      'Frozen records ÷ text',
      frozen,
      `${megabytes(frozen)}: two for each finalised review`,
    ),
    ratio('whole-size', 'Whole database ÷ text', whole, megabytes(whole)),
  ];
}
