import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anyCharacter } from '../support/zodArbitrary.ts';
import { uuidv7 } from '../../main/core/ids.ts';
import { playReview, startChild } from './support/playReview.ts';
import type { Scene } from './support/scene.ts';
import { aDecision, aNote, aPoint, aScene, aText, anAction } from './support/scene.ts';
import { codeOf } from './support/tempStore.ts';
import type { TestCore } from './support/testCore.ts';
import { testCore } from './support/testCore.ts';

let app: TestCore;
beforeAll(async () => {
  app = await testCore();
});
afterAll(() => app.remove());

const view = (scene: Scene) => app.call('review:get', { id: scene.reviewId });
const undoOf = ({ undo }: { readonly undo?: string | undefined }): string => {
  if (undo === undefined) throw new Error('This change gives a way back');
  return undo;
};

describe('a way back', () => {
  it('takes back a change, a making and a removal', async () => {
    const scene = await aScene(app, 'undo');
    const made = await app.call('point:save', { value: aPoint(scene, 'first'), baseVersion: 0 });
    const changed = await app.call('point:save', { value: aPoint(scene, 'second'), baseVersion: 1 });
    await app.call('undo:apply', { token: undoOf(changed) });
    expect((await view(scene)).points.map(({ words }) => words)).toEqual(['first']);
    // The making is older than the change that was taken back: the record has moved on since.
    expect(codeOf(await app.send('undo:apply', { token: undoOf(made) }))).toBe('conflict');
    const removed = await app.call('point:remove', { id: made.id, baseVersion: 3 });
    expect((await view(scene)).points).toEqual([]);
    await app.call('undo:apply', { token: undoOf(removed) });
    expect((await view(scene)).points.map(({ words }) => words)).toEqual(['first']);
    const note = await app.call('note:save', { value: aNote(scene, 'a line'), baseVersion: 0 });
    await app.call('undo:apply', { token: undoOf(note) });
    expect((await view(scene)).notes).toEqual([]);
  });

  it('gives back which decision an action belongs to', async () => {
    const scene = await aScene(app, 'moved-action');
    const first = await app.call('decision:save', { value: aDecision(scene, 'one'), baseVersion: 0 });
    const other = { ...aDecision(scene, 'two'), id: 'moved-d2' };
    await app.call('decision:save', { value: other, baseVersion: 0 });
    await app.call('action:save', { value: anAction(scene, 'do', first.id), baseVersion: 0 });
    const moved = await app.call('action:save', { value: anAction(scene, 'do', other.id), baseVersion: 1 });
    await app.call('undo:apply', { token: undoOf(moved) });
    expect((await view(scene)).actions[0]?.decisionId).toBe(first.id);
  });

  it('is refused once the record moved on, works once, and is found by nobody else', async () => {
    const scene = await aScene(app, 'moved-on');
    const first = await app.call('point:save', { value: aPoint(scene, 'a'), baseVersion: 0 });
    const second = await app.call('point:save', { value: aPoint(scene, 'b'), baseVersion: 1 });
    expect(codeOf(await app.send('undo:apply', { token: undoOf(first) }))).toBe('conflict');
    const token = undoOf(second);
    const requestId = uuidv7(Date.now());
    const done = await app.send('undo:apply', { token }, requestId);
    expect(await app.send('undo:apply', { token }, requestId)).toEqual(done);
    expect(codeOf(await app.send('undo:apply', { token }))).toBe('not-found');
    expect(codeOf(await app.send('undo:apply', { token: uuidv7(1) }))).toBe('not-found');
  });

  it('leaves nothing that points at nothing', async () => {
    const scene = await aScene(app, 'pointing');
    const point = await app.call('point:save', { value: aPoint(scene, 'need'), baseVersion: 0 });
    const decision = await app.call('decision:save', {
      value: aDecision(scene, 'answer', [point.id]),
      baseVersion: 0,
    });
    await app.call('action:save', { value: anAction(scene, 'do', decision.id), baseVersion: 0 });
    const refused = [
      await app.send('undo:apply', { token: undoOf(point) }),
      await app.send('undo:apply', { token: undoOf(decision) }),
      await app.send('point:remove', { id: point.id, baseVersion: 1 }),
      await app.send('decision:remove', { id: decision.id, baseVersion: 1 }),
    ];
    expect(refused.map(codeOf)).toEqual(refused.map(() => 'forbidden'));
    const child = await app.call('child:save', {
      value: {
        id: 'child-undone',
        fullName: 'Example Undone',
        preferredName: 'Un',
        dateOfBirth: '2015-01-01',
        voice: 'about',
      },
      baseVersion: 0,
    });
    await app.call('review:start', { id: 'review-undone', childId: 'child-undone', kind: 'looked-after' });
    expect(codeOf(await app.send('undo:apply', { token: undoOf(child) }))).toBe('forbidden');
  });

  it('moves a review’s day back when its meeting is taken back', async () => {
    const scene = await aScene(app, 'day');
    const later = await app.call('meeting:save', {
      value: { id: 'meeting-later', reviewIds: [scene.reviewId], on: '2026-10-04', attendees: [] },
      baseVersion: 0,
    });
    const lastReviewOn = async () =>
      (await app.call('child:list', {})).find(({ id }) => id === scene.childId)?.lastReviewOn;
    expect(await lastReviewOn()).toBe('2026-10-04');
    await app.call('undo:apply', { token: undoOf(later) });
    expect(await lastReviewOn()).toBe('2026-10-01');
  });

  it('is void after finalising', async () => {
    const childId = 'child-four';
    await startChild(app, childId);
    await playReview(app, { childId, number: 1, on: '2026-01-28', stopBefore: 'progress' });
    const { points, versions } = await app.call('review:get', { id: 'four-r1' });
    const point = points[0];
    if (!point) throw new Error('The review has points');
    const changed = await app.call('point:save', {
      value: { ...point, gist: 'Cat' },
      baseVersion: versions[point.id] ?? 0,
    });
    await playReview(app, { childId, number: 1, on: '2026-01-28', from: 'progress' });
    expect(codeOf(await app.send('undo:apply', { token: undoOf(changed) }))).toBe('not-found');
    // Not even when the record is open again: what was finalised is not undone by old ways back.
    await app.call('review:withdraw', { id: 'four-r1', kind: 'decisions', because: 'wrong', receivedBy: [] });
    expect(codeOf(await app.send('undo:apply', { token: undoOf(changed) }))).toBe('not-found');
    app.clock.setDay('2026-10-05');
  });

  it('property: undoing all changes, newest first, leads back through every state', async () => {
    let run = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ unit: anyCharacter, maxLength: 30 }), { minLength: 1, maxLength: 8 }),
        async (words) => {
          run += 1;
          const scene = await aScene(app, `states-${run}`);
          const tokens: string[] = [];
          const now = async () => (await view(scene)).points.map((point) => point.words);
          for (const [place, typed] of words.entries()) {
            // Each change after an undo names the version that the undo made: the chain is undone from its end.
            const saved = await app.call('point:save', { value: aPoint(scene, typed), baseVersion: place });
            tokens.push(undoOf(saved));
          }
          expect(await now()).toEqual([words.at(-1)]);
          let token = tokens.at(-1);
          const undone = await app.call('undo:apply', { token: token ?? '' });
          expect(await now()).toEqual(words.length === 1 ? [] : [words.at(-2)]);
          // The way back of the way back.
          token = undone.undo;
          await app.call('undo:apply', { token: token ?? '' });
          expect(await now()).toEqual([words.at(-1)]);
          for (const old of tokens.slice(0, -1)) {
            expect(codeOf(await app.send('undo:apply', { token: old }))).toBe('conflict');
          }
        },
      ),
      { numRuns: 20 },
    );
  });
});

