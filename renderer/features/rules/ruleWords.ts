import type { Period, PeriodUnit } from '../../../shared/domain/rules/period.ts';
import { periodInWords } from '../../../shared/domain/rules/period.ts';
import { isDateless } from '../../../shared/domain/rules/countable.ts';
import type { Rule } from '../../../shared/domain/rules/rule.ts';
import { triggers } from '../../../shared/domain/rules/triggers.ts';

export const unitNames: Readonly<Record<PeriodUnit, string>> = {
  'working-day': 'working days',
  'calendar-day': 'days',
  week: 'weeks',
  'calendar-month': 'months',
  hour: 'hours',
  'school-term': 'school terms',
  'school-day': 'school days',
  'share-of-interval': 'share of the time (0 to 1)',
};

export const standingNames = { statutory: 'Statutory', guidance: 'Guidance', local: 'Local' } as const;

/** What each evidence mark says of how far the source was read (domain notes). */
export const markNames = {
  V: 'read in the source itself',
  S: 'read in a secondary source',
  L: 'one council’s own procedure',
  U: 'unverified: check',
} as const;

const capital = (words: string) => words.slice(0, 1).toLocaleUpperCase('en-GB') + words.slice(1);

/** True for the visits that come at an interval of the child's own plan. */
export const isByAgreement = (id: string): boolean => id === 'S-08' || id === 'S-09';

function withoutPeriod({ id, direction, trigger }: Pick<Rule, 'id' | 'direction' | 'trigger'>): string {
  const { after } = triggers[trigger];
  if (isDateless(id)) return 'Gives no date';
  if (isByAgreement(id)) return 'At the interval agreed for the child';
  return direction === 'before' ? `Before ${after}` : `On the day itself (${after})`;
}

/** "5 working days after the review", "On the day itself (the second review)". */
export function whenInWords(
  rule: Pick<Rule, 'id' | 'period' | 'direction' | 'trigger' | 'isWindow'>,
): string {
  const { period, direction, trigger, isWindow } = rule;
  const { after } = triggers[trigger];
  if (!period) return withoutPeriod(rule);
  if (period.unit === 'share-of-interval')
    return `${capital(periodInWords(period))} from ${after} to the next`;
  return isWindow === true
    ? `Within the ${periodInWords(period)} before ${after}`
    : `${capital(periodInWords(period))} ${direction} ${after}`;
}

export function isSame(a: Period | undefined, b: Period | undefined): boolean {
  return a?.value === b?.value && a?.unit === b?.unit;
}
