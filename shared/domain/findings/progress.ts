import { listInWords } from '../../report/phrases.ts';
import { formatDate } from '../london.ts';
import type { PromisedAction } from '../promises.ts';
import { dueOn } from '../promises.ts';
import type { Checked, Rule } from './context.ts';
import { findingOf } from './finding.ts';
import { isFilled, nameOfAction } from './naming.ts';

function targetOf({ action }: PromisedAction, { review }: Checked, field: string) {
  return { review: review.id, section: 'previous-actions', action: action.id, field } as const;
}

/** A promise without a date has nothing to be "not yet due" by: it is asked about at every review. */
function isDue({ action }: PromisedAction, { day }: Checked): boolean {
  const due = dueOn(action);
  return due === undefined || due <= day;
}

/** Every promise that was due by the day of the review has its progress (Schedule 7, paragraph 1). */
const dueActionsHaveProgress: Rule = (checked) =>
  checked.promised
    .filter((promised) => isDue(promised, checked) && promised.progress === undefined)
    .map((promised) => {
      const due = dueOn(promised.action);
      const when = due === undefined ? 'was promised without a date' : `was due ${formatDate(due)}`;
      const what = `${nameOfAction(promised.action, checked)} ${when}, and nothing says what happened.`;
      return findingOf('due-action-without-progress', targetOf(promised, checked, 'progress'), what);
    });

/** A midway check asked these things before it was completed; one that never was has asked nothing. */
function isSettledMidway({ progress }: PromisedAction, { record }: Checked): boolean {
  if (progress?.occasion.kind !== 'midway') return false;
  const { on } = progress.occasion;
  return !record.midwayChecks.some((check) => check.on === on && check.completedOn === undefined);
}

const doneHasEvidence: Rule = (checked) =>
  checked.promised
    .filter((promised) => !isSettledMidway(promised, checked))
    .filter(({ progress }) => progress?.value === 'done' && !isFilled(progress.evidence))
    .map((promised) =>
      findingOf(
        'done-without-evidence',
        targetOf(promised, checked, 'evidence'),
        `${nameOfAction(promised.action, checked)} is marked done, and nothing says how we know.`,
      ),
    );

/** Done, part done and not done have an effect; *on track*, *not needed* and *replaced* have none yet. */
function needsEffect({ action, progress }: PromisedAction, { day }: Checked): boolean {
  if (progress === undefined || progress.effect !== undefined) return false;
  if (!['done', 'part_done', 'not_done'].includes(progress.value)) return false;
  const due = dueOn(action);
  const isLate = progress.value !== 'done' && due !== undefined && due < day;
  return action.decisionId !== undefined || isLate;
}

const mostNamed = 3;

/** One finding for all of them: the effect on the child is asked of decisions and of anything late. */
const effectIsSaid: Rule = (checked) => {
  const silent = checked.promised.filter(
    (promised) => !isSettledMidway(promised, checked) && needsEffect(promised, checked),
  );
  const [first] = silent;
  if (first === undefined) return [];
  const names = silent.slice(0, mostNamed).map(({ action }) => nameOfAction(action, checked));
  const more = silent.length - names.length;
  const all = listInWords([...names, ...(more > 0 ? [`${more} more`] : [])]);
  const what = `Nothing says what it meant for the child: ${all}.`;
  return [findingOf('effect-not-said', targetOf(first, checked, 'effect'), what)];
};

export const progressRules: readonly Rule[] = [dueActionsHaveProgress, doneHasEvidence, effectIsSaid];
