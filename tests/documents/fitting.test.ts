import { beforeAll, describe, expect, it } from 'vitest';
import { toBuffer } from '../../main/documents/toBuffer.ts';
import type { Block, Report, Table } from '../../shared/report/blocks.ts';
import { rowsThatFit } from '../../shared/report/fitting.ts';
import { cell, linkTo, paragraph, status } from '../../shared/report/runs.ts';
import { parentCopySample } from './samples/parentCopy.ts';
import { recordSample } from './samples/record.ts';
import { pagesFromLibreOffice } from './support/readers.ts';

const vocabulary =
  'adults find out why and the safety plan follows one trusted person to ring at night Wednesday appointments mmm illicit with Carys until eighteen'.split(
    ' ',
  );
const people = ['Farah Testerby', 'Tomasz Mockford', 'Bartholomew Sampleton-Placeholder', 'Carys Trialman'];

/** Words that differ from page to page, the same at every run. */
function wordingOf(seed: number, length: number): string {
  return Array.from({ length }, (_, index) => vocabulary[(seed * 31 + index * 7) % vocabulary.length]).join(
    ' ',
  );
}

function tableOf(original: Table, seed: number): Table {
  const rows = Array.from({ length: 14 }, (_, index) => ({
    cells: [
      cell(linkTo(`D${index + 1}`)),
      cell(wordingOf(seed + index, 4 + ((seed * 5 + index * 11) % 22))),
      cell(people[(seed + index) % people.length] ?? ''),
      cell('20 Nov 2026'),
      cell(status('onTrack', 'By no reply')),
    ],
  }));
  return { ...original, rows };
}

const note = [paragraph('meta', 'More decisions are on page 2.')];

/** Page 1 of a sample with other decisions: as many as are thought to fit, and `more`. */
function pageOne(sample: Report, seed: number, more: number): Report {
  const end = sample.blocks.findIndex((block) => block.kind === 'heading' && block.pageBreakBefore === true);
  const blocks = sample.blocks.slice(0, end === -1 ? undefined : end);
  const at = blocks.findIndex((block) => block.kind === 'table');
  const original = blocks[at];
  if (original?.kind !== 'table') throw new Error('The sample has no decision table');
  // The rest of the page changes with the seed as well, so that its edge is met at many places.
  const before = [...blocks.slice(0, at), ...paragraphs(seed % 3, seed)];
  const after = blocks.slice(at + 1);
  const table = tableOf(original, seed);
  const count = rowsThatFit({ before, table, note, after }, sample) + more;
  return {
    ...sample,
    blocks: [...before, { ...table, rows: table.rows.slice(0, count) }, ...note, ...after],
  };
}

function paragraphs(count: number, seed: number): Block[] {
  return Array.from({ length: count }, (_, index) => paragraph('normal', wordingOf(seed + index, 9)));
}

const cases = [recordSample, parentCopySample].flatMap((sample, kind) =>
  Array.from({ length: 8 }, (_, index) => ({
    name: `${sample.isLay ? 'lay' : 'record'} ${index}`,
    sample,
    seed: kind * 100 + index,
  })),
);

let fitting: string[][] = [];
let overfull: string[][] = [];

beforeAll(async () => {
  const print = (more: number): Promise<Uint8Array[]> =>
    Promise.all(cases.map(({ sample, seed }) => toBuffer(pageOne(sample, seed, more))));
  fitting = await pagesFromLibreOffice(await print(0));
  overfull = await pagesFromLibreOffice(await print(4));
});

describe('page 1, filled by estimate', () => {
  it.each(cases.map(({ name }, index) => ({ name, index })))('holds one page: $name', ({ index }) => {
    expect(fitting[index]).toHaveLength(1);
  });

  it.each(cases.map(({ name }, index) => ({ name, index })))(
    'would not hold four rows more: $name',
    ({ index }) => {
      expect(overfull[index]?.length).toBeGreaterThan(1);
    },
  );
});
