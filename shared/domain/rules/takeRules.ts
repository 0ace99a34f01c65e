import type { IsoDate } from '../dates.ts';
import { isSameValue } from '../../sameValue.ts';
import type { SchoolTerm } from '../schoolTerms.ts';
import type { Settings } from '../settings.ts';
import type { SkippedDay } from '../workingDays.ts';
import type { Changer } from './ruleChanges.ts';
import { nextLocalId, withLocalRule, withoutLocalRule } from './ruleChanges.ts';
import type { RuleFile } from './ruleFile.ts';
import type { EarlierChange, EarlierLocalRule, LocalRule, RuleChange, RuleSettings } from './ruleSet.ts';
import { changeOn, changesAhead, changesOf } from './ruleSet.ts';

/** What an authority decides about time, as the settings keep it and a file carries it. */
export type DecidedRules = {
  readonly rules: RuleSettings;
  readonly localRules: readonly LocalRule[];
  readonly schoolTerms: readonly SchoolTerm[];
  readonly extraNonWorkingDays: readonly SkippedDay[];
};

/** The same as it is handed to the settings. */
export type TakenRules = Pick<Settings, 'rules' | 'localRules' | 'schoolTerms' | 'extraNonWorkingDays'>;

const shared = <T>(ours: readonly T[], theirs: readonly T[]): number => {
  const differs = theirs.findIndex((each, place) => !isSameValue(each, ours[place]));
  return differs === -1 ? theirs.length : differs;
};

const joined = (all: readonly EarlierChange[]): RuleChange | undefined => {
  const newest = all.at(-1);
  const history = all.slice(0, -1);
  return newest && { ...newest, ...(history.length > 0 && { history }) };
};

/** What a change decides, whoever signed it when. */
function effectOf(change: EarlierChange | undefined): Partial<EarlierChange> {
  const { why: _why, by: _by, on: _on, effectiveFrom: _from, ...effect } = change ?? { why: '' };
  return effect;
}

/** How a rule stands from a day on: what holds on it, and what is decided for later. */
export function standingFrom(change: RuleChange | undefined, day: IsoDate): unknown {
  const ahead = changesAhead(change, day).map((each) => [each.effectiveFrom, effectOf(each)]);
  return [effectOf(changeOn(change, day)), ...ahead];
}

/** What a set decides from a day on, said once more: it holds over whatever was decided before. */
function saidAgain(change: RuleChange | undefined, changer: Changer): EarlierChange[] {
  const held = changeOn(change, changer.on);
  const why = held?.why ?? 'As shipped, by the file of rules that was taken';
  const now: EarlierChange = { ...effectOf(held), why, ...changer, effectiveFrom: changer.on };
  return [now, ...changesAhead(change, changer.on)];
}

/**
 * The changes of a rule with what the file decided since the two sets parted. What was decided here stays in the
 * history, and holds for days before the file's own changes begin; from today on the rule stands as in the file.
 */
function takenChange(
  ours: RuleChange | undefined,
  theirs: RuleChange | undefined,
  changer: Changer,
): RuleChange | undefined {
  const [own, given] = [changesOf(ours), changesOf(theirs)];
  const all = [...own, ...given.slice(shared(own, given))];
  const isAsGiven = isSameValue(standingFrom(joined(all), changer.on), standingFrom(theirs, changer.on));
  return joined(isAsGiven ? all : [...all, ...saidAgain(theirs, changer)]);
}

const withoutHistory = ({ history: _history, ...rule }: LocalRule): EarlierLocalRule => rule;
const versionsOf = (rule: LocalRule): readonly EarlierLocalRule[] => [
  ...(rule.history ?? []),
  withoutHistory(rule),
];
const nameOf = ({ name }: { readonly name?: string | undefined }) => name?.trim().toLocaleLowerCase('en-GB');

/** One rule under whatever id: at some time it had a name that the other has, and it counts from the same. */
function isSameRule(a: LocalRule, b: LocalRule): boolean {
  const names = new Set(versionsOf(a).map(nameOf));
  return a.trigger === b.trigger && versionsOf(b).some((each) => names.has(nameOf(each)));
}

/** A rule of our own with the versions of the file's since the two parted; under our id. */
function takenLocal(ours: LocalRule, theirs: LocalRule, changer: Changer): LocalRule {
  const [own, given] = [versionsOf(ours), versionsOf(theirs).map((each) => ({ ...each, id: ours.id }))];
  const parted = shared(own, given);
  const newest = given.at(-1);
  const more = parted < given.length ? given.slice(parted) : newest ? [{ ...newest, ...changer }] : [];
  if (parted === given.length && own.length === given.length) return ours;
  return more.reduce<LocalRule>((rule, next) => withLocalRule([rule], next)[0] ?? rule, ours);
}

