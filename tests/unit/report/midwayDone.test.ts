import { describe, expect, it } from 'vitest';
import { isoDate } from '../../../shared/domain/dates.ts';
import { ActionId, ReviewId } from '../../../shared/domain/ids.ts';
import { openActions, promisedActions } from '../../../shared/domain/promises.ts';
import type { ChildRecord } from '../../../shared/domain/model/record.ts';
import { buildServiceFile } from '../../../shared/report/serviceFile.ts';
import { aProgress, aReview } from '../support/builders.ts';
import { finalState, leah, leahContent, rowsOf, tablesOf } from '../support/leahReport.ts';

const cookery = ActionId.parse('leah-r10-a7');
const eleventh = ReviewId.parse('leah-r11');

/** Leah's record where the promise was found done half way to the eleventh review, and not asked about there. */
const record: ChildRecord = {
  ...leah,
  progress: [
    ...leah.progress.filter(({ actionId, occasion }) => actionId !== cookery || occasion.kind === 'midway'),
    aProgress({
      actionId: cookery,
      occasion: { kind: 'midway', on: isoDate('2026-07-30') },
      value: 'done',
      evidence: 'Joss, by phone',
      effect: 'better',
    }),
  ],
};

describe('a promise that a midway check found done', () => {
  const found = promisedActions(record, eleventh).find(({ action }) => action.id === cookery);

  it('is told at the next review with what the check found, and asks nothing there', () => {
    expect(found?.progress).toMatchObject({ value: 'done', occasion: { kind: 'midway' } });
    expect(openActions(record, eleventh).map(({ id }) => id)).not.toContain(cookery);
    const rows = rowsOf(tablesOf(buildServiceFile(leahContent({ record }), finalState), 'Promises')[0]);
    const row = rows.find(([what]) => what?.startsWith('Cookery course'));
    expect(row?.slice(1)).toEqual([
      '● Done',
      'Found at the midway check of 30 Jul 2026. Joss, by phone. Effect: better.',
    ]);
  });

  it('is no longer told at the review after that', () => {
    const reviews = [...record.reviews, aReview({ id: 'leah-r12', number: 12 })];
    const later = promisedActions({ ...record, reviews }, ReviewId.parse('leah-r12'));
    expect(later.map(({ action }) => action.id)).not.toContain(cookery);
  });
});
