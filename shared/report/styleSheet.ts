import type { PageLayout } from './blocks.ts';
import type { TableRuling } from './tableLayouts.ts';

/**
 * The house style as numbers (`look-pages/pages.md`, "Page and colour", "Styles"). Word's styles and the estimate
 * of what fits on a page are both made from it, so that they cannot differ. Type in points, distances in mm.
 */

export const colours = {
  ink: '0F2747',
  grey: '2E2E2E',
  rule: '6B6B6B',
  gold: '9A6B00',
  green: '1B5E34',
  amber: '7A4B00',
  red: '9C1B1B',
} as const;

/** Every paragraph style. `betweenTables` is for where Word needs a paragraph: between two tables, after a last one. */
export const styleNames = [
  'normal',
  'narrative',
  'heading1',
  'heading2',
  'heading3',
  'meta',
  'childsWords',
  'status',
  'pair',
  'numbered',
  'replyBy',
  'decision',
  'tableText',
  'fact',
  'tableHeading',
  'tick',
  'writeIn',
  'gap',
  'addendum',
  'letter',
  'cardHeading',
  'card',
  'header',
  'headerBoxed',
  'footer',
  'betweenTables',
] as const;

export type StyleName = (typeof styleNames)[number];

/** Width and gap of one side in points. */
export type Line = {
  readonly width: number;
  readonly gap: number;
  readonly colour: keyof typeof colours | 'black';
  readonly shape?: 'double' | 'dashed';
};

export type ParagraphType = {
  /** Points. */
  readonly size: number;
  readonly before: number;
  readonly after: number;
  /** A multiple of the font's own line. */
  readonly line: number;
  readonly isBold: boolean;
  readonly colour: 'auto' | 'ink' | 'grey';
  /** mm. */
  readonly left: number;
  readonly right: number;
  readonly hanging: number;
  readonly isCentred: boolean;
  readonly keepWithNext: boolean;
  readonly keepLines: boolean;
  readonly borders: Partial<Record<'top' | 'bottom' | 'left' | 'right', Line>>;
};

/** mm. */
export type PageType = {
  readonly width: number;
  readonly height: number;
  readonly side: number;
  readonly top: number;
  readonly bottom: number;
  readonly headerFromEdge: number;
  readonly footerFromEdge: number;
};

export type Paper = { readonly layout: PageLayout; readonly isLay: boolean };

const a4 = { width: 210, height: 297 } as const;

const pages: Readonly<Record<PageLayout, PageType>> = {
  record: { ...a4, side: 20, top: 20, bottom: 16.5, headerFromEdge: 9, footerFromEdge: 7.5 },
  manager: { ...a4, side: 20, top: 17, bottom: 14.5, headerFromEdge: 8, footerFromEdge: 6.5 },
  chair: { ...a4, side: 20, top: 17, bottom: 14.5, headerFromEdge: 8, footerFromEdge: 6.5 },
  letter: { ...a4, side: 25, top: 17, bottom: 17, headerFromEdge: 9, footerFromEdge: 7.5 },
};

export function pageOf(layout: PageLayout): PageType {
  return pages[layout];
}

/** The width of the text in mm. */
export function textWidthOf(layout: PageLayout): number {
  const page = pages[layout];
  return page.width - 2 * page.side;
}

const plain: ParagraphType = {
  size: 11,
  before: 0,
  after: 4,
  line: 1.05,
  isBold: false,
  colour: 'auto',
  left: 0,
  right: 0,
  hanging: 0,
  isCentred: false,
  keepWithNext: false,
  keepLines: false,
  borders: {},
};

/** Points between a box and its words at the sides. A paragraph's border stands outside its indent. */
const sideGap = 5;
const indentOfBox = (width: number): number => pointsToMm(sideGap + width);

const box = (line: Line, gapBelow = line.gap): ParagraphType['borders'] => ({
  top: line,
  bottom: { ...line, gap: gapBelow },
  left: { ...line, gap: sideGap },
  right: { ...line, gap: sideGap },
});

