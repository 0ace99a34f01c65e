import { formatDate } from '../london.ts';
import type { Action } from '../model/plan.ts';
import { dueOn } from '../promises.ts';
import type { Checked, Rule } from './context.ts';
import { findingOf } from './finding.ts';
import { isFilled, nameOfAction, sectionOfAction } from './naming.ts';

function targetOf(action: Action, checked: Checked, field: string) {
  return {
    review: checked.review.id,
    section: sectionOfAction(action, checked),
    action: action.id,
    field,
  };
}

const everyActionSaysWhat: Rule = (checked) =>
  checked.actions
    .filter(({ what }) => !isFilled(what))
    .map((action) =>
      findingOf(
        'action-without-what',
        targetOf(action, checked, 'what'),
        `${nameOfAction(action, checked)} does not say what will be done.`,
      ),
    );

const everyActionHasSomebody: Rule = (checked) =>
  checked.actions
    .filter(({ accountable }) => accountable === undefined)
    .map((action) =>
      findingOf(
        'action-without-who',
        targetOf(action, checked, 'accountable'),
        `${nameOfAction(action, checked)} has no accountable person.`,
      ),
    );

const everyActionHasDate: Rule = (checked) =>
  checked.actions.flatMap((action) => {
    const target = targetOf(action, checked, 'due');
    const name = nameOfAction(action, checked);
    if (action.due === undefined) {
      return [findingOf('action-without-date', target, `${name} does not say by when.`)];
    }
    if (dueOn(action) !== undefined) return [];
    const what = `${name} waits for a date that the court will set, and no day is given to check it.`;
    return [findingOf('court-date-without-check-by', target, what)];
  });

/** On the day of the review is valid; of a series, from the first conversation on. */
const noActionDueBeforeReview: Rule = (checked) =>
  checked.actions.flatMap((action) => {
    const due = dueOn(action);
    if (!checked.isDated || due === undefined || due >= checked.firstDay) return [];
    const what = `${nameOfAction(action, checked)} is due ${formatDate(due)}, before the review of ${formatDate(checked.firstDay)}.`;
    return [findingOf('action-due-before-review', targetOf(action, checked, 'due'), what)];
  });

export const actionRules: readonly Rule[] = [
  everyActionSaysWhat,
  everyActionHasSomebody,
  everyActionHasDate,
  noActionDueBeforeReview,
];
