import { matchExpression } from '../../main/core/snippets.ts';
import type { Bed } from '../bed.ts';
import { benchSeed } from '../caseload/sizes.ts';
import type { Line } from '../lines.ts';
import { sampleOf } from '../statistics.ts';
import { randomFrom } from '../text/random.ts';
import { nothingTaken, take, timeOf } from '../timing.ts';

const kinds = ['common', 'rare', 'phrase', 'prefix', 'two terms'] as const;
type Query = { readonly kind: (typeof kinds)[number]; readonly text: string };

const each = 8;

/** Adjacent words that some record really holds. */
function phrases(bed: Bed): string[] {
  const rows = bed.reader
    .prepare<[number], { what: string }>(
      `SELECT body ->> '$.what' AS what FROM action WHERE seq % 97 = 0 LIMIT ?`,
    )
    .all(each);
  return rows.map(({ what }) => what.replace('.', '').split(/,? /).slice(1, 3).join(' '));
}

/** A fixed mix: the same for one size, whatever was searched before. A full stop ends a word that is whole. */
function queriesFor(bed: Bed): Query[] {
  const random = randomFrom(benchSeed);
  const { words } = bed.built.language;
  const ranked = (from: number, to: number) => words[random.between(from, to)] ?? '';
  const make = (kind: Query['kind'], text: () => string) =>
    Array.from({ length: each }, () => ({ kind, text: text() }));
  return [
    ...make('common', () => `${ranked(0, 30)} `),
    ...make('rare', () => `${ranked(40_000, 50_000)} `),
    ...phrases(bed).map((text) => ({ kind: 'phrase' as const, text: `"${text}"` })),
    ...make('prefix', () => ranked(200, 4_000).slice(0, random.between(3, 4))),
    ...make('two terms', () => `${ranked(10, 200)} ${ranked(200, 3_000)} `),
  ];
}

/** Search as typed, 50 results with the words around each. */
export async function measureSearch(bed: Bed, rounds: number): Promise<Line[]> {
  const queries = queriesFor(bed);
  const floorQuery = bed.reader.prepare(
    'SELECT rowid FROM search_fts WHERE search_fts MATCH ? ORDER BY rowid DESC LIMIT 50',
  );
  const taken: { kind: Query['kind']; ms: number; cpu: number; floor: number; hits: number }[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    for (const { kind, text } of queries) {
      let hits = 0;
      const one = nothingTaken();
      await take(one, async () => {
        hits = (await bed.call('search:query', { text, limit: 50 })).length;
      });
      const floor = timeOf(() => floorQuery.all(matchExpression(text)));
      // The first round fills the caches.
      if (round > 0) taken.push({ kind, ms: one.wall[0] ?? 0, cpu: one.cpu[0] ?? 0, floor, hits });
    }
  }
  const sampleFor = (rows: typeof taken) =>
    sampleOf(
      rows.map((row) => row.ms),
      rows.map((row) => row.cpu),
    );
  const floorOf = (rows: typeof taken) => ({
    what: 'the 50 row ids by the raw driver',
    sample: sampleOf(rows.map((row) => row.floor)),
  });
  const kindLine = (kind: Query['kind']): Line => {
    const rows = taken.filter((row) => row.kind === kind);
    const hits = sampleOf(rows.map((row) => row.hits));
    return {
      id: `search-${kind.replace(' ', '-')}`,
      what: `  search, ${kind}`,
      unit: 'ms',
      sample: sampleFor(rows),
      floor: floorOf(rows),
      note: `${hits.median} results (median)`,
    };
  };
  return [
    {
      id: 'search',
      what: 'Search, 50 results with snippets, over the mix',
      unit: 'ms',
      sample: sampleFor(taken),
      budget: { figure: 'p95', most: 50 },
      floor: floorOf(taken),
      note: `${queries.length} queries: ${each} each of ${kinds.join(', ')}`,
    },
    ...kinds.map(kindLine),
  ];
}
