import { createCipheriv, createDecipheriv, hkdfSync, randomBytes, randomUUID, scrypt } from 'node:crypto';
import { fail, ok } from '../../shared/domain/result.ts';
import type { Result } from '../../shared/domain/result.ts';
import { formatRecoveryKey, newRecoverySecret, parseRecoveryKey } from './recoveryKey.ts';
import { vaultVersion } from './vaultFile.ts';
import type { ScryptParameters, Vault, Wrap } from './vaultFile.ts';

/** About 0.7 s and 128 MB for each guess at a passphrase. */
export const defaultScrypt: ScryptParameters = { n: 2 ** 17, r: 8, p: 1 };
export const shortestPassphrase = 12;
const longestPassphrase = 1_000;
const dataKeyBytes = 32;

/** One of the two ways in. */
export type Secret = { readonly passphrase: string } | { readonly recoveryKey: string };
type WrapKind = 'passphrase' | 'recovery';

/** Authenticated with each wrap, so that none can be moved to another store or into the other's place. */
function boundTo(kind: WrapKind, storeId: string): Buffer {
  return Buffer.from(`golden-thread-vault:${vaultVersion}:${storeId}:${kind}`);
}

function seal(wrappingKey: Buffer, salt: Buffer, dataKey: Uint8Array, bound: Buffer): Wrap {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', wrappingKey, nonce).setAAD(bound);
  const sealed = Buffer.concat([cipher.update(dataKey), cipher.final()]);
  wrappingKey.fill(0);
  const text = (bytes: Buffer) => bytes.toString('base64');
  return { salt: text(salt), nonce: text(nonce), sealed: text(sealed), tag: text(cipher.getAuthTag()) };
}

function unseal(wrappingKey: Buffer, wrap: Wrap, bound: Buffer): Buffer | undefined {
  const decipher = createDecipheriv('aes-256-gcm', wrappingKey, Buffer.from(wrap.nonce, 'base64'))
    .setAAD(bound)
    .setAuthTag(Buffer.from(wrap.tag, 'base64'));
  const opened = decipher.update(Buffer.from(wrap.sealed, 'base64'));
  try {
    decipher.final();
    return opened;
  } catch {
    // Not the right secret, or a changed file: never tell which.
    opened.fill(0);
    return undefined;
  } finally {
    wrappingKey.fill(0);
  }
}

function keyFromPassphrase(passphrase: string, salt: Buffer, { n, r, p }: ScryptParameters): Promise<Buffer> {
  // NFKC, so that the same words typed on another system's keyboard give the same bytes.
  const bytes = Buffer.from(passphrase.normalize('NFKC'), 'utf8');
  // Node's default limit of 32 MB refuses 2^17.
  const options = { N: n, r, p, maxmem: 128 * r * (n + p + 2) + 1_048_576 };
  return new Promise((resolve, reject) => {
    scrypt(bytes, salt, dataKeyBytes, options, (error, key) => {
      bytes.fill(0);
      if (error) reject(error);
      else resolve(key);
    });
  });
}

/** 160 random bits need no slow derivation. */
function keyFromRecovery(secret: Buffer, salt: Buffer): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, salt, 'golden-thread recovery key', dataKeyBytes));
}

/** `invalid-input` when too short or too long to be a passphrase; counted in characters after NFKC. */
export function checkNewPassphrase(passphrase: string): Result<undefined> {
  const length = Array.from(passphrase.normalize('NFKC')).length;
  if (length >= shortestPassphrase && length <= longestPassphrase) return ok(undefined);
  const message =
    length < shortestPassphrase
      ? `A passphrase needs at least ${shortestPassphrase} characters; this has ${length}. Three or four unrelated words work well.`
      : `A passphrase may have at most ${longestPassphrase} characters.`;
  return fail('invalid-input', message, { field: 'passphrase' });
}

