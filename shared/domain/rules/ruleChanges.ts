import type { IsoDate } from '../dates.ts';
import type { EarlierChange, RuleChange, RuleSettings } from './ruleSet.ts';
import { RuleKey } from './ruleSet.ts';

/** Who changes a rule, and on which day. */
export type Changer = { readonly by: string; readonly on: IsoDate };

/** The change that an officer makes, before it is signed. */
export type NewChange = Omit<EarlierChange, 'by' | 'on'>;

function withoutHistory({ history: _before, ...own }: RuleChange): EarlierChange {
  return own;
}

/**
 * The settings with one more change of a rule. What stood before goes into its history, oldest first, so that a date
 * of an earlier day keeps the rule of that day. Throws a ZodError when no rule has this id (a bug).
 */
export function withRuleChange(
  rules: RuleSettings,
  id: string,
  change: NewChange,
  { by, on }: Changer,
): RuleSettings {
  const key = RuleKey.parse(id);
  const before = Object.hasOwn(rules, key) ? rules[key] : undefined;
  const earlier = before ? [...(before.history ?? []), withoutHistory(before)] : [];
  const next: RuleChange = { ...change, by, on, ...(earlier.length > 0 && { history: earlier }) };
  return { ...rules, [key]: next };
}

/** Gives a rule back as shipped, and says why: a change that changes nothing. */
export function asShipped(rules: RuleSettings, id: string, why: string, changer: Changer): RuleSettings {
  return withRuleChange(rules, id, { why }, changer);
}

/** True where a change leaves its rule other than it was shipped. */
export function isChange(change: RuleChange | undefined): change is RuleChange {
  if (!change) return false;
  const { why: _why, by: _by, on: _on, effectiveFrom: _from, history: _history, ...differs } = change;
  return Object.values(differs).some((value) => value !== undefined);
}

/** The id of the next rule that an authority adds. */
export function nextLocalId(taken: readonly string[]): string {
  const highest = Math.max(0, ...taken.map((id) => Number(/^X-(\d+)$/.exec(id)?.[1] ?? 0)));
  return `X-${String(highest + 1).padStart(2, '0')}`;
}
