import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { toBuffer } from '../../main/documents/toBuffer.ts';
import { ReviewId } from '../../shared/domain/ids.ts';
import type { Report } from '../../shared/report/blocks.ts';
import type { Bed, ReviewRow } from '../bed.ts';
import { reviewsHeld } from '../bed.ts';
import type { Line } from '../lines.ts';
import { repeat, repeatByTurns } from '../timing.ts';
import { plainWord } from './plainWord.ts';

/** How many pages a Word file has, as LibreOffice prints it; undefined where there is no LibreOffice. */
function pagesOf(bytes: Uint8Array, folder: string): number | undefined {
  const file = join(folder, 'pages.docx');
  writeFileSync(file, bytes);
  const args = [
    '--headless',
    `-env:UserInstallation=file://${folder}/office`,
    '--convert-to',
    'pdf',
    '--outdir',
    folder,
    file,
  ];
  if (spawnSync('soffice', args, { stdio: 'ignore', timeout: 120_000 }).status !== 0) return undefined;
  return readFileSync(join(folder, 'pages.pdf'), 'latin1').match(/\/Type\s*\/Page[^s]/g)?.length;
}

/** Twelve pages are about three quarters of the heaviest record. */
const shareOfHeaviest = 0.72;

/** Records of about 12 pages, the nearest first. */
function twelvePages(bed: Bed): ReviewRow[] {
  const recent = reviewsHeld(bed, { from: 0, to: 400 });
  const wanted = (recent[0]?.words ?? 0) * shareOfHeaviest;
  return recent.toSorted((a, b) => Math.abs(a.words - wanted) - Math.abs(b.words - wanted)).slice(0, 10);
}

/** The service file of a record of some 12 pages. */
export async function measurePrinting(bed: Bed, times: number, isCounted: boolean): Promise<Line[]> {
  const rows = twelvePages(bed);
  const requestFor = (row: ReviewRow | undefined) => {
    if (!row) throw new Error('No review to print');
    return { reviewId: ReviewId.parse(row.id), document: 'service-file' as const };
  };
  const first = requestFor(rows[0]);
  const { report } = await bed.call('document:preview', first);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the contract leaves the view-model's type open
  const view = report as Report;
  const printed = await repeatByTurns(
    times,
    () => toBuffer(view),
    () => plainWord(view),
    10,
  );
  const pages = isCounted ? pagesOf(await toBuffer(view), bed.folder) : undefined;
  const size = pages === undefined ? 'pages not counted' : `${pages} pages in LibreOffice`;
  const exported = await repeat(times, (turn) =>
    bed.call('document:export', requestFor(rows[turn % rows.length])),
  );
  return [
    {
      id: 'word',
      what: 'Record to Word: view-model to file',
      unit: 'ms',
      sample: printed.sample,
      budget: { figure: 'median', most: 100 },
      floor: { what: 'docx alone, the same text in the simplest way', sample: printed.floor },
      ratioBudget: { figure: 'median', most: 4 },
      note: size,
    },
    {
      id: 'export',
      what: 'Record to Word: contract call, from the store to the file',
      unit: 'ms',
      sample: exported,
      budget: { figure: 'median', most: 100 },
      floor: { what: 'docx alone, the same text in the simplest way', sample: printed.floor },
      note: 'the budget read as the officer meets it',
    },
  ];
}
