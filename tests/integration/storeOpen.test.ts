import Database from 'better-sqlite3';
import SignalDatabase from '@signalapp/sqlcipher';
import { execFileSync, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { checkDatabase } from '../../main/store/backup.ts';
import { connectionSettings, openStore } from '../../main/store/openStore.ts';
import { attempt, codeOfSqlError, failFrom } from '../../main/store/storeErrors.ts';
import { unlockStore } from '../../main/store/unlockStore.ts';
import { codeOf, migrationsIn, noteTable, tempStore, testPassphrase, valueOf } from './support/tempStore.ts';
import type { TempStore } from './support/tempStore.ts';

const made: TempStore[] = [];
afterEach(() => {
  for (const store of made.splice(0)) store.remove();
});

async function aStore(): Promise<TempStore & { readonly migrations: string; readonly file: string }> {
  const store = await tempStore((around) => migrationsIn(around, noteTable));
  made.push(store);
  return {
    ...store,
    migrations: join(store.around, 'migrations-1'),
    file: join(store.dir, 'golden-thread.db'),
  };
}

function settingsOf(db: Database.Database): Record<string, unknown> {
  const names = [
    'cipher',
    'legacy',
    'temp_store',
    'journal_mode',
    'synchronous',
    'fullfsync',
    'checkpoint_fullfsync',
    'foreign_keys',
  ];
  return Object.fromEntries(names.map((name) => [name, db.pragma(name, { simple: true })]));
}

const safe = {
  cipher: 'sqlcipher',
  legacy: '4',
  temp_store: 2,
  journal_mode: 'wal',
  synchronous: 2,
  fullfsync: 1,
  checkpoint_fullfsync: 1,
  foreign_keys: 1,
};

/** The version that the command-line `sqlcipher` tells, where there is one; Debian 12 has 3.4, which is too old. */
function commandLineVersion(): string | undefined {
  const { stdout } = spawnSync('sqlcipher', ['--version'], { encoding: 'utf8' });
  return /SQLCipher ([4-9]\S*)/.exec(stdout ?? '')?.[1];
}

/** What another SQLCipher 4 reads with the key: the command-line tool where it is new enough, else Signal's. */
function readIndependently(file: string, keyHex: string): { tool: string; words: unknown[]; check: unknown } {
  const tool = commandLineVersion();
  if (tool !== undefined) {
    const statements = `PRAGMA key="x'${keyHex}'"; PRAGMA quick_check; SELECT words FROM note ORDER BY id;`;
    const output = execFileSync('sqlcipher', ['-batch', '-bail', '-list', file, statements], {
      encoding: 'utf8',
    });
    // The key and the check both answer `ok`; a failed check says something else.
    const lines = output.trim().split('\n');
    return { tool, check: lines.at(0), words: lines.filter((line) => line !== 'ok') };
  }
  const db = new SignalDatabase(file);
  try {
    db.pragma(`key="x'${keyHex}'"`);
    const words = db.prepare('SELECT words FROM note ORDER BY id', { pluck: true }).all();
    const version = String(db.pragma('cipher_version', { simple: true }));
    return { tool: version, words, check: db.pragma('quick_check', { simple: true }) };
  } finally {
    db.close();
  }
}

describe('every connection', () => {
  it('has each setting as it must be, whatever its kind', async () => {
    const { store, file, dir, migrations, around } = await aStore();
    expect(settingsOf(store.db)).toEqual(safe);
    const reader = valueOf(store.openReader());
    expect(settingsOf(reader)).toEqual(safe);
    expect(() => reader.exec("INSERT INTO note (words) VALUES ('x')")).toThrow('readonly');
    reader.close();
    const key = store.copyKey();
    const fresh = valueOf(openStore({ file: join(around, 'fresh.db'), key, create: true }));
    expect(settingsOf(fresh)).toEqual(safe);
    fresh.close();
    store.close();
    for (const readonly of [false, true]) {
      const again = valueOf(openStore({ file, key, readonly }));
      expect(settingsOf(again)).toEqual(safe);
      again.close();
    }
    const unlocked = valueOf(await unlockStore({ dir, migrations, secret: { passphrase: testPassphrase } }));
    expect(settingsOf(unlocked.db)).toEqual(safe);
    unlocked.close();
  });

  it('is refused when one setting does not take', async () => {
    const { store, file } = await aStore();
    const key = store.copyKey();
    for (const setting of connectionSettings) {
      const expected = setting.expected;
      Object.assign(setting, { expected: 'something else' });
      try {
        const refused = openStore({ file, key });
        expect(codeOf(refused)).toBe('internal');
        expect(!refused.ok && refused.error.message).toContain(setting.name);
      } finally {
        Object.assign(setting, { expected });
      }
    }
    const opened = valueOf(openStore({ file, key }));
    opened.close();
  });

  it('is made in two files of the product only', () => {
    const main = fileURLToPath(new URL('../../main', import.meta.url));
    const makers = readdirSync(main, { recursive: true, encoding: 'utf8' })
      .filter(
        (name) => name.endsWith('.ts') && readFileSync(join(main, name), 'utf8').includes('new Database('),
      )
      .map((name) => basename(name));
    expect(makers.toSorted()).toEqual(['openStore.ts', 'ownerLock.ts']);
  });
});

describe('a closed store', () => {
  it('gives nothing more, and closing again does nothing', async () => {
    const { store, dir, migrations } = await aStore();
    const secret = { passphrase: testPassphrase };
    store.close();
    store.close();
    expect(() => store.copyKey()).toThrow('closed');
    expect(() => store.openReader()).toThrow('closed');
    expect(() => store.db.exec('SELECT 1')).toThrow('not open');
    await expect(store.changePassphrase(secret, 'another passphrase')).rejects.toThrow('closed');
    expect(readdirSync(dir).toSorted()).toEqual(['files', 'golden-thread.db', 'owner.lock', 'vault.json']);
    valueOf(await unlockStore({ dir, migrations, secret })).close();
  });

  it('closes beside a reader that goes on reading', async () => {
    const { store } = await aStore();
    const reader = valueOf(store.openReader());
    store.db.exec("INSERT INTO note (words) VALUES ('last')");
    store.close();
    expect(reader.prepare('SELECT words FROM note').pluck().all()).toEqual(['last']);
    reader.close();
  });
});

describe('the format', () => {
  it('opens with an independent SQLCipher 4 and the key', async () => {
    const { store, file } = await aStore();
    store.db.exec("INSERT INTO note (words) VALUES ('one'), ('two – ŵ 🦆')");
    const keyHex = store.copyKey().toString('hex');
    store.close();
    const read = readIndependently(file, keyHex);
    expect(read.tool).toMatch(/^[4-9]\./);
    expect(read).toMatchObject({ check: 'ok', words: ['one', 'two – ŵ 🦆'] });
    expect(() => readIndependently(file, randomBytes(32).toString('hex'))).toThrow(/not a database/);
  });

  it('is nothing that stock SQLite or a reader without the key can open', async () => {
    const { store, file } = await aStore();
    store.close();
    expect(readFileSync(file).subarray(0, 15).toString('latin1')).not.toBe('SQLite format 3');
    const bare = new Database(file);
    expect(() => bare.prepare('SELECT * FROM note').all()).toThrow('not a database');
    bare.close();
  });
});

describe('a store that cannot be opened', () => {
  it('says corrupt for a wrong key and for damage, and changes nothing', async () => {
    const { store, file, dir, migrations } = await aStore();
    store.db.exec(
      `WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 200)
       INSERT INTO note (words) SELECT hex(randomblob(400)) FROM n`,
    );
    const key = store.copyKey();
    store.close();
    const whole = readFileSync(file);
    expect(codeOf(openStore({ file, key: randomBytes(32) }))).toBe('store-corrupt');
    expect(readFileSync(file).equals(whole)).toBe(true);
    for (const [index, code] of [
      [3, 'store-corrupt'],
      [2_000, 'store-corrupt'],
      [40_000, 'store-corrupt'],
    ] as const) {
      const changed = Buffer.from(whole);
      changed[index] = (changed[index] ?? 0) ^ 0x40;
      writeFileSync(file, changed);
      expect([index, codeOf(attempt(() => checkDatabase(file, key)))]).toEqual([index, code]);
    }
    for (const length of [0, 100, 4_096, 8_192]) {
      writeFileSync(file, whole.subarray(0, length));
      const secret = { passphrase: testPassphrase };
      const opened = await unlockStore({ dir, migrations, secret });
      if (opened.ok) opened.value.close();
      expect([length, codeOf(opened)]).toEqual([length, 'store-corrupt']);
    }
  });

  it('says what is not there', async () => {
    const { store, dir, migrations, around } = await aStore();
    store.close();
    const secret = { passphrase: testPassphrase };
    expect(codeOf(await unlockStore({ dir: join(around, 'none'), migrations, secret }))).toBe('not-found');
    expect(codeOf(openStore({ file: join(around, 'none.db'), key: randomBytes(32) }))).toBe('not-found');
    expect(
      codeOf(openStore({ file: join(around, 'none', 'x.db'), key: randomBytes(32), create: true })),
    ).toBe('not-found');
    cpSync(join(dir, 'vault.json'), join(around, 'half', 'vault.json'));
    const half = await unlockStore({ dir: join(around, 'half'), migrations, secret });
    expect(codeOf(half)).toBe('store-corrupt');
  });

  it('says wrong passphrase and gives the lock back', async () => {
    const { store, dir, migrations } = await aStore();
    store.close();
    for (let attempts = 0; attempts < 2; attempts += 1) {
      const wrong = await unlockStore({ dir, migrations, secret: { passphrase: 'not the right one' } });
      expect(codeOf(wrong)).toBe('wrong-passphrase');
    }
    valueOf(await unlockStore({ dir, migrations, secret: { passphrase: testPassphrase } })).close();
  });
});

describe('what the driver and the disk throw', () => {
  const thrown = (code: string) => Object.assign(new Error('secret words'), { code });
  it.each([
    ['SQLITE_BUSY', 'store-in-use'],
    ['SQLITE_BUSY_SNAPSHOT', 'store-in-use'],
    ['SQLITE_LOCKED', 'store-in-use'],
    ['SQLITE_FULL', 'disk-full'],
    ['SQLITE_IOERR_WRITE', 'disk-full'],
    ['ENOSPC', 'disk-full'],
    ['EDQUOT', 'disk-full'],
    ['EFBIG', 'disk-full'],
    ['SQLITE_READONLY_DBMOVED', 'read-only'],
    ['SQLITE_CANTOPEN', 'read-only'],
    ['EACCES', 'read-only'],
    ['EPERM', 'read-only'],
    ['EROFS', 'read-only'],
    ['SQLITE_NOTADB', 'store-corrupt'],
    ['SQLITE_CORRUPT_VTAB', 'store-corrupt'],
    ['SQLITE_IOERR_SHORT_READ', 'store-corrupt'],
    ['EIO', 'store-corrupt'],
    ['ENOENT', 'not-found'],
  ])('%s becomes %s, with what to do and without its own words', (code, expected) => {
    expect(codeOfSqlError(thrown(code))).toBe(expected);
    const failure = failFrom(thrown(code));
    expect(failure.error.code).toBe(expected);
    expect(failure.error.message).not.toContain('secret');
    expect(failure.error.message.length).toBeGreaterThan(40);
  });

  it('leaves bugs exceptions', () => {
    for (const bug of [thrown('SQLITE_CONSTRAINT_UNIQUE'), new TypeError('secret words')]) {
      expect(codeOfSqlError(bug)).toBe('internal');
      expect(() =>
        attempt(() => {
          throw bug;
        }),
      ).toThrow('secret words');
    }
    expect([codeOfSqlError('text'), codeOfSqlError(undefined)]).toEqual(['internal', 'internal']);
  });

  it('a full database keeps what was saved before', async () => {
    const { store } = await aStore();
    store.db.exec("INSERT INTO note (words) VALUES ('before')");
    store.db.pragma('max_page_count=6');
    const full = attempt(() => {
      store.db.prepare('INSERT INTO note (words) VALUES (?)').run('x'.repeat(100_000));
      return { ok: true, value: undefined };
    });
    expect(codeOf(full)).toBe('disk-full');
    expect(store.db.prepare('SELECT words FROM note').pluck().all()).toEqual(['before']);
  });
});
