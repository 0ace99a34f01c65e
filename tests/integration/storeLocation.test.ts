import { cpSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createStore } from '../../main/store/createStore.ts';
import {
  checkStoreFolder,
  defaultStoreFolder,
  findUnsuitablePlace,
  parseMacMounts,
  parseProcMounts,
} from '../../main/store/location.ts';
import { restoreStore } from '../../main/store/restore.ts';
import { unlockStore } from '../../main/store/unlockStore.ts';
import { unsuitablePlaces } from '../../main/store/unsuitablePlaces.ts';
import { linux, mac, placeExamples, windows } from './support/placeExamples.ts';
import { codeOf, migrationsIn, noteTable, tempStore, testPassphrase, valueOf } from './support/tempStore.ts';

describe('where a store must not be', () => {
  it('has an example for every row of the table', () => {
    expect(Object.keys(placeExamples).toSorted()).toEqual(unsuitablePlaces.map(({ id }) => id).toSorted());
  });

  it.each(unsuitablePlaces.map(({ id }) => id))('%s', (id) => {
    const { refused, fine = [] } = placeExamples[id] ?? { refused: [] };
    expect(refused.length).toBeGreaterThan(0);
    for (const around of refused)
      expect([around.path, findUnsuitablePlace(around)?.id]).toEqual([around.path, id]);
    for (const around of fine)
      expect([around.path, findUnsuitablePlace(around)?.id]).toEqual([around.path, undefined]);
  });

  it('lets ordinary places be', () => {
    const ordinary = [
      linux('/home/officer/.local/share/golden-thread/store'),
      linux('/'),
      mac('/Users/officer/Library/Application Support/Golden Thread/store'),
      windows('C:\\Users\\officer\\AppData\\Local\\Golden Thread\\store', {
        env: { APPDATA: 'C:\\Users\\officer\\AppData\\Roaming', OneDrive: 'C:\\Users\\officer\\OneDrive' },
      }),
      linux('/data/gt', {
        mounts: [
          { point: '/data', type: 'nfs' },
          { point: '/data', type: 'ext4' },
        ],
      }),
      linux('/net/local/gt', {
        mounts: [
          { point: '/net', type: 'nfs' },
          { point: '/net/local', type: 'xfs' },
        ],
      }),
    ];
    for (const around of ordinary)
      expect([around.path, findUnsuitablePlace(around)?.id]).toEqual([around.path, undefined]);
  });

  it('says why, follows links, and holds at creating, unlocking and restoring', async () => {
    const made = await tempStore((around) => migrationsIn(around, noteTable));
    const migrations = join(made.around, 'migrations-1');
    const secret = { passphrase: testPassphrase };
    const backup = valueOf(await made.store.backup({ to: made.around, now: '2026-10-05T09:00:00Z' }));
    mkdirSync(join(made.around, 'Dropbox'));
    symlinkSync(join(made.around, 'Dropbox'), join(made.around, 'innocent'));
    const dir = join(made.around, 'innocent', 'store');

    const refused = checkStoreFolder(dir);
    expect(codeOf(refused)).toBe('invalid-input');
    expect(!refused.ok && refused.error.message).toContain('synchronised by Dropbox');
    expect(!refused.ok && refused.error.message).not.toContain(made.around);
    expect(await createStore({ dir, passphrase: testPassphrase, migrations })).toEqual(refused);
    expect(await restoreStore({ from: backup.path, dir, secret, migrations })).toEqual(refused);
    made.store.close();
    cpSync(made.dir, dir, { recursive: true });
    expect(await unlockStore({ dir, secret, migrations })).toEqual(refused);
    made.remove();
  });
});

describe('reading what is mounted', () => {
  it('from Linux, with spaces in names', () => {
    const text = 'sysfs /sys sysfs rw 0 0\n//server/team /mnt/the\\040team cifs rw,vers=3 0 0\n\n';
    expect(parseProcMounts(text)).toEqual([
      { point: '/sys', type: 'sysfs' },
      { point: '/mnt/the team', type: 'cifs' },
    ]);
  });

  it('from macOS', () => {
    const text =
      '/dev/disk3s1s1 on / (apfs, sealed, local, read-only)\n//officer@server/team on /Volumes/the team (smbfs, nodev)\nmap auto_home on /System/Volumes/Data/home (autofs, automounted)\n';
    expect(parseMacMounts(text)).toEqual([
      { point: '/', type: 'apfs' },
      { point: '/Volumes/the team', type: 'smbfs' },
      { point: '/System/Volumes/Data/home', type: 'autofs' },
    ]);
  });
});

describe('the default place', () => {
  it.each([
    [
      'win32',
      { LOCALAPPDATA: 'D:\\Local', APPDATA: 'D:\\Roaming' },
      'C:\\Users\\o',
      'D:\\Local\\Golden Thread\\store',
    ],
    ['win32', {}, 'C:\\Users\\o', 'C:\\Users\\o\\AppData\\Local\\Golden Thread\\store'],
    ['darwin', {}, '/Users/o', '/Users/o/Library/Application Support/Golden Thread/store'],
    ['linux', {}, '/home/o', '/home/o/.local/share/golden-thread/store'],
    ['linux', { XDG_DATA_HOME: '/data/o' }, '/home/o', '/data/o/golden-thread/store'],
    ['linux', { XDG_DATA_HOME: 'relative' }, '/home/o', '/home/o/.local/share/golden-thread/store'],
  ])('on %s with %o', (platform, env, home, expected) => {
    expect(defaultStoreFolder({ platform, env, home })).toBe(expected);
  });
});
