import { fork } from 'node:child_process';
import { join } from 'node:path';
import * as z from 'zod';
import { createVault, defaultScrypt, unlockVault } from '../../main/store/vault.ts';
import type { Bed } from '../bed.ts';
import { heavyReviews } from '../bed.ts';
import { benchPassphrase } from '../buildStore.ts';
import type { Line } from '../lines.ts';
import { sampleOf } from '../statistics.ts';
import { repeat } from '../timing.ts';
import { rawToday } from './lists.ts';

const Cold = z.object({
  unlockMs: z.number(),
  todayMs: z.number(),
  cpuMs: z.number(),
  reviewMs: z.number(),
  lines: z.number(),
  idleMb: z.number(),
});
const Bare = z.object({ idleMb: z.number() });

/** Runs a script in a process of its own and gives back the one message it sends. */
function report<T>(script: string, args: readonly string[], schema: z.ZodType<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const child = fork(join(import.meta.dirname, script), args, {
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    let message: unknown;
    child.once('message', (sent) => (message = sent));
    child.once('exit', () => {
      const read = schema.safeParse(message);
      if (read.success) resolve(read.data);
      else reject(new Error(`${script} ended without its report`));
    });
  });
}

/** The core from cold in a process of its own, as it starts every morning; then idle, for its memory. */
export async function measureOpening(bed: Bed, times: number): Promise<Line[]> {
  const review = heavyReviews(bed)[0];
  if (!review) throw new Error('No review to open');
  const runs: z.infer<typeof Cold>[] = [];
  const bare: number[] = [];
  // The first start pays for the file cache; an officer's second morning does not. Left out.
  for (let turn = 0; turn <= times; turn += 1) {
    const run = await report('coldCore.ts', [bed.built.dir, bed.folder, review.id], Cold);
    if (turn > 0) runs.push(run);
    bare.push((await report('bareProcess.ts', [], Bare)).idleMb);
  }
  const rawOpen = await repeat(10, () => {
    const db = bed.openReader();
    rawToday(db)();
    db.close();
  });
  const created = await createVault(benchPassphrase, defaultScrypt);
  if (!created.ok) throw new Error(created.error.message);
  const { vault } = created.value;
  const derive = await repeat(3, () => unlockVault(vault, { passphrase: benchPassphrase }), 1);
  const scrypt = `scrypt 2^17 of the passphrase before it: ${derive.median.toFixed(0)} ms, not counted`;
  return [
    {
      id: 'unlock-today',
      what: 'Passphrase accepted → Today’s list, first start of the process',
      unit: 'ms',
      sample: sampleOf(
        runs.map((run) => run.unlockMs + run.todayMs),
        runs.map((run) => run.cpuMs),
      ),
      budget: { figure: 'median', most: 1_000 },
      floor: { what: 'a raw connection and the rows', sample: rawOpen },
      note: `${scrypt}; ${runs[0]?.lines ?? 0} lines on Today`,
    },
    {
      id: 'review-first',
      what: 'Open a review, the first of the process: contract call',
      unit: 'ms',
      sample: sampleOf(runs.map((run) => run.reviewMs)),
      note: 'nothing compiled or cached yet',
    },
    {
      id: 'memory',
      what: 'Memory of the core process (PSS), idle after opening a review',
      unit: 'MB',
      sample: sampleOf(runs.map((run) => run.idleMb)),
      budget: { figure: 'median', most: 300 },
      floor: { what: 'a bare Node process', sample: sampleOf(bare) },
      note: 'the budget is for core and page together',
    },
  ];
}
