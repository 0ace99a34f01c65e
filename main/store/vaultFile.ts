import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { fail, ok } from '../../shared/domain/result.ts';
import type { Result } from '../../shared/domain/result.ts';
import { writeFileDurably } from './durableFile.ts';
import { attempt } from './storeErrors.ts';

z.config({ jitless: true });

export const vaultFileName = 'vault.json';
export const vaultVersion = 1;
const maxVaultBytes = 16_384;

const base64 = (bytes: number) =>
  z.base64().refine((text) => Buffer.from(text, 'base64').length === bytes, `not ${bytes} bytes`);

/** What the file may ask of this machine: a swapped file must not make opening take hours or all memory. */
export const ScryptParameters = z.strictObject({
  n: z
    .int()
    .min(2 ** 10)
    .max(2 ** 20)
    .refine((n) => Number.isInteger(Math.log2(n)), 'not a power of two'),
  r: z.int().min(1).max(16),
  p: z.int().min(1).max(4),
});
export type ScryptParameters = z.infer<typeof ScryptParameters>;

const Wrap = z.strictObject({ salt: base64(32), nonce: base64(12), sealed: base64(32), tag: base64(16) });
export type Wrap = z.infer<typeof Wrap>;

export const Vault = z.strictObject({
  format: z.literal('golden-thread-vault'),
  version: z.literal(vaultVersion),
  /** Tells the backups of two stores apart; means nothing else. */
  storeId: z.uuid(),
  scrypt: ScryptParameters,
  passphrase: Wrap,
  recovery: Wrap,
});
export type Vault = z.infer<typeof Vault>;

const damaged =
  'The key file vault.json is damaged. Nothing was changed. Put back vault.json from a backup of this store.';

/** Reads what should be a vault; a version of the future is told apart from damage. */
export function parseVault(content: string): Result<Vault> {
  if (content.length > maxVaultBytes) return fail('store-corrupt', damaged);
  let raw: unknown;
  try {
    raw = JSON.parse(content);
  } catch {
    return fail('store-corrupt', damaged);
  }
  const version = z.object({ format: z.literal('golden-thread-vault'), version: z.int() }).safeParse(raw);
  if (version.success && version.data.version > vaultVersion) {
    return fail(
      'store-newer',
      `The key file of this store has version ${version.data.version}; this program reads up to version ${vaultVersion}. Install the newer Golden Thread. Nothing was changed.`,
    );
  }
  const vault = Vault.safeParse(raw);
  return vault.success ? ok(vault.data) : fail('store-corrupt', damaged);
}

/** The vault in `folder`; `not-found` when there is no store here. */
export function readVault(folder: string): Result<Vault> {
  return attempt(() => parseVault(readFileSync(join(folder, vaultFileName), 'utf8')));
}

/** Replaces the vault in `folder` whole or not at all. */
export function writeVault(folder: string, vault: Vault): Result<undefined> {
  return attempt(() => {
    const text = `${JSON.stringify(Vault.parse(vault), undefined, 2)}\n`;
    writeFileDurably(join(folder, vaultFileName), Buffer.from(text));
    return ok(undefined);
  });
}
