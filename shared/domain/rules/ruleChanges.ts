import type { IsoDate } from '../dates.ts';
import type {
  EarlierChange,
  EarlierLocalRule,
  LocalRule,
  RuleChange,
  RuleSettings,
  RuleSource,
} from './ruleSet.ts';
import { RuleKey } from './ruleSet.ts';

/** Who changes a rule, and on which day. */
export type Changer = { readonly by: string; readonly on: IsoDate };

/** The change that an officer makes, before it is signed. */
export type NewChange = Omit<EarlierChange, 'by' | 'on'>;

function withoutHistory({ history: _before, ...own }: RuleChange): EarlierChange {
  return own;
}

function changeOf(rules: RuleSettings, key: string): RuleChange | undefined {
  return Object.hasOwn(rules, key) ? rules[key] : undefined;
}

function withNext(rules: RuleSettings, key: string, change: NewChange, { by, on }: Changer): RuleSettings {
  const before = changeOf(rules, key);
  const earlier = before ? [...(before.history ?? []), withoutHistory(before)] : [];
  const next: RuleChange = { ...change, by, on, ...(earlier.length > 0 && { history: earlier }) };
  return { ...rules, [key]: next };
}

/** What a form does not ask about, of the change that stands: an authority's file may have named it. */
function unasked({ name, condition, standing }: Partial<RuleChange> = {}): Partial<NewChange> {
  return {
    ...(name !== undefined && { name }),
    ...(condition !== undefined && { condition }),
    ...(standing !== undefined && { standing }),
  };
}

/**
 * The settings with one more change of a rule. Its name, condition and standing stay as the change before left them,
 * unless this one says otherwise. What stood before goes into its history, oldest first, so that a date of an earlier
 * day keeps the rule of that day. Throws a ZodError when no rule has this id (a bug).
 */
export function withRuleChange(
  rules: RuleSettings,
  id: string,
  change: NewChange,
  changer: Changer,
): RuleSettings {
  const key = RuleKey.parse(id);
  return withNext(rules, key, { ...unasked(changeOf(rules, key)), ...change }, changer);
}

/**
 * Gives a rule back as shipped from a day on, and says why; without a day, for every trigger, also those of the past.
 * The change itself differs in nothing. Throws a ZodError when no rule has this id (a bug).
 */
export function asShipped(
  rules: RuleSettings,
  id: string,
  { why, effectiveFrom }: Pick<NewChange, 'why' | 'effectiveFrom'>,
  changer: Changer,
): RuleSettings {
  return withNext(rules, RuleKey.parse(id), { why, ...(effectiveFrom && { effectiveFrom }) }, changer);
}

/** True where a change leaves its rule other than it was shipped. */
export function isChange(change: RuleChange | undefined): change is RuleChange {
  if (!change) return false;
  const { why: _why, by: _by, on: _on, effectiveFrom: _from, history: _history, ...differs } = change;
  return Object.values(differs).some((value) => value !== undefined);
}

function withoutLocalHistory({ history: _before, ...own }: LocalRule): EarlierLocalRule {
  return own;
}

/**
 * The authority's own rules with one that is new, or reads otherwise than before; how it read is kept in its history,
 * oldest first.
 */
export function withLocalRule(localRules: readonly LocalRule[], rule: EarlierLocalRule): LocalRule[] {
  const before = localRules.find(({ id }) => id === rule.id);
  if (!before) return [...localRules, rule];
  const history = [...(before.history ?? []), withoutLocalHistory(before)];
  return localRules.map((each) => (each === before ? { ...rule, history } : each));
}

/**
 * The settings without a rule of the authority's own. Its id stays among the changes, switched off, with what it said:
 * what officers said of its dates is kept under that id, and no later rule may take it over.
 */
export function withoutLocalRule(
  { rules, localRules = [] }: RuleSource,
  id: string,
  changer: Changer,
  why = 'Removed',
): { readonly rules: RuleSettings; readonly localRules: LocalRule[] } {
  const own = localRules.find((rule) => rule.id === id);
  const said = own && {
    name: own.name,
    source: own.source,
    ...(own.period && { period: own.period }),
    ...(own.condition !== undefined && { condition: own.condition }),
  };
  return {
    rules: withRuleChange(rules, id, { isOff: true, why, ...said }, changer),
    localRules: localRules.filter((rule) => rule.id !== id),
  };
}

/** The id of the next rule that an authority adds, past every one it ever had. */
export function nextLocalId({ rules, localRules = [] }: RuleSource): string {
  const taken = [...Object.keys(rules), ...localRules.map(({ id }) => id)];
  const highest = Math.max(0, ...taken.map((id) => Number(/^X-(\d+)$/.exec(id)?.[1] ?? 0)));
  return `X-${String(highest + 1).padStart(2, '0')}`;
}
