import { assertNever } from '../domain/result.ts';
import type { Block, Cards, Cell, Facts, Runs, Table } from './blocks.ts';
import { marginsOn } from './letterheadRoom.ts';
import { countLines } from './lines.ts';
import { narrativeParagraphs } from './narrative.ts';
import { type StyleName } from './paragraphTypes.ts';
import {
  cardMarkSize,
  fontLine,
  gapAfterTable,
  gapBeforeFacts,
  listIndent,
  pageOf,
  type Paper,
  paddingOf,
  textWidthOf,
  typeOf,
} from './styleSheet.ts';
import { mmToPoints, pointsToMm } from './units.ts';
import type { CustomTableLayout } from './tableLayouts.ts';
import { layoutOfTable, layoutOn } from './tableWidths.ts';

/** mm kept free on a page that is filled by estimate (`look-pages/pages.md`, "Fitting"). */
export const spare = 5;

const rulePoints = 0.5;
const headRulePoints = 1;

/** The height of the text on a page in mm, `spare` not taken off. */
export function pageHeight(paper: Paper): number {
  const { height } = pageOf(paper);
  const { top, bottom } = marginsOn(paper);
  return height - top - bottom;
}

/**
 * The height in mm that blocks take, one under the other, from the top of a page. An estimate: lines are broken by
 * Arial's widths, but Word, LibreOffice and printers differ by a line now and then; keep `spare` free.
 */
export function heightOfBlocks(blocks: readonly Block[], paper: Paper): number {
  let points = 0;
  let after = 0;
  let isAfterTable = false;
  for (const [index, block] of blocks.entries()) {
    const isBeforeFacts = blocks[index + 1]?.kind === 'facts';
    for (const piece of piecesOf(block, paper)) {
      const before =
        isAfterTable && piece.style !== null
          ? Math.max(piece.before, gapAfterTable(piece.style))
          : piece.before;
      points += Math.max(after, before) + piece.height;
      after = piece.after;
      isAfterTable = piece.style === null;
    }
    if (isBeforeFacts) after += gapBeforeFacts;
  }
  return pointsToMm(points + after);
}

/** True when the blocks leave `spare` mm of one page free. */
export function fitsOnPage(blocks: readonly Block[], paper: Paper): boolean {
  return heightOfBlocks(blocks, paper) <= pageHeight(paper) - spare;
}

export type PageWithTable = {
  readonly before: readonly Block[];
  readonly table: Table;
  /** What stands under the table when rows are left over ("Two more decisions, D7 and D8, are on page 2"). */
  readonly note: readonly Block[];
  readonly after: readonly Block[];
};

/** How many of the table's rows stand on the page with all the rest: all of them, or as many as leave room for `note`. */
export function rowsThatFit({ before, table, note, after }: PageWithTable, paper: Paper): number {
  const fits = (count: number): boolean => {
    const part = { ...table, rows: table.rows.slice(0, count) };
    const rest = count < table.rows.length ? note : [];
    return fitsOnPage([...before, part, ...rest, ...after], paper);
  };
  const all = table.rows.length;
  if (fits(all)) return all;
  // Each row adds height, so the last count that fits is found by halves.
  let count = 0;
  let tooMany = all;
  while (tooMany - count > 1) {
    const middle = Math.floor((count + tooMany) / 2);
    if (fits(middle)) count = middle;
    else tooMany = middle;
  }
  return count;
}

/** Points. A table has no style, and no space of its own before or after. */
type Piece = {
  readonly style: StyleName | null;
  readonly before: number;
  readonly height: number;
  readonly after: number;
};

function piecesOf(block: Block, paper: Paper): Piece[] {
  const width = mmToPoints(textWidthOf(paper));
  const paragraph = (style: StyleName, runs: Runs, indent = 0): Piece =>
    paragraphPiece(style, runs, width - mmToPoints(indent), paper);
  switch (block.kind) {
    case 'heading': {
      const style = ({ 1: 'heading1', 2: 'heading2', 3: 'heading3' } as const)[block.level];
      const piece = paragraph(style, block.runs);
      return [block.pageBreakBefore === true ? { ...piece, before: 0 } : piece];
    }
    case 'paragraph':
      return [paragraph(block.style, block.runs)];
    case 'labelled':
      return [paragraph(block.style, block.runs)];
    case 'numbered':
      return block.items.map((item) => paragraph('numbered', item));
    case 'narrative':
      return narrativeParagraphs(block).map(({ runs, depth }) =>
        paragraph(block.style, runs, depth * listIndent),
      );
    case 'writeInBox':
      return [paragraph('writeIn', block.label)];
    case 'table':
      return [tablePiece(tableHeight(block, paper))];
    case 'facts':
      return [tablePiece(factsHeight(block, paper))];
    case 'cards':
      return [tablePiece(cardsHeight(block, paper))];
    case 'writingSpace':
      return [tablePiece(mmToPoints(block.height))];
    default:
      return assertNever(block);
  }
}

