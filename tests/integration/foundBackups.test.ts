import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findBackups } from '../../main/store/foundBackups.ts';
import type { Store } from '../../main/store/store.ts';
import { backupScene, paper } from './support/backupScene.ts';
import type { BackupScene } from './support/backupScene.ts';
import { codeOf, migrationsIn, valueOf } from './support/tempStore.ts';

describe('the backups in a folder', () => {
  let made: BackupScene;
  let store: Store;
  let to: string;
  beforeEach(async () => {
    made = await backupScene();
    ({ store, to } = made);
  });
  afterEach(() => made.remove());

  const backUp = async (now: string) => valueOf(await store.backup({ to, now })).path;
  const find = (folder = to) => valueOf(findBackups(folder, made.migrations));

  it('come newest first, with their size and how many papers they hold, without any key', async () => {
    await backUp('2026-10-05T09:00:00Z');
    const newest = await backUp('2026-10-06T07:30:00Z');
    mkdirSync(join(to, 'Photographs'));
    writeFileSync(join(to, 'letter.txt'), 'not a backup');
    const found = find();
    expect(found.map(({ madeAt, state, files, store: of }) => [madeAt, state, files, of])).toEqual([
      ['2026-10-06T07:30:00Z', 'whole', 1, 1],
      ['2026-10-05T09:00:00Z', 'whole', 1, 1],
    ]);
    expect(found[0]?.folder).toBe(newest);
    const size = ['golden-thread.db', 'vault.json', join('files', paper)].reduce(
      (sum, name) => sum + readFileSync(join(newest, name)).length,
      0,
    );
    expect(found[0]?.bytes).toBe(size);
  });

  it('are the one that was chosen itself', async () => {
    const path = await backUp('2026-10-05T09:00:00Z');
    expect(find(path).map(({ folder }) => folder)).toEqual([path]);
    expect(find(made.around)).toEqual([]);
  });

  it.each([
    ['its database cut short', (path: string) => writeFileSync(join(path, 'golden-thread.db'), 'cut')],
    ['a paper missing', (path: string) => rmSync(join(path, 'files', paper))],
    ['its key file missing', (path: string) => rmSync(join(path, 'vault.json'))],
    ['no list of its files', (path: string) => rmSync(join(path, 'manifest.json'))],
    ['half a list', (path: string) => writeFileSync(join(path, 'manifest.json'), '{"format":')],
  ])('say that one is not whole: %s', async (_, damage) => {
    const whole = await backUp('2026-10-05T09:00:00Z');
    const broken = await backUp('2026-10-06T09:00:00Z');
    damage(broken);
    expect(find().map(({ folder, state }) => [folder, state])).toEqual([
      [broken, 'not-whole'],
      [whole, 'whole'],
    ]);
  });

  it('say that one was made by a newer version', async () => {
    await backUp('2026-10-05T09:00:00Z');
    const older = valueOf(findBackups(to, migrationsIn(made.around)));
    expect(older.map(({ state }) => state)).toEqual(['newer']);
    const path = await backUp('2026-10-06T09:00:00Z');
    const manifest = JSON.parse(readFileSync(join(path, 'manifest.json'), 'utf8'));
    writeFileSync(join(path, 'manifest.json'), JSON.stringify({ ...manifest, version: 2 }));
    expect(find()[0]?.state).toBe('newer');
  });

  it('are told apart by store where a folder holds those of two', async () => {
    await backUp('2026-10-05T09:00:00Z');
    const other = await backupScene();
    try {
      valueOf(await other.store.backup({ to, now: '2026-10-06T09:00:00Z' }));
    } finally {
      other.remove();
    }
    expect(find().map(({ store: of }) => of)).toEqual([1, 2]);
  });

  it('are refused for a folder that is gone', () => {
    expect(codeOf(findBackups(join(to, 'gone')))).toBe('not-found');
  });
});
