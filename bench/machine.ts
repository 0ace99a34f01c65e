import { readFileSync } from 'node:fs';
import { arch, cpus, loadavg, release, totalmem, type } from 'node:os';
import type { Database } from '../main/store/openStore.ts';

function system(): string {
  try {
    const name = /^PRETTY_NAME="(.+)"$/m.exec(readFileSync('/etc/os-release', 'utf8'))?.[1];
    return `${name ?? type()}, kernel ${release()}`;
  } catch {
    return `${type()} ${release()}`;
  }
}

/** What the run stood on. The load says whether it had the machine to itself. */
export function machineOf(db: Database): Record<string, string> {
  const sqlite: unknown = db.prepare('SELECT sqlite_version()').pluck().get();
  return {
    cpu: `${cpus()[0]?.model ?? 'unknown'}, ${cpus().length} cores, ${arch()}`,
    memory: `${Math.round(totalmem() / 2 ** 30)} GB`,
    system: system(),
    node: process.version,
    sqlite: String(sqlite),
    load: loadavg()
      .map((value) => value.toFixed(2))
      .join(' '),
  };
}
