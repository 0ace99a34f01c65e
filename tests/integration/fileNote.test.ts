import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Input } from '../../shared/contract.ts';
import { startChild } from './support/playReview.ts';
import { testCore } from './support/testCore.ts';
import type { TestCore } from './support/testCore.ts';

describe('a line of the running note', () => {
  let app: TestCore;
  const reviewId = 'four-r1';
  const childId = 'child-four';

  beforeEach(async () => {
    app = await testCore('2026-01-28');
    await startChild(app, childId);
    await app.call('review:start', { id: reviewId, childId, kind: 'looked-after' });
  });
  afterEach(() => app.remove());

  async function typed(id: string, kind: Input<'note:save'>['value']['kind'], text: string, more = {}) {
    const at = `2026-01-28T10:0${id.slice(-1)}:00Z`;
    const value = { id, childId, reviewId, at, kind, text, ...more };
    return (await app.call('note:save', { value, baseVersion: 0 })).version;
  }
  const file = (id: string, baseVersion: number, section: Input<'note:file'>['section']) =>
    app.call('note:file', { id, baseVersion, section, at: '2026-01-28T11:00:00Z' });

  it('becomes a wish in the child’s own words when it is filed, and keeps what it became', async () => {
    await file('line-1', await typed('line-1', 'wish', 'Nan on Sundays, pls'), 'family-time');
    const { points, notes } = await app.call('review:get', { id: reviewId });
    expect(points).toMatchObject([
      {
        kind: 'wish',
        words: 'Nan on Sundays, pls',
        section: 'family-time',
        source: { who: 'Quill', on: '2026-01-28' },
      },
    ]);
    expect(notes[0]).toMatchObject({ filedSection: 'family-time', filedAs: points[0]?.id });
  });

  it('ties an action to the decision above it', async () => {
    await file('line-1', await typed('line-1', 'decision', 'A new bike'), 'interests');
    await file('line-2', await typed('line-2', 'action', 'Buy it'), 'interests');
    const { decisions, actions } = await app.call('review:get', { id: reviewId });
    expect(actions[0]).toMatchObject({ what: 'Buy it', decisionId: decisions[0]?.id });
  });

  it('moves what it became when it is filed again, and makes nothing twice', async () => {
    const saved = await file('line-1', await typed('line-1', 'need', 'a bed'), 'health');
    await file('line-1', saved.version, 'placement');
    const { points } = await app.call('review:get', { id: reviewId });
    expect(points.map(({ section }) => section)).toEqual(['placement']);
  });

  const undo = (token: string | undefined) => app.send('undo:apply', { token: token ?? '' });
  const review = () => app.call('review:get', { id: reviewId });

  it('is taken back with what it became, and brought back with it', async () => {
    const filed = await file('line-1', await typed('line-1', 'need', 'a bed'), 'health');
    const before = await review();
    const back = await app.call('undo:apply', { token: filed.undo ?? '' });
    const gone = await review();
    expect(gone.points).toEqual([]);
    expect(gone.notes).toMatchObject([{ text: 'a bed' }]);
    expect(gone.notes[0]).not.toHaveProperty('filedSection');
    expect(gone.notes[0]).not.toHaveProperty('filedAs');
    await app.call('undo:apply', { token: back.undo ?? '' });
    const { points, notes } = await review();
    expect({ points, notes }).toEqual({ points: before.points, notes: before.notes });
  });

  it('goes back to the section it was filed in before, with what it became', async () => {
    const saved = await file('line-1', await typed('line-1', 'need', 'a bed'), 'health');
    const moved = await file('line-1', saved.version, 'placement');
    await app.call('undo:apply', { token: moved.undo ?? '' });
    const { points, notes } = await review();
    expect([points[0]?.section, notes[0]?.filedSection]).toEqual(['health', 'health']);
  });

  it('is not taken back once what it became has moved on: then neither is', async () => {
    const filed = await file('line-1', await typed('line-1', 'need', 'a bed'), 'health');
    const [point] = (await review()).points;
    if (!point) throw new Error('The line became a point');
    await app.call('point:save', { value: { ...point, words: 'a bed of my own' }, baseVersion: 1 });
    expect(await undo(filed.undo)).toMatchObject({ ok: false, error: { code: 'conflict' } });
    const { points, notes } = await review();
    expect(points).toMatchObject([{ words: 'a bed of my own' }]);
    expect(notes).toMatchObject([{ filedSection: 'health', filedAs: point.id }]);
  });

  it('stays a note when it is one, and stays private when it was', async () => {
    await file('line-1', await typed('line-1', 'note', 'All here'), 'others-views');
    await file('line-2', await typed('line-2', 'worry', 'the dark', { isPrivate: true }), 'childs-views');
    const { points } = await app.call('review:get', { id: reviewId });
    expect(points).toMatchObject([{ words: 'the dark', audience: { level: 'worker-and-iro' } }]);
  });
});
