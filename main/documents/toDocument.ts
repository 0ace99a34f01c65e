import {
  Document,
  type FileChild,
  Footer,
  Header,
  type ISectionOptions,
  Paragraph,
  PageNumber,
  Tab,
  TabStopType,
  TextRun,
} from 'docx';
import { assertNever } from '../../shared/domain/result.ts';
import type { Block, Report } from '../../shared/report/blocks.ts';
import { type PageType, pageOf, textWidthOf } from '../../shared/report/styleSheet.ts';
import { cleanLine } from '../../shared/text/clean.ts';
import { numberingFor } from './numbering.ts';
import { betweenTables, toParagraphs } from './paragraphs.ts';
import { type Printing, startPrinting } from './printing.ts';
import { words } from './runs.ts';
import { characterStyles, paragraphStyles } from './styleIds.ts';
import { stylesXml } from './stylesXml.ts';
import { toCards, toFacts, toTable, toWritingSpace } from './tables.ts';
import { mmTwips } from './units.ts';

/** A report as a Word document. Pure: the same report gives the same document. */
export function toDocument(report: Report): Document {
  const printing = startPrinting(report);
  const page = pageOf(report.layout);
  return new Document({
    title: cleanLine(report.title),
    creator: '',
    lastModifiedBy: '',
    externalStyles: stylesXml(printing.paper),
    numbering: numberingFor(report.blocks),
    sections: [
      {
        properties: { page: pageProperties(page) },
        ...marginsOf(report),
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
      left: mmTwips(page.side),
      right: mmTwips(page.side),
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

function marginsOf(report: Report): Pick<ISectionOptions, 'headers' | 'footers'> {
  const { header, footer, layout } = report;
  const right = [{ type: TabStopType.RIGHT, position: mmTwips(textWidthOf(layout)) }];
  const footerLine = new Paragraph({
    style: paragraphStyles.footer.id,
    tabStops: right,
    children: [...words(footer.left), new TextRun({ children: pageXOfY })],
  });
  const footers = { default: new Footer({ children: [footerLine] }) };
  if (header === null) return { footers };
  const bold = characterStyles.strong.id;
  const headerLine = new Paragraph({
    style: paragraphStyles[header.isBoxed ? 'headerBoxed' : 'header'].id,
    tabStops: header.isBoxed
      ? [{ type: TabStopType.RIGHT, position: mmTwips(textWidthOf(layout) - boxInset) }]
      : right,
    children: [
      ...words(header.left, { style: bold }),
      new TextRun({ children: [new Tab()] }),
      ...words(header.right, { style: header.isBoxed ? bold : undefined }),
    ],
  });
  return { headers: { default: new Header({ children: [headerLine] }) }, footers };
}

const pageXOfY = [new Tab(), 'page ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES];
/** mm between the box of a header and its words: the style's right indent. */
const boxInset = 2.3;
