import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { threadOf } from '../../../renderer/features/review/check/threadModel.ts';
import { layThread, markKey } from '../../../renderer/features/review/check/threadLayout.ts';
import { recordFromCaseFile } from '../../../shared/caseFileRecord.ts';
import { assignNumbers } from '../../../shared/report/numbering.ts';
import { defaultSettings } from '../../../shared/domain/settings.ts';
import { brokenLeah, leah, leahReview } from '../../e2e/support/openLeah.ts';

function threadIn(file: ReturnType<typeof leah>) {
  const record = recordFromCaseFile(file);
  const review = record.reviews.find(({ id }) => id === leahReview);
  if (!review) throw new Error('The demo has the review');
  const numbers = assignNumbers(record, review, defaultSettings);
  return threadOf({ record, review, numbers, sectionOrder: defaultSettings.sectionOrder });
}

describe('the thread of a review', () => {
  it('has no loose end where every point is answered and every action dated', () => {
    const thread = threadIn(leah());
    expect(thread.loose).toBe(0);
    expect(thread.answered).toBe(thread.asked);
    const ends = thread.groups.flatMap(({ points }) => points.map(({ end }) => end.kind));
    expect(new Set(ends)).toEqual(new Set(['decisions', 'in-hand', 'no-action']));
  });

  it('counts each answer, decision and date that is missing as one loose end', () => {
    const thread = threadIn(brokenLeah());
    const points = thread.groups.flatMap((group) => group.points);
    expect(points.filter(({ end }) => end.kind === 'loose')).toHaveLength(2);
    expect(thread.decisions.filter(({ answersNoPoint }) => answersNoPoint)).toHaveLength(1);
    expect(thread.decisions.flatMap(({ actions }) => actions).filter(({ due }) => !due)).toHaveLength(1);
    expect(thread.loose).toBe(4);
    expect(thread.asked - thread.answered).toBe(2);
  });

  it('shows the child’s words quoted, and every group of Write up by its key', () => {
    const thread = threadIn(leah());
    const voices = thread.groups.flatMap(({ points }) => points).filter(({ isVoice }) => isVoice);
    expect(voices.length).toBeGreaterThan(3);
    for (const { name } of voices) expect(name).toMatch(/^“.*”$/su);
    expect(thread.groups.map(({ digit, heading }) => `${digit} ${heading}`)).toContain('4 Safe');
  });

  it('lays nothing over anything, whatever the width and however long the words', () => {
    for (const thread of [threadIn(leah()), threadIn(brokenLeah())]) {
      const marks = [
        ...thread.groups.flatMap(({ points }) => points.map(({ id }) => markKey('point', id))),
        ...thread.decisions.flatMap(({ id, actions }) => [
          markKey('decision', id),
          ...actions.map((action) => markKey('action', action.id)),
        ]),
      ];
      const heights = fc.array(fc.nat(400), { minLength: marks.length, maxLength: marks.length });
      fc.assert(
        fc.property(fc.integer({ min: 320, max: 1_600 }), heights, (width, measured) => {
          const given = new Map(marks.map((key, place) => [key, measured[place] ?? 0]));
          const layout = layThread(thread, width, given);
          const left = [...layout.groups, ...layout.points].sort((a, b) => a.top - b.top);
          const right = layout.decisions.flatMap((placed) => [placed, ...placed.actions]);
          for (const column of [left, right]) {
            const ends = column.map((box) => box.top + box.height);
            const nextTops = [...column.slice(1).map((box) => box.top), layout.height];
            expect(ends.filter((end, index) => end > (nextTops[index] ?? 0) + 0.001)).toEqual([]);
          }
          for (const point of layout.points) {
            expect(point.height).toBeGreaterThanOrEqual(given.get(markKey('point', point.item.id)) ?? 0);
          }
        }),
      );
    }
  });
});
