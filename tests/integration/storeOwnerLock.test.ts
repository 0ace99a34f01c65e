import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { takeOwnerLock } from '../../main/store/ownerLock.ts';
import { unlockStore } from '../../main/store/unlockStore.ts';
import { firstLine, runStoreChild, startStoreChild } from './support/runChild.ts';
import { codeOf, migrationsIn, noteTable, tempStore, testPassphrase, valueOf } from './support/tempStore.ts';
import type { TempStore } from './support/tempStore.ts';

const secret = { passphrase: testPassphrase };

describe('one writer', () => {
  let made: TempStore;
  let task: { dir: string; migrations: string };
  beforeEach(async () => {
    made = await tempStore((around) => migrationsIn(around, noteTable));
    task = { dir: made.dir, migrations: join(made.around, 'migrations-1') };
  });
  afterEach(() => made.remove());

  it('a second process and a second opening here are told that the store is in use', async () => {
    expect(await runStoreChild('unlock', task)).toEqual(['store-in-use']);
    const here = await unlockStore({ ...task, secret });
    expect(codeOf(here)).toBe('store-in-use');
    expect(!here.ok && here.error.message).toContain('Close Golden Thread there');
    // The refusals must not have broken the lock of the first: on POSIX closing another handle could.
    expect(await runStoreChild('lock', task)).toEqual(['store-in-use']);
    made.store.close();
    expect(await runStoreChild('unlock', task)).toEqual(['ok']);
  });

  it('still holds after a backup, readers and changes of the passphrase', async () => {
    valueOf(await made.store.backup({ to: made.around, now: '2026-10-05T09:00:00Z' }));
    valueOf(made.store.openReader()).close();
    valueOf(await made.store.changePassphrase(secret, 'another passphrase'));
    expect(await runStoreChild('lock', task)).toEqual(['store-in-use']);
  });

  it('ends with its process, also when that is killed', async () => {
    made.store.close();
    const holder = startStoreChild('hold', task);
    expect(await firstLine(holder)).toBe('ok');
    expect(codeOf(await unlockStore({ ...task, secret }))).toBe('store-in-use');
    holder.process.kill('SIGKILL');
    expect((await holder.ended).signal).toBe('SIGKILL');
    valueOf(await unlockStore({ ...task, secret })).close();
  });

  it('lets the core read with a second connection while it is held', () => {
    made.store.db.exec("INSERT INTO note (words) VALUES ('seen')");
    const reader = valueOf(made.store.openReader());
    expect(reader.prepare('SELECT words FROM note').pluck().all()).toEqual(['seen']);
    reader.close();
  });

  it('writes nothing into its file', () => {
    expect(statSync(join(made.dir, 'owner.lock')).size).toBe(0);
    expect(readdirSync(made.dir).filter((name) => name.startsWith('owner.lock'))).toEqual(['owner.lock']);
    expect(codeOf(takeOwnerLock(join(made.dir, 'gone')))).toBe('not-found');
  });
});