const headingType: ParagraphType = {
  ...plain,
  isBold: true,
  colour: 'ink',
  keepWithNext: true,
  keepLines: true,
};
const oneFact: ParagraphType = { ...plain, line: 1, keepLines: true };
const inkRuleAbove: Line = { width: 0.75, gap: 2, colour: 'ink' };

const base: Readonly<Record<StyleName, ParagraphType>> = {
  normal: plain,
  narrative: { ...plain, right: 10 },
  heading1: { ...headingType, size: 20, after: 2 },
  heading2: { ...headingType, size: 12, before: 6, after: 1.5, borders: { top: inkRuleAbove } },
  heading3: { ...headingType, before: 6, after: 1.5 },
  meta: { ...plain, size: 10.5, after: 1, line: 1, colour: 'grey' },
  childsWords: {
    ...plain,
    size: 12,
    after: 1.5,
    left: 4.5,
    keepLines: true,
    borders: { left: { width: 3.5, gap: 8, colour: 'gold' } },
  },
  status: { ...oneFact, after: 1.5, left: 24, hanging: 24 },
  pair: { ...oneFact, after: 1, left: 38, hanging: 38 },
  numbered: { ...oneFact, after: 1, left: 7, hanging: 7 },
  replyBy: {
    ...plain,
    size: 13,
    before: 4,
    after: 3,
    isBold: true,
    left: indentOfBox(1.75),
    right: indentOfBox(1.75),
    keepLines: true,
    borders: box({ width: 1.75, gap: 4, colour: 'black' }),
  },
  decision: { ...plain, before: 1, after: 3, keepWithNext: true },
  tableText: { ...oneFact, size: 10.5, after: 0 },
  fact: { ...oneFact, size: 10, after: 0 },
  tableHeading: { ...headingType, size: 9.5, after: 0, line: 1 },
  tick: { ...oneFact, size: 13, after: 0, isCentred: true },
  writeIn: {
    ...plain,
    size: 10,
    before: 6,
    after: 4,
    colour: 'grey',
    left: indentOfBox(0.75),
    right: indentOfBox(0.75),
    keepLines: true,
    borders: box({ width: 0.75, gap: 3, colour: 'rule' }, 16),
  },
  gap: {
    ...plain,
    before: 3,
    left: 3,
    right: 3,
    keepLines: true,
    borders: box({ width: 1.5, gap: 3, colour: 'black', shape: 'dashed' }),
  },
  addendum: {
    ...plain,
    before: 3,
    left: 4.5,
    borders: { left: { width: 1.5, gap: 8, colour: 'ink', shape: 'double' } },
  },
  letter: { ...plain, size: 13, after: 8, line: 1.15 },
  cardHeading: { ...plain, size: 13, after: 0.5, line: 1, isBold: true, keepWithNext: true },
  card: { ...plain, size: 13, after: 0, line: 1.1 },
  header: { ...plain, size: 9.5, after: 0, line: 1 },
  headerBoxed: {
    ...plain,
    size: 9.5,
    after: 0,
    line: 1,
    left: indentOfBox(1.5),
    right: indentOfBox(1.5),
    borders: box({ width: 1.5, gap: 2, colour: 'black' }),
  },
  betweenTables: { ...plain, size: 4, after: 0, line: 1 },
  footer: {
    ...plain,
    size: 9,
    after: 0,
    line: 1,
    colour: 'grey',
    borders: { top: { width: 0.5, gap: 4, colour: 'rule' } },
  },
};

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
  const found = base[name];
  if (name === 'heading2' && layout === 'manager') return { ...found, before: 4, after: 1 };
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
  if (ruling === 'cards') return { above: mmToPoints(4), below: mmToPoints(2.5), left: 4, right: 4 };
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

export function mmToPoints(mm: number): number {
  return (mm * 72) / 25.4;
}

export function pointsToMm(points: number): number {
  return (points * 25.4) / 72;
}
