import type { Block, Report } from '../../../shared/report/blocks.ts';
import type { Structure } from './package.ts';

/** What the printed file of a report must count: headings, tables, rows and boxes; a file's own is `structureOf`. */
export function structureOfReport({ blocks }: Report): Structure {
  const level = (wanted: number): number =>
    blocks.filter((block) => block.kind === 'heading' && block.level === wanted).length;
  const rows = blocks.map(rowsOf);
  const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);
  return {
    headings: [level(1), level(2), level(3)],
    tables: rows.filter((count) => count > 0).length,
    rows: sum(rows),
    headRows: blocks.filter((block) => block.kind === 'table' && block.head !== null).length,
    wholeRows: sum(rows),
    checkboxes: sum(blocks.map(checkboxesOf)),
    forbidden: 0,
  };
}

function rowsOf(block: Block): number {
  switch (block.kind) {
    case 'table':
      return block.rows.length + (block.head === null ? 0 : 1);
    case 'facts':
      return Math.ceil(block.facts.length / 3);
    case 'cards':
      return Math.ceil(block.cards.length / (block.cards.length % 2 === 0 ? 2 : 1));
    case 'writingSpace':
      return 1;
    default:
      return 0;
  }
}

function checkboxesOf(block: Block): number {
  if (block.kind !== 'table') return 0;
  return block.rows
    .flatMap((row) => row.cells.flatMap((cell) => cell.flatMap((paragraph) => paragraph.runs)))
    .filter((run) => run.kind === 'checkbox').length;
}
