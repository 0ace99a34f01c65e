import { pointsToMm } from './units.ts';

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

/** The styles of a professional's record; `typeOf` in `styleSheet.ts` adjusts them to the paper. */
export const paragraphTypes: Readonly<Record<StyleName, ParagraphType>> = {
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
