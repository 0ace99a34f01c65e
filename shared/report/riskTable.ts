import type { Risk } from '../domain/model/events.ts';
import { eventsNotConsidered, isUnassessed } from '../domain/riskCover.ts';
import type { Block, Cell, TableRow } from './blocks.ts';
import type { ReportContext } from './context.ts';
import { labelsOf } from './context.ts';
import { capitalise, clause, day, joined, sentence } from './phrases.ts';
import { elsewhere } from './planWords.ts';
import { assessedWords, coverWords, numberOfRisk, openRisks, rangWords, ratingMark } from './riskWords.ts';
import type { Words } from './runs.ts';
import { cell, cellParagraph, headOf, paragraph, status, strong } from './runs.ts';

/** Each open risk: how high, what covers it, what has happened since and what was made of that. */
export function riskTable(context: ReportContext): Block[] {
  const risks = openRisks(context);
  if (risks.length === 0) return [];
  return [
    {
      kind: 'table',
      layout: { columns: [38, 27, 44, 61], ruling: 'ruled' },
      caption: 'Risks',
      description: 'Each risk, its level, what covers it, and what has happened and was made of it.',
      head: headOf('Risk', 'Level', 'What covers it', 'What has happened since'),
      rows: risks.map((risk) => riskRow(context, risk)),
    },
    ...risks.flatMap((risk) => urgentSteps(context, risk)),
  ];
}

function riskRow(context: ReportContext, risk: Risk): TableRow {
  const number = numberOfRisk(context, risk);
  const name: Words = [
    number === undefined ? '' : [elsewhere(number), ' '],
    clause(risk.title),
    labelsOf(context, risk.audience),
  ];
  return { cells: [cell(name), levelCell(risk), coverCell(context, risk), eventsCell(context, risk)] };
}

/** The rating now; what it was before, with its day, under it. */
function levelCell(risk: Risk): Cell {
  const before = [...(risk.earlierRatings ?? [])].at(-1);
  return [
    cellParagraph(status(...ratingMark(risk.rating))),
    ...(before ? [cellParagraph(`was ${before.rating}, ${day(before.ratedOn)}`)] : []),
  ];
}

function coverCell(context: ReportContext, risk: Risk): Cell {
  const isOpen = risk.rating === 'high' && isUnassessed(risk, context.on);
  const covers = coverWords(risk).map((words) => cellParagraph(words));
  return [
    ...(isOpen ? [cellParagraph(status('not', 'Not assessed'))] : []),
    ...(covers.length === 0 && !isOpen ? [cellParagraph(assessedWords(risk, context.on))] : covers),
  ];
}

function eventsCell(context: ReportContext, risk: Risk): Cell {
  const since = context.previous?.on;
  const events = [...risk.events]
    .filter(
      (event) => event.on <= context.on && (since === undefined || event.on > since || !event.considered),
    )
    .sort((a, b) => a.on.localeCompare(b.on, 'en'));
  if (events.length === 0) return cell('Nothing since the last review');
  const open = new Set(eventsNotConsidered(risk, context.on).map(({ id }) => id));
  // Said once where it is so of all of them, and not after each.
  const isSaidOnce = events.length > 1 && events.every(({ id }) => open.has(id));
  const told = events.map((event) => {
    const made = open.has(event.id) ? (isSaidOnce ? '' : 'Not considered yet.') : madeOf(event);
    return cellParagraph(`${day(event.on)}: ${joined([sentence(event.what), made], ' ')}`);
  });
  return isSaidOnce ? [...told, cellParagraph(strong('None of these considered yet.'))] : told;
}

/** "Considered 28 Sep 2026 by Lionel Standing: changed. A safety plan was added."; undefined where a later assessment stands for it. */
function madeOf({ considered }: Risk['events'][number]): string | undefined {
  if (considered === undefined) return undefined;
  const by = `Considered ${day(considered.on)} by ${clause(considered.by)}: ${considered.outcome}.`;
  return joined([by, sentence(capitalise(considered.line ?? ''))], ' ');
}

/** What was done on the day about a risk that nothing covers. */
function urgentSteps(context: ReportContext, risk: Risk): Block[] {
  const steps = risk.urgentSteps.filter(({ reviewId }) => reviewId === context.content.review.id);
  if (steps.length === 0) return [];
  const done = steps.map(({ what }) => sentence(what)).join(' ');
  return [
    paragraph('normal', [strong(`${clause(risk.title)}, today:`), ` ${rangWords(context, risk)}. ${done}`]),
  ];
}
