import { homedir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { ok } from '../../shared/domain/result.ts';
import type { CorePeer } from '../../main/core/coreMessages.ts';
import { findBrowser } from '../../main/shell/browsers.ts';
import { buildIfOld } from '../../main/shell/buildPage.ts';
import { forkCore, forkWork } from '../../main/shell/forkCore.ts';
import type { Dialogs } from '../../main/shell/host.ts';
import { cancelled } from '../../main/shell/host.ts';
import { openPreview } from '../../main/shell/preview.ts';
import { benchNow, benchPassphrase } from '../buildStore.ts';
import { copyStore } from '../bed.ts';

export type BenchWindow = {
  readonly page: Page;
  readonly corePid: number;
  /** The browser's own folder; it tells this window's processes from others. */
  readonly profile: string;
  readonly close: () => Promise<void>;
};

/** Nobody is asked anything here. */
const noDialogs: Dialogs = {
  openFiles: async () => cancelled,
  savePath: async () => cancelled,
  chooseFolder: async () => cancelled,
  showFile: async () => undefined,
  print: async () => ok({}),
};

/** An installed browser with the page as it is built now; undefined where there is none. */
export function browserHere(say: (line: string) => void): string | undefined {
  const browser = findBrowser({ platform: process.platform, env: process.env, home: homedir() });
  if (browser === undefined) return undefined;
  const fault = buildIfOld(say);
  if (fault !== undefined) throw new Error(`The page could not be built:\n${fault}`);
  return browser;
}

/** The preview shell at the door of the store in `dir`; `throughCore` sees what passes between shell and core. */
export async function openBenchWindow(
  browser: string,
  dir: string,
  throughCore: (core: CorePeer) => CorePeer = (core) => core,
): Promise<BenchWindow> {
  const clockOffset = Date.parse(benchNow) - Date.now();
  let corePid = 0;
  const opened = await openPreview({
    browser,
    isHeadless: true,
    viewport: { width: 1280, height: 800 },
    say: () => undefined,
    spawnCore: () => {
      const core = forkCore({ dir, clockOffset });
      corePid = core.pid ?? 0;
      return throughCore(core);
    },
    spawnWork: () => forkWork(),
    dialogs: noDialogs,
    info: { kind: 'preview', version: '0.1.0', platform: 'linux', isDemo: false, clockOffset },
  });
  await opened.page.getByRole('textbox', { name: 'Passphrase', exact: true }).waitFor();
  return { page: opened.page, corePid, profile: opened.profile, close: opened.close };
}

/** A copy of a built store for windows alone. */
export function storeForWindows(builtDir: string, folder: string): string {
  const dir = join(folder, 'window-store');
  copyStore(builtDir, dir);
  return dir;
}

/** Types the passphrase and sends it; ms until Today's list stands in a frame that was drawn. */
export async function unlockToToday(page: Page): Promise<number> {
  await page.getByRole('textbox', { name: 'Passphrase', exact: true }).fill(benchPassphrase);
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const started = performance.now();
        document.querySelector('form')?.requestSubmit();
        const look = () => {
          if (document.querySelector('.today .due li') === null) requestAnimationFrame(look);
          // After the frame that holds it: a task of its own comes when that has been drawn.
          else requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - started)));
        };
        look();
      }),
  );
}

/** Goes to a review's Write up; ms until its first section stands in a frame that was drawn. */
export async function openReview(page: Page, id: string): Promise<number> {
  return page.evaluate(
    (review) =>
      new Promise<number>((resolve) => {
        const started = performance.now();
        location.hash = `#/reviews/${review}/write-up?at=group:words`;
        const isThere = () =>
          document.querySelector(`.rbar a[href*="${review}"]`) !== null &&
          document.querySelector('.sheet .sec [role="textbox"]') !== null;
        const look = () => {
          if (isThere()) requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - started)));
          else requestAnimationFrame(look);
        };
        look();
      }),
    id,
  );
}

/** Back to Today, and there. */
export async function backToToday(page: Page): Promise<void> {
  await page.evaluate(() => {
    location.hash = '#/';
  });
  await page.locator('.today .due li').first().waitFor();
}
