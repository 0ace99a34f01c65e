import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { callerOf } from '../../main/cli/client.ts';
import { ReviewId } from '../../shared/domain/ids.ts';
import { benchCore, copyStore } from '../bed.ts';
import { benchPassphrase } from '../buildStore.ts';
import { idleMegabytes } from './memory.ts';

/** One start of the core: unlock, Today, one review; then what it holds. Arguments: built store, folder, review. */
const [built, folder, reviewId] = process.argv.slice(2);
if (built === undefined || folder === undefined || reviewId === undefined) throw new Error('Three arguments');
const dir = join(folder, `cold-${process.pid}`);
copyStore(built, dir);
try {
  const core = benchCore(dir);
  const call = callerOf(core);
  const cpu = process.cpuUsage();
  const started = performance.now();
  await call('vault:unlock', { passphrase: benchPassphrase });
  const unlocked = performance.now();
  const today = await call('today:list', {});
  const listed = performance.now();
  const used = process.cpuUsage(cpu);
  await call('review:get', { id: ReviewId.parse(reviewId) });
  const opened = performance.now();
  await call('search:query', { text: 'health', limit: 50 });
  process.send?.({
    unlockMs: unlocked - started,
    todayMs: listed - unlocked,
    cpuMs: (used.user + used.system) / 1_000,
    reviewMs: opened - listed,
    lines: today.length,
    idleMb: await idleMegabytes(),
  });
  await core.close();
} finally {
  rmSync(dir, { recursive: true, force: true });
  process.disconnect();
}
