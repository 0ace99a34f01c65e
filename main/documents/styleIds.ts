import type { TextLook } from '../../shared/report/blocks.ts';
import type { MarkColour } from '../../shared/report/marks.ts';
import type { StyleName } from '../../shared/report/paragraphTypes.ts';
import type { TableRuling } from '../../shared/report/tableLayouts.ts';

/** A style's id in the file, and the name that Word shows. */
export type StyleId = { readonly id: string; readonly name: string };

const house = (name: string): StyleId => ({ id: name.replaceAll(/[^A-Za-z0-9]/g, ''), name });

export const paragraphStyles: Readonly<Record<StyleName, StyleId>> = {
  normal: { id: 'Normal', name: 'Normal' },
  narrative: house('GT Narrative'),
  heading1: { id: 'Heading1', name: 'heading 1' },
  heading2: { id: 'Heading2', name: 'heading 2' },
  heading3: { id: 'Heading3', name: 'heading 3' },
  meta: house('GT Meta'),
  childsWords: house("GT Child's words"),
  status: house('GT Status line'),
  pair: house('GT Pair'),
  numbered: house('GT Numbered'),
  replyBy: house('GT Reply by'),
  decision: house('GT Decision'),
  tableText: house('GT Table text'),
  fact: house('GT Fact'),
  tableHeading: house('GT Table heading'),
  tick: house('GT Tick'),
  writeIn: house('GT Write-in box'),
  gap: house('GT Gap'),
  addendum: house('GT Addendum'),
  letter: house('GT Letter'),
  cardHeading: house('GT Card heading'),
  card: house('GT Card'),
  header: { id: 'Header', name: 'header' },
  headerBoxed: house('GT Header boxed'),
  footer: { id: 'Footer', name: 'footer' },
  betweenTables: house('GT Between tables'),
};

export const hyperlinkStyle: StyleId = { id: 'Hyperlink', name: 'Hyperlink' };

/** Plain words have no character style of their own. */
export const characterStyles: Readonly<Record<Exclude<TextLook, 'plain'>, StyleId>> = {
  strong: { id: 'Strong', name: 'Strong' },
  source: house('GT Source'),
  status: house('GT Status'),
  flagged: house('GT Flagged'),
  number: house('GT Number'),
  underlined: house('GT Underlined'),
};

export const shapeStyles: Readonly<Record<MarkColour, StyleId>> = {
  green: house('GT Shape green'),
  amber: house('GT Shape amber'),
  red: house('GT Shape red'),
  black: house('GT Shape'),
};

export const tableStyles: Readonly<Record<TableRuling, StyleId>> = {
  ruled: house('GT Table'),
  plain: house('GT Table without rules'),
  facts: house('GT Facts'),
  cards: house('GT Cards'),
  lines: house('GT Lines'),
  box: house('GT Box'),
};
