import { describe, expect, it } from 'vitest';
import type { Block, Table } from '../../../shared/report/blocks.ts';
import { fitTable } from '../../../shared/report/fitTable.ts';
import { fitsOnPage } from '../../../shared/report/fitting.ts';
import { headOf, heading, paragraph, rowOf } from '../../../shared/report/runs.ts';
import { paragraphTexts } from '../../../shared/report/words.ts';

const paper = { layout: 'record', isLay: false } as const;

function tableOf(count: number): Table {
  return {
    kind: 'table',
    layout: 'decisions',
    caption: 'Decisions',
    description: 'Decisions.',
    head: headOf('No.', 'What will change', 'Who', 'By when', 'Manager’s reply'),
    rows: Array.from({ length: count }, (_, index) =>
      rowOf(`D${index + 1}`, 'One line', 'Somebody', '2 Nov 2026', 'Agreed'),
    ),
  };
}

function fit(rows: number, linesAround: number) {
  const filler: Block[] = Array.from({ length: linesAround }, (_, line) =>
    paragraph('normal', `Line ${line}`),
  );
  return fitTable(
    {
      before: filler,
      table: tableOf(rows),
      after: [paragraph('normal', 'The end of the page')],
      numbers: Array.from({ length: rows }, (_, index) => `D${index + 1}`),
      noun: 'decision',
      continuedTitle: 'What we decided, continued',
    },
    paper,
  );
}

const rowsIn = (blocks: readonly Block[]) =>
  blocks.reduce((sum, block) => sum + (block.kind === 'table' ? block.rows.length : 0), 0);
const noteIn = (blocks: readonly Block[]) =>
  blocks.flatMap(paragraphTexts).find((line) => line.endsWith('on page 2.'));

describe('a page whose table may run on', () => {
  it('stays whole where it fits', () => {
    const { page, continued } = fit(7, 10);
    expect(rowsIn(page)).toBe(7);
    expect(noteIn(page)).toBeUndefined();
    expect(continued).toEqual([]);
  });

  it('keeps the rest of the page, gives rows away and says which', () => {
    const { page, continued } = fit(16, 30);
    expect(fitsOnPage(page, paper)).toBe(true);
    expect(page.at(-1)).toEqual(paragraph('normal', 'The end of the page'));
    expect(rowsIn(page) + rowsIn(continued)).toBe(16);
    expect(rowsIn(continued)).toBeGreaterThan(3);
    expect(noteIn(page)).toMatch(/ more decisions, D\d+ to D16, are on page 2\.$/u);
    expect(continued[0]).toEqual(heading(2, 'What we decided, continued', { pageBreakBefore: true }));
    expect(continued[1]?.kind === 'table' && continued[1].head).not.toBeNull();
  });

  it('names one, two and three decisions', () => {
    const notes = Array.from({ length: 12 }, (_, count) => noteIn(fit(5 + count, 30).page)).filter(
      (note) => note !== undefined,
    );
    const all = notes.join('\n');
    expect(all).toMatch(/One more decision, D\d+, is on page 2\./u);
    expect(all).toMatch(/Two more decisions, D\d+ and D\d+, are on page 2\./u);
    expect(all).toMatch(/Three more decisions, D\d+, D\d+ and D\d+, are on page 2\./u);
  });

  it('sends the whole table on where no row fits', () => {
    const { page, continued } = fit(3, 60);
    expect(rowsIn(page)).toBe(0);
    expect(noteIn(page)).toBe('Three decisions, D1, D2 and D3, are on page 2.');
    expect(rowsIn(continued)).toBe(3);
  });
});
