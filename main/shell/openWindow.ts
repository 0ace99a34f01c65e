import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findBrowser } from './browsers.ts';
import { buildIfOld } from './buildPage.ts';
import { findElectron, installElectron, noteTry, wasTriedToday } from './electronRuntime.ts';
import type { DemoStart } from './electronStart.ts';
import { forkCore, forkWork } from './forkCore.ts';
import { platformName } from './platformName.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

export type WindowOptions = {
  /** The folder of the store; without it the place of this system. */
  readonly dir?: string | undefined;
  /** A throw-away store that is opened without asking; its passphrase goes over a pipe, never by argument. */
  readonly demo?: DemoStart;
  /** Which shell; without it Electron where it can be had, else the preview. */
  readonly only?: 'electron' | 'preview' | undefined;
  readonly say: (line: string) => void;
};

/** True where a window can be shown at all. */
export function hasDisplay(
  env: NodeJS.ProcessEnv = process.env,
  platform: string = process.platform,
): boolean {
  return platform !== 'linux' || Boolean(env['DISPLAY'] ?? env['WAYLAND_DISPLAY']);
}

/** Whether Electron came up is seen by how it ends: one that cannot start at all ends at once. */
const startingTime = 3_000;

function runElectron(
  executable: string,
  { dir, demo, say }: WindowOptions,
): Promise<'ended' | 'never-started'> {
  const isRoot = process.platform === 'linux' && process.getuid?.() === 0;
  if (isRoot) say('Running as root: Electron runs without its own sandbox.');
  const args = [
    root,
    ...(isRoot ? ['--no-sandbox'] : []),
    ...(dir === undefined ? [] : ['--store', dir]),
    ...(demo ? ['--demo'] : []),
  ];
  const startedAt = Date.now();
  const { ELECTRON_RUN_AS_NODE: _, ...env } = process.env;
  const child = spawn(executable, args, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'], env });
  if (demo) child.once('message', () => child.send(demo));
  // Ctrl+C reaches the window too, which lets the page save; what is done here afterwards has to wait for that.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.once(signal, () => child.kill('SIGTERM'));
  return new Promise((resolve) => {
    child.once('error', () => resolve('never-started'));
    child.once('exit', (code) => {
      resolve(code !== 0 && Date.now() - startedAt < startingTime ? 'never-started' : 'ended');
    });
  });
}

async function runPreview(browser: string, { dir, demo, say }: WindowOptions): Promise<void> {
  // Loaded only here: where Electron runs, nothing of Playwright is read.
  const { openPreview } = await import('./preview.ts');
  const { version }: { version: string } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const opened = await openPreview({
    browser,
    say,
    spawnCore: () => forkCore({ dir: demo?.dir ?? dir, clockOffset: demo?.clockOffset }),
    spawnWork: () => forkWork(),
    secret: demo?.secret,
    info: {
      kind: 'preview',
      version,
      platform: platformName(process.platform),
      isDemo: demo !== undefined,
      clockOffset: demo?.clockOffset ?? 0,
    },
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.once(signal, () => void opened.close());
  await opened.closed;
}

async function electronHere({ say }: WindowOptions): Promise<string | undefined> {
  const found = findElectron();
  if (found !== undefined) return found;
  const stamp = join(root, 'node_modules', '.cache', 'golden-thread', 'electron-tried');
  if (wasTriedToday(stamp)) return undefined;
  say("Fetching Electron's runtime, once …");
  if (await installElectron()) return findElectron();
  noteTry(stamp);
  return undefined;
}

/** Opens the window and waits until it is closed. The exit code: 0, or 1 when no window could be opened. */
export async function openWindow(options: WindowOptions): Promise<number> {
  const { say, only } = options;
  if (!hasDisplay()) {
    say('There is no display here, so no window was opened.');
    return 1;
  }
  const fault = buildIfOld(say);
  if (fault !== undefined) {
    say(`The page could not be built:\n${fault}`);
    return 1;
  }
  const electron = only === 'preview' ? undefined : await electronHere(options);
  if (electron !== undefined && (await runElectron(electron, options)) === 'ended') return 0;
  const browser =
    only === 'electron'
      ? undefined
      : findBrowser({ platform: process.platform, env: process.env, home: homedir() });
  if (browser === undefined) {
    say(
      "Electron's runtime is not here and could not be fetched, and no Chromium, Chrome or Edge is installed. Install one of them, or allow the download from github.com, then start again.",
    );
    return 1;
  }
  if (only !== 'preview') {
    say(
      "Electron's runtime is not here or cannot start; opening the same page in the installed browser instead.",
    );
  }
  await runPreview(browser, options);
  return 0;
}
