import type { IsoDate } from './dates.ts';
import { addDays, daysBetween, weekday } from './dates.ts';
import { formatLongDate } from './london.ts';
import type { WorkingCalendar } from './workingDays.ts';
import {
  isWorkingDay,
  lastWorkingDayOnOrBefore,
  nonWorkingReason,
  workingDaysBetween,
} from './workingDays.ts';

/** What a day for the next review is weighed against. */
export type DayFacts = {
  readonly today: IsoDate;
  /** Undefined where no rule gives it. */
  readonly lastLawfulDay: IsoDate | undefined;
  readonly calendar: WorkingCalendar;
  /** The officer's other reviews by day. */
  readonly load: ReadonlyMap<IsoDate, number>;
  /** The child's own days, each with what it is: a birthday, a court hearing. */
  readonly own: ReadonlyMap<IsoDate, string>;
};

export type ProposedDay = {
  readonly on: IsoDate;
  readonly othersThatDay: number;
  readonly othersThatWeek: number;
  /** Calendar days to the last lawful day. */
  readonly daysInHand: number;
};

/** How far before the last lawful day days are proposed, and how many, one a week. */
const windowDays = 41;
const mostProposals = 5;
/** Working days in hand that are best: room to move it once, and no time of the child's given away. */
const bestInHand = 10;
const fewestInHand = 3;

const mondayOf = (day: IsoDate): IsoDate => addDays(day, 1 - weekday(day));

function othersInWeek(day: IsoDate, { load }: DayFacts): number {
  const monday = mondayOf(day);
  return Array.from({ length: 7 }, (_, place) => load.get(addDays(monday, place)) ?? 0).reduce(
    (sum, count) => sum + count,
    0,
  );
}

/** Lower is better: a free day in a light week with some working days in hand. */
function weigh(day: IsoDate, last: IsoDate, facts: DayFacts): number {
  const inHand = workingDaysBetween(day, last, facts.calendar);
  const tooNear = inHand < fewestInHand ? 3 : 0;
  return (
    3 * (facts.load.get(day) ?? 0) + othersInWeek(day, facts) + Math.abs(inHand - bestInHand) / 5 + tooNear
  );
}

/**
 * Days for the next review in date order, at most one a week: working days before the last lawful day, none of the
 * child's own, where the officer has the fewest other reviews. None where the last lawful day is not known or past.
 */
export function proposeDays(facts: DayFacts): ProposedDay[] {
  const { today, lastLawfulDay, calendar, load, own } = facts;
  if (lastLawfulDay === undefined) return [];
  const last = lastWorkingDayOnOrBefore(lastLawfulDay, calendar);
  const best = new Map<IsoDate, { readonly day: IsoDate; readonly weight: number }>();
  for (let back = 0; back <= windowDays; back += 1) {
    const day = addDays(last, -back);
    if (day <= today) break;
    if (!isWorkingDay(day, calendar) || own.has(day)) continue;
    const weight = weigh(day, last, facts);
    const known = best.get(mondayOf(day));
    if (!known || weight < known.weight) best.set(mondayOf(day), { day, weight });
  }
  return [...best.values()]
    .sort((a, b) => a.weight - b.weight)
    .slice(0, mostProposals)
    .map(({ day }) => day)
    .sort()
    .map((on) => ({
      on,
      othersThatDay: load.get(on) ?? 0,
      othersThatWeek: othersInWeek(on, facts),
      daysInHand: daysBetween(on, lastLawfulDay),
    }));
}

/** Why no day is proposed, where none is: nothing is computed, the last lawful day is past, or no day is left free. */
export function whyNoDays({ today, lastLawfulDay }: DayFacts): string {
  if (lastLawfulDay === undefined) return 'No days can be proposed: the last lawful day is not known.';
  if (lastLawfulDay < today) {
    return `The last lawful day, ${formatLongDate(lastLawfulDay)}, has passed: any day from now is late.`;
  }
  if (lastLawfulDay === today) return 'The last lawful day is today.';
  return 'No working day that is not the child’s own is left up to the last lawful day.';
}

/** What a chosen day costs. `must`: a reason is asked for. `look`: to be weighed. `note`: good to know. */
export type DayCost = { readonly kind: 'must' | 'look' | 'note'; readonly words: string };

const counted = (count: number, one: string) => `${count} ${one}${count === 1 ? '' : 's'}`;
/** Other reviews of a week from which it is a heavy one. */
const heavyWeek = 4;

/**
 * What choosing a day comes to, in words; nothing is refused. `after`: the last lawful day of the review after the
 * one on this day, where a rule gives it.
 */
export function costsOfDay(on: IsoDate, facts: DayFacts, after: IsoDate | undefined): DayCost[] {
  const { today, lastLawfulDay, calendar, load, own } = facts;
  const costs: DayCost[] = [];
  const add = (kind: DayCost['kind'], words: string) => void costs.push({ kind, words });
  if (lastLawfulDay !== undefined && on > lastLawfulDay) {
    const late = counted(daysBetween(lastLawfulDay, on), 'day');
    add('must', `${late} after the last lawful day, ${formatLongDate(lastLawfulDay)}: say why.`);
  }
  if (on < today) add('look', 'This day lies behind today.');
  const closed = nonWorkingReason(on, calendar);
  if (closed !== undefined) add('look', `Not a working day: ${closed}.`);
  const mine = own.get(on);
  if (mine !== undefined) add('look', `${mine} is on this day.`);
  const day = load.get(on) ?? 0;
  const week = othersInWeek(on, facts);
  if (day > 0) add('look', `You have ${counted(day, 'other review')} on this day.`);
  if (week >= heavyWeek) add('look', `You have ${counted(week, 'other review')} in this week.`);
  if (lastLawfulDay !== undefined && on <= lastLawfulDay) {
    const inHand = daysBetween(on, lastLawfulDay);
    add('note', inHand === 0 ? 'This is the last lawful day itself.' : `${counted(inHand, 'day')} in hand.`);
  }
  if (after !== undefined) add('note', `The review after it is then due by ${formatLongDate(after)}.`);
  return costs;
}
