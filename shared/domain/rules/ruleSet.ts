import * as z from 'zod';
import { IsoDate } from '../dates.ts';
import { ruleText } from '../ruleText.ts';
import { Period } from './period.ts';
import { Rule, standings } from './rule.ts';
import type { RuleId } from './table.ts';
import { ruleIds, shippedRule } from './table.ts';

const changeFields = {
  period: Period.optional(),
  /** The rule gives no dates here. */
  isOff: z.boolean().optional(),
  name: ruleText(200).optional(),
  condition: ruleText(500).optional(),
  source: ruleText(500).optional(),
  standing: z.enum(standings).optional(),
  /** Why, or by which policy. */
  why: ruleText(500),
  by: ruleText(200).optional(),
  on: IsoDate.optional(),
  /** Triggers before this day keep the rule as it was. */
  effectiveFrom: IsoDate.optional(),
};

/** What was decided about a rule before, oldest first. A change that changes nothing gives the rule back as shipped. */
export const EarlierChange = z.strictObject(changeFields);
export type EarlierChange = z.infer<typeof EarlierChange>;

/** An authority's change to one rule: what differs, why, by whom and when, and every change before it. */
export const RuleChange = z.strictObject({
  ...changeFields,
  history: z.array(EarlierChange).max(200).readonly().optional(),
});
export type RuleChange = z.infer<typeof RuleChange>;

const localIdPattern = /^X-\d{2,3}$/;

/** The id of a rule that there is, or of one that an authority may have added. */
export const RuleKey = z
  .string()
  .regex(new RegExp(`^(?:${ruleIds.join('|')}|X-\\d{2,3})$`), 'no rule has this id');

/** Changes by rule id. */
export const RuleSettings = z.record(RuleKey, RuleChange);
export type RuleSettings = z.infer<typeof RuleSettings>;

/** A rule that an authority has added: its id begins with X; who added it, when and why. */
export const LocalRule = z.strictObject({
  ...Rule.shape,
  id: z.string().regex(localIdPattern, 'X, a hyphen and two or three digits'),
  why: ruleText(500),
  by: ruleText(200).optional(),
  on: IsoDate.optional(),
});
export type LocalRule = z.infer<typeof LocalRule>;

/** What the authority made of a shipped rule, told beside every date it moves. */
export type ChangedBy = {
  /** The period as shipped; missing where the rule had none. */
  readonly shipped?: Period | undefined;
  readonly why?: string | undefined;
  readonly by?: string | undefined;
  readonly on?: IsoDate | undefined;
};

/** A rule as it stands here; `changed` is set where the authority moved its period. */
export type RuleInForce = Rule & { readonly changed?: ChangedBy | undefined };

function ownRule({ why: _why, by: _by, on: _on, ...rule }: LocalRule): Rule {
  return rule;
}

/** The change that holds for a trigger of that day: the newest one in force by then. */
function changeOn(change: RuleChange, day: IsoDate | undefined): EarlierChange | undefined {
  const all: readonly EarlierChange[] = [...(change.history ?? []), change];
  if (day === undefined) return change;
  return all.findLast(({ effectiveFrom }) => effectiveFrom === undefined || effectiveFrom <= day);
}

const isSamePeriod = (a: Period | undefined, b: Period | undefined) =>
  a?.value === b?.value && a?.unit === b?.unit;

function laidOver(rule: Rule, change: EarlierChange | undefined): RuleInForce {
  if (change === undefined) return rule;
  const { period = rule.period, name = rule.name, source = rule.source } = change;
  const { condition = rule.condition, standing = rule.standing, why, by, on } = change;
  const isMoved = !isSamePeriod(period, rule.period);
  return {
    ...rule,
    name,
    source,
    standing,
    ...(condition !== undefined && { condition }),
    ...(period !== undefined && { period }),
    effectiveFrom: change.effectiveFrom ?? rule.effectiveFrom,
    ...(isMoved && {
      changed: {
        ...(rule.period !== undefined && { shipped: rule.period }),
        why,
        ...(by !== undefined && { by }),
        ...(on !== undefined && { on }),
      },
    }),
  };
}

const changeOf = (id: string, settings: RuleSettings): RuleChange | undefined =>
  Object.hasOwn(settings, id) ? settings[id] : undefined;

/**
 * A shipped rule with the authority's change laid over it, as it stands for a trigger of that day (today's rule without
 * one). Throws when no rule has this id (a bug).
 */
export function ruleInForce(id: RuleId, settings: RuleSettings = {}, day?: IsoDate): RuleInForce {
  const rule = shippedRule(id);
  if (rule === undefined) throw new Error('No such rule');
  const change = changeOf(id, settings);
  return change === undefined ? rule : laidOver(rule, changeOn(change, day));
}

/** What the rules rest on beside the shipped table. */
export type RuleSource = {
  readonly rules: RuleSettings;
  readonly localRules?: readonly LocalRule[] | undefined;
};

/** The authority's rules: each for a trigger of a day, or undefined where it is switched off for that day. */
export type Rules = {
  readonly ruleOn: (id: string, day: IsoDate | undefined) => RuleInForce | undefined;
  /** The authority's own, in order. */
  readonly local: readonly Rule[];
};

/** The whole set in force: shipped rules with their changes, and the authority's own. */
export function rulesOf({ rules: changes, localRules = [] }: RuleSource): Rules {
  const local = localRules.map(ownRule);
  const own = new Map(local.map((rule) => [rule.id, rule]));
  return {
    local,
    ruleOn: (id, day) => {
      const rule = shippedRule(id) ?? own.get(id);
      if (rule === undefined) throw new Error('No such rule');
      const all = changeOf(id, changes);
      if (all === undefined) return rule;
      const change = changeOn(all, day);
      return change?.isOff === true ? undefined : laidOver(rule, change);
    },
  };
}
