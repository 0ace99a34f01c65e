import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { fail, ok } from '../../shared/domain/result.ts';
import type { Result } from '../../shared/domain/result.ts';
import { instantOfBackup } from './rotation.ts';
import { sideFileName } from './sideFiles.ts';
import { attempt } from './storeErrors.ts';

z.config({ jitless: true });

export const manifestFileName = 'manifest.json';
export const manifestVersion = 1;

const Hashed = z.strictObject({ sha256: z.string().regex(/^[0-9a-f]{64}$/), bytes: z.int().min(0) });

const ManifestContent = z.strictObject({
  format: z.literal('golden-thread-backup'),
  version: z.literal(manifestVersion),
  storeId: z.uuid(),
  /** Instant with Z. */
  madeAt: z.iso.datetime(),
  schemaVersion: z.int().min(0),
  database: Hashed,
  vault: Hashed,
  files: z.array(Hashed.extend({ name: z.string().regex(sideFileName) })),
});
export type ManifestContent = z.infer<typeof ManifestContent>;

const Manifest = ManifestContent.extend({ mac: z.string().regex(/^[0-9a-f]{64}$/) });
export type Manifest = z.infer<typeof Manifest>;

const damaged =
  'This backup is damaged or not complete. Nothing was restored. Take another backup of the same store.';

export const damagedBackup = () => fail('store-corrupt', damaged);

function macOf(content: ManifestContent, dataKey: Uint8Array): Buffer {
  const key = Buffer.from(hkdfSync('sha256', dataKey, '', 'golden-thread backup manifest', 32));
  // Parsed first, so that the order of the keys is the schema's, whoever wrote the file.
  const mac = createHmac('sha256', key)
    .update(JSON.stringify(ManifestContent.parse(content)))
    .digest();
  key.fill(0);
  return mac;
}

/** The manifest's text, with a code that only the store's key can make: files can be neither added nor left out. */
export function sealManifest(content: ManifestContent, dataKey: Uint8Array): string {
  const manifest = { ...content, mac: macOf(content, dataKey).toString('hex') };
  return `${JSON.stringify(manifest, undefined, 2)}\n`;
}

/** Whether the manifest was written by someone who holds the store's key. */
export function isGenuine({ mac, ...content }: Manifest, dataKey: Uint8Array): boolean {
  return timingSafeEqual(macOf(content, dataKey), Buffer.from(mac, 'hex'));
}

/** The manifest of a backup folder, not yet checked against the key. */
export function readManifest(backup: string): Result<Manifest> {
  return attempt(() => {
    const text = readFileSync(join(backup, manifestFileName), 'utf8');
    let raw: unknown;
    try {
      raw = JSON.parse(text);
    } catch {
      return damagedBackup();
    }
    const later = z.object({ format: z.literal('golden-thread-backup'), version: z.int() }).safeParse(raw);
    if (later.success && later.data.version > manifestVersion) {
      return fail(
        'store-newer',
        `This backup has version ${later.data.version}; this program reads up to version ${manifestVersion}. Install the newer Golden Thread.`,
      );
    }
    const manifest = Manifest.safeParse(raw);
    return manifest.success ? ok(manifest.data) : damagedBackup();
  });
}

/** The names of the complete backups of one store in a folder, oldest first; other stores' are left alone. */
export function listBackups(folder: string, storeId: string): readonly string[] {
  return readdirSync(folder)
    .filter((name) => instantOfBackup(name) !== undefined)
    .filter((name) => {
      const manifest = readManifest(join(folder, name));
      return manifest.ok && manifest.value.storeId === storeId;
    })
    .toSorted();
}