/** The rule of ours that one of the file is, under the same id or another. */
function ourRuleFor(theirs: LocalRule, ours: readonly LocalRule[]): LocalRule | undefined {
  const same = ours.filter((each) => isSameRule(each, theirs));
  return same.find(({ id }) => id === theirs.id) ?? same[0];
}

type Own = { rules: RuleSettings; localRules: LocalRule[] };

/** An id that no rule had before, here or in the file, unless the rule of that id that was removed here is this one. */
function idFor(theirs: LocalRule, own: Own, file: RuleFile): string {
  const isTaken = own.localRules.some(({ id }) => id === theirs.id);
  const removed = Object.hasOwn(own.rules, theirs.id) ? own.rules[theirs.id] : undefined;
  if (!isTaken && (!removed || nameOf(removed) === nameOf(theirs))) return theirs.id;
  return nextLocalId({
    rules: { ...file.rules, ...own.rules },
    localRules: [...file.localRules, ...own.localRules],
  });
}

/** The authority's own rules of the file among ours; by each id of the file the one that it has here. */
function withFilesOwn(
  current: DecidedRules,
  file: RuleFile,
  changer: Changer,
): { own: Own; ids: ReadonlyMap<string, string> } {
  const own: Own = { rules: current.rules, localRules: [...current.localRules] };
  const ids = new Map<string, string>();
  for (const theirs of file.localRules) {
    const ours = ourRuleFor(theirs, current.localRules);
    if (ours) {
      ids.set(theirs.id, ours.id);
      const taken = takenLocal(ours, theirs, changer);
      own.localRules = own.localRules.map((each) => (each.id === ours.id ? taken : each));
    } else {
      const id = idFor(theirs, own, file);
      ids.set(theirs.id, id);
      own.localRules = [...own.localRules, { ...theirs, id }];
      const back = changesOf(own.rules[id]);
      const given = joined([...back, { why: 'Taken from a file of rules', ...changer }]);
      if (back.length > 0 && given) own.rules = { ...own.rules, [id]: given };
    }
  }
  return { own, ids };
}

/** What is past stays, or dates of those days would move; from today on the file’s stand. */
function takenDays(ours: readonly SkippedDay[], theirs: readonly SkippedDay[], today: IsoDate) {
  const named = new Set(theirs.map(({ date }) => date));
  const past = ours.filter(({ date }) => date < today && !named.has(date));
  return [...past, ...theirs].sort((a, b) => (a.date < b.date ? -1 : 1));
}

function takenTerms(
  ours: readonly SchoolTerm[],
  theirs: readonly SchoolTerm[],
  today: IsoDate,
): SchoolTerm[] {
  const meets = (a: SchoolTerm, b: SchoolTerm) => a.from <= b.to && b.from <= a.to;
  const past = ours.filter((term) => term.to < today && !theirs.some((each) => meets(term, each)));
  return [...past, ...theirs].sort((a, b) => (a.from < b.from ? -1 : 1));
}

/**
 * The set of a file in place of ours, without losing what was decided here: each change keeps its history, a rule of
 * our own that the file has not is removed and its id never given again, and another rule of the same id comes under a
 * new one. Days and terms that are past stay unless the file names them.
 */
export function takeRules(
  current: DecidedRules,
  file: RuleFile,
  changer: Changer,
): TakenRules & DecidedRules {
  const { own, ids } = withFilesOwn(current, file, changer);
  const kept = new Set(ids.values());
  const gone = current.localRules.filter(({ id }) => !kept.has(id));
  const left = gone.reduce<Own>(
    (all, { id }) => withoutLocalRule(all, id, changer, 'Not in the file of rules that was taken'),
    own,
  );
  const theirs = new Map(Object.entries(file.rules).map(([id, change]) => [ids.get(id) ?? id, change]));
  const isLive = (id: string) => left.localRules.some((rule) => rule.id === id);
  const rules = { ...left.rules };
  for (const id of new Set([...Object.keys(left.rules), ...theirs.keys()])) {
    const [ours, given] = [left.rules[id], theirs.get(id)];
    const isOwnRule = id.startsWith('X');
    // The id of a rule that is gone is only kept from being given again; one that came back has just been said so.
    const taken = isOwnRule && (!isLive(id) || !given) ? (ours ?? given) : takenChange(ours, given, changer);
    if (taken) rules[id] = taken;
  }
  return {
    rules,
    localRules: left.localRules,
    schoolTerms: takenTerms(current.schoolTerms, file.schoolTerms, changer.on),
    extraNonWorkingDays: takenDays(current.extraNonWorkingDays, file.extraNonWorkingDays, changer.on),
  };
}