async function wrapByPassphrase(
  vault: Pick<Vault, 'storeId' | 'scrypt'>,
  passphrase: string,
  dataKey: Uint8Array,
): Promise<Wrap> {
  const salt = randomBytes(32);
  const key = await keyFromPassphrase(passphrase, salt, vault.scrypt);
  return seal(key, salt, dataKey, boundTo('passphrase', vault.storeId));
}

function wrapByRecovery(
  vault: Pick<Vault, 'storeId'>,
  dataKey: Uint8Array,
): { wrap: Wrap; recoveryKey: string } {
  const salt = randomBytes(32);
  const secret = newRecoverySecret();
  const recoveryKey = formatRecoveryKey(secret);
  const wrap = seal(keyFromRecovery(secret, salt), salt, dataKey, boundTo('recovery', vault.storeId));
  secret.fill(0);
  return { wrap, recoveryKey };
}

/** A new vault with a new random data key. The caller owns `dataKey` and zeroes it after use. */
export async function createVault(
  passphrase: string,
  scryptParameters: ScryptParameters = defaultScrypt,
): Promise<Result<{ vault: Vault; dataKey: Buffer; recoveryKey: string }>> {
  const checked = checkNewPassphrase(passphrase);
  if (!checked.ok) return checked;
  const dataKey = randomBytes(dataKeyBytes);
  const base = {
    format: 'golden-thread-vault',
    version: vaultVersion,
    storeId: randomUUID(),
    scrypt: scryptParameters,
  } as const;
  const recovery = wrapByRecovery(base, dataKey);
  const wrap = await wrapByPassphrase(base, passphrase, dataKey);
  const vault: Vault = { ...base, passphrase: wrap, recovery: recovery.wrap };
  return ok({ vault, dataKey, recoveryKey: recovery.recoveryKey });
}

/** The data key (32 bytes; the caller zeroes it), or `wrong-passphrase`, which tells nothing more. */
export async function unlockVault(vault: Vault, secret: Secret): Promise<Result<Buffer>> {
  if ('passphrase' in secret) {
    const salt = Buffer.from(vault.passphrase.salt, 'base64');
    const key = await keyFromPassphrase(secret.passphrase, salt, vault.scrypt);
    const dataKey = unseal(key, vault.passphrase, boundTo('passphrase', vault.storeId));
    if (dataKey) return ok(dataKey);
    return fail('wrong-passphrase', 'That passphrase does not open this store. Nothing was changed.', {
      field: 'passphrase',
    });
  }
  const parsed = parseRecoveryKey(secret.recoveryKey);
  if (!parsed.ok) return parsed;
  const key = keyFromRecovery(parsed.value, Buffer.from(vault.recovery.salt, 'base64'));
  parsed.value.fill(0);
  const dataKey = unseal(key, vault.recovery, boundTo('recovery', vault.storeId));
  if (dataKey) return ok(dataKey);
  return fail('wrong-passphrase', 'That recovery key does not open this store. Nothing was changed.', {
    field: 'recoveryKey',
  });
}

/** The same vault under a new passphrase; the data key and the recovery key stay as they are. */
export async function rewrapPassphrase(
  vault: Vault,
  dataKey: Uint8Array,
  passphrase: string,
  scryptParameters: ScryptParameters = defaultScrypt,
): Promise<Result<Vault>> {
  const checked = checkNewPassphrase(passphrase);
  if (!checked.ok) return checked;
  const base = { ...vault, scrypt: scryptParameters };
  return ok({ ...base, passphrase: await wrapByPassphrase(base, passphrase, dataKey) });
}

/** The same vault with a new recovery key; the one before opens it no longer. */
export function renewRecoveryKey(vault: Vault, dataKey: Uint8Array): { vault: Vault; recoveryKey: string } {
  const { wrap, recoveryKey } = wrapByRecovery(vault, dataKey);
  return { vault: { ...vault, recovery: wrap }, recoveryKey };
}
