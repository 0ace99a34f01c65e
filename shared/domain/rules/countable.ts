import type { Issue } from '../result.ts';
import type { Period } from './period.ts';
import type { Rule } from './rule.ts';
import type { RuleSource } from './ruleSet.ts';
import type { RuleId } from './table.ts';
import { shippedRule } from './table.ts';
import type { Trigger } from './triggers.ts';
import { triggers } from './triggers.ts';

/** Why a rule could never give a date, and the field that says so. */
export type CountFault = { readonly field: 'trigger' | 'period'; readonly message: string };

/** What makes a count possible: from what, which way, and of which shipped rule, where it is one. */
type Counting = Pick<Rule, 'id' | 'trigger' | 'direction'>;

/** Rules that are duties of the service or of a decision: they stand in the table and date nothing of a child. */
const dateless: ReadonlySet<string> = new Set<RuleId>(['R-20', 'B-09', 'A-09', 'A-10', 'P-07', 'M-03']);

/** True for a shipped rule that dates nothing, whatever its period. */
export const isDateless = (id: string): boolean => dateless.has(id);

/** What starts a clock only through a shipped rule of its own, and so gives an authority's rule no day to count from. */
const withoutDay: ReadonlySet<Trigger> = new Set(['telling-promised', 'day-set', 'year-began']);
/** What the record keeps with its time of day. */
const withMoment: ReadonlySet<Trigger> = new Set(['missing-ended']);

/** True where an authority's own rule can count from it: its day is found in a child's record. */
export const canStartOwnRule = (trigger: Trigger): boolean => !withoutDay.has(trigger);

function unitFault({ id, trigger, direction }: Counting, { unit }: Period): string | undefined {
  const { after } = triggers[trigger];
  if (unit === 'share-of-interval' && shippedRule(id)?.period?.unit !== unit) {
    return 'A share needs a time with two ends, which only the halfway check between two reviews (A-08) has. Count in days, weeks or months.';
  }
  if (unit === 'hour' && !(withMoment.has(trigger) && direction === 'after')) {
    return withMoment.has(trigger)
      ? 'Hours are counted forward only. Choose “after”, or count in days.'
      : `Hours need a time of day, and of this the record keeps the day alone: ${after}. Count in days.`;
  }
  return unit === 'school-term' && direction === 'before'
    ? 'School terms are counted forward only. Count in school days, weeks or months.'
    : undefined;
}

/**
 * Why a rule of this trigger, direction and period could never give a date; undefined where it can. A shipped rule that
 * dates nothing takes no period; an authority's own counts only from what a record has a day for.
 */
export function countFault(rule: Counting, period: Period | undefined): CountFault | undefined {
  if (isDateless(rule.id)) {
    return period && { field: 'period', message: 'This rule gives no date, so it has no period either.' };
  }
  if (shippedRule(rule.id) === undefined && !canStartOwnRule(rule.trigger)) {
    const message = `A child’s record has no one day for this: ${triggers[rule.trigger].after}. Choose another.`;
    return { field: 'trigger', message };
  }
  const message = period && unitFault(rule, period);
  return message === undefined ? undefined : { field: 'period', message };
}

/** A fault with its rule, which stays the same wherever the rule stands in its list. */
export type RuleIssue = Issue & CountFault & { readonly rule: string };

/**
 * Every rule of a set that could never give a date, by its place: `rules.A-01.period`, `localRules[0].trigger`. What a
 * history holds was decided once and stays.
 */
export function countFaults({ rules, localRules = [] }: RuleSource): RuleIssue[] {
  const own = new Map<string, Rule>(localRules.map((rule) => [rule.id, rule]));
  const changed = Object.entries(rules).flatMap(([id, { period }]) => {
    const rule = shippedRule(id) ?? own.get(id);
    // A period that is only repeated is the table's own, and nobody's fault here.
    const isShipped = period?.unit === rule?.period?.unit && period?.value === rule?.period?.value;
    const fault = rule && period && !isShipped ? countFault(rule, period) : undefined;
    return fault ? [{ rule: id, ...fault, path: `rules.${id}.${fault.field}` }] : [];
  });
  const local = localRules.flatMap((rule, place) => {
    const fault = countFault(rule, rule.period);
    return fault ? [{ rule: rule.id, ...fault, path: `localRules[${place}].${fault.field}` }] : [];
  });
  return [...changed, ...local];
}
