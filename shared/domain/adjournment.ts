import type { IsoDate } from './dates.ts';
import { computeDeadline } from './deadlines/deadline.ts';
import { formatDate } from './london.ts';
import type { Review } from './model/review.ts';
import type { RuleSettings } from './rules/ruleSet.ts';
import { ruleInForce } from './rules/ruleSet.ts';
import type { WorkingCalendar } from './workingDays.ts';

/** The last day to which a review may be adjourned from the day it was (R-16, regulation 36(2), mark U). */
export function lastAdjournedDay(
  from: IsoDate,
  calendar: WorkingCalendar,
  settings: RuleSettings = {},
): IsoDate | undefined {
  const deadline = computeDeadline(ruleInForce('R-16', settings), from, calendar);
  return deadline.kind === 'computed' ? deadline.due : undefined;
}

/**
 * What is wrong with a review's adjournment, as a sentence to show, or undefined. A review is adjourned once (it has
 * room for one), to a later day, for at most 20 working days.
 */
export function adjournmentFault(
  review: Pick<Review, 'adjournment'>,
  calendar: WorkingCalendar,
  settings: RuleSettings = {},
): string | undefined {
  const { adjournment } = review;
  if (!adjournment) return undefined;
  if (adjournment.until <= adjournment.on)
    return 'The day it is adjourned to comes after the day it was adjourned.';
  const last = lastAdjournedDay(adjournment.on, calendar, settings);
  if (last === undefined || adjournment.until <= last) return undefined;
  return `A review may be adjourned once, for at most 20 working days: here until ${formatDate(last)}.`;
}
