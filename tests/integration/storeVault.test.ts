import * as fc from 'fast-check';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { formatRecoveryKey, newRecoverySecret, parseRecoveryKey } from '../../main/store/recoveryKey.ts';
import { unlockStore } from '../../main/store/unlockStore.ts';
import {
  checkNewPassphrase,
  createVault,
  defaultScrypt,
  renewRecoveryKey,
  rewrapPassphrase,
  unlockVault,
} from '../../main/store/vault.ts';
import { parseVault, readVault, writeVault } from '../../main/store/vaultFile.ts';
import type { Vault } from '../../main/store/vaultFile.ts';
import {
  cheapScrypt,
  codeOf,
  migrationsIn,
  noteTable,
  tempFolder,
  tempStore,
  testPassphrase,
  valueOf,
} from './support/tempStore.ts';

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const secrets = fc.uint8Array({ minLength: 20, maxLength: 20 });
const passphrases = fc
  .string({ unit: 'grapheme', minLength: 12, maxLength: 40 })
  .filter((text) => checkNewPassphrase(text).ok);

function replaceAt(text: string, index: number, letter: string): string {
  return text.slice(0, index) + letter + text.slice(index + 1);
}

describe('the recovery key', () => {
  it('comes back from what is written, however it is typed', () => {
    fc.assert(
      fc.property(secrets, (secret) => {
        const written = formatRecoveryKey(secret);
        expect(written).toMatch(/^(?:[0-9A-HJKMNP-TV-Z]{5}-){7}[0-9A-HJKMNP-TV-Z]{5}$/);
        const bytes = Buffer.from(secret);
        const typed = written.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l');
        expect(valueOf(parseRecoveryKey(written)).equals(bytes)).toBe(true);
        expect(valueOf(parseRecoveryKey(` ${typed}\n`)).equals(bytes)).toBe(true);
        expect(valueOf(parseRecoveryKey(written.replaceAll('-', '–'))).equals(bytes)).toBe(true);
      }),
    );
  });

  it('names the group of any one wrong character', () => {
    fc.assert(
      fc.property(secrets, fc.nat(39), fc.nat(31), (secret, position, letter) => {
        const written = formatRecoveryKey(secret);
        const index = position + Math.floor(position / 5);
        const wrong = replaceAt(written, index, alphabet.charAt(letter));
        fc.pre(wrong !== written);
        const parsed = parseRecoveryKey(wrong);
        expect(codeOf(parsed)).toBe('invalid-input');
        expect(!parsed.ok && parsed.error.message).toContain(`Group ${Math.floor(position / 5) + 1} `);
        expect(!parsed.ok && parsed.error.field).toBe('recoveryKey');
      }),
    );
  });

  it('finds two neighbours swapped and two groups swapped', () => {
    fc.assert(
      fc.property(secrets, fc.nat(7), fc.nat(3), fc.nat(6), (secret, group, position, other) => {
        const groups = formatRecoveryKey(secret).split('-');
        const own = groups[group] ?? '';
        const [a, b] = [own.charAt(position), own.charAt(position + 1)];
        fc.pre(a !== b && groups[other] !== groups[other + 1]);
        const swapped = [...groups];
        swapped[group] = own.slice(0, position) + b + a + own.slice(position + 2);
        expect(codeOf(parseRecoveryKey(swapped.join('-')))).toBe('invalid-input');
        const exchanged = [...groups];
        exchanged[other] = groups[other + 1] ?? '';
        exchanged[other + 1] = groups[other] ?? '';
        expect(codeOf(parseRecoveryKey(exchanged.join('-')))).toBe('invalid-input');
      }),
    );
  });

  it('says how much is missing, and never quotes what was typed', () => {
    const written = formatRecoveryKey(newRecoverySecret());
    const parsed = parseRecoveryKey(written.slice(0, -3));
    expect(!parsed.ok && parsed.error.message).toContain('this has 37');
    for (const hostile of ['🦆'.repeat(40), 'U'.repeat(40), written.slice(0, -1)]) {
      const result = parseRecoveryKey(hostile);
      expect(codeOf(result)).toBe('invalid-input');
      expect(JSON.stringify(result)).not.toContain(hostile);
    }
    expect(codeOf(parseRecoveryKey(''))).toBe('invalid-input');
  });
});

