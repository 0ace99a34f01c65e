import type { Progress, ProgressValue } from '../domain/model/plan.ts';
import type { PromisedAction } from '../domain/promises.ts';
import { dueOn, promisedActions } from '../domain/promises.ts';
import type { ReportContext } from './context.ts';
import { numberOf } from './context.ts';
import type { MarkName } from './marks.ts';
import { clause, day, joined, ordinal, sentence } from './phrases.ts';
import { elsewhere } from './planWords.ts';
import { asPromised } from './promisedTerms.ts';
import type { Words } from './runs.ts';

/** A promise with what this review found of it. */
export type FoundPromise = PromisedAction & { readonly progress: Progress };

/** What was promised and still open when this review began. A copy has only those whose progress its reader may have. */
export function promises(context: ReportContext): PromisedAction[] {
  const found = promisedActions(context.content.record, context.content.review.id)
    .map((promise) => ({ ...promise, action: asPromised(promise.action, context.on) }))
    .sort((a, b) => (dueOn(a.action) ?? '9999').localeCompare(dueOn(b.action) ?? '9999', 'en'));
  return context.reader === 'copy' ? found.filter(({ progress }) => progress !== undefined) : found;
}

export function isFound(promise: PromisedAction): promise is FoundPromise {
  return promise.progress !== undefined;
}

/** Promises of one finding. */
export function foundAs(all: readonly PromisedAction[], value: ProgressValue): FoundPromise[] {
  return all.filter(isFound).filter(({ progress }) => progress.value === value);
}

const progressMarks: Readonly<Record<ProgressValue, readonly [MarkName, string]>> = {
  done: ['done', 'Done'],
  part_done: ['part', 'Part done'],
  not_done: ['not', 'Not done'],
  on_track: ['onTrack', 'On track'],
  not_needed: ['notNeeded', 'Not needed'],
  replaced: ['replaced', 'Replaced'],
};

/** What happened, as shape and word. Nothing recorded is not done, and says so. */
export function progressMark(progress: Progress | undefined): readonly [MarkName, string] {
  return progress === undefined ? ['not', 'Unknown'] : progressMarks[progress.value];
}

const effects: Readonly<Record<NonNullable<Progress['effect']>, string>> = {
  better: 'Better',
  same: 'Same',
  worse: 'Worse',
  'too-soon': 'Too soon to say',
};

/** The effect on the child, in a word. */
export function effectWord(progress: Progress | undefined): string {
  return progress?.effect === undefined ? 'Not recorded' : effects[progress.effect];
}

/** "second review": for how many reviews this has now been found not finished. */
export function reviewsRunning(context: ReportContext, { reviewsCarried }: PromisedAction): string {
  return `${ordinal(reviewsCarried + 1)} ${context.voice.review}`;
}

/** "3 of 8 done": for the service file and the manager's page only. */
export function doneOfAll(all: readonly PromisedAction[]): string {
  return `${foundAs(all, 'done').length} of ${all.length} done`;
}

/** A kept promise in a few words: "Dentist, 3 Jul 2026." */
export function keptInShort({ action, progress }: FoundPromise): string {
  const when = progress.on ? day(progress.on) : undefined;
  return sentence(joined([clause(action.what), when], ', '));
}

/** A promise that is not due yet, or needs nothing more: "Passport, due 1 Dec 2026." */
export function dueInShort({ action }: PromisedAction): string {
  const due = dueOn(action);
  return sentence(joined([clause(action.what), due && `due ${day(due)}`], ', '));
}

/** A promise not kept, with what was done of it, for how long it has waited, and why. */
export function unkeptInShort(context: ReportContext, promise: PromisedAction): string {
  const { action, progress, reviewsCarried } = promise;
  const running = reviewsCarried > 0 ? `${reviewsRunning(context, promise)} running` : undefined;
  const why = progress?.because?.trim() ?? '';
  const evidence = clause(progress?.evidence ?? '');
  const due = dueOn(action);
  const what =
    progress?.value === 'part_done' && evidence !== ''
      ? `${clause(action.what)}: ${evidence}`
      : joined([clause(action.what), due && `due ${day(due)}`], ', ');
  return joined(
    [sentence(joined([what, running], '; ')), why === '' ? undefined : sentence(`Why: ${why}`)],
    ' ',
  );
}

/** "Replaced by A9", with the number where this review made the new action. */
export function replacedBy(context: ReportContext, { progress }: FoundPromise): Words {
  const number = progress.replacedById === undefined ? undefined : numberOf(context, progress.replacedById);
  const action = context.content.record.actions.find(({ id }) => id === progress.replacedById);
  if (number !== undefined) return ['replaced by ', elsewhere(number)];
  return action === undefined ? 'replaced' : `replaced by “${clause(action.what)}”`;
}
