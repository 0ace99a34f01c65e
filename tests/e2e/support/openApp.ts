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
import { findElectron } from '../../../main/shell/electronRuntime.ts';
import { forkCore, forkWork } from '../../../main/shell/forkCore.ts';
import type { OpenedFile } from '../../../main/shell/files.ts';
import { cancelled } from '../../../main/shell/host.ts';
import type { Dialogs } from '../../../main/shell/host.ts';
import { openPreview } from '../../../main/shell/preview.ts';
import type { CaseFile } from '../../../shared/caseFile.ts';
import { ok } from '../../../shared/domain/result.ts';
import { cheapScrypt, tempFolder } from '../../integration/support/tempStore.ts';
import { onlyInPreview, openElectron } from './openElectron.ts';
import { whichShell } from './whichShell.ts';

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

/** A window of either shell, as the tests use it. */
type Window = Pick<OpenedApp, 'page' | 'answers' | 'killCore' | 'corePid' | 'setDay' | 'close'>;
type Place = { readonly dir: string; readonly around: string; readonly day: string };

// An hour after the last thing that happened in the store: it was made at noon.
const offsetTo = (day: string): number => Date.parse(`${day}T13:00:00Z`) - Date.now();

/** The preview in a headless browser: a test can put itself between the shell and the core there. */
async function openInPreview(options: OpenOptions, { dir, day }: Place): Promise<Window> {
  const { caseload = 'none', isLocked = false } = options;
  const browser = findBrowser({ platform: process.platform, env: process.env, home: homedir() });
  if (browser === undefined)
    throw new Error('The end-to-end tests need a Chromium, Chrome or Edge; apt: chromium');
  // Of a builder who must not be in the way of others: a build elsewhere than in `out`.
  const pageRoot = options.pageRoot ?? process.env['GOLDEN_THREAD_PAGE'];
  const answers: Answers = { printed: 0 };
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
    dialogs: dialogsOf(answers),
  });
  return {
    page: opened.page,
    answers,
    killCore: () => cores.at(-1)?.kill(),
    corePid: () => cores.at(-1)?.pid ?? 0,
    setDay: (next) => {
      coreOffset = offsetTo(next);
    },
    close: opened.close,
  };
}

function dialogsOf(answers: Answers): Dialogs {
  return {
    openFiles: async () => (answers.files ? ok({ files: answers.files }) : cancelled),
    savePath: async () => (answers.savePath === undefined ? cancelled : ok({ path: answers.savePath })),
    chooseFolder: async () => (answers.folder === undefined ? cancelled : ok({ path: answers.folder })),
    showFile: async () => undefined,
    print: async () => {
      answers.printed += 1;
      return ok({});
    },
  };
}

/** The same under Electron itself. Its store is opened at its own door: the product has no other. */
async function openInElectron(options: OpenOptions, { dir, around, day }: Place): Promise<Window> {
  const { caseload = 'none', isLocked = false } = options;
  const opened = await openElectron({ ...options, dir, around, clockOffset: offsetTo(day) });
  if (caseload !== 'none' && !isLocked) {
    await opened.page.getByLabel('Passphrase', { exact: true }).fill(passphrase);
    await opened.page.keyboard.press('Enter');
    await opened.page.getByRole('button', { name: 'Lock' }).waitFor();
  }
  return { ...opened, setDay: () => onlyInPreview('Another day for the next core') };
}

/** The real page over a real core and an encrypted store of its own; `GOLDEN_THREAD_SHELL` says in which shell. */
export async function openApp(options: OpenOptions = {}): Promise<OpenedApp> {
  const { caseload = 'none', day = '2026-10-05' } = options;
  const shell = whichShell(process.env, findElectron);
  const folder = tempFolder();
  const dir = options.dir ?? join(folder.path, 'store');
  if (caseload !== 'none' && options.dir === undefined)
    await makeStore(dir, caseload, day, options.caseFiles ?? []);
  const open = shell.kind === 'electron' ? openInElectron : openInPreview;
  const window = await open(options, { dir, around: folder.path, day });
  const pageErrors: string[] = [];
  window.page.on('pageerror', (error) => pageErrors.push(error.message));
  await window.page.emulateMedia({ reducedMotion: 'reduce' });
  return {
    ...window,
    dir,
    around: folder.path,
    pageErrors,
    close: async () => {
      await window.close();
      rmSync(folder.path, { recursive: true, force: true });
    },
  };
}