describe('drafts of invalid fields', () => {
  const draftOf = (scene: Scene, raw: string, field = 'dateOfBirth') => ({
    childId: scene.childId,
    record: scene.childId,
    entity: 'child',
    field,
    raw,
    baseVersion: 1,
  });

  it('keep what was typed, exactly, beside the last valid value, until cleared', async () => {
    const scene = await aScene(app, 'drafts');
    const raw = '31 Feb\ud800 \u0000 2015';
    await app.call('draft:save', draftOf(scene, '31'));
    await app.call('draft:save', draftOf(scene, raw));
    await app.call('draft:save', draftOf(scene, 'x', 'fullName'));
    await app.reopen();
    const drafts = await app.call('draft:list', { id: scene.childId });
    expect(drafts.map(({ field, raw: typed }) => [field, typed])).toEqual([
      ['dateOfBirth', raw],
      ['fullName', 'x'],
    ]);
    expect((await app.call('child:get', { id: scene.childId })).child.dateOfBirth).toBe('2015-05-04');
    await app.call('draft:clear', { record: scene.childId, field: 'dateOfBirth' });
    expect((await app.call('draft:list', { id: scene.childId })).map(({ field }) => field)).toEqual([
      'fullName',
    ]);
  });

  it('never lie at another child’s record', async () => {
    const [one, two] = [await aScene(app, 'draft-one'), await aScene(app, 'draft-two')];
    const shared = { ...draftOf(one, 'of one'), record: 'new-person', entity: 'person' };
    await app.call('draft:save', shared);
    const refused = [
      await app.send('draft:save', { ...shared, childId: two.childId, raw: 'of two' }),
      await app.send('draft:save', { ...draftOf(one, 'of one'), childId: two.childId }),
    ];
    // A child has no owner but itself; the record of another kind does.
    await app.call('point:save', { value: aPoint(one, 'x'), baseVersion: 0 });
    const atPoint = { ...draftOf(two, 'x'), record: `${one.reviewId}-p1`, entity: 'point' };
    refused.push(await app.send('draft:save', atPoint));
    expect(refused.map(codeOf)).toEqual(refused.map(() => 'forbidden'));
    expect((await app.call('draft:list', { id: one.childId })).map(({ raw }) => raw)).toEqual(['of one']);
    expect(await app.call('draft:list', { id: two.childId })).toEqual([]);
  });

  it('property: the last draft of each field is kept as typed', async () => {
    const scene = await aScene(app, 'draft-prop');
    const step = fc.record({
      field: fc.constantFrom('a', 'b', 'c'),
      raw: fc.option(fc.string({ unit: anyCharacter, maxLength: 20 }), { nil: undefined }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 10 }), async (steps) => {
        const expected = new Map<string, string>();
        for (const field of ['a', 'b', 'c']) await app.call('draft:clear', { record: scene.childId, field });
        for (const { field, raw } of steps) {
          if (raw === undefined) {
            await app.call('draft:clear', { record: scene.childId, field });
            expected.delete(field);
          } else {
            await app.call('draft:save', draftOf(scene, raw, field));
            expected.set(field, raw);
          }
        }
        const drafts = await app.call('draft:list', { id: scene.childId });
        expect(new Map(drafts.map(({ field, raw }) => [field, raw]))).toEqual(expected);
      }),
      { numRuns: 30 },
    );
  });
});

describe('a text', () => {
  it('is not undone by a token: it has the editor’s own way back', async () => {
    const scene = await aScene(app, 'text-undo');
    const saved = await app.call('text:save', { value: aText(scene, 'x'), baseVersion: 0 });
    expect(saved.undo).toBeUndefined();
  });
});
