import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { restoreStore } from '../../main/store/restore.ts';
import { unlockStore } from '../../main/store/unlockStore.ts';
import { backupScene, paper } from './support/backupScene.ts';
import type { BackupScene } from './support/backupScene.ts';
import { codeOf, migrationsIn, noteTable, tempStore, testPassphrase, valueOf } from './support/tempStore.ts';
import type { Store } from '../../main/store/store.ts';

const now = '2026-10-05T09:00:00Z';
const secret = { passphrase: testPassphrase };

describe('restoring', () => {
  let made: BackupScene;
  let store: Store;
  let migrations: string;
  let to: string;
  let target: string;
  beforeEach(async () => {
    made = await backupScene();
    ({ store, migrations, to, target } = made);
  });
  afterEach(() => made.remove());

  it('restores only into a new or empty folder, and leaves a full one alone', async () => {
    const { path } = valueOf(await store.backup({ to, now }));
    mkdirSync(target, { recursive: true });
    writeFileSync(join(target, 'letter.txt'), 'mine');
    const refused = await restoreStore({ from: path, dir: target, secret, migrations });
    expect(codeOf(refused)).toBe('invalid-input');
    expect(readdirSync(target)).toEqual(['letter.txt']);
    rmSync(join(target, 'letter.txt'));
    valueOf(await restoreStore({ from: path, dir: target, secret, migrations }));
    expect(readdirSync(join(target, '..'))).toEqual(['restored']);
  });

  it('restores nothing for a wrong secret, a newer schema or a folder that is no backup', async () => {
    const { path } = valueOf(await store.backup({ to, now }));
    const tries = [
      [{ from: path, secret: { passphrase: 'not the right one' } }, 'wrong-passphrase'],
      [{ from: path, secret: { recoveryKey: made.recoveryKey.replace(/^./, '#') } }, 'invalid-input'],
      [{ from: join(to, 'none'), secret }, 'not-found'],
      [{ from: to, secret }, 'not-found'],
    ] as const;
    for (const [options, code] of tries) {
      expect(codeOf(await restoreStore({ ...options, dir: target, migrations }))).toBe(code);
    }
    const none = migrationsIn(made.around);
    const newer = await restoreStore({ from: path, dir: target, secret, migrations: none });
    expect(codeOf(newer)).toBe('store-newer');
    expect(!newer.ok && newer.error.message).toMatch(/version 1.*version 0/);
    expect(existsSync(target)).toBe(false);
  });

  it('finds any file of a backup changed, cut, missing, added or swapped', async () => {
    const { path } = valueOf(await store.backup({ to, now }));
    const faults: [what: string, damage: (folder: string) => void][] = [
      ['database changed', (folder) => flip(join(folder, 'golden-thread.db'), 9_000)],
      [
        'database cut',
        (folder) =>
          writeFileSync(
            join(folder, 'golden-thread.db'),
            readFileSync(join(path, 'golden-thread.db')).subarray(0, 4_096),
          ),
      ],
      ['database gone', (folder) => rmSync(join(folder, 'golden-thread.db'))],
      ['side file changed', (folder) => flip(join(folder, 'files', paper), 40)],
      ['side file gone', (folder) => rmSync(join(folder, 'files', paper))],
      [
        'vault changed',
        (folder) =>
          writeFileSync(
            join(folder, 'vault.json'),
            readFileSync(join(path, 'vault.json'), 'utf8').replace('  ', ' '),
          ),
      ],
      ['manifest cut', (folder) => writeFileSync(join(folder, 'manifest.json'), '{')],
      [
        'a file left out of the manifest',
        (folder) => editManifest(folder, (text) => text.replace(/"files": \[[^\]]*\]/, '"files": []')),
      ],
      [
        'a time changed in the manifest',
        (folder) => editManifest(folder, (text) => text.replace('2026-10-05T09', '2026-10-05T08')),
      ],
    ];
    for (const [what, damage] of faults) {
      const copy = join(made.around, 'damaged');
      cpSync(path, copy, { recursive: true });
      damage(copy);
      const result = await restoreStore({ from: copy, dir: target, secret, migrations });
      expect([what, ['store-corrupt', 'not-found'].includes(codeOf(result))]).toEqual([what, true]);
      expect(existsSync(target)).toBe(false);
      expect(readdirSync(made.around).filter((name) => name.startsWith('.unfinished'))).toEqual([]);
      rmSync(copy, { recursive: true });
    }
  });

  it('finds a database that was put there by someone with another key', async () => {
    const { path } = valueOf(await store.backup({ to, now }));
    const other = await tempStore((around) => migrationsIn(around, noteTable));
    mkdirSync(join(other.around, 'b'));
    const foreign = valueOf(await other.store.backup({ to: join(other.around, 'b'), now }));
    cpSync(join(foreign.path, 'golden-thread.db'), join(path, 'golden-thread.db'));
    expect(codeOf(await restoreStore({ from: path, dir: target, secret, migrations }))).toBe('store-corrupt');
    // Even with a manifest that fits the files: its code needs the store's key.
    const manifest = readFileSync(join(foreign.path, 'manifest.json'));
    writeFileSync(join(path, 'manifest.json'), manifest);
    expect(codeOf(await restoreStore({ from: path, dir: target, secret, migrations }))).toBe('store-corrupt');
    other.remove();
  });

  it('old backups open with the passphrase and recovery key of their day', async () => {
    const { path } = valueOf(await store.backup({ to, now }));
    valueOf(await store.changePassphrase(secret, 'a later passphrase'));
    const later = valueOf(await store.backup({ to, now: '2026-10-06T09:00:00Z' }));
    valueOf(await restoreStore({ from: path, dir: target, secret, migrations }));
    const refused = await restoreStore({ from: later.path, dir: `${target}2`, secret, migrations });
    expect(codeOf(refused)).toBe('wrong-passphrase');
    valueOf(
      await restoreStore({
        from: later.path,
        dir: `${target}2`,
        secret: { recoveryKey: made.recoveryKey },
        migrations,
      }),
    );
    renameSync(`${target}2`, `${target}3`);
    valueOf(
      await unlockStore({ dir: `${target}3`, migrations, secret: { passphrase: 'a later passphrase' } }),
    ).close();
    expect(basename(later.path)).toContain('2026-10-06');
  });
});

function flip(file: string, index: number): void {
  const bytes = readFileSync(file);
  bytes[index] = (bytes[index] ?? 0) ^ 1;
  writeFileSync(file, bytes);
}

function editManifest(folder: string, edit: (text: string) => string): void {
  const file = join(folder, 'manifest.json');
  const text = readFileSync(file, 'utf8');
  const edited = edit(text);
  if (edited === text) throw new Error('The edit changed nothing');
  writeFileSync(file, edited);
}
