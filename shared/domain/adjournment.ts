import type { IsoDate } from './dates.ts';
import { computeDeadline } from './deadlines/deadline.ts';
import { formatDate } from './london.ts';
import type { Review } from './model/review.ts';
import type { RuleSettings } from './rules/ruleSet.ts';
import { periodInWords } from './rules/period.ts';
import { rulesOf } from './rules/ruleSet.ts';
import type { WorkingCalendar } from './workingDays.ts';

/** R-16 as it is in force on a day; undefined where the authority has switched it off. */
const ruleOn = (day: IsoDate, settings: RuleSettings) => rulesOf({ rules: settings }).ruleOn('R-16', day);

/**
 * The last day to which a review may be adjourned from the day it was (R-16, regulation 36(2), mark U); undefined where
 * no rule sets one.
 */
export function lastAdjournedDay(
  from: IsoDate,
  calendar: WorkingCalendar,
  settings: RuleSettings = {},
): IsoDate | undefined {
  const rule = ruleOn(from, settings);
  if (rule === undefined) return undefined;
  const deadline = computeDeadline(rule, from, calendar);
  return deadline.kind === 'computed' ? deadline.due : undefined;
}

/**
 * What is wrong with a review's adjournment, as a sentence to show, or undefined. A review is adjourned once (it has
 * room for one), to a later day, for at most as long as the rule says.
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
  const { period } = ruleOn(adjournment.on, settings) ?? {};
  const long = period === undefined ? '' : `, for at most ${periodInWords(period)}`;
  return `A review may be adjourned once${long}: here until ${formatDate(last)}.`;
}
