import { readFileSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sessionMarkName } from '../../main/store/sessionMark.ts';
import { startCoreChild } from './support/runCoreChild.ts';
import type { Scene } from './support/scene.ts';
import { aNote, aScene, aText } from './support/scene.ts';
import { codeOf, testPassphrase } from './support/tempStore.ts';
import type { TestCore } from './support/testCore.ts';
import { testCore } from './support/testCore.ts';

let app: TestCore;
let scene: Scene;
beforeEach(async () => {
  app = await testCore();
  scene = await aScene(app, 'told');
});
afterEach(() => app.remove());

const notices = () => app.call('store:notices', {});

describe('a session that was never closed', () => {
  it('is told once, with what was being written; a proper closing tells nothing', async () => {
    expect(await notices()).toEqual({ writing: [] });
    await app.reopen();
    expect(await notices()).toEqual({ writing: [] });
    await app.call('vault:lock', {});
    expect(await notices()).toEqual({ writing: [] });

    const child = startCoreChild('edit', { dir: app.dir, around: app.around, scene });
    await child.until((line) => line.startsWith('ack'));
    child.process.kill('SIGKILL');
    await child.ended;
    await app.call('vault:unlock', { passphrase: testPassphrase });
    const told = await notices();
    expect(told.notClosed?.lastKeptAt?.slice(0, 10)).toBe('2026-10-05');
    expect(told.writing).toEqual([
      {
        childId: scene.childId,
        childName: 'Example told',
        reviewId: scene.reviewId,
        reviewNumber: 1,
        section: 'health',
      },
    ]);
    await app.reopen();
    expect(await notices()).toEqual({ writing: [] });
  });

  it('leaves a mark with a time and nothing else, which no backup takes along', async () => {
    const mark = readFileSync(join(app.dir, sessionMarkName), 'utf8');
    expect(mark).toMatch(/^2026-10-05T[\d:.]+Z$/);
    const { folder } = await app.call('backup:run', { folder: app.around });
    expect(readdirSync(folder)).not.toContain(sessionMarkName);
    await app.call('vault:lock', {});
    expect(readdirSync(app.dir)).not.toContain(sessionMarkName);
  });
});

describe('a clock that stands before the last entry', () => {
  it('is told until it is right again, and nothing is lost meanwhile', async () => {
    await app.call('note:save', { value: aNote(scene, 'first'), baseVersion: 0 });
    app.clock.setDay('2026-09-28');
    const told = await notices();
    expect(told.clockBehind?.now.slice(0, 10)).toBe('2026-09-28');
    expect(told.clockBehind?.lastEntryAt.slice(0, 10)).toBe('2026-10-05');
    // It is the newest entry that counts, not the last one made.
    await app.call('note:save', { value: aNote(scene, 'second', 'note-2'), baseVersion: 0 });
    expect((await notices()).clockBehind?.lastEntryAt.slice(0, 10)).toBe('2026-10-05');
    await app.reopen();
    expect((await notices()).clockBehind?.lastEntryAt.slice(0, 10)).toBe('2026-10-05');
    const { notes } = await app.call('review:get', { id: scene.reviewId });
    expect(notes.map(({ text }) => text).toSorted()).toEqual(['first', 'second']);
    app.clock.setDay('2026-10-06');
    expect(await notices()).toEqual({ writing: [] });
  });

  it('is believed when the officer says that it was ahead before, and told again when it goes back once more', async () => {
    app.clock.setDay('2027-03-01');
    await app.call('note:save', { value: aNote(scene, 'ahead'), baseVersion: 0 });
    app.clock.setDay('2026-10-06');
    expect((await notices()).clockBehind?.lastEntryAt.slice(0, 10)).toBe('2027-03-01');
    await app.call('clock:isRight', {});
    expect(await notices()).toEqual({ writing: [] });
    await app.reopen();
    expect(await notices()).toEqual({ writing: [] });
    app.clock.setDay('2026-10-01');
    expect((await notices()).clockBehind?.lastEntryAt.slice(0, 10)).toBe('2026-10-06');
  });
});

describe('a store whose folder is moved or deleted while it is open', () => {
  it('keeps nothing more, says so, and goes on when the folder is back', async () => {
    const away = `${app.dir}-away`;
    renameSync(app.dir, away);
    const value = aText(scene, 'typed meanwhile');
    const refused = await app.send('text:save', { value, baseVersion: 0 });
    expect(codeOf(refused)).toBe('not-found');
    renameSync(away, app.dir);
    await app.call('text:save', { value, baseVersion: 0 });
    await app.reopen();
    expect((await app.call('review:get', { id: scene.reviewId })).texts).toHaveLength(1);
  });

  it('never acknowledges what nobody will find', async () => {
    rmSync(app.dir, { recursive: true });
    const saved = await app.send('text:save', { value: aText(scene, 'into the void'), baseVersion: 0 });
    expect(codeOf(saved)).toBe('not-found');
  });
});
