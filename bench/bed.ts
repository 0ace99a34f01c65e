import { randomBytes } from 'node:crypto';
import { constants, copyFileSync, cpSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { callerOf } from '../main/cli/client.ts';
import type { Call } from '../main/cli/client.ts';
import type { Core } from '../main/core/core.ts';
import { createCore } from '../main/core/core.ts';
import { createLog } from '../main/core/log.ts';
import type { Database } from '../main/store/openStore.ts';
import { databaseFileName, openStore } from '../main/store/openStore.ts';
import { unlockVault } from '../main/store/vault.ts';
import { readVault } from '../main/store/vaultFile.ts';
import { addDays, daysBetween } from '../shared/domain/dates.ts';
import type { BuiltStore } from './buildStore.ts';
import { benchNow, benchPassphrase, cheapScrypt } from './buildStore.ts';
import { stages } from './caseload/child.ts';
import { benchDay } from './caseload/sizes.ts';

/** A working copy of a built store with the core open on it, and a bare connection beside it for the floors. */
export type Bed = {
  readonly dir: string;
  readonly core: Core;
  readonly call: Call;
  /** Reads the same database without the product: same key, same settings of the connection. */
  readonly reader: Database;
  /** An empty database of the same format and settings on the same file system, for bare commits. */
  readonly raw: Database;
  readonly built: BuiltStore;
  readonly folder: string;
  /** Another bare connection, opened now. */
  readonly openReader: () => Database;
  readonly close: () => Promise<void>;
};

const log = createLog(
  (line) => process.stderr.write(`${line.at} ${line.channel} ${line.kind} ${line.code}\n`),
  () => new Date().toISOString(),
);

/** The core on `dir` at the day of the benchmark; its clock moves, so that ids of one millisecond do not pile up. */
export function benchCore(dir: string): Core {
  let milliseconds = Date.parse(benchNow);
  return createCore({ dir, clock: () => (milliseconds += 1), log, scrypt: cheapScrypt });
}

async function keyOf(dir: string): Promise<Buffer> {
  const vault = readVault(dir);
  if (!vault.ok) throw new Error(vault.error.message);
  const key = await unlockVault(vault.value, { passphrase: benchPassphrase });
  if (!key.ok) throw new Error(key.error.message);
  return key.value;
}

function opened(file: string, key: Uint8Array, mode: { readonly?: boolean; create?: boolean }): Database {
  const db = openStore({ file, key, ...mode });
  if (!db.ok) throw new Error(db.error.message);
  return db.value;
}

/** Copies a built store; shares its blocks where the file system can. */
export function copyStore(from: string, to: string): void {
  mkdirSync(to, { recursive: true, mode: 0o700 });
  cpSync(from, to, { recursive: true, filter: (path) => !path.endsWith('.db') });
  copyFileSync(join(from, databaseFileName), join(to, databaseFileName), constants.COPYFILE_FICLONE);
}

/** Makes the bed of one size in `folder`. */
export async function makeBed(built: BuiltStore, folder: string): Promise<Bed> {
  const dir = join(folder, 'store');
  copyStore(built.dir, dir);
  const core = benchCore(dir);
  const call = callerOf(core);
  await call('vault:unlock', { passphrase: benchPassphrase });
  const key = await keyOf(dir);
  const openReader = () => opened(join(dir, databaseFileName), key, { readonly: true });
  const reader = openReader();
  const raw = opened(join(folder, 'raw.db'), randomBytes(32), { create: true });
  return {
    dir,
    core,
    call,
    reader,
    raw,
    built,
    folder,
    openReader,
    close: async () => {
      reader.close();
      raw.close();
      await core.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export type ReviewRow = {
  readonly id: string;
  readonly childId: string;
  readonly heldOn: string;
  readonly words: number;
};

/** Reviews held within some days of today, the longest first: the heavy ones come first. */
export function reviewsHeld(bed: Bed, days: { readonly from: number; readonly to: number }): ReviewRow[] {
  return bed.reader
    .prepare<[string, string], ReviewRow>(
      `SELECT review.id, review.child_id AS childId, held_on AS heldOn,
         (SELECT sum(length(body)) FROM section_text WHERE review_id = review.id) AS words
       FROM review WHERE held_on BETWEEN ? AND ? ORDER BY words DESC, seq`,
    )
    .all(addDays(benchDay, -days.to), addDays(benchDay, -days.from));
}

/** Reviews still being written up. */
export function openReviews(bed: Bed): ReviewRow[] {
  return reviewsHeld(bed, { from: 0, to: stages.decisionsFinalised - 1 });
}

/** The budget's review: the last one of every tenth child. */
export function heavyReviews(bed: Bed): ReviewRow[] {
  const heavy = Math.max(1, Math.ceil(bed.built.built.children / 10));
  return reviewsHeld(bed, { from: 0, to: daysBetween(addDays(benchDay, -400), benchDay) }).slice(0, heavy);
}
