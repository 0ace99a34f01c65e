import { afterRules } from './after.ts';
import { beforeRules } from './before.ts';
import { educationRules } from './education.ts';
import { healthRules } from './health.ts';
import { leavingCareRules } from './leavingCare.ts';
import { missingRules } from './missing.ts';
import { planRules } from './plans.ts';
import { reviewRules } from './reviews.ts';
import type { Rule, RuleRow } from './rule.ts';
import { inForce } from './sources.ts';
import { visitRules } from './visits.ts';

const rows = [
  ...reviewRules,
  ...beforeRules,
  ...afterRules,
  ...planRules,
  ...healthRules,
  ...educationRules,
  ...visitRules,
  ...missingRules,
  ...leavingCareRules,
] as const;

/** The rules of the shipped table, by the names that code knows them by. */
export type RuleId = (typeof rows)[number]['id'];
export const ruleIds: readonly RuleId[] = rows.map(({ id }) => id);

/** True for the id of a rule of the shipped table. */
export function isRuleId(id: string): id is RuleId {
  return ruleIds.some((own) => own === id);
}

/** The rules as shipped, in order. An authority's changes lie over them in its settings, never in code. */
export const shippedRules: readonly Rule[] = rows.map((row: RuleRow) => ({
  direction: 'after',
  effectiveFrom: inForce.regulations,
  ...row,
}));

const byId = new Map(shippedRules.map((rule) => [rule.id, rule]));

/** The shipped rule of this id; undefined for an authority's own. */
export function shippedRule(id: string): Rule | undefined {
  return byId.get(id);
}
