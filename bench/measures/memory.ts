import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';

/** Megabytes this process holds: its share (PSS) on Linux, its resident set elsewhere. */
export function ownMegabytes(): number {
  if (process.platform !== 'linux') return process.memoryUsage.rss() / 1_000_000;
  const found = /^Pss:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/smaps_rollup', 'utf8'));
  if (!found) throw new Error('The kernel does not say what this process holds');
  return (Number(found[1]) * 1_024) / 1_000_000;
}

/** What is left after a while without work. */
export async function idleMegabytes(): Promise<number> {
  await wait(2_000);
  return ownMegabytes();
}
