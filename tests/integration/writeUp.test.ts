import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readDemo } from '../../main/cli/demo.ts';
import { caseFileAsOf } from '../../shared/caseFileAsOf.ts';
import { isoDate } from '../../shared/domain/dates.ts';
import type { TestCore } from './support/testCore.ts';
import { testCore } from './support/testCore.ts';

let app: TestCore;
beforeEach(async () => {
  app = await testCore('2026-10-05');
  const leah = readDemo().files.get('leah.case.json');
  if (!leah) throw new Error('The demo has Leah');
  const known = caseFileAsOf(leah, isoDate('2026-10-05'));
  await app.call('caseFile:import', { files: [known], onConflict: 'refuse' });
});
afterEach(() => app.remove());

describe('what the write-up screen reads', () => {
  it('numbers points, decisions and actions as the documents will', async () => {
    const view = await app.call('review:get', { id: 'leah-r11' });
    expect(view.numbers['leah-r11-d1']).toBe('D1');
    expect(new Set(Object.values(view.numbers)).size).toBe(Object.values(view.numbers).length);
    for (const decision of view.decisions) expect(view.numbers[decision.id]).toMatch(/^D\d+$/);
  });

  it('keeps the numbers once the decisions are finalised, whatever is added', async () => {
    const before = await app.call('review:get', { id: 'leah-r11' });
    await app.call('review:finalise', { id: 'leah-r11', kind: 'decisions', gaps: [] });
    const point = {
      id: 'later',
      childId: 'leah',
      reviewId: 'leah-r11',
      section: 'childs-views' as const,
      kind: 'worry' as const,
      words: 'Nobody rings back.',
    };
    const childId = before.review.childId;
    await app.call('point:save', { value: { ...point, childId }, baseVersion: 0 });
    const after = await app.call('review:get', { id: 'leah-r11' });
    expect(after.numbers).toMatchObject(before.numbers);
    const highest = Object.values(before.numbers).filter((number) => number.startsWith('V')).length;
    expect(after.numbers['later']).toBe(`V${highest + 1}`);
  });

  it('says how many working days are left of each clock, and of each promise', async () => {
    const view = await app.call('review:get', { id: 'leah-r11' });
    expect(view.clocks['decisionsDue']).toMatchObject({ due: '2026-10-12', workingDaysLeft: 5 });
    expect(view.promised.some((promise) => (promise.workingDaysLeft ?? 0) < 0)).toBe(true);
  });

  it('reads the last review beside this one, and nothing for a first review', async () => {
    const last = await app.call('review:lastTime', { id: 'leah-r11' });
    expect(last.review?.id).toBe('leah-r10');
    expect(last.texts.length).toBeGreaterThan(5);
    expect(new Set(last.texts.map((text) => text.reviewId))).toEqual(new Set(['leah-r10']));
    const first = await app.call('review:lastTime', { id: 'leah-r8' });
    expect(first).toMatchObject({ texts: [], points: [] });
  });

  it('drafts the letter from what is written', async () => {
    const letter = await app.call('letter:draft', { id: 'leah-r11' });
    expect(letter.cards.length).toBeGreaterThan(0);
  });
});

describe('the officer’s own dictionary', () => {
  it('keeps a word once, apart from the settings, and over a restart', async () => {
    await app.call('spelling:learn', { word: 'Mockbridge' });
    await app.call('spelling:learn', { word: 'Mockbridge' });
    await app.reopen();
    expect(await app.call('spelling:words', {})).toEqual({ words: ['Mockbridge'] });
    const { settings } = await app.call('settings:get', {});
    expect(JSON.stringify(settings)).not.toContain('Mockbridge');
  });

  it('refuses what is no word', async () => {
    expect(await app.send('spelling:learn', { word: 'two words' })).toMatchObject({ ok: false });
  });
});
