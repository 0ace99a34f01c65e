import {
  Document,
  type FileChild,
  Footer,
  Header,
  type IParagraphOptions,
  type ISectionOptions,
  Paragraph,
  PageNumber,
  Tab,
  TabStopType,
  TextRun,
} from 'docx';
import { assertNever } from '../../shared/domain/result.ts';
import type { Block, Report } from '../../shared/report/blocks.ts';
import type { PageType } from '../../shared/report/letterheadPaper.ts';
import { airOn } from '../../shared/report/letterheadRoom.ts';
import { pageOf, type Paper, textWidthOf } from '../../shared/report/styleSheet.ts';
import { cleanLine } from '../../shared/text/clean.ts';
import { numberingFor } from './numbering.ts';
import { betweenTables, toParagraphs } from './paragraphs.ts';
import { type Printing, startPrinting } from './printing.ts';
import { words } from './runs.ts';
import { characterStyles, paragraphStyles } from './styleIds.ts';
import { stylesXml } from './stylesXml.ts';
import { toCards, toFacts, toTable, toWritingSpace } from './tables.ts';
import { mmTwips } from './units.ts';

/** Pages that have a header and footer of their own beside the usual ones, as the letterhead has them. */
export type OwnPages = { readonly first: boolean; readonly even: boolean };

const noOwnPages: OwnPages = { first: false, even: false };

/** A report as a Word document. Pure: the same report gives the same document. */
export function toDocument(report: Report, ownPages: OwnPages = noOwnPages): Document {
  const printing = startPrinting(report);
  const page = pageOf(printing.paper);
  return new Document({
    title: cleanLine(report.title),
    creator: '',
    lastModifiedBy: '',
    externalStyles: stylesXml(printing.paper),
    numbering: numberingFor(report.blocks),
    ...(ownPages.even ? { evenAndOddHeaderAndFooters: true } : {}),
    sections: [
      {
        properties: { page: pageProperties(page), ...(ownPages.first ? { titlePage: true } : {}) },
        ...marginsOf(report, printing, ownPages),
        children: toChildren(report.blocks, printing),
      },
    ],
  });
}

function pageProperties(page: PageType): NonNullable<NonNullable<ISectionOptions['properties']>['page']> {
  return {
    size: { width: mmTwips(page.width), height: mmTwips(page.height) },
    margin: {
      top: mmTwips(page.top),
      bottom: mmTwips(page.bottom),
      left: mmTwips(page.left),
      right: mmTwips(page.right),
      header: mmTwips(page.headerFromEdge),
      footer: mmTwips(page.footerFromEdge),
    },
  };
}

function toChildren(blocks: readonly Block[], printing: Printing): FileChild[] {
  const children: FileChild[] = [];
  let isAfterTable = false;
  for (const [index, block] of blocks.entries()) {
    if (
      block.kind === 'table' ||
      block.kind === 'facts' ||
      block.kind === 'cards' ||
      block.kind === 'writingSpace'
    ) {
      if (isAfterTable) children.push(betweenTables());
      children.push(tableOf(block, printing));
      isAfterTable = true;
    } else {
      const paragraphs = toParagraphs(block, printing, {
        isAfterTable,
        isBeforeFacts: blocks[index + 1]?.kind === 'facts',
      });
      children.push(...paragraphs);
      if (paragraphs.length > 0) isAfterTable = false;
    }
  }
  if (isAfterTable || children.length === 0) children.push(betweenTables());
  return children;
}

function tableOf(
  block: Extract<Block, { kind: 'table' | 'facts' | 'cards' | 'writingSpace' }>,
  printing: Printing,
): FileChild {
  switch (block.kind) {
    case 'table':
      return toTable(block, printing);
    case 'facts':
      return toFacts(block, printing);
    case 'cards':
      return toCards(block, printing);
    case 'writingSpace':
      return toWritingSpace(block, printing);
    default:
      return assertNever(block);
  }
}

/** The same header and footer on every page; a letterhead may have other ones of its own around them. */
function marginsOf(
  report: Report,
  { paper }: Printing,
  ownPages: OwnPages,
): Pick<ISectionOptions, 'headers' | 'footers'> {
  const kinds = ['default', ...(['first', 'even'] as const).filter((kind) => ownPages[kind])] as const;
  const each = <T>(make: () => T) => Object.fromEntries(kinds.map((kind) => [kind, make()]));
  const footers = each(() => new Footer({ children: [footerLine(report, paper)] }));
  // On a letterhead there is a header even where it holds nothing of ours.
  if (report.header === null && paper.letterhead === undefined) return { footers };
  return { headers: each(() => new Header({ children: headerLines(report, paper) })), footers };
}

function footerLine({ footer }: Report, paper: Paper): Paragraph {
  const { inFooter, gap } = airOn(paper);
  return new Paragraph({
    style: paragraphStyles.footer.id,
    tabStops: [{ type: TabStopType.RIGHT, position: mmTwips(textWidthOf(paper)) }],
    ...spacing({ before: gap, after: inFooter }),
    children: [...words(footer.left), new TextRun({ children: pageXOfY })],
  });
}

function headerLines({ header }: Report, paper: Paper): Paragraph[] {
  if (header === null) return [];
  const { inHeader, gap } = airOn(paper);
  const end = textWidthOf(paper) - (header.isBoxed ? boxInset : 0);
  return [
    new Paragraph({
      style: paragraphStyles[header.isBoxed ? 'headerBoxed' : 'header'].id,
      tabStops: [{ type: TabStopType.RIGHT, position: mmTwips(end) }],
      ...spacing({ before: inHeader, after: gap }),
      children: [
        ...words(header.left, { style: characterStyles.strong.id }),
        new TextRun({ children: [new Tab()] }),
        ...words(header.right, { style: header.isBoxed ? characterStyles.strong.id : undefined }),
      ],
    }),
  ];
}

/** mm, where there are any; else the style's own. */
function spacing(given: {
  readonly before?: number;
  readonly after?: number;
}): Pick<IParagraphOptions, 'spacing'> {
  const wanted = Object.entries(given).filter(([, mm]) => mm > 0);
  if (wanted.length === 0) return {};
  return { spacing: Object.fromEntries(wanted.map(([side, mm]) => [side, mmTwips(mm)])) };
}

const pageXOfY = [new Tab(), 'page ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES];
/** mm between the box of a header and its words: the style's right indent. */
const boxInset = 2.3;
