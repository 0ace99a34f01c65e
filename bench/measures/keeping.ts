import { mkdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { databaseFileName } from '../../main/store/openStore.ts';
import type { Bed } from '../bed.ts';
import type { Line } from '../lines.ts';
import { sampleOf } from '../statistics.ts';
import { nothingTaken, sampleTaken, take, timeOf } from '../timing.ts';

const megabyte = 1_000_000;

/** A whole backup beside the raw driver's copy alone. */
export async function measureBackup(bed: Bed): Promise<Line[]> {
  const folder = join(bed.folder, 'backups');
  mkdirSync(folder);
  let made = '';
  const taken = nothingTaken();
  await take(taken, async () => {
    made = (await bed.call('backup:run', { folder })).folder;
  });
  const [ms = 0] = taken.wall;
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
      sample: sampleTaken(taken),
      floor: { what: 'VACUUM INTO alone', sample: sampleOf([floor]) },
      note: `${Math.round(bytes / megabyte)} MB, ${Math.round(bytes / megabyte / (ms / 1_000))} MB/s`,
    },
  ];
}

type PageRow = { readonly name: string; readonly bytes: number };

function belongsTo(name: string, table: string): boolean {
  return (
    name === table ||
    name.startsWith(`${table}_by_`) ||
    name.startsWith(`${table}_un`) ||
    name.startsWith(`sqlite_autoindex_${table}_`)
  );
}

/** Where the bytes of the database are, page by page. */
function pagesOf(bed: Bed): (isIn: (name: string) => boolean) => number {
  const pages = bed.reader
    .prepare<[], PageRow>('SELECT name, pgsize AS bytes FROM dbstat WHERE aggregate = FALSE')
    .all();
  const byName = new Map<string, number>();
  for (const { name, bytes } of pages) byName.set(name, (byName.get(name) ?? 0) + bytes);
  return (isIn) => [...byName].filter(([name]) => isIn(name)).reduce((sum, [, bytes]) => sum + bytes, 0);
}

/**
 * What the database holds beside the words that were typed. "Text and index" is the rows of the texts and notes with
 * all their columns and indexes, the words of points, decisions and actions (the rest of those rows is facts and
 * ties, not text), and the whole search index.
 */
export function measureSize(bed: Bed): Line[] {
  const bytesOf = pagesOf(bed);
  const { textBytes, planTextBytes } = bed.built.built;
  const texts = bytesOf((name) => belongsTo(name, 'section_text') || belongsTo(name, 'note_line'));
  const plan = bytesOf(
    (name) =>
      ['point', 'decision', 'action'].some((table) => belongsTo(name, table)) ||
      name === 'action_open_by_due',
  );
  const index = bytesOf((name) => name.startsWith('search_') || belongsTo(name, 'search_text'));
  const frozen = bytesOf((name) => belongsTo(name, 'finalisation'));
  const whole = bytesOf(() => true);
  const megabytes = (bytes: number) => `${Math.round(bytes / megabyte)} MB`;
  const ratio = (id: string, what: string, bytes: number, note: string): Line => {
    const sample = sampleOf([bytes / textBytes]);
    return { id, what, unit: '×', sample, note: `${megabytes(bytes)}${note}` };
  };
  return [
    {
      ...ratio(
        'text-and-index',
        'Text and index in the database ÷ text',
        texts + planTextBytes + index,
        ` for ${megabytes(textBytes)} of text`,
      ),
      budget: { figure: 'median', most: 3.2 },
    },
    ratio('text-size', '  rows of texts and notes', texts, ''),
    ratio('index-size', '  search index', index, ''),
    ratio(
      'text-and-rows',
      '  the same with whole rows of points, decisions and actions',
      texts + plan + index,
      `, of them ${megabytes(plan)} for those rows`,
    ),
    ratio('frozen-size', 'Frozen records ÷ text', frozen, ': two for each finalised review'),
    ratio('whole-size', 'Whole database ÷ text', whole, ''),
  ];
}