describe('the vault', () => {
  it('gives the data key to the passphrase and to the recovery key, through its file', async () => {
    await fc.assert(
      fc.asyncProperty(passphrases, async (passphrase) => {
        const { vault, dataKey, recoveryKey } = valueOf(await createVault(passphrase, cheapScrypt));
        const read = valueOf(parseVault(JSON.stringify(vault)));
        expect(read).toEqual(vault);
        expect(valueOf(await unlockVault(read, { passphrase })).equals(dataKey)).toBe(true);
        expect(valueOf(await unlockVault(read, { recoveryKey })).equals(dataKey)).toBe(true);
      }),
      { numRuns: 30 },
    );
  });

  it('gives nothing to any other passphrase, and the answer is the same for all of them', async () => {
    const { vault } = valueOf(await createVault(testPassphrase, cheapScrypt));
    const answers = new Set<string>();
    await fc.assert(
      fc.asyncProperty(fc.string({ maxLength: 40 }), async (passphrase) => {
        fc.pre(passphrase !== testPassphrase);
        const result = await unlockVault(vault, { passphrase });
        expect(codeOf(result)).toBe('wrong-passphrase');
        answers.add(JSON.stringify(result));
      }),
      { numRuns: 30 },
    );
    expect(answers.size).toBe(1);
    const otherKey = formatRecoveryKey(newRecoverySecret());
    expect(codeOf(await unlockVault(vault, { recoveryKey: otherKey }))).toBe('wrong-passphrase');
  });

  it('takes a passphrase that another keyboard composes differently', async () => {
    const { vault, dataKey } = valueOf(await createVault('cafe\u0301 au lait ﬁne', cheapScrypt));
    const opened = await unlockVault(vault, { passphrase: 'caf\u00e9 au lait fine' });
    expect(valueOf(opened).equals(dataKey)).toBe(true);
  });

  it('asks for twelve characters, counted as a person counts them', async () => {
    const short = await createVault('eleven char', cheapScrypt);
    expect(codeOf(short)).toBe('invalid-input');
    expect(!short.ok && short.error.message).toContain('at least 12 characters; this has 11');
    expect(checkNewPassphrase('🦆'.repeat(11)).ok).toBe(false);
    expect(checkNewPassphrase('🦆'.repeat(12)).ok).toBe(true);
    expect(checkNewPassphrase('x'.repeat(1_001)).ok).toBe(false);
  });

  it('changes the passphrase by rewrapping: the data key and the recovery key stay', async () => {
    await fc.assert(
      fc.asyncProperty(passphrases, passphrases, async (before, after) => {
        fc.pre(before.normalize('NFKC') !== after.normalize('NFKC'));
        const { vault, dataKey, recoveryKey } = valueOf(await createVault(before, cheapScrypt));
        const dearer = { ...cheapScrypt, n: 2 ** 11 };
        const changed = valueOf(await rewrapPassphrase(vault, dataKey, after, dearer));
        expect(codeOf(await unlockVault(changed, { passphrase: before }))).toBe('wrong-passphrase');
        expect(valueOf(await unlockVault(changed, { passphrase: after })).equals(dataKey)).toBe(true);
        expect(valueOf(await unlockVault(changed, { recoveryKey })).equals(dataKey)).toBe(true);
        expect(changed.recovery).toEqual(vault.recovery);
        expect(changed.scrypt).toEqual(dearer);
      }),
      { numRuns: 15 },
    );
  });

  it('makes a new recovery key, after which the old one opens nothing', async () => {
    const { vault, dataKey, recoveryKey } = valueOf(await createVault(testPassphrase, cheapScrypt));
    const renewed = renewRecoveryKey(vault, dataKey);
    expect(codeOf(await unlockVault(renewed.vault, { recoveryKey }))).toBe('wrong-passphrase');
    for (const secret of [{ recoveryKey: renewed.recoveryKey }, { passphrase: testPassphrase }]) {
      expect(valueOf(await unlockVault(renewed.vault, secret)).equals(dataKey)).toBe(true);
    }
  });

  it('refuses a wrap moved, swapped or made cheaper in the file', async () => {
    const { vault, recoveryKey } = valueOf(await createVault(testPassphrase, cheapScrypt));
    const other = valueOf(await createVault(testPassphrase, cheapScrypt)).vault;
    const forged: Vault[] = [
      { ...vault, storeId: other.storeId },
      { ...vault, passphrase: vault.recovery, recovery: vault.passphrase },
      {
        ...vault,
        passphrase: { ...vault.passphrase, tag: other.passphrase.tag },
        recovery: { ...vault.recovery, nonce: other.recovery.nonce },
      },
    ];
    for (const vaultNow of forged) {
      expect(codeOf(await unlockVault(vaultNow, { passphrase: testPassphrase }))).toBe('wrong-passphrase');
      expect(codeOf(await unlockVault(vaultNow, { recoveryKey }))).toBe('wrong-passphrase');
    }
    const cheaper = { ...vault, scrypt: { ...vault.scrypt, p: 2 } };
    expect(codeOf(await unlockVault(cheaper, { passphrase: testPassphrase }))).toBe('wrong-passphrase');
  });

  it('works at its real cost', async () => {
    expect(defaultScrypt.n).toBe(2 ** 17);
    const { vault, dataKey } = valueOf(await createVault(testPassphrase));
    expect(vault.scrypt).toEqual({ n: 131_072, r: 8, p: 1 });
    expect(valueOf(await unlockVault(vault, { passphrase: testPassphrase })).equals(dataKey)).toBe(true);
  });

  it('says damaged for anything that is no vault, whatever it is', async () => {
    const { vault } = valueOf(await createVault(testPassphrase, cheapScrypt));
    const bad: unknown[] = [
      null,
      [],
      {},
      { ...vault, extra: 1 },
      { ...vault, scrypt: { ...vault.scrypt, n: 2 ** 40 } },
      { ...vault, scrypt: { ...vault.scrypt, n: 1_000 } },
      { ...vault, scrypt: { ...vault.scrypt, n: 2 ** 17 + 1 } },
      { ...vault, recovery: { ...vault.recovery, nonce: 'AAAA' } },
      { ...vault, passphrase: { ...vault.passphrase, sealed: 'not base64!' } },
    ];
    for (const value of bad) expect(codeOf(parseVault(JSON.stringify(value)))).toBe('store-corrupt');
    for (const text of ['', '{', 'x'.repeat(20_000)]) expect(codeOf(parseVault(text))).toBe('store-corrupt');
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(codeOf(parseVault(text))).toBe('store-corrupt');
      }),
    );
    const newer = parseVault(JSON.stringify({ ...vault, version: 7 }));
    expect(codeOf(newer)).toBe('store-newer');
    expect(!newer.ok && newer.error.message).toMatch(/version 7.*version 1/);
  });
});

