import { describe, expect, it } from 'vitest';
import { isoDate } from '../../../shared/domain/dates.ts';
import { checkReview } from '../../../shared/domain/findings/check.ts';
import { ActionId, ReviewId } from '../../../shared/domain/ids.ts';
import type { Progress } from '../../../shared/domain/model/plan.ts';
import { openActions, promisedActions } from '../../../shared/domain/promises.ts';
import type { ChildRecord } from '../../../shared/domain/model/record.ts';
import { defaultSettings } from '../../../shared/domain/settings.ts';
import { buildChairSheet } from '../../../shared/report/chairSheet.ts';
import { buildServiceFile } from '../../../shared/report/serviceFile.ts';
import { aMidwayCheck, aProgress, aReview } from '../support/builders.ts';
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

  it('stands on the chair’s sheet with its box ticked and what was found, not as a question', () => {
    const sheet = buildChairSheet(leahContent({ record }), finalState);
    const row = rowsOf(tablesOf(sheet, 'Promises')[0]).find(([what]) => what?.startsWith('Cookery course'));
    expect(row?.at(-1)).toBe('Done, midway check of 30 Jul 2026. Joss, by phone.');
    expect(row?.[1]).not.toBe(row?.[2]);
  });

  it.each([
    ['completed', '2026-07-30', []],
    ['never completed', undefined, ['done-without-evidence']],
  ])('without evidence is asked about only where the check was %s', (_how, completedOn, found) => {
    const isBare = ({ actionId, occasion }: Progress) => actionId === cookery && occasion.kind === 'midway';
    const progress = record.progress.map((entry) => {
      const { evidence: _none, ...bare } = entry;
      return isBare(entry) ? bare : entry;
    });
    const check = aMidwayCheck({
      reviewId: 'leah-r10',
      on: isoDate('2026-07-30'),
      ...(completedOn && { completedOn: isoDate(completedOn) }),
    });
    const asked = checkReview({ ...record, progress, midwayChecks: [check] }, eleventh, {
      settings: defaultSettings,
      today: isoDate('2026-10-20'),
      otherChildren: [],
    });
    const codes = asked.flatMap(({ code, target }) =>
      target.action === cookery && code === 'done-without-evidence' ? [code] : [],
    );
    expect(codes).toEqual(found);
  });

  it('is no longer told at the review after that', () => {
    const reviews = [...record.reviews, aReview({ id: 'leah-r12', number: 12 })];
    const later = promisedActions({ ...record, reviews }, ReviewId.parse('leah-r12'));
    expect(later.map(({ action }) => action.id)).not.toContain(cookery);
  });
});
