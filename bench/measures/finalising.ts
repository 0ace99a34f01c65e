import { createHash } from 'node:crypto';
import { ReviewId } from '../../shared/domain/ids.ts';
import type { Bed } from '../bed.ts';
import { openReviews } from '../bed.ts';
import type { Line } from '../lines.ts';
import type { Taken } from '../timing.ts';
import { nothingTaken, repeat, sampleTaken, take } from '../timing.ts';

type Kind = 'decisions' | 'record';

/** The findings of a review, and both finalisations; each is withdrawn again, so that the next has its turn. */
export async function measureFinalising(bed: Bed, times: number): Promise<Line[]> {
  const rows = openReviews(bed);
  const taken: Record<Kind, Taken> = { decisions: nothingTaken(), record: nothingTaken() };
  const checks = nothingTaken();
  for (let turn = 0; turn < times; turn += 1) {
    const row = rows[turn % rows.length];
    if (!row) throw new Error('No review to finalise');
    const id = ReviewId.parse(row.id);
    let gaps: { code: string; because: string }[] = [];
    // The first turn compiles; it is not kept.
    await take(turn > 0 ? checks : nothingTaken(), async () => {
      const findings = await bed.call('review:check', { id });
      const codes = new Set(findings.filter(({ severity }) => severity === 'must').map(({ code }) => code));
      gaps = [...codes].map((code) => ({ code, because: 'a record of the benchmark' }));
    });
    for (const kind of ['decisions', 'record'] as const) {
      await take(turn > 0 ? taken[kind] : nothingTaken(), () =>
        bed.call('review:finalise', { id, kind, gaps }),
      );
    }
    await bed.call('review:withdraw', { id, kind: 'decisions', because: 'the next turn', receivedBy: [] });
  }
  const content = bed.reader
    .prepare<[], { bytes: number }>('SELECT max(length(content)) AS bytes FROM finalisation')
    .get();
  const bytes = content?.bytes ?? 0;
  bed.raw.exec('CREATE TABLE frozen (id INTEGER PRIMARY KEY, content BLOB) STRICT');
  const insert = bed.raw.prepare('INSERT INTO frozen (content) VALUES (?)');
  const blob = createHash('shake256', { outputLength: bytes }).update('floor').digest();
  const floor = { what: 'a raw commit of as many bytes', sample: await repeat(20, () => insert.run(blob)) };
  const line = (kind: Kind): Line => ({
    id: `finalise-${kind}`,
    what: `Finalise ${kind}: contract call`,
    unit: 'ms',
    sample: sampleTaken(taken[kind]),
    floor,
    note: `${Math.round(bytes / 1_000)} kB frozen`,
  });
  return [
    { id: 'check', what: 'Findings of a review: contract call', unit: 'ms', sample: sampleTaken(checks) },
    line('decisions'),
    line('record'),
  ];
}
