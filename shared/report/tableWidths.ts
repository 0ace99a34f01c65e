import type { Table } from './blocks.ts';
import { type CustomTableLayout, tableLayoutOf } from './tableLayouts.ts';
import { textOfRuns } from './words.ts';

/** A first column up to this many mm wide holds numbers; it is made for three characters ("A10"). */
const widestNumberColumn = 11;
const usualLength = 3;
const mmPerCharacter = 2.4;

/**
 * The layout of a table as it prints. Where a number is longer than the column was made for ("A100"), the column
 * grows and the widest gives way, so that no number breaks over two lines.
 */
export function layoutOfTable(table: Table, isLay: boolean): CustomTableLayout {
  const layout = tableLayoutOf(table.layout, isLay);
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

/** Longer words than a number are not made room for. */
function firstCellLength(cell: Table['rows'][number]['cells'][number] | undefined): number {
  const words = (cell ?? []).map((paragraph) => textOfRuns(paragraph.runs));
  return Math.min(longestNumber, Math.max(0, ...words.map((text) => text.length)));
}
