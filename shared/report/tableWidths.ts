import type { Table } from './blocks.ts';
import { type CustomTableLayout, tableLayoutOf } from './tableLayouts.ts';
import { type Paper, widthGained } from './styleSheet.ts';
import { textOfRuns } from './words.ts';

/** A first column up to this many mm wide holds numbers; it is made for three characters ("A10"). */
const widestNumberColumn = 11;
const usualLength = 3;
const mmPerCharacter = 2.4;

/**
 * The layout of a table as it prints. Where a number is longer than the column was made for ("A100"), the column
 * grows and the widest gives way, so that no number breaks over two lines.
 */
export function layoutOfTable(table: Table, paper: Paper): CustomTableLayout {
  const layout = layoutOn(table.layout, paper);
  const [first = 0] = layout.columns;
  if (table.head === null || first > widestNumberColumn) return layout;
  const longest = table.rows.reduce((length, row) => Math.max(length, firstCellLength(row.cells[0])), 0);
  const extra = (longest - usualLength) * mmPerCharacter;
  if (extra <= 0) return layout;
  const widest = layout.columns.indexOf(Math.max(...layout.columns));
  const columns = layout.columns.map((width, column) => {
    if (column === 0) return width + extra;
    return column === widest ? width - extra : width;
  });
  return { ...layout, columns };
}

const longestNumber = 8;

/** A column this wide in mm holds a date in a lay copy, on one line: it gives nothing. */
const dateColumn = 28;

/**
 * A layout on this paper. What a letterhead's margins take or give, the wide columns bear in proportion to what they
 * have beyond a date; numbers and dates keep their widths, so that none breaks over two lines.
 */
export function layoutOn(layout: Table['layout'], paper: Paper): CustomTableLayout {
  const own = tableLayoutOf(layout, paper.isLay);
  const gained = paper.letterhead === undefined ? 0 : widthGained(paper);
  const free = own.columns.map((width) => Math.max(0, width - dateColumn));
  const all = free.reduce((sum, width) => sum + width, 0);
  if (gained === 0 || all === 0) return own;
  return {
    ...own,
    columns: own.columns.map((width, column) => width + (gained * (free[column] ?? 0)) / all),
  };
}

/** Longer words than a number are not made room for. */
function firstCellLength(cell: Table['rows'][number]['cells'][number] | undefined): number {
  const words = (cell ?? []).map((paragraph) => textOfRuns(paragraph.runs));
  return Math.min(longestNumber, Math.max(0, ...words.map((text) => text.length)));
}
