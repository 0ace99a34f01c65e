import { type IsoDate, compareDates } from './dates.ts';
import { type Deadline, type NotComputed, computeDeadline, notComputed } from './deadlines/deadline.ts';
import { type RuleSettings, ruleInForce } from './rules/ruleSet.ts';
import { type WorkingCalendar, englandAndWales } from './workingDays.ts';

/**
 * What the next review's date hangs on. `countedReviewDates`: the reviews that count as statutory, each by the
 * date that counts; those before this time of being looked after belong to an earlier one and are left out.
 * `clock`: short breaks and adoption have clocks of their own, which no rule here gives yet.
 */
export type ReviewFacts = {
  readonly lookedAfterSince: IsoDate | undefined;
  readonly countedReviewDates: readonly IsoDate[];
  /** How many reviews have counted, where the store does not hold them all (the last one's number says so). */
  readonly countedSoFar?: number;
  readonly clock?: 'ordinary' | 'short-breaks' | 'adoption' | undefined;
};

/**
 * The last lawful day of the next review by regulation 33: R-01 for the first, R-02 for the second, R-03 for
 * every later one. Anything else is not computed, with the reason.
 */
export function nextReviewDue(
  facts: ReviewFacts,
  calendar: WorkingCalendar = englandAndWales,
  settings: RuleSettings = {},
): Deadline | NotComputed {
  const since = facts.lookedAfterSince;
  if (since === undefined) return notComputed('The date the child became looked after is not recorded.');
  const clock = facts.clock ?? 'ordinary';
  if (clock === 'short-breaks') return notComputed('Short breaks have a clock of their own (regulation 48).');
  if (clock === 'adoption') {
    return notComputed(
      'A plan for adoption has a clock of its own (Adoption Agencies Regulations 2005, regulation 36).',
    );
  }
  const counted = [...new Set(facts.countedReviewDates)].filter((date) => date >= since).sort(compareDates);
  const last = counted.at(-1);
  if (last === undefined) return computeDeadline(ruleInForce('R-01', settings), since, calendar);
  const soFar = Math.max(counted.length, facts.countedSoFar ?? 0);
  return computeDeadline(ruleInForce(soFar === 1 ? 'R-02' : 'R-03', settings), last, calendar);
}

/** The midway check: half way from a review to the last lawful day of the next, or to its set date. */
export function midwayDue(
  reviewOn: IsoDate,
  nextReviewOn: IsoDate | undefined,
  calendar: WorkingCalendar = englandAndWales,
  settings: RuleSettings = {},
): Deadline | NotComputed {
  return computeDeadline(ruleInForce('A-08', settings), reviewOn, calendar, nextReviewOn);
}

/** Which clocks run after a review was held, in the order they fall, then A-02 once sent. */
export function clocksAfterReview(
  reviewOn: IsoDate,
  decisionsSentOn: IsoDate | undefined,
  calendar: WorkingCalendar = englandAndWales,
  settings: RuleSettings = {},
): (Deadline | NotComputed)[] {
  const fromReview = (['A-01', 'A-04', 'A-05', 'A-06'] as const).map((id) =>
    computeDeadline(ruleInForce(id, settings), reviewOn, calendar),
  );
  const reply =
    decisionsSentOn === undefined
      ? []
      : [computeDeadline(ruleInForce('A-02', settings), decisionsSentOn, calendar)];
  return [...fromReview, ...reply];
}
