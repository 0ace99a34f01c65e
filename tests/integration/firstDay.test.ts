import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actionsOf } from '../../renderer/features/firstDay/pastedActions.ts';
import { caseFileOfNewChild } from '../../renderer/features/firstDay/newChild.ts';
import { fileWithActions } from '../../renderer/features/firstDay/fileWithActions.ts';
import type { NewChild } from '../../renderer/features/firstDay/newChild.ts';
import { uuidv7 } from '../../main/core/ids.ts';
import { isoDate } from '../../shared/domain/dates.ts';
import { defaultAppearance } from '../../shared/domain/settings.ts';
import { aPoint, aScene, aText } from './support/scene.ts';
import type { TestCore } from './support/testCore.ts';
import { testCore, testOfficer } from './support/testCore.ts';

let app: TestCore;
const newId = () => uuidv7(Date.now());
const today = isoDate('2026-10-05');

beforeAll(async () => {
  app = await testCore();
});
afterAll(() => app.remove());

const pretend: NewChild = {
  fullName: 'Zofia Pretendska',
  preferredName: 'Zofia',
  dateOfBirth: isoDate('2015-02-01'),
  lookedAfterSince: isoDate('2024-03-01'),
  legalStatus: 'care-order',
  worker: 'Tomasz Inventar',
  team: 'Team 4',
  lastReview: { number: 5, on: isoDate('2026-04-20') },
  nextReviewOn: isoDate('2026-10-19'),
};

describe('a new child', () => {
  it('comes in whole, with the review before the store, and its next review is counted from there', async () => {
    const file = caseFileOfNewChild(pretend, { officer: testOfficer, today, newId });
    await app.call('caseFile:import', { files: [file], onConflict: 'refuse' });
    const view = await app.call('child:get', { id: file.child.id });
    expect(view.reviews).toMatchObject([{ number: 5, isBeforeStore: true, heldOn: '2026-04-20' }]);
    expect(view.periods.map(({ kind }) => kind).toSorted()).toEqual([
      'legal-status',
      'looked-after',
      'social-worker',
    ]);
    const started = await app.call('review:start', {
      id: newId(),
      childId: file.child.id,
      kind: 'looked-after',
    });
    expect((await app.call('review:get', { id: started.id })).review.number).toBe(6);
  });

  it('of a caseload comes in all together or not at all', async () => {
    const files = [1, 2].map((number) =>
      caseFileOfNewChild(
        { ...pretend, fullName: `Example ${number}` },
        { officer: testOfficer, today, newId },
      ),
    );
    const [first, second] = files;
    const broken = [first, { ...second, child: { ...second?.child, dateOfBirth: '2015-02-31' } }];
    const count = async () => (await app.call('child:list', {})).length;
    const before = await count();
    const refused = await app.send('caseFile:import', { files: broken, onConflict: 'refuse' });
    expect(refused.ok).toBe(false);
    expect(await count()).toBe(before);
  });

  it('takes pasted actions into that review, and the next review asks what happened', async () => {
    const file = caseFileOfNewChild(
      { ...pretend, fullName: 'Callum Notreal' },
      { officer: testOfficer, today, newId },
    );
    await app.call('caseFile:import', { files: [file], onConflict: 'refuse' });
    const view = await app.call('child:get', { id: file.child.id });
    const reviewId = view.reviews[0]?.id ?? '';
    const drafts = [{ what: 'Ring CAMHS', who: 'Tomasz Inventar', due: '5 May', isChosen: true }];
    const given = { reviewId, reviewOn: isoDate('2026-04-20'), count: 0, newId };
    const pasted = fileWithActions(view, testOfficer, actionsOf(drafts, given));
    const report = await app.call('caseFile:import', { files: [pasted], onConflict: 'refuse' });
    expect(report.children[0]).toMatchObject({ added: 1, changed: 0 });
    const started = await app.call('review:start', {
      id: newId(),
      childId: file.child.id,
      kind: 'looked-after',
    });
    const { promised } = await app.call('review:get', { id: started.id });
    expect(promised.map(({ action }) => [action.what, action.due])).toEqual([
      ['Ring CAMHS', { kind: 'date', on: '2026-05-05' }],
    ]);
  });
});

describe('what the screens of the frame ask', () => {
  it('search says the child, the review with its day, and the section', async () => {
    const scene = await aScene(app, 'place');
    await app.call('text:save', {
      value: aText(scene, 'A lantern in the window', 'placement'),
      baseVersion: 0,
    });
    await app.call('point:save', { value: aPoint(scene, 'Wants a lantern too'), baseVersion: 0 });
    const hits = await app.call('search:query', { text: 'lantern', limit: 10 });
    expect(hits).toHaveLength(2);
    for (const hit of hits) {
      expect(hit).toMatchObject({ childName: 'Example place', reviewNumber: 1, heldOn: '2026-10-01' });
    }
    expect(new Set(hits.map(({ section }) => section))).toEqual(new Set(['health', 'placement']));
  });

  it('a conflict says when the stored text was written', async () => {
    const scene = await aScene(app, 'met');
    await app.call('text:save', { value: aText(scene, 'first'), baseVersion: 0 });
    const met = await app.send('text:save', { value: aText(scene, 'second'), baseVersion: 0 });
    expect(met).toMatchObject({ ok: false, error: { code: 'conflict', current: { version: 1 } } });
    const current = met.ok ? undefined : met.error.current;
    expect(current).toHaveProperty('at', expect.stringMatching(/^2026-10-05T12:00:0\d\.\d{3}Z$/));
  });

  it('settings keep how the window looks, and an older store has the shipped look', async () => {
    const { settings, version } = await app.call('settings:get', {});
    expect(version).toBe(0);
    expect(settings.appearance).toBeUndefined();
    const appearance = { ...defaultAppearance, textPercent: 150 as const };
    const value = { ...settings, appearance, idleMinutes: 5 };
    await app.call('settings:save', { value, baseVersion: 0 });
    await app.reopen();
    expect((await app.call('settings:get', {})).settings).toMatchObject({ appearance, idleMinutes: 5 });
    const met = await app.send('settings:save', { value: settings, baseVersion: 0 });
    expect(met).toMatchObject({
      ok: false,
      error: { code: 'conflict', current: { value: { idleMinutes: 5 }, version: 1 } },
    });
    expect(await app.call('settings:save', { value: settings, baseVersion: 1 })).toEqual({ version: 2 });
  });
});
