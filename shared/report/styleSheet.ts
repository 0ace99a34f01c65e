import type { PageLayout } from './blocks.ts';
import type { LetterheadPaper, PageType } from './letterheadPaper.ts';
import { type ParagraphType, paragraphTypes, type StyleName } from './paragraphTypes.ts';
import type { TableRuling } from './tableLayouts.ts';
import { mmToPoints } from './units.ts';

/**
 * The house style as numbers (`look-pages/pages.md`, "Page and colour", "Styles"). Word's styles and the estimate
 * of what fits on a page are both made from it, so that they cannot differ. Type in points, distances in mm.
 */

export type Paper = {
  readonly layout: PageLayout;
  readonly isLay: boolean;
  /** The authority's own; without one the page is the house's. */
  readonly letterhead?: LetterheadPaper | undefined;
};

const a4 = { width: 210, height: 297 } as const;

const managerPage: PageType = {
  ...a4,
  left: 20,
  right: 20,
  top: 17,
  bottom: 14.5,
  headerFromEdge: 8,
  footerFromEdge: 6.5,
};

const pages: Readonly<Record<PageLayout, PageType>> = {
  record: { ...a4, left: 20, right: 20, top: 20, bottom: 16.5, headerFromEdge: 9, footerFromEdge: 7.5 },
  manager: managerPage,
  managerTight: managerPage,
  chair: managerPage,
  letter: { ...a4, left: 25, right: 25, top: 17, bottom: 17, headerFromEdge: 9, footerFromEdge: 7.5 },
};

/** The page as it prints: the letterhead's where there is one. */
export function pageOf({ layout, letterhead }: Paper): PageType {
  return letterhead?.page ?? pages[layout];
}

const betweenMargins = ({ width, left, right }: PageType): number => width - left - right;

/** The width of the text in mm. */
export function textWidthOf(paper: Paper): number {
  return betweenMargins(pageOf(paper));
}

/** mm of text that a letterhead's margins leave beyond the house's own; negative where they leave less. */
export function widthGained(paper: Paper): number {
  return textWidthOf(paper) - betweenMargins(pages[paper.layout]);
}

/** Sizes that stay, whoever reads. */
const fixedSizes: ReadonlySet<StyleName> = new Set(['letter', 'cardHeading', 'card', 'betweenTables']);
const marginStyles: ReadonlySet<StyleName> = new Set(['header', 'headerBoxed', 'footer']);

/** More air between lines of prose in a lay copy. */
const layLine = 1.08;

/** A paragraph style as it prints on this paper: lay copies are one point larger and nothing is under 12. */
export function typeOf(name: StyleName, { layout, isLay }: Paper): ParagraphType {
  const found = adjusted(name, layout);
  if (!isLay || fixedSizes.has(name)) return found;
  if (marginStyles.has(name)) return { ...found, size: 11 };
  const size = layout === 'letter' && name === 'heading2' ? found.size : Math.max(12, found.size + 1);
  // A wider column for the larger words of a status, and the full width for the fewer letters in a line.
  if (name === 'status') return { ...found, size, after: 3, left: 27, hanging: 27 };
  if (name === 'narrative') return { ...found, size, right: 0, line: layLine };
  if (name === 'normal') return { ...found, size, line: layLine };
  return { ...found, size };
}

function adjusted(name: StyleName, layout: PageLayout): ParagraphType {
  const found = paragraphTypes[name];
  if (name === 'heading2' && layout === 'manager') return { ...found, before: 4, after: 1 };
  if (name === 'heading2' && layout === 'managerTight') return { ...found, before: 2, after: 0.5 };
  if (name === 'replyBy' && layout === 'managerTight') return { ...found, before: 3, after: 2 };
  if (name === 'heading2' && layout === 'letter') {
    return { ...found, size: 16, before: 16, after: 4, borders: {} };
  }
  if (name === 'heading1' && layout === 'letter') return { ...found, after: 6 };
  return found;
}

/** The size in points of words that are smaller than their line: a source, or a flagged point's label. */
export function smallSize(isLay: boolean): number {
  return isLay ? 12 : 9.5;
}

export type Padding = {
  /** Points. */
  readonly above: number;
  readonly below: number;
  /** mm. */
  readonly left: number;
  readonly right: number;
};

export function paddingOf(ruling: TableRuling, isLay: boolean): Padding {
  if (ruling === 'cards') return { above: mmToPoints(3.2), below: mmToPoints(2.5), left: 4, right: 4 };
  if (ruling === 'plain') return { above: 0.75, below: 0.75, left: 0, right: 2 };
  const points = isLay ? 2.1 : 1.5;
  return { above: points, below: points, left: 0, right: 2 };
}

/** Points: a card's shape is larger than its heading. */
export const cardMarkSize = 16;

/** Points at least between a table and the paragraph under it. */
export function gapAfterTable(name: StyleName): number {
  return name === 'letter' ? 12 : 3;
}

/** Points added under a paragraph that the fact strip follows. */
export const gapBeforeFacts = 3;

/** mm that each level of a list, and each quotation, stands in. */
export const listIndent = 7;

/** Arial's own line: ascent, descent and gap, as a multiple of the size. */
export const fontLine = 1.149;