describe('vault.json', () => {
  const cleanUps: (() => void)[] = [];
  afterEach(() => {
    for (const clean of cleanUps.splice(0)) clean();
  });

  it('is replaced whole, readable by its owner only, and leaves nothing beside it', async () => {
    const folder = tempFolder();
    cleanUps.push(folder.remove);
    writeFileSync(join(folder.path, 'other'), 'x');
    const { vault } = valueOf(await createVault(testPassphrase, cheapScrypt));
    valueOf(writeVault(folder.path, vault));
    valueOf(writeVault(folder.path, vault));
    expect(valueOf(readVault(folder.path))).toEqual(vault);
    expect(readdirSync(folder.path).toSorted()).toEqual(['other', 'vault.json']);
    // Windows has no such bits; the folder of the profile is private there.
    const mode = statSync(join(folder.path, 'vault.json')).mode & 0o777;
    expect(mode).toBe(process.platform === 'win32' ? mode : 0o600);
    expect(codeOf(writeVault(join(folder.path, 'gone'), vault))).toBe('not-found');
    expect(codeOf(readVault(join(folder.path, 'gone')))).toBe('not-found');
  });

  it('is changed by a store in use, with proof of who asks', async () => {
    const made = await tempStore((around) => migrationsIn(around, noteTable));
    cleanUps.push(made.remove);
    const { store, dir, recoveryKey } = made;
    const before = readFileSync(join(dir, 'vault.json'), 'utf8');
    const next = 'a second one, longer';
    expect(codeOf(await store.changePassphrase({ passphrase: 'not the right one' }, next))).toBe(
      'wrong-passphrase',
    );
    expect(codeOf(await store.changePassphrase({ passphrase: testPassphrase }, 'short'))).toBe(
      'invalid-input',
    );
    expect(codeOf(await store.newRecoveryKey({ passphrase: 'not the right one' }))).toBe('wrong-passphrase');
    expect(readFileSync(join(dir, 'vault.json'), 'utf8')).toBe(before);
    valueOf(await store.changePassphrase({ recoveryKey }, next));
    const renewed = valueOf(await store.newRecoveryKey({ passphrase: next }));
    store.db.exec("INSERT INTO note (words) VALUES ('kept')");
    store.close();
    const migrations = join(made.around, 'migrations-1');
    for (const [secret, expected] of [
      [{ passphrase: testPassphrase }, 'wrong-passphrase'],
      [{ recoveryKey }, 'wrong-passphrase'],
      [{ passphrase: next }, 'ok'],
      [{ recoveryKey: renewed }, 'ok'],
    ] as const) {
      const opened = await unlockStore({ dir, secret, migrations });
      expect(codeOf(opened)).toBe(expected);
      if (!opened.ok) continue;
      expect(opened.value.db.prepare('SELECT words FROM note').pluck().all()).toEqual(['kept']);
      opened.value.close();
    }
  });
});
