import type { IsoDate } from './dates.ts';
import { ageOn, daysBetween } from './dates.ts';
import type { Deadline } from './deadlines/deadline.ts';
import { formatDate, formatLongDate } from './london.ts';
import type { legalStatuses, placementKinds } from './model/child.ts';
import type { Rule } from './rules/rule.ts';
import { periodInWords } from './rules/period.ts';
import { triggers } from './rules/triggers.ts';

/** Short words of a legal status, for lines of a list; the full ones are `legalStatuses`. */
export const shortLegalStatuses: Readonly<Record<keyof typeof legalStatuses, string>> = {
  'section-20': 'section 20',
  'section-21': 'section 21',
  'interim-care-order': 'interim care order',
  'care-order': 'care order',
  'placement-order': 'placement order',
  'emergency-protection-order': 'emergency protection order',
  'police-protection': 'police protection',
  'remand-to-accommodation': 'remand to accommodation',
  'remand-to-detention': 'remand to detention',
};

/** Where a child lives, as a list says it. */
export const shortPlacements: Readonly<Record<keyof typeof placementKinds, string>> = {
  'foster-carers': 'foster home',
  'long-term-foster-carers': 'long-term foster home',
  'foster-for-adoption': 'foster-for-adoption',
  'relative-or-friend': 'relative or friend',
  'relative-or-friend-temporary': 'relative or friend, temporary approval',
  parent: 'at home, with a parent',
  adopters: 'adopters',
  'childrens-home': 'children’s home',
  'supported-lodgings': 'supported lodgings',
  'supported-accommodation': 'supported accommodation',
  'residential-school': 'residential school',
  'secure-accommodation': 'secure accommodation',
  hospital: 'hospital',
  other: 'another placement',
};

function monthsBetween(from: IsoDate, to: IsoDate): number {
  const [years, months] = [0, 5].map(
    (at) => Number(to.slice(at, at + (at === 0 ? 4 : 2))) - Number(from.slice(at, at + (at === 0 ? 4 : 2))),
  );
  const whole = (years ?? 0) * 12 + (months ?? 0);
  return to.slice(8) < from.slice(8) ? whole - 1 : whole;
}

const plural = (count: number, unit: string) => `${count} ${unit}${count === 1 ? '' : 's'}`;

/** A length of time in its two largest units: "14 years 3 months", "5 months", "3 weeks", "6 days". */
export function spanInWords(from: IsoDate, to: IsoDate): string {
  const months = monthsBetween(from, to);
  if (months >= 12) {
    const rest = months % 12;
    return `${plural(Math.floor(months / 12), 'year')}${rest > 0 ? ` ${plural(rest, 'month')}` : ''}`;
  }
  if (months >= 1) return plural(months, 'month');
  const days = Math.max(0, daysBetween(from, to));
  return days >= 14 ? plural(Math.floor(days / 7), 'week') : plural(days, 'day');
}

/** An age as a list says it: "14", but "5 months" before the first birthday. */
export function shortAge(dateOfBirth: IsoDate, today: IsoDate): string {
  const years = ageOn(dateOfBirth, today);
  return years >= 1 ? String(years) : spanInWords(dateOfBirth, today);
}

/** `Fri 30 Oct`, with the year where it is not this one. */
export function shortDay(day: IsoDate, today: IsoDate): string {
  const full = formatLongDate(day);
  return day.slice(0, 4) === today.slice(0, 4) ? full.slice(0, -5) : full;
}

/** Who sets a rule, in a word: reviews by their regulation. */
function standingInShort({ id, standing }: Rule): string {
  if (standing === 'local') return 'local rule';
  if (standing === 'guidance') return 'guidance';
  return /^R-0[123]$/u.test(id) ? 'regulation 33' : 'by law';
}

/** Where a day comes from, in a line: "Review of 24 Sep + 5 working days, guidance". */
export function ruleInShort({ rule, sum }: Deadline, today: IsoDate): string {
  const start = formatDate(sum.start);
  const day = sum.start.slice(0, 4) === today.slice(0, 4) ? start.slice(0, -5) : start;
  const changed = rule.changed ? ', as changed here' : '';
  const { since } = triggers[rule.trigger];
  const sign = rule.direction === 'before' ? '−' : '+';
  const period = rule.period === undefined ? '' : ` ${sign} ${periodInWords(rule.period)}`;
  return `${since} ${day}${period}, ${standingInShort(rule)}${changed}`;
}
