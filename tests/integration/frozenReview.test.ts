import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { playReview, startChild } from './support/playReview.ts';
import type { TestCore } from './support/testCore.ts';
import { testCore } from './support/testCore.ts';

let app: TestCore;
const childId = 'child-four';
const id = 'four-r1';

beforeEach(async () => {
  app = await testCore('2026-01-06');
  await startChild(app, childId);
});
afterEach(() => app.remove());

async function frozen() {
  return (await app.call('review:frozen', { id })).frozen;
}

/** The worker, the address and the mother's name after the record was finalised; and an action put off. */
async function moveOn(): Promise<void> {
  const now = await app.call('child:get', { id: childId });
  const worker = now.periods.find(({ kind }) => kind === 'social-worker');
  const [mum] = now.people;
  const [action] = now.actions;
  if (!worker || worker.kind !== 'social-worker' || !mum || !action) throw new Error('The scene has these');
  const versionOf = (record: string) => now.versions[record] ?? 0;
  await app.call('period:save', {
    value: { ...worker, name: 'Nobody Known' },
    baseVersion: versionOf(worker.id),
  });
  await app.call('person:save', { value: { ...mum, name: 'Ink Remarried' }, baseVersion: versionOf(mum.id) });
  await app.call('action:amend', {
    id: action.id,
    baseVersion: versionOf(action.id),
    what: 'Something else by now',
    because: 'It was put off',
  });
}

describe('a finalised review', () => {
  it('is not frozen while it is open, with or without its decisions', async () => {
    await playReview(app, { childId, number: 1, on: '2026-01-28', stopBefore: 'progress' });
    expect(await frozen()).toBeUndefined();
    await app.call('review:finalise', { id, kind: 'decisions', gaps: [] });
    expect(await frozen()).toBeUndefined();
  });

  it('shows its facts, people and actions as they were, whatever became of them', async () => {
    await playReview(app, { childId, number: 1, on: '2026-01-28' });
    const before = await app.call('review:get', { id });
    const facts = await app.call('child:get', { id: childId });
    await moveOn();
    const then = await frozen();
    expect(then?.on).toBe(before.finalisations.find(({ kind }) => kind === 'record')?.at.slice(0, 10));
    expect(then?.child.people).toEqual(facts.people);
    expect(then?.child.periods).toEqual(facts.periods);
    expect(JSON.stringify(then)).not.toMatch(/Nobody Known|Ink Remarried|Something else by now/);
    const { texts, points, decisions, actions, numbers } = before;
    expect(then?.view).toMatchObject({ texts, points, decisions, actions, numbers });
    expect(then?.findings.filter(({ severity }) => severity === 'must')).toEqual([]);
    const now = await app.call('child:get', { id: childId });
    expect(JSON.stringify(now)).toContain('Ink Remarried');
  });

  it('keeps its clocks, which hang on reviews that are not frozen with it', async () => {
    for (const [place, on] of ['2026-01-28', '2026-04-22', '2026-10-14'].entries())
      await playReview(app, { childId, number: place + 1, on });
    const { clocks } = await app.call('review:get', { id: 'four-r3' });
    const third = (await app.call('review:frozen', { id: 'four-r3' })).frozen;
    expect(third?.view.clocks).toEqual(clocks);
  });

  it('shows today’s again once the record is withdrawn', async () => {
    await playReview(app, { childId, number: 1, on: '2026-01-28' });
    await app.call('review:withdraw', { id, kind: 'record', because: 'It was wrong', receivedBy: [] });
    expect(await frozen()).toBeUndefined();
  });
});
