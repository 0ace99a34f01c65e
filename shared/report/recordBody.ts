import type { SectionKey } from '../domain/model/sections.ts';
import { sectionKeys } from '../domain/model/sections.ts';
import { ageAtReview } from '../domain/reviews.ts';
import { sectionsForAge } from '../domain/model/sections.ts';
import { addendaInFull } from './bars.ts';
import type { Block } from './blocks.ts';
import type { ReportContext } from './context.ts';
import { dutyLines, identityLines } from './duties.ts';
import type { FittedPage } from './fitTable.ts';
import { fitTable } from './fitTable.ts';
import { fitsOnPage, heightOfBlocks, pageHeight } from './fitting.ts';
import { gapsSection } from './gaps.ts';
import { lateSection } from './lateClocks.ts';
import { pageOne } from './pageOne.ts';
import { wholePlan } from './planSection.ts';
import { plannedDecisions } from './planWords.ts';
import { previousActions } from './previousActions.ts';
import { heading } from './runs.ts';
import { section, sectionBody } from './section.ts';
import { settleNumbers } from './settle.ts';
import type { Paper } from './styleSheet.ts';
import { tookPart } from './tookPart.ts';

/** The whole of a record for one reader: page 1, who took part, then section by section, addenda last. */
export function recordBlocks(context: ReportContext, title: readonly Block[]): Block[] {
  const { first, opened, isOver } = firstPage(context, title);
  const rest = [
    ...frontSheet(context),
    ...(context.reader === 'service-file' ? [...gapsSection(context), ...lateSection(context)] : []),
    ...sectionsInOrder(context).flatMap((key) => sectionOfRecord(context, key)),
    ...addendaInFull(context),
  ];
  // Page 2 begins with whatever comes first there, so that page 1 stays one page; a short copy flows on.
  const flowsOn =
    isOver || opened.length > 0 || (context.reader === 'copy' && isShort(first, recordPaper(context)));
  return settleNumbers([...first, ...opened, ...(flowsOn ? rest : onNewPage(rest))]);
}

function recordPaper({ isLay, letterhead }: ReportContext): Paper {
  return { layout: 'record', isLay, letterhead };
}

function firstPage(
  context: ReportContext,
  title: readonly Block[],
): { first: readonly Block[]; opened: readonly Block[]; isOver: boolean } {
  const numbers = plannedDecisions(context).map(({ number }) => number);
  const paper = recordPaper(context);
  const laidOut = (isTight: boolean): FittedPage => {
    const { before, table, after, overflow } = pageOne(context, title, isTight);
    if (table === null) return { page: [...before, ...after], continued: overflow };
    const { page, continued } = fitTable(
      { before, table, after, numbers, noun: 'decision', continuedTitle: 'What we decided, continued' },
      paper,
    );
    // A letterhead may leave less than page 1 needs without a single decision: then it runs on in its order.
    if (paper.letterhead && !fitsOnPage(page, paper))
      return { page: [...before, table, ...after], continued: overflow };
    return { page, continued: [...continued, ...overflow] };
  };
  const roomy = laidOut(false);
  const { page, continued } = roomy.continued.length === 0 ? roomy : laidOut(true);
  const isOver = paper.letterhead !== undefined && !fitsOnPage(page, paper);
  return { first: page, opened: isOver ? continued : onNewPage(continued), isOver };
}

/** Less than half a page: more white than words, were the rest to start overleaf. */
function isShort(blocks: readonly Block[], paper: Paper): boolean {
  return heightOfBlocks(blocks, paper) < pageHeight(paper) / 2;
}

function onNewPage(blocks: readonly Block[]): Block[] {
  return blocks.map((block, index) =>
    index === 0 && block.kind === 'heading' ? { ...block, pageBreakBefore: true } : block,
  );
}

function frontSheet(context: ReportContext): Block[] {
  // A copy keeps points here that it has only as quotes on page 1.
  const own = context.reader === 'copy' ? withoutPoints(context, 'front-sheet') : context;
  const other = sectionBody(own, 'front-sheet');
  const title = other[0]?.kind === 'table' ? [heading(3, 'Other dates')] : [];
  const people = tookPart(context);
  return [...people, ...identityLines(context, people.length === 0 ? 2 : 3), ...title, ...other];
}

function withoutPoints(context: ReportContext, key: SectionKey): ReportContext {
  const { content } = context;
  const points = content.record.points.filter((point) => point.section !== key);
  return { ...context, content: { ...content, record: { ...content.record, points } } };
}

/** The authority's order and choice; a hidden section, or one for another age, only where something stands in it. */
function sectionsInOrder({ content }: ReportContext): SectionKey[] {
  const { settings, record, review, gatheredOn } = content;
  const forAge = new Set<SectionKey>(
    sectionsForAge(ageAtReview(record, review, gatheredOn)).map(({ key }) => key),
  );
  const used = new Set<SectionKey>([
    ...record.points.filter((row) => row.reviewId === review.id).map((row) => row.section),
    ...record.texts.filter((row) => row.reviewId === review.id).map((row) => row.section),
    ...record.sections.filter((row) => row.reviewId === review.id).map((row) => row.key),
    ...record.decisions.flatMap((row) => (row.reviewId === review.id && row.section ? [row.section] : [])),
    ...record.actions.flatMap((row) => (row.reviewId === review.id && row.section ? [row.section] : [])),
  ]);
  return [...new Set([...settings.sectionOrder, ...sectionKeys])].filter(
    (key) =>
      key !== 'front-sheet' && (used.has(key) || (forAge.has(key) && !settings.hiddenSections.includes(key))),
  );
}

function sectionOfRecord(context: ReportContext, key: SectionKey): Block[] {
  if (key === 'previous-actions') return section(context, key, previousActions(context));
  if (key === 'iro-view') return section(context, key, dutyLines(context));
  if (key === 'plan') return section(context, key, wholePlan(context));
  return section(context, key);
}
