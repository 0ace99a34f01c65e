import {
  AlignmentType,
  HeightRule,
  type Paragraph,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import type { Card, Cards, Cell, Facts, Runs, Table, WritingSpace } from '../../shared/report/blocks.ts';
import { textWidthOf } from '../../shared/report/styleSheet.ts';
import type { CustomTableLayout } from '../../shared/report/tableLayouts.ts';
import { cleanLine } from '../../shared/text/clean.ts';
import { layoutOfTable, layoutOn } from '../../shared/report/tableWidths.ts';
import { DescribedTable } from './components.ts';
import { cellParagraph } from './paragraphs.ts';
import type { Printing } from './printing.ts';
import { tableStyles } from './styleIds.ts';
import { mmTwips } from './units.ts';

type Described = { readonly caption: string; readonly description: string };
type CellPrint = readonly Paragraph[];
type RowPrint = {
  readonly cells: readonly CellPrint[];
  readonly minHeight?: number;
  readonly isHead?: boolean;
};

/** A table of the report. Throws a TypeError when a row has not one cell for each column: that is a builder's bug. */
export function toTable(table: Table, printing: Printing): DescribedTable {
  const layout = layoutOfTable(table, printing.paper);
  const head = table.head === null ? [] : [headRow(table.head, layout, printing)];
  const last = table.rows.length - 1;
  const rows = table.rows.map((row, index) => ({
    // The last row never stands alone on a page: the one before it goes with it.
    cells: row.cells.map((cell) => toCell(cell, printing, index === last - 1 && table.head !== null)),
    ...(row.minHeight === undefined ? {} : { minHeight: row.minHeight }),
  }));
  return describedTable(layout, table, [...head, ...rows]);
}

export function toFacts(block: Facts, printing: Printing): DescribedTable {
  const layout = layoutOn('facts', printing.paper);
  const width = layout.columns.length;
  const cells = block.facts.map(({ label, runs }): CellPrint => {
    const bold = { kind: 'text', text: label, look: 'strong' } as const;
    return [cellParagraph('fact', [bold, space, ...runs], printing)];
  });
  while (cells.length % width !== 0) cells.push([cellParagraph('fact', [], printing)]);
  return describedTable(layout, block, inRows(cells, width));
}

export function toCards(block: Cards, printing: Printing): DescribedTable {
  const isPaired = block.cards.length % 2 === 0;
  const layout = layoutOn(isPaired ? 'cards' : 'singleCards', printing.paper);
  const cells = block.cards.map((card) => toCard(card, printing));
  return describedTable(layout, block, inRows(cells, layout.columns.length));
}

/** An empty box: one cell, to write or draw in. */
export function toWritingSpace(block: WritingSpace, printing: Printing): DescribedTable {
  const layout: CustomTableLayout = { columns: [textWidthOf(printing.paper)], ruling: 'box' };
  return describedTable(layout, block, [{ cells: [toCell([], printing)], minHeight: block.height }]);
}

const cardSpace = { kind: 'text', text: '\u00A0 ', look: 'plain' } as const;
const space = { kind: 'text', text: ' ', look: 'plain' } as const;

function toCell(cell: Cell, printing: Printing, keepNext = false): CellPrint {
  const flow = keepNext ? { keepNext } : {};
  if (cell.length === 0) return [cellParagraph('tableText', [], printing, flow)];
  return cell.map((paragraph) => cellParagraph(paragraph.style, paragraph.runs, printing, flow));
}

function toCard(card: Card, printing: Printing): CellPrint {
  const bold = card.heading.map((run) =>
    run.kind === 'text' && run.look === 'plain' ? { ...run, look: 'strong' as const } : run,
  );
  return [
    cellParagraph('cardHeading', [{ kind: 'mark', mark: card.mark }, cardSpace, ...bold], printing),
    ...card.paragraphs.map((runs) => cellParagraph('card', runs, printing)),
  ];
}

function headRow(head: readonly Runs[], layout: CustomTableLayout, printing: Printing): RowPrint {
  const ticks = new Set(layout.tickColumns ?? []);
  const cells = head.map((runs, column) => [
    cellParagraph(
      'tableHeading',
      runs,
      printing,
      ticks.has(column) ? { alignment: AlignmentType.CENTER } : {},
    ),
  ]);
  return { cells, isHead: true };
}

function inRows(cells: readonly CellPrint[], width: number): RowPrint[] {
  const count = Math.ceil(cells.length / width);
  return Array.from({ length: count }, (_, row) => ({ cells: cells.slice(row * width, (row + 1) * width) }));
}

function describedTable(
  layout: CustomTableLayout,
  block: Described,
  rows: readonly RowPrint[],
): DescribedTable {
  const columnWidths = layout.columns.map(mmTwips);
  return new DescribedTable(
    {
      style: tableStyles[layout.ruling].id,
      layout: TableLayoutType.FIXED,
      width: { size: columnWidths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
      columnWidths,
      tableLook: {
        firstRow: rows[0]?.isHead === true,
        lastRow: false,
        firstColumn: false,
        lastColumn: false,
        noHBand: true,
        noVBand: true,
      },
      rows: rows.map((row) => toRow(row, columnWidths)),
    },
    cleanLine(block.caption),
    cleanLine(block.description),
  );
}

function toRow(row: RowPrint, columnWidths: readonly number[]): TableRow {
  if (row.cells.length !== columnWidths.length) {
    throw new TypeError(`A table row has ${row.cells.length} cells for ${columnWidths.length} columns`);
  }
  return new TableRow({
    cantSplit: true,
    ...(row.isHead === true ? { tableHeader: true } : {}),
    ...(row.minHeight === undefined
      ? {}
      : { height: { value: mmTwips(row.minHeight), rule: HeightRule.ATLEAST } }),
    children: row.cells.map(
      (children, column) =>
        new TableCell({
          children,
          width: { size: columnWidths[column] ?? 0, type: WidthType.DXA },
          ...(row.isHead === true ? { verticalAlign: VerticalAlignTable.BOTTOM } : {}),
        }),
    ),
  });
}
