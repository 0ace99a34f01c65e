import { Temporal } from 'temporal-polyfill';
import type { DeadlineView } from './deadlines.ts';
import type { Instant, IsoDate } from '../domain/dates.ts';
import { daysBetween } from '../domain/dates.ts';
import { startOfLondonDay } from '../domain/london.ts';
import { triggers } from '../domain/rules/triggers.ts';
import type { RuleInForce } from '../domain/rules/ruleSet.ts';
import type { WorkingCalendar } from '../domain/workingDays.ts';
import { workingDaysTo } from '../domain/workingDays.ts';
import type { ChildDeadline } from '../domain/deadlines/childDeadline.ts';
import type { Due } from '../domain/deadlines/deadline.ts';
import { sumOf, withSum } from '../domain/deadlines/deadline.ts';
import { sumInWords } from '../domain/deadlines/sumInWords.ts';

/** When it is: the day, and the moment where that is known (hours are counted from it, else from the day’s beginning). */
export type Now = { readonly today: IsoDate; readonly at?: Instant | undefined };

function leftOf({ rule, due, dueAt }: Due, now: Now, calendar: WorkingCalendar): DeadlineView['left'] {
  if (dueAt !== undefined) {
    const from = Temporal.Instant.from(now.at ?? startOfLondonDay(now.today));
    const hours = from.until(Temporal.Instant.from(dueAt), { largestUnit: 'hours' }).total('hours');
    return { value: Math.floor(hours), unit: 'hour' };
  }
  const unit = rule.period?.unit;
  if (unit === 'working-day' || unit === 'school-day') {
    return { value: workingDaysTo(now.today, due, calendar), unit: 'working-day' };
  }
  return { value: daysBetween(now.today, due), unit: 'calendar-day' };
}

function ruleView({
  id,
  name,
  source,
  standing,
  mark,
  condition,
  changed,
}: RuleInForce): DeadlineView['rule'] {
  return {
    id,
    name,
    source,
    standing,
    mark,
    isUnverified: mark === 'U',
    ...(condition !== undefined && { condition }),
    ...(changed && { changed }),
  };
}

function dateView(
  date: ChildDeadline['date'],
  now: Now,
  calendar: WorkingCalendar,
  form: 'brief' | 'full',
): Partial<DeadlineView> & Pick<DeadlineView, 'certain'> {
  if (date.kind === 'not-computed') return { certain: false, why: date.why };
  const sum = form === 'full' ? sumOf(date, calendar) : undefined;
  return {
    due: date.due,
    ...(date.dueAt !== undefined && { dueAt: date.dueAt }),
    lastWorkingDayOnOrBefore: date.lastWorkingDayOnOrBefore,
    certain: date.certain,
    left: leftOf(date, now, calendar),
    workingDaysLeft: workingDaysTo(now.today, date.due, calendar),
    ...(sum && {
      sum: { ...sum, skipped: [...sum.skipped] },
      words: sumInWords(withSum(date, calendar), calendar),
    }),
  };
}

/** A date as it is shown: `brief` leaves the sum out, seven hundred children of them are not for one list. */
export function deadlineView(
  deadline: ChildDeadline,
  now: Now,
  calendar: WorkingCalendar,
  form: 'brief' | 'full',
): DeadlineView {
  const { rule, trigger, date, isLate, late, ...rest } = deadline;
  return {
    ...rest,
    rule: ruleView(rule),
    trigger: { ...trigger, words: triggers[trigger.kind].after },
    isLate,
    ...(late && { late }),
    asksReason: isLate && late === undefined,
    ...dateView(date, now, calendar, form),
  };
}
