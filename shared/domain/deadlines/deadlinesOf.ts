import type { IsoDate } from '../dates.ts';
import { rulesOf } from '../rules/ruleSet.ts';
import type { Settings } from '../settings.ts';
import { calendarOf } from '../settings.ts';
import { afterDeadlines } from './afterDeadlines.ts';
import { beforeDeadlines } from './beforeDeadlines.ts';
import type { ChildDeadline, ChildDeadlines } from './childDeadline.ts';
import { educationDeadlines } from './educationDeadlines.ts';
import type { DeadlineRecord, RuleSet } from './facts.ts';
import { factsOf, watchOf } from './facts.ts';
import { faultsOf } from './faults.ts';
import { healthDeadlines } from './healthDeadlines.ts';
import { leavingCareDeadlines } from './leavingCareDeadlines.ts';
import { localDeadlines } from './localDeadlines.ts';
import { missingDeadlines } from './missingDeadlines.ts';
import { planDeadlines } from './planDeadlines.ts';
import { reviewDeadlines } from './reviewDeadlines.ts';
import { visitDeadlines } from './visitDeadlines.ts';

type Decided = Pick<
  Settings,
  'rules' | 'localRules' | 'extraNonWorkingDays' | 'schoolTerms' | 'noReplyMeans'
>;

/** What an authority decides, made ready: made once, and given to every child. */
export function ruleSetOf(settings: Decided): RuleSet {
  return {
    rules: rulesOf(settings),
    calendar: calendarOf(settings),
    noReplyMeans: settings.noReplyMeans,
  };
}

const dayOf = ({ date }: ChildDeadline) => (date.kind === 'computed' ? date.due : '9999-12-31');

/**
 * Every date that the rules give for a child, by its day: what is open, and of what comes again the last that was done.
 * Faults name the facts that cannot be right; the rest is computed all the same. Pure: the same record, day and rules
 * give the same dates, whatever the order of the record's lists, the machine's zone or its locale.
 */
export function deadlinesOf(record: DeadlineRecord, today: IsoDate, ruleSet: RuleSet): ChildDeadlines {
  const watch = watchOf(today);
  const facts = factsOf(record, today, ruleSet, watch.hasCome);
  const deadlines = [
    ...reviewDeadlines(facts),
    ...beforeDeadlines(facts),
    ...afterDeadlines(facts),
    ...planDeadlines(facts),
    ...healthDeadlines(facts),
    ...educationDeadlines(facts),
    ...visitDeadlines(facts),
    ...missingDeadlines(facts),
    ...leavingCareDeadlines(facts),
    ...localDeadlines(facts),
  ];
  deadlines.sort((a, b) => {
    const [one, other] = dayOf(a) === dayOf(b) ? [a.key, b.key] : [dayOf(a), dayOf(b)];
    return one < other ? -1 : one > other ? 1 : 0;
  });
  const holdsUntil = watch.until();
  return { deadlines, faults: faultsOf(facts, deadlines), ...(holdsUntil && { holdsUntil }) };
}
