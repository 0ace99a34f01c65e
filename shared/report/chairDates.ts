import { sectionKeys } from '../domain/model/sections.ts';
import type { Block } from './blocks.ts';
import type { ReportContext } from './context.ts';
import type { Check } from './datesTable.ts';
import { checksOf, standingOf } from './datesTable.ts';
import { clause, day } from './phrases.ts';
import { isUnassessed, lastCovered } from '../domain/riskCover.ts';
import { openRisks } from './riskWords.ts';
import { heading, statusLine } from './runs.ts';

/** A kind of thing to ask about, in a word, with what it is about. */
export type AskAbout = {
  readonly word: 'Overdue' | 'No date' | 'Not seen';
  readonly entries: readonly string[];
};

/** What to ask about: dates that are past, checks without a date, risks without an assessment, papers not in. */
export function whatToAskAbout(context: ReportContext): AskAbout[] {
  const checks = sectionKeys.flatMap((key) => checksOf(context, key));
  const asks: AskAbout[] = [
    { word: 'Overdue', entries: checks.flatMap((check) => overdue(context, check)) },
    { word: 'No date', entries: checks.flatMap((check) => undated(context, check)) },
    { word: 'Not seen', entries: [...risksWithoutCover(context), ...papersNotIn(context)] },
  ];
  return asks.filter(({ entries }) => entries.length > 0);
}

/** The same as lines of the chair's sheet. */
export function datesToAskAbout(context: ReportContext): Block[] {
  const lines = whatToAskAbout(context).map(({ word, entries }) =>
    statusLine('not', word, entries.join(' · ')),
  );
  return lines.length === 0 ? [] : [heading(2, 'Dates to ask about'), ...lines];
}

function overdue(context: ReportContext, check: Check): string[] {
  const { nextDue, isLate } = standingOf(check, context.on);
  return isLate && nextDue ? [`${check.label}, ${day(nextDue)}`] : [];
}

function undated(context: ReportContext, check: Check): string[] {
  const { last, isOnlyAsked, nextDue, told } = standingOf(check, context.on);
  if (nextDue !== undefined || told?.isRefused === true) return [];
  if (isOnlyAsked && last?.on) return [`${check.label}, asked ${day(last.on)}`];
  return last === undefined ? [check.label] : [];
}

function risksWithoutCover(context: ReportContext): string[] {
  return openRisks(context)
    .filter((risk) => risk.rating === 'high' && isUnassessed(risk, context.on))
    .map((risk) => {
      const covered = lastCovered(risk, context.on);
      return `${clause(risk.title)}: ${covered ? `assessment newer than ${day(covered)}` : 'any assessment'}`;
    });
}

/** Nothing of the kind has come in for this review. */
function papersNotIn({ content }: ReportContext): string[] {
  const papers = content.record.papers.filter(({ reviewId }) => reviewId === content.review.id);
  const report = papers.find(({ kind }) => kind === 'worker-report');
  const hasReport = report !== undefined || content.review.duties?.workerReport?.receivedOn !== undefined;
  return hasReport ? [] : ['Social worker’s report'];
}
