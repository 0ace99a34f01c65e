import type { FieldDraft } from '../model/issue.ts';
import type { Action } from '../model/plan.ts';
import type { Checked, Rule } from './context.ts';
import { findingOf } from './finding.ts';
import { isFilled, nameOfAction, nameOfPoint, sectionOfAction } from './naming.ts';

/** Words in the place of a date or a person that say neither (design.md, *To look at*; domain.md 4.2). */
const vagueWords =
  /(?<![\p{L}\p{N}])(?:on-?going|a\.?s\.?a\.?p|as soon as possible|tb[ca]|to be (?:confirmed|agreed|arranged))(?![\p{L}\p{N}])/iu;

function isVague(words: string | undefined): boolean {
  return words !== undefined && vagueWords.test(words);
}

const personFields = /accountable|doneBy|who|heldBy|name|person/i;

/** The field's last part: `due.on` and `due` are dates, `accountable.name` a person. */
function fieldKind({ field }: FieldDraft): 'person' | 'date' {
  return personFields.test(field) ? 'person' : 'date';
}

function actionTarget(action: Action, checked: Checked, field: string) {
  return {
    review: checked.review.id,
    section: sectionOfAction(action, checked),
    action: action.id,
    field,
  };
}

/** What was typed into a date or person of an action of the plan, and cannot stand. */
function draftsOf(action: Action, kind: 'person' | 'date', { record }: Checked): FieldDraft[] {
  return record.drafts.filter(
    (draft) => String(draft.record) === action.id && fieldKind(draft) === kind && isVague(draft.raw),
  );
}

function planOf({ actions, promised }: Checked): Action[] {
  return [...actions, ...promised.map(({ action }) => action)];
}

const datesAreDays: Rule = (checked) =>
  planOf(checked).flatMap((action) =>
    draftsOf(action, 'date', checked)
      .slice(0, 1)
      .map(() =>
        findingOf(
          'vague-date',
          actionTarget(action, checked, 'due'),
          `${nameOfAction(action, checked)} has no day: what was typed is not one.`,
        ),
      ),
  );

const personsAreNamed: Rule = (checked) => {
  const inActions = planOf(checked).flatMap((action) => {
    const { accountable, doneBy } = action;
    const named = accountable?.kind === 'named' ? accountable.name : accountable?.heldBy;
    const isUnnamed = isVague(named) || isVague(doneBy) || draftsOf(action, 'person', checked).length > 0;
    if (!isUnnamed) return [];
    const field = isVague(doneBy) ? 'doneBy' : 'accountable';
    const what = `${nameOfAction(action, checked)} names no person.`;
    return [findingOf('vague-person', actionTarget(action, checked, field), what)];
  });
  const inPoints = checked.points.flatMap((point) => {
    const inHand = point.answer?.kind === 'in-hand' ? point.answer.who : undefined;
    const teller = point.telling?.kind === 'will-be-told' ? point.telling.by : undefined;
    if (!isVague(inHand) && !isVague(teller)) return [];
    const target = {
      review: point.reviewId,
      section: point.section,
      point: point.id,
      field: isVague(inHand) ? 'answer' : 'telling',
    };
    return [findingOf('vague-person', target, `${nameOfPoint(point, checked)} is left to no named person.`)];
  });
  return [...inActions, ...inPoints];
};

const vagueVerb = /^(?:support|monitor|explor|consider)(?:e|s|es|ed|ing)?$/i;

/** Verbs that say what is done: enough of them to tell "monitor" alone from "monitor and report by". */
const plainVerbs = new Set(
  (
    'accompany add agree apply appoint arrange ask assess assign attend bring book build buy call cancel change ' +
    'check choose clear collect commission complete confirm contact convene deliver discuss draft draw email ' +
    'ensure enrol file fill find finish fit fix fund gather get give help hold identify inform install introduce ' +
    'invite issue keep label lodge make map measure meet mend move notify obtain offer open order organise pay ' +
    'phone place plan print process propose provide publish put reapply record refer register remind repair ' +
    'replace report request restart review ring schedule see seek send set share show sign speak start store ' +
    'submit take talk teach tell test train transfer translate update visit weigh write'
  ).split(' '),
);

const verbPlace = /(?<=^|[,;:.]\s*|\b(?:and|then|or|will|to|be|shall|must)\s+)\p{L}+/giu;

/** *by meeting weekly*, *a plan to be written*. */
const otherVerbForms = /\bby \p{L}+ing\b|\bto be (?!(?:support|monitor|explor|consider))\p{L}+/iu;

/**
 * True when support, monitor, explore or consider is the only verb of an action. Verbs are looked for where verbs
 * stand: at the start, after a comma or *and*, after *will* or *to*, and as *by …ing*.
 */
export function hasOnlyVagueVerb(what: string): boolean {
  const text = what.trim().replace(/^(?:to\s+)?continu(?:e|ing)\s+(?:to|with)\s+/i, '');
  const verbs = (text.match(verbPlace) ?? []).map((verb) => verb.toLowerCase());
  const vague = verbs.findIndex((verb) => vagueVerb.test(verb));
  if (vague === -1) return false;
  // "Support Leah to book …": what follows "to" is another's doing, and says no more of this action.
  const own = verbs.filter((verb, place) => place <= vague || !isAfterTo(text, verb));
  return !own.some((verb) => plainVerbs.has(verb)) && !otherVerbForms.test(text);
}

function isAfterTo(text: string, verb: string): boolean {
  return new RegExp(`\\bto\\s+${verb}\\b`, 'iu').test(text);
}

const actionsAreConcrete: Rule = (checked) =>
  checked.actions.flatMap((action) => {
    const decision = checked.record.decisions.find(({ id }) => id === action.decisionId);
    if (isFilled(decision?.howWeWillKnow) || !hasOnlyVagueVerb(action.what)) return [];
    const what = `${nameOfAction(action, checked)} names no step, and its decision does not say how we will know.`;
    return [findingOf('vague-action', actionTarget(action, checked, 'what'), what)];
  });

export const vagueRules: readonly Rule[] = [datesAreDays, personsAreNamed, actionsAreConcrete];
