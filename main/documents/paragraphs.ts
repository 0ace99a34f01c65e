import { AlignmentType, type IParagraphOptions, Paragraph, type ParagraphChild, Tab, TextRun } from 'docx';
import { assertNever } from '../../shared/domain/result.ts';
import type { Block, Narrative, Runs } from '../../shared/report/blocks.ts';
import { type NarrativeParagraph, narrativeParagraphs } from '../../shared/report/narrative.ts';
import { type StyleName } from '../../shared/report/paragraphTypes.ts';
import {
  cardMarkSize,
  gapAfterTable,
  gapBeforeFacts,
  listIndent,
  typeOf,
} from '../../shared/report/styleSheet.ts';
import { bulletReference, numberedReference, orderedReference } from './numbering.ts';
import type { Printing } from './printing.ts';
import { atHome, type Sizes, toRuns } from './runs.ts';
import { paragraphStyles } from './styleIds.ts';
import { mmTwips, twips } from './units.ts';

type Flow = { readonly keepWithNext?: boolean; readonly pageBreakBefore?: boolean };

/** What the place of a paragraph adds to its style. */
export type Place = { readonly isAfterTable: boolean; readonly isBeforeFacts: boolean };

const nowhere: Place = { isAfterTable: false, isBeforeFacts: false };

type FlowBlock = Exclude<Block, { kind: 'table' | 'facts' | 'cards' | 'writingSpace' }>;

/** The paragraphs of a block that is not a table. */
export function toParagraphs(block: FlowBlock, printing: Printing, place: Place): Paragraph[] {
  switch (block.kind) {
    case 'heading': {
      const runs = toRuns(block.runs, printing);
      const children = block.anchor === undefined ? runs : atHome(block.anchor, runs, printing);
      const style = ({ 1: 'heading1', 2: 'heading2', 3: 'heading3' } as const)[block.level];
      return [styled(style, children, printing, place, flowOf(block))];
    }
    case 'paragraph': {
      const align: IParagraphOptions = block.align === 'right' ? dateLine : {};
      return [
        styled(block.style, toRuns(block.runs, printing), printing, place, { ...flowOf(block), ...align }),
      ];
    }
    case 'labelled': {
      const children = [...toRuns(block.label, printing), tab(), ...toRuns(block.runs, printing)];
      return [styled(block.style, children, printing, place, flowOf(block))];
    }
    case 'numbered': {
      const instance = printing.nextList();
      const numbering = { reference: numberedReference, level: 0, instance };
      return block.items.map((item, index) =>
        styled('numbered', toRuns(item, printing), printing, placeOf(index, block.items.length, place), {
          numbering,
        }),
      );
    }
    case 'narrative':
      return narrative(block, printing, place);
    case 'writeInBox':
      return [styled('writeIn', toRuns(block.label, printing), printing, nowhere)];
    default:
      return assertNever(block);
  }
}

/** A letter's date: close above the greeting. */
const dateLine: IParagraphOptions = { alignment: AlignmentType.RIGHT, spacing: { after: twips(3) } };

/** A number after a quote has the size of a table's, and a card's shape its own. */
function sizesIn(style: StyleName, printing: Printing): Sizes {
  if (style === 'childsWords') return { number: typeOf('tableText', printing.paper).size };
  return style === 'cardHeading' ? { mark: cardMarkSize } : {};
}

function tab(): ParagraphChild {
  return new TextRun({ children: [new Tab()] });
}

function flowOf(flow: Flow): IParagraphOptions {
  return {
    ...(flow.keepWithNext === undefined ? {} : { keepNext: flow.keepWithNext }),
    ...(flow.pageBreakBefore === true ? { pageBreakBefore: true } : {}),
  };
}

function styled(
  style: StyleName,
  children: readonly ParagraphChild[],
  printing: Printing,
  place: Place,
  more: IParagraphOptions = {},
): Paragraph {
  return new Paragraph({
    style: paragraphStyles[style].id,
    children,
    ...spacingAt(style, printing, place, more.pageBreakBefore === true),
    ...more,
  });
}

/** Of several paragraphs the first stands after what was before, the last before what comes. */
function placeOf(index: number, count: number, place: Place): Place {
  return {
    isAfterTable: index === 0 && place.isAfterTable,
    isBeforeFacts: index === count - 1 && place.isBeforeFacts,
  };
}

/** Space that the place asks for, where it is not the style's own. */
function spacingAt(
  style: StyleName,
  { paper }: Printing,
  place: Place,
  startsPage: boolean,
): Pick<IParagraphOptions, 'spacing'> {
  const { before, after } = typeOf(style, paper);
  const wanted = startsPage ? 0 : place.isAfterTable ? Math.max(before, gapAfterTable(style)) : before;
  const spacing = {
    ...(wanted === before ? {} : { before: twips(wanted) }),
    ...(place.isBeforeFacts ? { after: twips(after + gapBeforeFacts) } : {}),
  };
  return Object.keys(spacing).length === 0 ? {} : { spacing };
}

function narrative(block: Narrative, printing: Printing, place: Place): Paragraph[] {
  const instances = new Map<number, number>();
  const instanceOf = (list: number): number => {
    const known = instances.get(list) ?? printing.nextList();
    instances.set(list, known);
    return known;
  };
  const entries = narrativeParagraphs(block);
  return entries.map((entry, index) => {
    const children = toRuns(entry.runs, printing);
    const where = placeOf(index, entries.length, place);
    return styled(block.style, children, printing, where, listOptions(entry, instanceOf));
  });
}

function listOptions(
  { label, depth }: NarrativeParagraph,
  instanceOf: (list: number) => number,
): IParagraphOptions {
  if (label === null) return depth === 0 ? {} : { indent: { left: mmTwips(listIndent * depth) } };
  if (label.kind === 'bullet') {
    return { numbering: { reference: bulletReference, level: label.level, instance: 0 } };
  }
  const reference = orderedReference(label.start);
  return { numbering: { reference, level: label.level, instance: instanceOf(label.list) } };
}

/** One paragraph of a table cell. */
export function cellParagraph(
  style: 'tableText' | 'tick' | 'tableHeading' | 'fact' | 'cardHeading' | 'card',
  runs: Runs,
  printing: Printing,
  more: IParagraphOptions = {},
): Paragraph {
  return styled(style, toRuns(runs, printing, sizesIn(style, printing)), printing, nowhere, more);
}

/** The small paragraph that Word needs between two tables, and after a last one. */
export function betweenTables(): Paragraph {
  return new Paragraph({ style: paragraphStyles.betweenTables.id, children: [] });
}
