import { readFileSync, readdirSync } from 'node:fs';

type Running = { readonly pid: number; readonly parent: number; readonly command: string };

function running(): Running[] {
  return readdirSync('/proc').flatMap((name) => {
    if (!/^\d+$/.test(name)) return [];
    try {
      const command = readFileSync(`/proc/${name}/cmdline`, 'utf8');
      const parent = /^PPid:\s+(\d+)$/m.exec(readFileSync(`/proc/${name}/status`, 'utf8'))?.[1];
      return [{ pid: Number(name), parent: Number(parent), command }];
    } catch {
      // It has just ended.
      return [];
    }
  });
}

/** The processes that run the page of the browser with this profile: those that draw, not those that help it. */
export function pageProcesses(profile: string): number[] {
  const all = running();
  const own = new Set(all.filter(({ command }) => command.includes(profile)).map(({ pid }) => pid));
  for (let before = -1; before !== own.size;) {
    before = own.size;
    for (const { pid, parent } of all) if (own.has(parent)) own.add(pid);
  }
  return all.flatMap(({ pid, command }) =>
    own.has(pid) && command.includes('--type=renderer') ? [pid] : [],
  );
}

/** Megabytes that processes hold together, each with its share of what several hold (PSS). Linux only. */
export function megabytesOf(pids: readonly number[]): number {
  return pids.reduce((sum, pid) => {
    const found = /^Pss:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'));
    return sum + (Number(found?.[1] ?? 0) * 1_024) / 1_000_000;
  }, 0);
}
