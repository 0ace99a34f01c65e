import { spawn } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const packageFolder = fileURLToPath(new URL('../../node_modules/electron', import.meta.url));

/**
 * Electron's executable, or undefined. Looks at files only: requiring the package would start a download and wait for
 * it.
 */
export function findElectron(folder: string = packageFolder): string | undefined {
  try {
    const executable = join(folder, 'dist', readFileSync(join(folder, 'path.txt'), 'utf8').trim());
    return existsSync(executable) ? executable : undefined;
  } catch {
    return undefined;
  }
}

/** All bytes in a folder: what a download has brought so far. */
function bytesIn(folder: string): number {
  try {
    return readdirSync(folder, { withFileTypes: true }).reduce((sum, entry) => {
      const path = join(folder, entry.name);
      return (
        sum + (entry.isDirectory() ? bytesIn(path) : (statSync(path, { throwIfNoEntry: false })?.size ?? 0))
      );
    }, 0);
  } catch {
    return 0;
  }
}

export type InstallOptions = {
  readonly folder?: string;
  /** The program that downloads; Electron's own. */
  readonly installer?: string;
  /** Stopped when nothing has arrived for so long, ms. */
  readonly patience?: number;
};

/**
 * Downloads Electron's runtime in a child process that is stopped when nothing arrives: many networks do not refuse
 * the download but let it hang. A slow network still gets Electron. True when it is there afterwards.
 */
export async function installElectron({
  folder = packageFolder,
  installer = join(folder, 'install.js'),
  patience = 15_000,
}: InstallOptions = {}): Promise<boolean> {
  const arriving = mkdtempSync(join(tmpdir(), 'golden-thread-electron-'));
  const child = spawn(process.execPath, [installer], {
    // The download goes to the temporary folder first; one of its own shows whether anything arrives.
    env: { ...process.env, TMPDIR: arriving, TEMP: arriving, TMP: arriving },
    stdio: 'ignore',
  });
  let seen = 0;
  let lastArrival = Date.now();
  const timer = setInterval(
    () => {
      const bytes = bytesIn(arriving) + bytesIn(join(folder, 'dist'));
      if (bytes !== seen) lastArrival = Date.now();
      seen = bytes;
      if (Date.now() - lastArrival > patience) child.kill('SIGKILL');
    },
    Math.min(1_000, patience / 4),
  );
  try {
    await new Promise<void>((resolve) => {
      child.once('exit', () => resolve());
      child.once('error', () => resolve());
    });
    return findElectron(folder) !== undefined;
  } finally {
    clearInterval(timer);
    rmSync(arriving, { recursive: true, force: true });
  }
}

const aDay = 24 * 3_600_000;

/** A failed download is not tried at every start: waiting each time for what a network blocks helps nobody. */
export function wasTriedToday(stamp: string): boolean {
  const tried = statSync(stamp, { throwIfNoEntry: false })?.mtimeMs;
  return tried !== undefined && Date.now() - tried < aDay;
}

export function noteTry(stamp: string): void {
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, '');
}
