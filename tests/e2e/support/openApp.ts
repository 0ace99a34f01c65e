import { rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { playDemo, readDemo } from '../../../main/cli/demo.ts';
import { callerOf } from '../../../main/cli/client.ts';
import { clockAt, coreLog } from '../../../main/cli/throwAwayStore.ts';
import { createCore } from '../../../main/core/core.ts';
import type { CorePeer } from '../../../main/core/coreMessages.ts';
import { findBrowser } from '../../../main/shell/browsers.ts';
import { forkCore, forkWork } from '../../../main/shell/forkCore.ts';
import type { OpenedFile } from '../../../main/shell/files.ts';
import { cancelled } from '../../../main/shell/host.ts';
import { openPreview } from '../../../main/shell/preview.ts';
import type { CaseFile } from '../../../shared/caseFile.ts';
import { ok } from '../../../shared/domain/result.ts';
import { cheapScrypt, tempFolder } from '../../integration/support/tempStore.ts';

export const passphrase = 'paper boats in winter';
export const officer = { name: 'Helen Draftwell', phone: '01632 960 410' };

/** What the system's dialogs answer; a dialog without an answer is one that was closed. */
export type Answers = { folder?: string; files?: readonly OpenedFile[]; savePath?: string; printed: number };

export type OpenedApp = {
  readonly page: Page;
  /** The folder of the store; it is there once a store was made. */
  readonly dir: string;
  /** A folder of this test for backups and exports, gone afterwards. */
  readonly around: string;
  readonly answers: Answers;
  /** What was thrown in the page; a test ends with none. */
  readonly pageErrors: readonly string[];
  /** Kills the core as a crash would. */
  readonly killCore: () => void;
  /** The process of the core that runs now. */
  readonly corePid: () => number;
  /** The day on which the next core starts: somebody has set the clock of the machine. */
  readonly setDay: (day: string) => void;
  readonly close: () => Promise<void>;
};

export type OpenOptions = {
  /** `none`: no store yet. `empty`: a store without children. `demo`: the fictional caseload with its past. */
  readonly caseload?: 'none' | 'empty' | 'demo';
  /** Imported into an `empty` store as they are: a caseload whose newest review is still open. */
  readonly caseFiles?: readonly CaseFile[];
  /** The folder of a store that is there already, as another window left it; whoever made it removes it. */
  readonly dir?: string;
  /** A store that is there is opened without asking unless a test wants the door. */
  readonly isLocked?: boolean;
  /** The window is told that this is the demo. */
  readonly isDemo?: boolean;
  /** The day on which it plays; the demo's own by default. */
  readonly day?: string;
  readonly viewport?: { readonly width: number; readonly height: number };
  /** What a test puts between the shell and the core: messages that come late, or never. */
  readonly throughCore?: (core: CorePeer) => CorePeer;
  /** What a test does to a process of long work before it has begun: it is still under way then. */
  readonly onWork?: (pid: number) => void;
  /** Another build of the page than `out/renderer`. */
  readonly pageRoot?: string;
};

async function makeStore(
  dir: string,
  caseload: 'empty' | 'demo',
  day: string,
  caseFiles: readonly CaseFile[],
): Promise<void> {
  const clock = clockAt(day);
  const core = createCore({ dir, clock: clock.now, log: coreLog, scrypt: cheapScrypt });
  try {
    const call = callerOf(core);
    const demo = readDemo();
    const own = [...demo.files.values()][0]?.officer ?? officer;
    await call('vault:create', { passphrase, officer: caseload === 'demo' ? own : officer });
    if (caseload === 'demo') await playDemo({ call, clock }, demo, () => undefined);
    if (caseFiles.length > 0) await call('caseFile:import', { files: caseFiles, onConflict: 'refuse' });
  } finally {
    await core.close();
  }
}

/** The real page over a real core and an encrypted store of its own, in a headless window. */
export async function openApp(options: OpenOptions = {}): Promise<OpenedApp> {
  const { caseload = 'none', isLocked = false, day = '2026-10-05' } = options;
  const folder = tempFolder();
  const dir = options.dir ?? join(folder.path, 'store');
  if (caseload !== 'none' && options.dir === undefined)
    await makeStore(dir, caseload, day, options.caseFiles ?? []);
  const browser = findBrowser({ platform: process.platform, env: process.env, home: homedir() });
  if (browser === undefined)
    throw new Error('The end-to-end tests need a Chromium, Chrome or Edge; apt: chromium');
  // Of a builder who must not be in the way of others: a build elsewhere than in `out`.
  const pageRoot = options.pageRoot ?? process.env['GOLDEN_THREAD_PAGE'];
  const answers: Answers = { printed: 0 };
  // An hour after the last thing that happened in the store: it was made at noon.
  const offsetTo = (at: string) => Date.parse(`${at}T13:00:00Z`) - Date.now();
  const clockOffset = offsetTo(day);
  let coreOffset = clockOffset;
  const cores: ReturnType<typeof forkCore>[] = [];
  const opened = await openPreview({
    browser,
    isHeadless: true,
    viewport: options.viewport ?? { width: 1280, height: 800 },
    say: () => undefined,
    spawnCore: () => {
      const core = forkCore({ dir, clockOffset: coreOffset });
      cores.push(core);
      return options.throughCore?.(core) ?? core;
    },
    spawnWork: () => {
      const work = forkWork();
      options.onWork?.(work.pid ?? 0);
      return work;
    },
    ...(caseload !== 'none' && !isLocked && { secret: { passphrase } }),
    ...(pageRoot !== undefined && { pageRoot }),
    info: {
      kind: 'preview',
      version: '0.1.0',
      platform: 'linux',
      isDemo: options.isDemo ?? false,
      clockOffset,
    },
    dialogs: {
      openFiles: async () => (answers.files ? ok({ files: answers.files }) : cancelled),
      savePath: async () => (answers.savePath === undefined ? cancelled : ok({ path: answers.savePath })),
      chooseFolder: async () => (answers.folder === undefined ? cancelled : ok({ path: answers.folder })),
      showFile: async () => undefined,
      print: async () => {
        answers.printed += 1;
        return ok({});
      },
    },
  });
  const pageErrors: string[] = [];
  opened.page.on('pageerror', (error) => pageErrors.push(error.message));
  await opened.page.emulateMedia({ reducedMotion: 'reduce' });
  return {
    page: opened.page,
    dir,
    around: folder.path,
    answers,
    pageErrors,
    killCore: () => cores.at(-1)?.kill(),
    corePid: () => cores.at(-1)?.pid ?? 0,
    setDay: (next) => {
      coreOffset = offsetTo(next);
    },
    close: async () => {
      await opened.close();
      rmSync(folder.path, { recursive: true, force: true });
    },
  };
}
