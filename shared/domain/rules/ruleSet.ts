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

const localFields = {
  ...Rule.shape,
  id: z.string().regex(localIdPattern, 'X, a hyphen and two or three digits'),
  why: ruleText(500),
  by: ruleText(200).optional(),
  on: IsoDate.optional(),
};

/** An authority's own rule as it was before a change. */
export const EarlierLocalRule = z.strictObject(localFields);
export type EarlierLocalRule = z.infer<typeof EarlierLocalRule>;

/** A rule that an authority has added: its id begins with X; who added it, when and why, and how it read before. */
export const LocalRule = z.strictObject({
  ...localFields,
  history: z.array(EarlierLocalRule).max(200).readonly().optional(),
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

const isSamePeriod = (a: Period | undefined, b: Period | undefined) =>
  a?.value === b?.value && a?.unit === b?.unit;

/** An authority's own rule; where its period was another before, that is told beside its dates as of any rule. */
function ownRule({ why, by, on, history, ...rule }: LocalRule): RuleInForce {
  const before = history?.at(-1);
  if (!before || isSamePeriod(before.period, rule.period)) return rule;
  const shipped = before.period && { shipped: before.period };
  return { ...rule, changed: { ...shipped, why, ...(by !== undefined && { by }), ...(on && { on }) } };
}

/** Every change of a rule, oldest first. */
export function changesOf(change: RuleChange | undefined): readonly EarlierChange[] {
  if (!change) return [];
  const { history = [], ...newest } = change;
  return [...history, newest];
}

const placeHolding = (all: readonly EarlierChange[], day: IsoDate) =>
  all.findLastIndex(({ effectiveFrom }) => effectiveFrom === undefined || effectiveFrom <= day);

/** The change that holds for a trigger of that day: the newest one in force by then. */
export function changeOn(
  change: RuleChange | undefined,
  day: IsoDate | undefined,
): EarlierChange | undefined {
  const all = changesOf(change);
  return day === undefined ? all.at(-1) : all[placeHolding(all, day)];
}

/** Changes that begin after a day, first first; one that a newer decision has overtaken is not among them. */
export function changesAhead(change: RuleChange | undefined, day: IsoDate): readonly EarlierChange[] {
  const all = changesOf(change);
  return all
    .filter(({ effectiveFrom: from }, place) => from && from > day && placeHolding(all, from) === place)
    .sort((a, b) => ((a.effectiveFrom ?? '') < (b.effectiveFrom ?? '') ? -1 : 1));
}

function laidOver(rule: RuleInForce, change: EarlierChange | undefined): RuleInForce {
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
  return laidOver(rule, changeOn(changeOf(id, settings), day));
}

/** A rule as one change of it leaves it, whichever day that begins. */
export function ruleAsChanged(rule: Rule, change: EarlierChange): RuleInForce {
  return laidOver(rule, change);
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
  readonly local: readonly RuleInForce[];
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
      const change = changeOn(changeOf(id, changes), day);
      return change?.isOff === true ? undefined : laidOver(rule, change);
    },
  };
}
