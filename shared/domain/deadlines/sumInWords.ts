import { daysBetween } from '../dates.ts';
import { formatDate, formatInstant, formatLongDate } from '../london.ts';
import { periodInWords } from '../rules/period.ts';
import { unverified } from '../rules/rule.ts';
import type { RuleInForce } from '../rules/ruleSet.ts';
import { triggers } from '../rules/triggers.ts';
import type { SkippedDay, WorkingCalendar } from '../workingDays.ts';
import { isWorkingDay } from '../workingDays.ts';
import { countDays } from './count.ts';
import type { Deadline, DeadlineSum } from './deadline.ts';

function skippedInWords(skipped: readonly SkippedDay[]): string[] {
  const isWeekend = ({ name }: SkippedDay) => name === 'Saturday' || name === 'Sunday';
  const isSchools = ({ name }: SkippedDay) => name === 'School holiday';
  const weekend = skipped.filter(isWeekend).length;
  const schools = skipped.filter(isSchools).length;
  const named = skipped.filter((day) => !isWeekend(day) && !isSchools(day));
  const days = (count: number) => (count === 1 ? 'day' : 'days');
  const parts = [
    ...(weekend > 0 ? [`${weekend} weekend ${days(weekend)}`] : []),
    ...(schools > 0 ? [`${schools} ${days(schools)} of school holidays`] : []),
    ...named.map(({ date, name }) => `${name} (${formatLongDate(date)})`),
  ];
  return parts.length === 0 ? [] : [`Not counted: ${parts.join(', ')}.`];
}

function hoursInWords({ startAt, endAt, counted }: DeadlineSum): string {
  if (startAt === undefined || endAt === undefined || counted === undefined) return '';
  return `${periodInWords(counted)} after ${formatInstant(startAt)} is ${formatInstant(endAt)}. Hours are counted as they pass, also where the clocks change.`;
}

/** The time to do something in: its first day, and the trigger's own as the last. */
function windowInWords({ rule, sum }: Deadline, calendar: WorkingCalendar): string | undefined {
  const opening = countDays(rule, sum.start, calendar);
  if (rule.isWindow !== true || rule.period === undefined || 'why' in opening) return undefined;
  const last = formatLongDate(sum.end);
  return `It is done within the ${periodInWords(rule.period)} ${rule.direction} ${last}: from ${formatLongDate(opening.due)} on, and that day is the last.`;
}

function countInWords(sum: DeadlineSum, way: 'after' | 'before'): string {
  const { start, counted, isMonthEnd, intervalEnd, term, end } = sum;
  const [first, last] = [formatLongDate(start), formatLongDate(end)];
  if (counted === undefined) return `No period is set: it is due by the day itself, ${last}.`;
  switch (counted.unit) {
    case 'working-day':
      return `${first} is day 0; working day ${counted.value} ${way} it is ${last}.`;
    case 'school-day':
      return `${first} is day 0; school day ${counted.value} ${way} it is ${last}.`;
    case 'share-of-interval':
      return `From ${first} to ${formatLongDate(intervalEnd ?? end)} are ${daysBetween(start, intervalEnd ?? end)} days; ${periodInWords(counted)} is ${last}.`;
    case 'calendar-month':
      return `${periodInWords(counted)} ${way} ${first} is ${last}${isMonthEnd ? `, the last day of a month that has no day ${Number(start.slice(8))}` : ''}.`;
    case 'hour':
      return hoursInWords(sum);
    case 'school-term':
      return `${first} lies in or after one term; ${periodInWords(counted)} on, the term ${term ?? ''} ends on ${last}.`;
    case 'calendar-day':
    case 'week':
      return `${periodInWords(counted)} ${way} ${first} is ${last}.`;
    default:
      return counted.unit satisfies never;
  }
}

function ruleInWords(rule: RuleInForce): string {
  const { name, period, standing, direction, trigger, isWindow } = rule;
  if (period === undefined) {
    const { after } = triggers[trigger];
    return `${name}: ${direction === 'before' ? `before ${after}` : `on the day itself at the latest (${after})`}`;
  }
  if (period.unit === 'share-of-interval')
    return `${name}: ${periodInWords(period)} from one review to the next`;
  const within = standing === 'local' && isWindow !== true ? '' : 'within ';
  return `${name}: ${within}${periodInWords(period)} ${direction} ${triggers[trigger].after}`;
}

function changeInWords({ changed }: RuleInForce): string[] {
  if (changed === undefined) return [];
  const { shipped, why, by, on } = changed;
  const before = shipped === undefined ? 'had none' : `was ${periodInWords(shipped)}`;
  const who = [by, on && formatDate(on)].filter(Boolean).join(', ');
  const reason = why === undefined || why === '' ? '' : ` Why: ${why.replace(/\.$/u, '')}.`;
  return [
    `The authority has changed this period; it ${before}.${reason}${who === '' ? '' : ` Changed by ${who}.`}`,
  ];
}

function lastDayInWords({ due, lastWorkingDayOnOrBefore: workday }: Deadline, calendar: WorkingCalendar) {
  if (isWorkingDay(due, calendar)) return [];
  return [
    `${formatLongDate(due)} is not a working day and the limit does not move: the last working day before it is ${formatLongDate(workday)}.`,
  ];
}

/**
 * The working of a date in sentences that a parent could follow: the rule, the count, what was left out, the end, and
 * what was decided about it here. Joined by lines it is the text to copy.
 */
export function sumInWords(deadline: Deadline, calendar: WorkingCalendar): string[] {
  const { rule, sum } = deadline;
  const source = `${rule.source}${rule.mark === 'U' ? `; ${unverified}` : ''}`;
  const { override } = sum;
  return [
    `${ruleInWords(rule)} (${source}).`,
    ...changeInWords(rule),
    windowInWords(deadline, calendar) ?? countInWords(sum, rule.direction),
    ...skippedInWords(sum.skipped),
    ...(override
      ? [
          `Set to ${formatLongDate(override.due)} instead of ${formatLongDate(sum.end)}: ${override.because.replace(/\.$/u, '')}.`,
        ]
      : []),
    ...lastDayInWords(deadline, calendar),
    ...(deadline.certain
      ? []
      : ['Provisional: a bank holiday may still be added, or the rule is not verified.']),
  ];
}

/** The working of a date as plain text to copy: one sentence a line. */
export function sumAsText(deadline: Deadline, calendar: WorkingCalendar): string {
  return `${[`${deadline.rule.name}: ${formatLongDate(deadline.due)}`, ...sumInWords(deadline, calendar)].join('\n')}\n`;
}
