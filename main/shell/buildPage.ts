import { spawnSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const sources = ['main', 'renderer', 'shared', 'build/icons', 'electron.vite.config.ts', 'package-lock.json'];
/** What the build writes last; its time is the time of the whole. */
const builtLast = join(root, 'out', 'renderer', 'index.html');

function newestIn(path: string): number {
  const found = statSync(path);
  if (!found.isDirectory()) return found.mtimeMs;
  return readdirSync(path).reduce(
    (newest, name) => Math.max(newest, newestIn(join(path, name))),
    found.mtimeMs,
  );
}

/** True when anything that the page, the preload or Electron's entry is made of is newer than what was built. */
export function isBuildOld(): boolean {
  const built = statSync(builtLast, { throwIfNoEntry: false })?.mtimeMs;
  return built === undefined || sources.some((name) => newestIn(join(root, name)) > built);
}

/** Builds `out/` when it is old. Returns what went wrong, for a developer to read, or undefined. */
export function buildIfOld(say: (line: string) => void): string | undefined {
  if (!isBuildOld()) return undefined;
  say('Building the page …');
  const cli = join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js');
  const built = spawnSync(process.execPath, [cli, 'build', '--logLevel', 'warn'], {
    cwd: root,
    encoding: 'utf8',
  });
  return built.status === 0 ? undefined : `${built.stdout ?? ''}${built.stderr ?? ''}`;
}
