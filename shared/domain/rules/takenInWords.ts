import type { IsoDate } from '../dates.ts';
import { formatDate } from '../london.ts';
import { isSameValue } from '../../sameValue.ts';
import { periodInWords } from './period.ts';
import type { Rule } from './rule.ts';
import type { EarlierChange, LocalRule, RuleChange } from './ruleSet.ts';
import { changeOn, changesAhead, ruleAsChanged } from './ruleSet.ts';
import { ruleIds, shippedRule } from './table.ts';
import type { DecidedRules } from './takeRules.ts';
import { standingFrom } from './takeRules.ts';
import { triggers } from './triggers.ts';

function stands(rule: Rule, change: EarlierChange | undefined): string {
  if (change?.isOff === true) return 'switched off';
  const { period } = change ? ruleAsChanged(rule, change) : rule;
  return period ? periodInWords(period) : 'no period';
}

function changeInWords(
  rule: Rule,
  before: RuleChange | undefined,
  after: RuleChange | undefined,
  day: IsoDate,
): string[] {
  if (isSameValue(standingFrom(before, day), standingFrom(after, day))) return [];
  const [was, is] = [stands(rule, changeOn(before, day)), stands(rule, changeOn(after, day))];
  const later = changesAhead(after, day).map(
    (each) => `from ${formatDate(each.effectiveFrom ?? day)} ${stands(rule, each)}`,
  );
  const dropped = changesAhead(before, day).map(
    ({ effectiveFrom }) => `and no longer changes on ${formatDate(effectiveFrom ?? day)}`,
  );
  const next = later.length > 0 ? later : dropped;
  const now = was === is ? (next.length === 0 ? 'its words change' : is) : `${was} becomes ${is}`;
  return [`${rule.id} ${rule.name}: ${[now, ...next].join(', ')}`];
}

const wayOf = ({ period, direction, trigger }: Rule) =>
  `${period ? periodInWords(period) : 'by the day'} ${direction} ${triggers[trigger].after}`;

function localInWords(before: LocalRule | undefined, after: LocalRule | undefined): string[] {
  if (isSameValue(before, after)) return [];
  if (!before) return after ? [`${after.id} ${after.name}: new, ${wayOf(after)}`] : [];
  const named = `${before.id} ${before.name}`;
  if (!after) return [`${named}: removed; what was said of its dates is kept`];
  const [was, is] = [wayOf(before), wayOf(after)];
  if (was !== is) return [`${named}: ${was} becomes ${is}`];
  return [`${named}: ${before.name === after.name ? 'its words change' : `becomes “${after.name}”`}`];
}

/** Days and terms by a line each: those that go, and those that come. */
function listInWords(before: readonly string[], after: readonly string[]): string[] {
  return [
    ...before.filter((line) => !after.includes(line)).map((line) => `${line}: goes`),
    ...after.filter((line) => !before.includes(line)).map((line) => `${line}: new`),
  ];
}

const termLine = ({ name, from, to, halfTerm }: DecidedRules['schoolTerms'][number]) =>
  `Term ${name}, ${formatDate(from)} to ${formatDate(to)}${
    halfTerm ? `, half term ${formatDate(halfTerm.from)} to ${formatDate(halfTerm.to)}` : ''
  }`;
const dayLine = ({ date, name }: DecidedRules['extraNonWorkingDays'][number]) =>
  `Day off ${formatDate(date)}, ${name}`;

/**
 * What another set would change from a day on, a line each, before anybody takes it: the shipped rules, the
 * authority's own, its school terms and its days off. Nothing where the two decide the same.
 */
export function takenInWords(before: DecidedRules, after: DecidedRules, day: IsoDate): string[] {
  const ids = [...new Set([...before.localRules, ...after.localRules].map(({ id }) => id))].sort();
  const own = ({ localRules }: DecidedRules, id: string) => localRules.find((rule) => rule.id === id);
  return [
    ...ruleIds.flatMap((id) => {
      const rule = shippedRule(id);
      return rule ? changeInWords(rule, before.rules[id], after.rules[id], day) : [];
    }),
    ...ids.flatMap((id) => localInWords(own(before, id), own(after, id))),
    ...listInWords(before.schoolTerms.map(termLine), after.schoolTerms.map(termLine)),
    ...listInWords(before.extraNonWorkingDays.map(dayLine), after.extraNonWorkingDays.map(dayLine)),
  ];
}
