import type { IsoDate } from '../domain/dates.ts';
import { daysBetween } from '../domain/dates.ts';
import type { Risk, RiskRating } from '../domain/model/events.ts';
import { coverKinds } from '../domain/model/events.ts';
import { lastCovered, ratingsUntil } from '../domain/riskCover.ts';
import { formatTime } from '../domain/london.ts';
import type { ReportContext } from './context.ts';
import { numberOf } from './context.ts';
import type { MarkName } from './marks.ts';
import { ownPoints } from './pointWords.ts';
import { clause, counted, day, joined } from './phrases.ts';

const ratingMarks: Readonly<Record<RiskRating, readonly [MarkName, string]>> = {
  high: ['riskHigh', 'High'],
  medium: ['riskMedium', 'Medium'],
  low: ['riskLow', 'Low'],
};

export function ratingMark(rating: RiskRating): readonly [MarkName, string] {
  return ratingMarks[rating];
}

const order: readonly RiskRating[] = ['high', 'medium', 'low'];

/** The risks that are open on the day of the review, the highest first. */
export function openRisks(context: ReportContext): Risk[] {
  const { record } = context.content;
  return record.risks
    .filter((risk) => risk.closedOn === undefined || risk.closedOn > context.on)
    .filter((risk) => risk.openedOn === undefined || risk.openedOn <= context.on)
    .flatMap((risk) => asRatedOn(risk, context.on))
    .sort((a, b) => order.indexOf(a.rating) - order.indexOf(b.rating));
}

/** The risk as it was rated on a day; none before it was rated at all. */
function asRatedOn(risk: Risk, on: IsoDate): Risk[] {
  const known = ratingsUntil(risk, on);
  const last = known.at(-1);
  return last === undefined ? [] : [{ ...risk, ...last, earlierRatings: known.slice(0, -1) }];
}

/** The number of the point that raised the risk at this review. */
export function numberOfRisk(context: ReportContext, risk: Risk): string | undefined {
  const points = ownPoints(context).filter(({ riskId }) => riskId === risk.id);
  const point = points.find(({ kind }) => kind === 'risk') ?? points[0];
  return point && numberOf(context, point.id);
}

/** "12 Feb 2026, 33 weeks ago"; "Never assessed". */
export function assessedWords(risk: Risk, on: IsoDate): string {
  const covered = lastCovered(risk, on);
  if (covered === undefined) return 'Never assessed';
  const days = daysBetween(covered, on);
  if (days === 0) return `${day(covered)}, today`;
  const ago = days < 14 ? counted(days, 'day') : counted(Math.floor(days / 7), 'week');
  return `${day(covered)}, ${ago} ago`;
}

/** What covers a risk, newest first: "Assessment 12 Feb 2026, Sunniva Example: screening tool, medium". */
export function coverWords(risk: Risk): string[] {
  return [...risk.covers]
    .sort((a, b) => b.on.localeCompare(a.on, 'en'))
    .map((cover) =>
      joined(
        [
          joined([`${coverKinds[cover.kind]} ${day(cover.on)}`, cover.by && clause(cover.by)], ', '),
          cover.line && clause(cover.line),
        ],
        ': ',
      ),
    );
}

/** Whether the officer rang anybody about the risk at this review. */
export function isRung({ content }: ReportContext, risk: Risk): boolean {
  return risk.urgentSteps.some(({ reviewId }) => reviewId === content.review.id);
}

/** Whom the officer rang about the risk at this review: "Farah Testerby, 5 Oct 2026, 3.25 pm". */
export function rangWords(context: ReportContext, risk: Risk): string {
  const steps = risk.urgentSteps.filter(({ reviewId }) => reviewId === context.content.review.id);
  const words = steps.map(({ rang, on, at }) =>
    joined([clause(rang), day(on), at && formatTime(at, { noBreak: true })], ', '),
  );
  return words.length === 0 ? 'Nobody' : words.join('; ');
}
