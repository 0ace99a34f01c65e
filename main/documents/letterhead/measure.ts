import { widthOf } from '../../../shared/report/arialWidths.ts';
import { fontLine } from '../../../shared/report/styleSheet.ts';
import { mmToPoints, pointsToMm } from '../../../shared/report/units.ts';
import { merge } from './properties.ts';
import type { ParagraphLooks, StyleBook } from './styles.ts';
import {
  childOf,
  childrenOf,
  everyElement,
  isElement,
  isOn,
  textIn,
  valueOf,
  type XmlElement,
  type XmlNode,
} from './xml.ts';

/**
 * How high a header or footer is, so that page 1 of a record can be filled by estimate. Measured on the letterhead
 * before its styles become ours. Words break by Arial's widths; other fonts are taken as a little higher.
 */

const emuPerPoint = 12_700;
const twipsPerPoint = 20;
/** Calibri and its like have taller lines than Arial. */
const higher = 1.07;

const numberIn = (node: XmlElement | undefined, name: string): number | undefined => {
  const text = node?.attributes.get(name);
  const found = text === undefined ? Number.NaN : Number.parseFloat(text);
  return Number.isFinite(found) ? found : undefined;
};

/** mm of the nodes one under the other, in a column of `width` mm. */
export function heightOf(nodes: readonly XmlNode[], width: number, styles: StyleBook): number {
  return pointsToMm(pointsOf(nodes, mmToPoints(width), styles, undefined));
}

function pointsOf(
  nodes: readonly XmlNode[],
  width: number,
  styles: StyleBook,
  table: string | undefined,
): number {
  return nodes.reduce<number>((sum, node) => {
    if (isElement(node, 'w:p')) return sum + paragraphHeight(node, width, styles, table);
    if (isElement(node, 'w:tbl')) return sum + tableHeight(node, width, styles);
    return sum;
  }, 0);
}

function tableHeight(node: XmlElement, width: number, styles: StyleBook): number {
  const own = childOf(node, 'w:tblPr');
  // A floating table stands where the letterhead puts it, like a picture.
  if (childOf(own, 'w:tblpPr') !== undefined) return 0;
  const style = valueOf(childOf(own, 'w:tblStyle')) ?? '';
  const grid = childrenOf(childOf(node, 'w:tblGrid'), 'w:gridCol').map(
    (column) => (numberIn(column, 'w:w') ?? 0) / twipsPerPoint,
  );
  return childrenOf(node, 'w:tr').reduce((sum, row) => sum + rowHeight(row, grid, width, styles, style), 0);
}

/** Points inside a cell that Word keeps free left and right. */
const cellPadding = 10.8;

function rowHeight(
  row: XmlElement,
  grid: readonly number[],
  width: number,
  styles: StyleBook,
  style: string,
): number {
  const least = (numberIn(childOf(childOf(row, 'w:trPr'), 'w:trHeight'), 'w:val') ?? 0) / twipsPerPoint;
  let column = 0;
  const heights = childrenOf(row, 'w:tc').map((cell) => {
    const span = numberIn(childOf(childOf(cell, 'w:tcPr'), 'w:gridSpan'), 'w:val') ?? 1;
    const across = grid.slice(column, column + span).reduce((sum, each) => sum + each, 0);
    column += span;
    const inside = (across === 0 ? width : Math.min(across, width)) - cellPadding;
    return pointsOf(cell.children, Math.max(inside, 20), styles, style);
  });
  return Math.max(least, ...heights);
}

function paragraphHeight(
  node: XmlElement,
  width: number,
  styles: StyleBook,
  table: string | undefined,
): number {
  const own = childOf(node, 'w:pPr');
  // In a frame of its own, beside the rest.
  if (childOf(own, 'w:framePr') !== undefined) return 0;
  const byStyle: ParagraphLooks = styles.looksOfParagraph(valueOf(childOf(own, 'w:pStyle')), table);
  const looks = new Map(
    merge(byStyle.paragraph, own?.children ?? []).map((property) => [property.name, property]),
  );
  const spacing = looks.get('w:spacing');
  const indent = looks.get('w:ind');
  const twips = (from: XmlElement | undefined, name: string): number =>
    (numberIn(from, name) ?? 0) / twipsPerPoint;
  const free = width - twips(indent, 'w:left') - twips(indent, 'w:right');
  const { size, lines, picture } = contentOf(node, byStyle, Math.max(free, 20), styles);
  const before = twips(spacing, 'w:before');
  const after = twips(spacing, 'w:after');
  return before + linesHeight(spacing, size, lines, picture) + after;
}

