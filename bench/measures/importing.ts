import { caseFileFromRecord } from '../../shared/caseFileRecord.ts';
import type { Bed } from '../bed.ts';
import { childRecord } from '../caseload/child.ts';
import { benchOfficer, finalisedRecord } from '../caseload/finalised.ts';
import type { Size } from '../caseload/sizes.ts';
import { benchSeed } from '../caseload/sizes.ts';
import type { Line } from '../lines.ts';
import { sampleOf } from '../statistics.ts';
import { randomFrom } from '../text/random.ts';
import { nothingTaken, sampleTaken, take, timeOf } from '../timing.ts';

/** A child whom the store does not hold, as the case file of another officer. */
function strangersFile(bed: Bed, size: Size, turn: number): unknown {
  const index = size.children * 10 + 1 + turn;
  const { record, contents } = finalisedRecord(
    childRecord(bed.built.language, size, index),
    randomFrom(benchSeed + index),
  );
  const attached = {
    papers: new Map<string, string>(),
    issued: new Map<string, string>(),
    finalisations: contents,
  };
  return JSON.parse(JSON.stringify(caseFileFromRecord(record, benchOfficer, attached)));
}

/** A child's whole record of eight years and twenty reviews, from parsed JSON to its commit. */
export async function measureImport(bed: Bed, size: Size, times: number): Promise<Line[]> {
  const taken = nothingTaken();
  const searches = nothingTaken();
  const floors: number[] = [];
  let rows = 0;
  let megabytes = 0;
  bed.raw.exec('CREATE TABLE imported (id INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT');
  const insert = bed.raw.prepare('INSERT INTO imported (body) VALUES (?)');
  for (let turn = 0; turn < times; turn += 1) {
    const file = strangersFile(bed, size, turn);
    const json = JSON.stringify(file);
    megabytes = Buffer.byteLength(json) / 1_000_000;
    await take(taken, async () => {
      const report = await bed.call('caseFile:import', { files: [file], onConflict: 'refuse' });
      rows = report.children.reduce((sum, child) => sum + child.added, 0);
    });
    await take(searches, () => bed.call('search:query', { text: 'health ', limit: 50 }));
    const piece = Math.ceil(json.length / rows);
    floors.push(
      timeOf(() =>
        bed.raw
          .transaction(() => {
            for (let row = 0; row < rows; row += 1) insert.run(json.slice(row * piece, (row + 1) * piece));
          })
          .immediate(),
      ),
    );
  }
  return [
    {
      id: 'import',
      what: 'Import a case file of 20 reviews: contract call',
      unit: 'ms',
      sample: sampleTaken(taken),
      floor: { what: 'as many rows and bytes in one raw transaction', sample: sampleOf(floors) },
      note: `${megabytes.toFixed(1)} MB, ${rows} rows`,
    },
    {
      id: 'search-after-import',
      what: '  the first search after it',
      unit: 'ms',
      sample: sampleTaken(searches),
    },
  ];
}
