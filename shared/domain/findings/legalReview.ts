import type { IsoDate } from '../dates.ts';
import { addMonths, latest } from '../dates.ts';
import { formatDate } from '../london.ts';
import type { Period } from '../model/child.ts';
import { legalStatuses } from '../model/child.ts';
import { knownFrom } from '../reviews.ts';
import type { Checked, Rule } from './context.ts';
import { byId } from './context.ts';
import { findingOf } from './finding.ts';

type StatusPeriod = Extract<Period, { kind: 'legal-status' }>;

function isWatched(period: Period, day: IsoDate): period is StatusPeriod {
  return (
    period.kind === 'legal-status' &&
    (period.status === 'section-20' || period.status === 'placement-order') &&
    period.from <= day &&
    (period.to === undefined || period.to >= day)
  );
}

/** The day from which the local limit runs: the start of the status, or the last legal review since. */
function lastLooked({ record, day }: Checked, period: StatusPeriod): IsoDate {
  const reviews = record.events.flatMap(({ kind, on }) =>
    kind === 'legal-review' && on !== undefined && on <= day ? [on] : [],
  );
  return latest([period.from, ...reviews]) ?? period.from;
}

/**
 * Section 20, or a placement order, on the day of the review, and no dated legal review within the local limit
 * (months of the settings, mark U; domain.md 3.2, section 11).
 */
const legalStatusIsReviewed: Rule = (checked) => {
  const months = checked.settings.thresholds.legalReviewMonths;
  return [...checked.record.periods]
    .sort(byId)
    .filter((period) => isWatched(period, checked.day))
    .flatMap((period) => {
      const last = lastLooked(checked, period);
      if (addMonths(last, months) >= checked.day) return [];
      const status = legalStatuses[period.status];
      const from = knownFrom(period);
      const since = from === undefined ? '' : ` since ${formatDate(from)}`;
      const what =
        last === period.from
          ? `The child has been ${status === 'placement order' ? 'under a placement order' : status}${since}, and no legal review has a date.`
          : `The last legal review was on ${formatDate(last)}, more than ${months} months before this review.`;
      const target = { review: checked.review.id, section: 'legal-status' } as const;
      return [findingOf('legal-review-missing', target, what)];
    });
};

export const legalReviewRules: readonly Rule[] = [legalStatusIsReviewed];
