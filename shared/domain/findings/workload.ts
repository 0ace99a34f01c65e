import { openActions } from '../promises.ts';
import { anchoredPoints } from '../../richText.ts';
import { wordCount } from '../../text/words.ts';
import type { Checked, Rule } from './context.ts';
import { findingOf } from './finding.ts';
import { passagesOf } from './passages.ts';

/** An interim care order on the day, or a hearing of a court still to come. */
function isInProceedings({ record, day }: Checked): boolean {
  const isInterim = record.periods.some(
    (period) =>
      period.kind === 'legal-status' &&
      period.status === 'interim-care-order' &&
      period.from <= day &&
      (period.to === undefined || period.to >= day),
  );
  const isHearingToCome = record.events.some(
    ({ kind, on, dueOn, nextDueOn }) =>
      kind === 'court-hearing' &&
      [on, on === undefined ? dueOn : nextDueOn].some((date) => date !== undefined && date > day),
  );
  return isInterim || isHearingToCome;
}

/** The first two reviews and proceedings bring long plans: they are not counted against. */
function mayBeLong(checked: Checked): boolean {
  return checked.review.number <= 2 || isInProceedings(checked);
}

const planIsShort: Rule = (checked) => {
  if (mayBeLong(checked)) return [];
  const { review, record, settings, actions } = checked;
  const target = { review: review.id, section: 'plan' } as const;
  const open = openActions(record, review.id).length;
  const most = settings.thresholds;
  return [
    ...(actions.length > most.newActions
      ? [
          findingOf(
            'many-new-actions',
            target,
            `${actions.length} new actions; more than ${most.newActions} are hard to keep in sight.`,
          ),
        ]
      : []),
    ...(open > most.openActions
      ? [
          findingOf(
            'many-open-actions',
            target,
            `${open} open actions; more than ${most.openActions} are hard to keep in sight.`,
          ),
        ]
      : []),
  ];
};

/** The words that the record prints: its texts, points outside them, plan and progress; not the letter. */
function recordWords(checked: Checked): number {
  const anchored = new Set(
    checked.record.texts
      .filter(({ reviewId }) => reviewId === checked.review.id)
      .flatMap(({ body }) => anchoredPoints(body)),
  );
  return passagesOf(checked)
    .filter(({ isPrinted, point }) => isPrinted && (point === undefined || !anchored.has(point)))
    .reduce((sum, { text }) => sum + wordCount(text), 0);
}

const recordIsReadable: Rule = (checked) => {
  const words = recordWords(checked);
  const most = checked.settings.thresholds.recordWords;
  if (words <= most) return [];
  const target = { review: checked.review.id, section: 'front-sheet' } as const;
  const what = `The record has ${words.toLocaleString('en-GB')} words; more than ${most.toLocaleString('en-GB')} are seldom read.`;
  return [findingOf('record-too-long', target, what)];
};

export const workloadRules: readonly Rule[] = [planIsShort, recordIsReadable];
