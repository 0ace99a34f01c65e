import { quoted } from '../../report/phrases.ts';
import { formatDate } from '../london.ts';
import type { Risk } from '../model/events.ts';
import { eventsNotConsidered, lastCovered, ratingsUntil } from '../riskCover.ts';
import type { Checked, Rule } from './context.ts';
import type { Finding } from './finding.ts';
import { findingOf } from './finding.ts';
import { shortened } from './naming.ts';

function nameOfRisk(risk: Risk): string {
  // The manager's page prints a gap, and never has privilege or police information.
  return risk.audience?.restriction === undefined
    ? `The high risk ${quoted(shortened(risk.title))}`
    : 'A high risk';
}

/** High, open, and without an urgent step taken at this review. */
function needsCover(risk: Risk, { review, knownUntil }: Checked): boolean {
  const isClosed = risk.closedOn !== undefined && risk.closedOn <= knownUntil;
  const isStepTaken = risk.urgentSteps.some((step) => step.reviewId === review.id);
  return ratingsUntil(risk, knownUntil).at(-1)?.rating === 'high' && !isClosed && !isStepTaken;
}

function riskFindings(risk: Risk, { review, knownUntil }: Checked): Finding[] {
  const target = { review: review.id, section: 'risk-and-safety', risk: risk.id } as const;
  const name = nameOfRisk(risk);
  const newest = lastCovered(risk, knownUntil);
  if (newest === undefined) {
    const what = `${name} has no assessment, strategy meeting, enquiry or dated safety plan.`;
    return [findingOf('high-risk-not-covered', { ...target, field: 'covers' }, what)];
  }
  const open = eventsNotConsidered(risk, knownUntil);
  const [first, last] = [open[0], open.at(-1)];
  if (first === undefined || last === undefined) return [];
  const events =
    open.length === 1
      ? `an event of ${formatDate(first.on)} has`
      : `${open.length} events since, the last on ${formatDate(last.on)}, have`;
  const what = `${name} was last assessed on ${formatDate(newest)}; ${events} not been considered.`;
  return [findingOf('high-risk-event-not-considered', { ...target, event: first.id, field: 'events' }, what)];
}

/**
 * A risk rated high is covered by an assessment, strategy meeting, enquiry or dated safety plan that is not older
 * than an event nobody has considered, or an urgent step is taken at this review (domain.md 3.5).
 */
const highRisksAreCovered: Rule = (checked) =>
  checked.record.risks
    .filter((risk) => needsCover(risk, checked))
    .flatMap((risk) => riskFindings(risk, checked));

export const riskRules: readonly Rule[] = [highRisksAreCovered];
