import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { findElectron } from '../main/shell/electronRuntime.ts';
import { hasDisplay } from '../main/shell/openWindow.ts';
import { shellVariable } from './e2e/support/whichShell.ts';
import type { Counts } from './vitestCounts.ts';
import { vitestCounts } from './vitestCounts.ts';

export const noRuntime =
  'Electron’s runtime is not here (node_modules/electron/dist), so no test ran under Electron. Fetch it with: npx install-electron';

/** A screen in memory where the machine has none. */
function onAScreen(command: readonly [string, ...string[]]): [string, ...string[]] {
  if (hasDisplay()) return [...command];
  const hasXvfb = spawnSync('sh', ['-c', 'command -v xvfb-run'], { stdio: 'ignore' }).status === 0;
  return hasXvfb ? ['xvfb-run', '-a', ...command] : [...command];
}

/**
 * The end-to-end tests once more, under Electron's own runtime where it is found; undefined where it is not. With a
 * network: Playwright speaks to Electron over ports of this machine alone. What needs a place between shell and core
 * is skipped and says so.
 */
export function runElectronSuite(): Counts | undefined {
  if (findElectron() === undefined) return undefined;
  const vitest = join('node_modules', 'vitest', 'vitest.mjs');
  const [command, ...before] = onAScreen([process.execPath, vitest]);
  return vitestCounts({
    command,
    before,
    args: ['--project', 'e2e'],
    env: { ...process.env, [shellVariable]: 'electron' },
    mayBeSkipped: true,
  });
}
