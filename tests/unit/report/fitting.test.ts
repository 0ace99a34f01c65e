import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { widthOf } from '../../../shared/report/arialWidths.ts';
import type { Block, Table } from '../../../shared/report/blocks.ts';
import { fitsOnPage, heightOfBlocks, pageHeight, rowsThatFit } from '../../../shared/report/fitting.ts';
import { countLines } from '../../../shared/report/lines.ts';
import {
  heading,
  headOf,
  lineBreak,
  paragraph,
  rowOf,
  runsOf,
  statusLine,
} from '../../../shared/report/runs.ts';
import { tableLayouts } from '../../../shared/report/tableLayouts.ts';
import { layoutOfTable } from '../../../shared/report/tableWidths.ts';
import type { Paper } from '../../../shared/report/styleSheet.ts';

const paper: Paper = { layout: 'record', isLay: false };
const lay: Paper = { layout: 'record', isLay: true };

const tableOf = (rows: readonly string[]): Table => ({
  kind: 'table',
  layout: 'decisions',
  caption: 'Decisions',
  description: 'One row each.',
  head: headOf('No.', 'What will change', 'Who', 'By when', 'Manager’s reply'),
  rows: rows.map((words, index) => rowOf(`D${index + 1}`, words, 'Robin Sampleton', '5 Oct 2026', 'Agreed')),
});

const growth = (less: readonly Block[], more: readonly Block[]): number =>
  heightOfBlocks(more, paper) - heightOfBlocks(less, paper);

describe('the height of blocks, against the figures of the style sheet', () => {
  const line = paragraph('normal', 'One line.');

  it('is 4.7 mm for a line of body, and 1.4 more for a paragraph', () => {
    expect(growth([line], [paragraph('normal', ['One line.', lineBreak, 'Another.'])])).toBeCloseTo(4.7, 1);
    expect(growth([line], [line, line])).toBeCloseTo(4.7 + 1.4, 1);
  });

  it('is 8.8 mm for a heading with its rule, under a paragraph whose space it shares', () => {
    expect(growth([line], [line, heading(2, 'What we decided')]) + 1.4).toBeCloseTo(8.8, 0);
  });

  it('is 5 mm for a line of promises', () => {
    const promise = statusLine('done', 'Done', 'Dentist, 3 Jul 2026.');
    expect(growth([promise], [promise, promise])).toBeCloseTo(4.5 + 0.5, 1);
  });

  it('is 5.2 mm for the head of a table, and 1.2 and 4.3 a line for a row', () => {
    expect(heightOfBlocks([tableOf([])], paper)).toBeCloseTo(5.2, 0);
    expect(growth([tableOf(['short'])], [tableOf(['short', 'short'])])).toBeCloseTo(1.2 + 4.3, 1);
    const twoLines = 'One trusted adult to ring at night, and a safe place to go.';
    expect(growth([tableOf(['short'])], [tableOf(['short', twoLines])])).toBeCloseTo(1.2 + 2 * 4.3, 0);
  });

  it('is the page less its margins', () => {
    expect(pageHeight(paper)).toBeCloseTo(260.5);
    expect(pageHeight({ layout: 'manager', isLay: false })).toBeCloseTo(265.5);
    expect(fitsOnPage([], paper)).toBe(true);
    expect(heightOfBlocks([], paper)).toBe(0);
  });

  it('is more in a lay copy', () => {
    expect(heightOfBlocks([tableOf(['a'])], lay)).toBeGreaterThan(heightOfBlocks([tableOf(['a'])], paper));
  });
});

