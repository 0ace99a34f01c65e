import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anyCharacter } from '../support/zodArbitrary.ts';
import * as z from 'zod';
import { uuidv7 } from '../../main/core/ids.ts';
import { plainText } from '../../shared/richText.ts';
import { SectionText } from '../../shared/domain/model/minutes.ts';
import type { Scene } from './support/scene.ts';
import { aDecision, aNote, aPoint, aScene, aText, anAction } from './support/scene.ts';
import { openBeside, snapshotOf } from './support/storeRows.ts';
import { codeOf } from './support/tempStore.ts';
import type { TestCore } from './support/testCore.ts';
import { testCore } from './support/testCore.ts';

const Held = z.object({ value: SectionText, version: z.int() });

let app: TestCore;
let scene: Scene;

beforeAll(async () => {
  app = await testCore();
  scene = await aScene(app, 'versions');
});
afterAll(() => app.remove());

const snapshot = async () => {
  const db = await openBeside(app.dir);
  try {
    return snapshotOf(db);
  } finally {
    db.close();
  }
};

describe('the unit of save', () => {
  it('counts versions per record, each on its own', async () => {
    const point = await app.call('point:save', { value: aPoint(scene, 'one'), baseVersion: 0 });
    const other = aPoint(scene, 'other', 'versions-p2');
    const second = await app.call('point:save', { value: other, baseVersion: 0 });
    const again = await app.call('point:save', { value: aPoint(scene, 'two'), baseVersion: point.version });
    expect([point.version, second.version, again.version]).toEqual([1, 1, 2]);
    const text = await app.call('text:save', { value: aText(scene, 'words'), baseVersion: 0 });
    expect(text.version).toBe(1);
    const { versions } = await app.call('review:get', { id: scene.reviewId });
    expect([versions[point.id], versions[other.id], versions[text.id]]).toEqual([2, 1, 1]);
  });

  it('meets a stale version with what the store holds, and keeps both texts', async () => {
    const value = aText(scene, 'typed first', 'placement');
    await app.call('text:save', { value, baseVersion: 0 });
    await app.call('text:save', { value: aText(scene, 'typed here', 'placement'), baseVersion: 1 });
    const stale = await app.send('text:save', {
      value: aText(scene, 'typed elsewhere', 'placement'),
      baseVersion: 1,
    });
    expect(codeOf(stale)).toBe('conflict');
    const current: unknown = stale.ok ? undefined : stale.error.current;
    const held = Held.parse(current);
    expect(held.version).toBe(2);
    expect(plainText(held.value.body)).toBe('typed here');
    const { texts } = await app.call('review:get', { id: scene.reviewId });
    const kept = texts.find((text) => text.id === value.id);
    expect(kept && plainText(SectionText.parse(kept).body)).toBe('typed here');
  });

  it('never lets a record change its child, its review or its action', async () => {
    const other = await aScene(app, 'other');
    const mine = await aScene(app, 'mine');
    const decision = await app.call('decision:save', { value: aDecision(mine, 'mine'), baseVersion: 0 });
    const action = await app.call('action:save', { value: anAction(mine, 'mine'), baseVersion: 0 });
    const note = await app.call('note:save', { value: aNote(mine, 'mine'), baseVersion: 0 });
    const point = await app.call('point:save', { value: aPoint(mine, 'mine'), baseVersion: 0 });
    const before = await snapshot();
    const moved = [
      await app.send('decision:save', { value: { ...aDecision(mine, 'mine'), ...other }, baseVersion: 1 }),
      await app.send('action:save', { value: { ...anAction(mine, 'mine'), ...other }, baseVersion: 1 }),
      await app.send('note:save', { value: { ...aNote(mine, 'mine'), ...other }, baseVersion: 1 }),
      await app.send('point:save', { value: { ...aPoint(mine, 'mine'), ...other }, baseVersion: 1 }),
      await app.send('text:save', {
        value: { ...aText(mine, 'mine'), childId: other.childId },
        baseVersion: 0,
      }),
      // An id that is taken by another child's record shows nothing of that record.
      await app.send('decision:save', { value: { ...aDecision(mine, 'x'), ...other }, baseVersion: 0 }),
    ];
    expect(moved.map(codeOf)).toEqual(moved.map(() => 'forbidden'));
    expect(JSON.stringify(moved)).not.toContain('mine');
    expect([decision, action, note, point].map(({ version }) => version)).toEqual([1, 1, 1, 1]);
    expect(await snapshot()).toEqual(before);
  });

  it('refuses a record that names something its child does not have', async () => {
    const here = await aScene(app, 'here');
    const there = await aScene(app, 'there');
    const foreign = await app.call('point:save', { value: aPoint(there, 'theirs'), baseVersion: 0 });
    const before = await snapshot();
    const refused = [
      await app.send('point:save', {
        value: { ...aPoint(here, 'x'), source: { who: 'Somebody', personId: 'nobody' } },
        baseVersion: 0,
      }),
      await app.send('point:save', {
        value: { ...aPoint(here, 'x'), continuesPointId: foreign.id },
        baseVersion: 0,
      }),
      await app.send('action:save', { value: anAction(here, 'x', 'no-decision'), baseVersion: 0 }),
      await app.send('period:save', {
        value: {
          id: 'here-pl',
          childId: here.childId,
          kind: 'placement',
          placement: 'foster-carers',
          from: '2026-01-01',
          carerIds: ['nobody'],
        },
        baseVersion: 0,
      }),
    ];
    expect(refused.map(codeOf)).toEqual(refused.map(() => 'not-found'));
    const crossing = await app.send('decision:save', {
      value: aDecision(here, 'x', [foreign.id]),
      baseVersion: 0,
    });
    expect(codeOf(crossing)).toBe('forbidden');
    expect(await snapshot()).toEqual(before);
  });

  it('property: the store holds the last save that named the version before it, and no other', async () => {
    const attempt = fc.record({
      behind: fc.nat({ max: 2 }),
      words: fc.string({ unit: anyCharacter, maxLength: 40 }),
    });
    let run = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(attempt, { minLength: 1, maxLength: 12 }), async (attempts) => {
        run += 1;
        const id = `versions-prop-${run}`;
        let [version, words] = [0, ''];
        for (const { behind, words: typed } of attempts) {
          const result = await app.send('point:save', {
            value: aPoint(scene, typed, id),
            baseVersion: Math.max(0, version - behind),
          });
          const isCurrent = version - behind === version || version === 0;
          expect(codeOf(result)).toBe(isCurrent ? 'ok' : 'conflict');
          if (isCurrent) [version, words] = [version + 1, typed];
        }
        const { points, versions } = await app.call('review:get', { id: scene.reviewId });
        expect(points.find((point) => point.id === id)?.words).toBe(words);
        expect(versions[id]).toBe(version);
      }),
      { numRuns: 40 },
    );
  });
});