function tablePiece(height: number): Piece {
  return { style: null, before: 0, height, after: 0 };
}

function paragraphPiece(style: StyleName, runs: Runs, width: number, paper: Paper): Piece {
  const type = typeOf(style, paper);
  const { top, bottom } = type.borders;
  const column = width - mmToPoints(type.left) - mmToPoints(type.right);
  const borders = [top, bottom].reduce(
    (sum, line) => sum + (line === undefined ? 0 : line.width + line.gap),
    0,
  );
  return {
    style,
    before: type.before,
    height: borders + textHeight(style, runs, column, paper),
    after: type.after,
  };
}

/** Points of the lines alone. */
function textHeight(style: StyleName, runs: Runs, width: number, paper: Paper): number {
  const { size, isBold, line } = typeOf(style, paper);
  const tallest = runs.some((run) => run.kind === 'mark') && style === 'cardHeading' ? cardMarkSize : size;
  const lines = countLines(runs, width, { size, isBold, isLay: paper.isLay });
  return lines * tallest * fontLine * line;
}

function tableHeight(table: Table, paper: Paper): number {
  const layout = layoutOfTable(table, paper);
  const head =
    table.head === null
      ? 0
      : rowHeight(
          table.head.map((runs) => [{ style: 'tableHeading', runs }]),
          layout,
          paper,
        ) + headRulePoints;
  const rule = layout.ruling === 'plain' ? 0 : rulePoints;
  return table.rows.reduce((sum, row) => {
    const needed = rowHeight(row.cells.map(cellTexts), layout, paper);
    return sum + Math.max(needed, mmToPoints(row.minHeight ?? 0)) + rule;
  }, head);
}

type CellText = { readonly style: StyleName; readonly runs: Runs };

function cellTexts(cell: Cell): readonly CellText[] {
  return cell.length === 0 ? [{ style: 'tableText', runs: [] }] : cell;
}

/** Points, the rule not counted. */
function rowHeight(cells: readonly (readonly CellText[])[], layout: CustomTableLayout, paper: Paper): number {
  const padding = paddingOf(layout.ruling, paper.isLay);
  const heights = cells.map((texts, column) => {
    const width = mmToPoints((layout.columns[column] ?? 0) - padding.left - padding.right);
    return texts.reduce((sum, { style, runs }) => {
      const { before, after } = typeOf(style, paper);
      return sum + before + textHeight(style, runs, width, paper) + after;
    }, 0);
  });
  return Math.max(0, ...heights) + padding.above + padding.below;
}

function factsHeight(block: Facts, paper: Paper): number {
  const layout = layoutOn('facts', paper);
  const cells = block.facts.map(({ label, runs }): readonly CellText[] => [
    { style: 'fact', runs: [{ kind: 'text', text: `${label} `, look: 'strong' }, ...runs] },
  ]);
  return rowsHeight(cells, layout, paper) + 2 * headRulePoints;
}

function cardsHeight(block: Cards, paper: Paper): number {
  const layout = layoutOn(block.cards.length % 2 === 0 ? 'cards' : 'singleCards', paper);
  const cells = block.cards.map((card): readonly CellText[] => [
    { style: 'cardHeading', runs: [{ kind: 'mark', mark: card.mark }, ...card.heading] },
    ...card.paragraphs.map((runs) => ({ style: 'card', runs }) as const),
  ]);
  return rowsHeight(cells, layout, paper);
}

function rowsHeight(
  cells: readonly (readonly CellText[])[],
  layout: CustomTableLayout,
  paper: Paper,
): number {
  const width = layout.columns.length;
  const rule = layout.ruling === 'cards' ? 1.5 : rulePoints;
  let height = 0;
  for (let start = 0; start < cells.length; start += width) {
    height += rowHeight(cells.slice(start, start + width), layout, paper) + rule;
  }
  return height;
}
