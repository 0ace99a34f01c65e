import { anchoredPoints, isBlank } from '../richText.ts';
import type { Point, SectionText, TextPart } from '../domain/model/minutes.ts';
import type { SectionKey, SectionRow } from '../domain/model/sections.ts';
import { sectionOf } from '../domain/model/sections.ts';
import { endingOf } from '../domain/endings.ts';
import { agreedIn } from './agreed.ts';
import type { AnchorNumber, Block } from './blocks.ts';
import { childsWords, observed } from './childsWords.ts';
import type { ReportContext } from './context.ts';
import { labelsOf, numberOf } from './context.ts';
import { checksTable, episodesTable } from './datesTable.ts';
import { pointsInOrder } from './numbering.ts';
import { willCover } from './pageOne.ts';
import { descriptions, pointsTable, strengths, views } from './pointsTable.ts';
import { earlierWords, isFromTheChild } from './pointWords.ts';
import { clause, day, joined } from './phrases.ts';
import { riskTable } from './riskTable.ts';
import { heading, paragraph } from './runs.ts';
import { sectionHeading } from './sectionHeading.ts';

/** What a section holds of this review. */
type Held = { readonly texts: readonly SectionText[]; readonly points: readonly Point[] };

function heldIn(context: ReportContext, key: SectionKey): Held {
  const { record, review } = context.content;
  return {
    texts: record.texts.filter(
      (text) => text.reviewId === review.id && text.section === key && !isBlank(text.body),
    ),
    points: pointsInOrder(record, review, key),
  };
}

/**
 * One section of the record: its ending, the dates, what happened, what the child says, what it means, what matters
 * and what is agreed. A copy has no trace of a section that nothing is left of.
 */
export function section(context: ReportContext, key: SectionKey, more: readonly Block[] = []): Block[] {
  const row = sectionOf(key);
  const body = sectionBody(context, key, more);
  const ending = endingWords(context, key);
  const isLeftOut = body.length === 0 && (ending === undefined || !row.takesEnding);
  if (isLeftOut && (context.reader !== 'service-file' || !row.takesEnding)) return [];
  const line = row.takesEnding
    ? (ending ?? (body.length === 0 ? 'Nothing is recorded.' : undefined))
    : undefined;
  return [
    heading(2, sectionHeading(context, row)),
    ...(line === undefined ? [] : [paragraph('meta', line, body.length === 0 ? {} : { keepWithNext: true })]),
    ...body,
  ];
}

/** What stands under a section's heading and ending. */
export function sectionBody(context: ReportContext, key: SectionKey, more: readonly Block[] = []): Block[] {
  return [...facts(context, key), ...narrated(context, key), ...more, ...agreedIn(context, key)];
}

/** "Discussed on 5 Oct 2026."; "Not discussed because …"; "No change, checked with … on …". */
function endingWords({ content }: ReportContext, key: SectionKey): string | undefined {
  const ending = endingOf(content.record, content.review.id, key);
  switch (ending?.kind) {
    case undefined:
      return undefined;
    case 'discussed':
      return content.heldOn ? `Discussed on ${day(content.heldOn)}.` : undefined;
    case 'no-change': {
      const when = ending.on ? ` on ${day(ending.on)}` : '';
      // "Sam Inkwell: the order stands": the day belongs to whom it was checked with.
      const [who = '', ...said] = clause(ending.checkedWith).split(': ');
      const more = said.length === 0 ? '' : `: ${said.join(': ')}`;
      return `No change, checked with ${who}${when}${more}.`;
    }
    case 'not-discussed':
      return joined([`Not discussed because ${clause(ending.because)}.`, willCover(ending)], ' ');
    case 'does-not-apply':
      return `Does not apply because ${clause(ending.because)}.`;
    default:
      return ending satisfies never;
  }
}

function facts(context: ReportContext, key: SectionRow['key']): Block[] {
  return [
    ...checksTable(context, key),
    ...episodesTable(context, key),
    ...(key === 'risk-and-safety' ? riskTable(context) : []),
  ];
}

function narrated(context: ReportContext, key: SectionKey): Block[] {
  const { texts, points } = heldIn(context, key);
  const anchored = new Set<string>(texts.flatMap((text) => anchoredPoints(text.body)));
  const says = points.filter(isFromTheChild).flatMap((point) => childsWords(context, point));
  const shows = points.filter(({ kind }) => kind === 'observation').map((point) => observed(context, point));
  const { headings } = context.voice;
  return [
    ...textOf(context, texts, 'account', 'What happened and how we know'),
    ...descriptions(context, points, anchored),
    ...(says.length === 0 ? [] : [heading(3, headings.says), ...says]),
    ...(shows.length === 0 ? [] : [heading(3, headings.shows), ...shows]),
    ...views(context, points),
    ...strengths(context, points),
    ...textOf(context, texts, 'meaning', 'What it means'),
    ...pointsTable(context, points),
  ];
}

function textOf(
  context: ReportContext,
  texts: readonly SectionText[],
  part: TextPart,
  title: string,
): Block[] {
  return texts
    .filter((text) => text.part === part)
    .flatMap((text): Block[] => {
      const labels = labelsOf(context, text.audience);
      const hasLabel = Array.isArray(labels) && labels.length > 0;
      return [
        heading(3, hasLabel ? [title, labels] : title),
        { kind: 'narrative', style: 'narrative', body: text.body, numbers: anchorNumbers(context, text) },
      ];
    });
}

/** The number of each point that the text anchors; of an earlier review's with the day of that review. */
function anchorNumbers(context: ReportContext, text: SectionText): Record<string, AnchorNumber> {
  const numbers: Record<string, AnchorNumber> = {};
  for (const id of anchoredPoints(text.body)) {
    const number = numberOf(context, id);
    const earlier = earlierWords(context, id);
    if (number !== undefined) numbers[id] = { number };
    else if (earlier?.includes(', ')) {
      const [first = '', ...from] = earlier.split(', ');
      numbers[id] = { number: first, from: from.join(', ') };
    }
  }
  return numbers;
}
