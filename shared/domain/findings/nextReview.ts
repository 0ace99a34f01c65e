import type { Deadline } from '../deadlines/deadline.ts';
import { formatDate } from '../london.ts';
import type { Checked, Rule } from './context.ts';
import { findingOf } from './finding.ts';
import { isFilled } from './naming.ts';

/**
 * True where a review says by its number that earlier ones are missing here, and the rule for the second review
 * was taken for want of them: its three months would be a guess.
 */
function isGuess(last: Deadline, { record, review }: Checked): boolean {
  const earlier = record.reviews.filter(({ number }) => number < review.number).length;
  return last.rule.id === 'R-02' && review.number > 1 && earlier < review.number - 1;
}

/**
 * The next review has its day, or a reason why there is none; a day after the last lawful one (regulation 33) has
 * its reason. Where no rule gives a last lawful day, none is guessed.
 */
const nextReviewIsLawful: Rule = (checked) => {
  const { review, clocks } = checked;
  const target = { review: review.id, section: 'front-sheet', field: 'nextReview' } as const;
  const next = review.nextReview;
  if (next === undefined) {
    return [
      findingOf(
        'next-review-missing',
        target,
        'The next review has no day, and nothing says that there is none.',
      ),
    ];
  }
  const last = clocks.nextLastLawfulDay;
  if (next.kind === 'none' || last.kind === 'not-computed' || next.on <= last.due) return [];
  if (isFilled(next.because) || isGuess(last, checked)) return [];
  const what = `The next review is set for ${formatDate(next.on)}; the last lawful day is ${formatDate(last.due)}.`;
  return [findingOf('next-review-too-late', target, what)];
};

export const nextReviewRules: readonly Rule[] = [nextReviewIsLawful];