describe('the lines that words take', () => {
  const setting = { size: 11, isBold: false, isLay: false };

  it('break at spaces and at breaks, and not at a no-break space', () => {
    const width = widthOf('five words', 11, false) + 0.1;
    expect(countLines(runsOf('five words'), width, setting)).toBe(1);
    expect(countLines(runsOf('five words more'), width, setting)).toBe(2);
    expect(countLines(runsOf(['five', lineBreak, 'words']), width, setting)).toBe(2);
    expect(countLines(runsOf('on 5 Oct 2026'), widthOf('5 Oct 2026', 11, false) + 0.1, setting)).toBe(2);
    expect(countLines([], width, setting)).toBe(1);
  });

  it('break a word that is wider than its column', () => {
    expect(countLines(runsOf('W'.repeat(50)), widthOf('W'.repeat(20), 11, false), setting)).toBe(3);
  });

  it('are never fewer for more words or a narrower column', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string(), { maxLength: 40 }),
        fc.string(),
        fc.integer({ min: 20, max: 500 }),
        (words, more, width) => {
          const lines = countLines(runsOf(words.join(' ')), width, setting);
          expect(lines).toBeGreaterThanOrEqual(1);
          expect(countLines(runsOf(`${words.join(' ')} ${more}`), width, setting)).toBeGreaterThanOrEqual(
            lines,
          );
        },
      ),
    );
  });
});

describe('the rows that fit on a page', () => {
  const before = [heading(1, 'Kit’s review'), heading(2, 'What we decided')];
  const note = [paragraph('meta', 'More decisions are on page 2.')];
  const after = [heading(2, 'Not covered this time'), paragraph('normal', 'Life story.')];

  it('are all of them while there is room', () => {
    expect(rowsThatFit({ before, table: tableOf(['a', 'b', 'c']), note, after }, paper)).toBe(3);
  });

  it('are none when the rest fills the page', () => {
    const full = Array.from({ length: 60 }, () => paragraph('normal', 'A line.'));
    expect(rowsThatFit({ before: full, table: tableOf(['a', 'b']), note, after }, paper)).toBe(0);
  });

  it('are as many as leave room for the note and the rest, and not one fewer', () => {
    const wordings = fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(wordings, (lengths) => {
        const table = tableOf(lengths.map((length) => 'change '.repeat(length).trim()));
        const count = rowsThatFit({ before, table, note, after }, paper);
        const page = (rows: number): Block[] => [
          ...before,
          { ...table, rows: table.rows.slice(0, rows) },
          ...(rows < table.rows.length ? note : []),
          ...after,
        ];
        expect(fitsOnPage(page(count), paper)).toBe(true);
        // Found by halves: the same as one by one.
        expect(count).toBe(
          Math.max(
            ...table.rows.map((_, index) => index + 1).filter((rows) => fitsOnPage(page(rows), paper)),
            0,
          ),
        );
        expect(count === table.rows.length || !fitsOnPage(page(count + 1), paper)).toBe(true);
      }),
    );
  });
});

describe('the columns of a table', () => {
  it('are those of the style sheet for numbers of up to three characters', () => {
    expect(layoutOfTable(tableOf(['a']), { layout: 'record', isLay: false }).columns).toEqual([
      9, 76.5, 32, 24.5, 28,
    ]);
    expect(layoutOfTable(tableOf(['a']), { layout: 'record', isLay: true }).columns).toEqual([
      10, 62, 36, 27, 35,
    ]);
  });

  it('give a longer number room, from the widest, and keep the width of the text', () => {
    const { columns } = layoutOfTable(tableOf(Array.from({ length: 100 }, () => 'a')), {
      layout: 'record',
      isLay: false,
    });
    expect(columns[0]).toBeGreaterThan(11);
    expect(columns.slice(2)).toEqual([32, 24.5, 28]);
    expect(columns.reduce((sum, width) => sum + width, 0)).toBeCloseTo(170);
  });

  it('are at most the width of the text in every named layout', () => {
    for (const [name, layout] of Object.entries(tableLayouts)) {
      const lay = 'layColumns' in layout ? layout.layColumns : undefined;
      for (const columns of [layout.columns, lay ?? layout.columns]) {
        const width = columns.reduce((sum: number, column: number) => sum + column, 0);
        expect([name, width]).toEqual([name, name.toLowerCase().endsWith('cards') ? 160 : 170]);
      }
    }
  });
});