function linesHeight(spacing: XmlElement | undefined, size: number, lines: number, picture: number): number {
  const rule = spacing?.attributes.get('w:lineRule') ?? 'auto';
  const line = numberIn(spacing, 'w:line') ?? 240;
  const natural = size * fontLine * higher;
  if (rule === 'exact') return (lines * line) / twipsPerPoint;
  const each = rule === 'auto' ? (natural * line) / 240 : Math.max(natural, line / twipsPerPoint);
  return Math.max(picture, each) + (lines - 1) * each;
}

type Content = { readonly size: number; readonly lines: number; readonly picture: number };

/** The largest type, how many lines, and the height of the tallest picture in the line. All in points. */
function contentOf(node: XmlElement, byStyle: ParagraphLooks, width: number, styles: StyleBook): Content {
  const sizeOf = (properties: readonly XmlElement[]): number =>
    (numberIn(
      properties.find(({ name }) => name === 'w:sz'),
      'w:val',
    ) ?? 20) / 2;
  let size = node.children.some((child) => isElement(child, 'w:r')) ? 0 : sizeOf(byStyle.run);
  let across = 0;
  let lines = 1;
  let picture = 0;
  const newLine = (): void => {
    lines += Math.max(0, Math.ceil(across / width) - 1) + 1;
    across = 0;
  };
  for (const run of runsIn(node)) {
    const own = childOf(run, 'w:rPr');
    const looks = merge(
      merge(byStyle.run, styles.looksOfRun(valueOf(childOf(own, 'w:rStyle')))),
      own?.children ?? [],
    );
    size = Math.max(size, sizeOf(looks));
    const isBold = isOn(looks.find(({ name }) => name === 'w:b'));
    for (const piece of run.children) {
      if (!isElement(piece)) continue;
      if (piece.name === 'w:t') across += widthOf(textIn(piece), sizeOf(looks), isBold);
      else if (piece.name === 'w:br' || piece.name === 'w:cr') newLine();
      else picture = Math.max(picture, pictureHeight(piece));
    }
  }
  return {
    size: size || sizeOf(byStyle.run),
    lines: lines + Math.max(0, Math.ceil(across / width) - 1),
    picture,
  };
}

/** Runs of this paragraph, not those of a text box in it. */
function* runsIn(node: XmlElement): Generator<XmlElement> {
  for (const child of node.children) {
    if (!isElement(child)) continue;
    if (child.name === 'w:r') yield child;
    else yield* runsIn(child);
  }
}

/** Points. A floating picture takes no room, unless text may stand neither left nor right of it. */
function pictureHeight(node: XmlElement): number {
  if (node.name === 'w:drawing') {
    const inline = childOf(node, 'wp:inline');
    const anchor = childOf(node, 'wp:anchor');
    const takesRoom = inline ?? (anchor && childOf(anchor, 'wp:wrapTopAndBottom') ? anchor : undefined);
    return (numberIn(childOf(takesRoom, 'wp:extent'), 'cy') ?? 0) / emuPerPoint;
  }
  if (node.name !== 'w:pict') return 0;
  for (const { name, attributes } of everyElement(node)) {
    const style = attributes.get('style') ?? '';
    if (!name.startsWith('v:') || !/height/u.test(style)) continue;
    const [, height = '', unit = ''] = /(?:^|;)\s*height:\s*([\d.]+)(pt|in|cm|mm|px)?/u.exec(style) ?? [];
    const points: Readonly<Record<string, number>> = {
      pt: 1,
      in: 72,
      cm: 72 / 2.54,
      mm: 72 / 25.4,
      px: 0.75,
      '': 0.75,
    };
    return /position:\s*absolute/u.test(style) ? 0 : Number(height || 0) * (points[unit] ?? 1);
  }
  return 0;
}