describe('request ids', () => {
  it('answer a replay with the first result and change nothing, also after reopening', async () => {
    const requestId = uuidv7(Date.now());
    const input = { value: aPoint(scene, 'once', 'replay-p1'), baseVersion: 0 };
    const first = await app.send('point:save', input, requestId);
    await app.call('point:save', { value: aPoint(scene, 'moved on', 'replay-p1'), baseVersion: 1 });
    await app.reopen();
    const before = await snapshot();
    expect(await app.send('point:save', input, requestId)).toEqual(first);
    expect(await snapshot()).toEqual(before);
    await app.reopen();
    expect(await app.send('point:save', input, requestId)).toEqual(first);
    expect(await snapshot()).toEqual(before);
  });

  it('answer a replayed task too: a paper, a backup, a change of passphrase, a new recovery key', async () => {
    const paper = {
      paper: {
        id: uuidv7(1),
        childId: scene.childId,
        kind: 'other',
        title: 'Form',
        receivedOn: '2026-10-01',
      },
      content: Buffer.from('a form').toString('base64'),
    } as const;
    const ids = Array.from({ length: 4 }, () => uuidv7(Date.now()));
    const proof = { recoveryKey: app.recoveryKey };
    const calls = async () => [
      await app.send('paper:add', paper, ids[0]),
      await app.send('backup:run', { folder: app.around }, ids[1]),
      await app.send('vault:changePassphrase', { proof, passphrase: 'paper boats in winter' }, ids[2]),
      await app.send('vault:newRecoveryKey', { proof: { passphrase: 'paper boats in winter' } }, ids[3]),
    ];
    const first = await calls();
    expect(first.map(codeOf)).toEqual(['ok', 'ok', 'ok', 'ok']);
    const before = await snapshot();
    expect(await calls()).toEqual(first);
    expect(await snapshot()).toEqual(before);
    await app.reopen();
    // A key that was shown once is written down nowhere: after reopening it is made anew.
    expect((await calls()).slice(0, 3)).toEqual(first.slice(0, 3));
  });

  it('refuse to be used for another channel', async () => {
    const requestId = uuidv7(Date.now());
    await app.send('note:save', { value: aNote(scene, 'x', 'channel-n1'), baseVersion: 0 }, requestId);
    const reused = await app.send('draft:clear', { record: 'r', field: 'f' }, requestId);
    expect(codeOf(reused)).toBe('invalid-input');
  });

  it('make one attempt of two calls that run at once', async () => {
    const requestId = uuidv7(Date.now());
    const [one, two] = await Promise.all([
      app.send('backup:run', { folder: app.around }, requestId),
      app.send('backup:run', { folder: app.around }, requestId),
    ]);
    expect(one).toEqual(two);
    expect(one.ok).toBe(true);
    const twice = await Promise.all([
      app.send('backup:run', { folder: app.around }, uuidv7(1)),
      app.send('backup:run', { folder: app.around }, uuidv7(1)),
    ]);
    expect(twice.map(codeOf)).toEqual(['ok', 'ok']);
  });

  it('property: a history with repeats equals the history without them', async () => {
    const one = await aScene(app, 'repeats');
    const two = await aScene(app, 'plain');
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat({ max: 3 }), fc.string({ maxLength: 12 })), { maxLength: 10 }),
        async (steps) => {
          const start = (await app.call('review:get', { id: one.reviewId })).versions;
          let version = start[`${one.reviewId}-p1`] ?? 0;
          for (const [repeats, words] of steps) {
            const requestId = uuidv7(Date.now());
            for (let time = 0; time <= repeats; time += 1) {
              const input = { value: aPoint(one, words), baseVersion: version };
              expect(codeOf(await app.send('point:save', input, requestId))).toBe('ok');
            }
            await app.call('point:save', { value: aPoint(two, words), baseVersion: version });
            version += 1;
          }
          const [first, second] = [
            await app.call('review:get', { id: one.reviewId }),
            await app.call('review:get', { id: two.reviewId }),
          ];
          expect(first.points.map(({ words }) => words)).toEqual(second.points.map(({ words }) => words));
          expect(first.versions[`${one.reviewId}-p1`]).toBe(second.versions[`${two.reviewId}-p1`]);
        },
      ),
      { numRuns: 25 },
    );
  });
});
