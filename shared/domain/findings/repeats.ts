import { similarity } from '../../text/similarity.ts';
import { bareWords } from '../../text/words.ts';
import type { Block, RichText } from '../../richText.ts';
import { plainText } from '../../richText.ts';
import { formatDate } from '../london.ts';
import type { Action } from '../model/plan.ts';
import { closingValues, type Progress } from '../model/plan.ts';
import type { Review } from '../model/review.ts';
import type { SectionKey } from '../model/sections.ts';
import { dueOn } from '../promises.ts';
import { heldOn } from '../reviews.ts';
import type { Checked, Rule } from './context.ts';
import { findingOf } from './finding.ts';
import { headingOf, nameOfAction, sectionOfAction } from './naming.ts';

function sameWords(a: Action, b: Action): boolean {
  const words = bareWords(a.what).join(' ');
  return words !== '' && words === bareWords(b.what).join(' ');
}

/** Late and not ended otherwise than by being replaced: a promise that the same words have already failed. */
function isStillLate(action: Action, progress: Progress | undefined, { day }: Checked): boolean {
  const due = dueOn(action);
  const isEnded =
    progress !== undefined && progress.value !== 'replaced' && closingValues.includes(progress.value);
  return due !== undefined && due < day && !isEnded;
}

/** A new action in the words of a late one that is still open. What recurs says so, and may. */
const wordsDoNotRepeat: Rule = (checked) =>
  checked.actions.flatMap((action) => {
    if (action.isRecurring === true) return [];
    const late = checked.promised.find(
      (promised) =>
        promised.action.isRecurring !== true &&
        isStillLate(promised.action, promised.progress, checked) &&
        sameWords(promised.action, action),
    );
    const due = late && dueOn(late.action);
    if (due === undefined) return [];
    const target = {
      review: checked.review.id,
      section: sectionOfAction(action, checked),
      action: action.id,
      field: 'what',
    };
    const what = `${nameOfAction(action, checked)} has the words of an action that was due ${formatDate(due)} and is late.`;
    return [findingOf('same-wording-again', target, what)];
  });

/** Sections whose words may well stay the same from review to review. */
const mayStayTheSame: readonly SectionKey[] = ['legal-status', 'identity'];

function withoutQuotes(body: RichText): string {
  const isOwn = (block: Block) => block.type !== 'blockquote';
  const own = body.content.filter(isOwn);
  return own.length === 0 ? '' : plainText({ ...body, content: own });
}

function meaningOf({ record }: Checked, review: Review, section: SectionKey): string | undefined {
  const text = record.texts.find(
    (row) => row.reviewId === review.id && row.section === section && row.part === 'meaning',
  );
  return text && withoutQuotes(text.body);
}

/**
 * The analysis of a section (what it means; facts, quotations, legal status and identity are left out) against
 * last time's, in shared runs of five words, where both are long enough to say (decisions.md, Findings).
 */
const analysisIsNew: Rule = (checked) => {
  const { previous, sectionOrder, settings, review, record } = checked;
  if (previous === undefined) return [];
  const { samePercent, sameMinimumWords } = settings.thresholds;
  return sectionOrder
    .filter((section) => !mayStayTheSame.includes(section))
    .flatMap((section) => {
      const [before, now] = [meaningOf(checked, previous, section), meaningOf(checked, review, section)];
      if (before === undefined || now === undefined) return [];
      if ([before, now].some((text) => bareWords(text).length <= sameMinimumWords)) return [];
      const found = similarity(before, now);
      if (found === undefined || found.ratio * 100 < samePercent) return [];
      const last = heldOn(record, previous);
      const when = last === undefined ? 'last time' : `the review of ${formatDate(last)}`;
      const percent = Math.floor(found.ratio * 100);
      const what = `${headingOf(section, checked)}: ${percent}% of what it means is word for word from ${when}.`;
      const target = { review: review.id, section, field: 'meaning' };
      return [findingOf('same-analysis', target, what, found.sentences)];
    });
};

export const repeatRules: readonly Rule[] = [wordsDoNotRepeat, analysisIsNew];
