import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { uuidv7 } from '../../main/core/ids.ts';
import { readCaseload } from '../support/caseload.ts';
import { playReview, startChild } from './support/playReview.ts';
import { aPoint, aScene, aText } from './support/scene.ts';
import { openBeside, rowsOfTable, tablesOf } from './support/storeRows.ts';
import { codeOf, testPassphrase } from './support/tempStore.ts';
import type { TestCore } from './support/testCore.ts';
import { testCore } from './support/testCore.ts';

let app: TestCore;
let folder: string;
beforeEach(async () => {
  app = await testCore();
  folder = join(app.around, 'backups');
  mkdirSync(folder);
});
afterEach(() => app.remove());

const made = () => readdirSync(folder).length;

describe('a backup and its restore', () => {
  it('give every row of every table again, on another machine with the recovery key', async () => {
    app.clock.setDay('2026-01-05');
    await startChild(app, 'child-four');
    await playReview(app, { childId: 'child-four', number: 1, on: '2026-01-28' });
    const files = readCaseload().map(({ file }) => file);
    await app.call('caseFile:import', { files, onConflict: 'refuse' });
    const issueId = uuidv7(3);
    await app.call('document:issue', {
      id: issueId,
      reviewId: 'four-r1',
      document: 'service-file',
      passed: [],
    });
    const scene = await aScene(app, 'unsettled');
    await app.call('text:save', { value: aText(scene, 'still being typed'), baseVersion: 0 });
    const here = await openBeside(app.dir);
    const tables = tablesOf(here);
    const before = tables.map((table) => [table, rowsOfTable(here, table)] as const);
    here.close();
    const { folder: path } = await app.call('backup:run', { folder });

    const other = await testCore();
    await other.call('vault:lock', {});
    rmSync(other.dir, { recursive: true });
    const proof = { recoveryKey: app.recoveryKey };
    await other.call('restore:run', { folder: path, proof });
    const there = await openBeside(other.dir, 'read', proof);
    expect(tablesOf(there)).toEqual(tables);
    expect(tables.length).toBeGreaterThan(25);
    for (const [table, rows] of before) {
      expect([table, rowsOfTable(there, table)]).toEqual([table, rows]);
    }
    there.close();
    await other.call('vault:unlock', { passphrase: testPassphrase });
    expect(await other.call('document:read', { id: issueId })).toEqual(
      await app.call('document:read', { id: issueId }),
    );
    expect(await other.call('caseFile:export', { id: 'child-four' })).toEqual(
      await app.call('caseFile:export', { id: 'child-four' }),
    );
    await other.remove();
  });

  it('restore only into an empty place, and only while locked', async () => {
    const { folder: path } = await app.call('backup:run', { folder });
    const proof = { passphrase: testPassphrase };
    expect(codeOf(await app.send('restore:run', { folder: path, proof }))).toBe('store-in-use');
    await app.call('vault:lock', {});
    expect(codeOf(await app.send('restore:run', { folder: path, proof }))).toBe('invalid-input');
  });
});

describe('the daily backup', () => {
  it('is made once a day while the store is open, into the folder that is set', async () => {
    expect(await app.call('backup:tick', {})).toEqual({ isDue: false });
    expect(codeOf(await app.send('backup:run', {}))).toBe('invalid-input');
    await app.call('backup:folder', { folder });
    expect(await app.call('backup:status', {})).toEqual({ folder, isDue: true });
    const status = await app.core().tick();
    expect(status).toMatchObject({ ok: true, value: { folder, isDue: false, last: { folder } } });
    await app.core().tick();
    expect(made()).toBe(1);
    app.clock.setDay('2026-10-06');
    expect((await app.call('backup:status', {})).isDue).toBe(true);
    await app.core().tick();
    expect(made()).toBe(2);
  });

  it('tells a failure until one succeeds, and is tried again', async () => {
    await app.call('backup:folder', { folder });
    rmSync(folder, { recursive: true });
    const failed = await app.call('backup:tick', {});
    expect(failed).toMatchObject({ isDue: true, failure: { code: 'not-found' } });
    await app.reopen();
    expect(await app.call('backup:status', {})).toMatchObject({ failure: { code: 'not-found' } });
    mkdirSync(folder);
    const mended = await app.call('backup:tick', {});
    expect(mended.failure).toBeUndefined();
    expect([mended.isDue, made()]).toEqual([false, 1]);
  });

  it('is `locked` while locked', async () => {
    await app.call('vault:lock', {});
    expect(codeOf(await app.core().tick())).toBe('locked');
  });
});

describe('the backup on quit', () => {
  it('is made when anything changed since the last, and not of the same again', async () => {
    await app.call('backup:folder', { folder });
    expect(await app.call('vault:lock', {})).toEqual({ backup: 'made' });
    await app.call('vault:unlock', { passphrase: testPassphrase });
    await app.call('child:list', {});
    expect(await app.call('vault:lock', {})).toEqual({ backup: 'none' });
    await app.call('vault:unlock', { passphrase: testPassphrase });
    const scene = await aScene(app, 'quit');
    await app.call('text:save', { value: aText(scene, 'typed before quitting'), baseVersion: 0 });
    expect(await app.core().close()).toBe('made');
    expect(made()).toBe(1);
    await app.reopen();
    const db = await openBeside(app.dir);
    const unsettled = db
      .prepare<[], number>('SELECT count(*) FROM section_text WHERE settled_body IS NOT NULL')
      .pluck()
      .get();
    db.close();
    expect(unsettled).toBe(0);
  });

  it('that fails keeps nothing open, and is told after the next unlock', async () => {
    await app.call('backup:folder', { folder: join(app.around, 'unplugged') });
    expect(await app.call('vault:lock', {})).toEqual({ backup: 'failed' });
    expect((await app.call('vault:status', {})).state).toBe('locked');
    await app.call('vault:unlock', { passphrase: testPassphrase });
    expect(await app.call('backup:status', {})).toMatchObject({ failure: { code: 'not-found' } });
  });

  it('lets a task end that began before', async () => {
    const passphrase = 'a passphrase of later';
    const changing = app.send('vault:changePassphrase', {
      proof: { passphrase: testPassphrase },
      passphrase,
    });
    await app.call('vault:lock', {});
    expect(codeOf(await changing)).toBe('ok');
    await app.call('vault:unlock', { passphrase });
  });

  it('waits for what is under way, and refuses what comes after', async () => {
    const scene = await aScene(app, 'underway');
    await app.call('backup:folder', { folder });
    const running = app.send('backup:run', { folder });
    const locking = app.send('vault:lock', {});
    const late = await app.send('point:save', { value: aPoint(scene, 'late'), baseVersion: 0 });
    expect(codeOf(late)).toBe('locked');
    expect(codeOf(await running)).toBe('ok');
    expect(codeOf(await locking)).toBe('ok');
    expect(codeOf(await app.send('vault:unlock', { passphrase: testPassphrase }))).toBe('ok');
  });
});
