import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { _electron } from 'playwright';
import type { ElectronApplication, Page } from 'playwright';
import { TestRunner } from 'vitest';
import { answerDialogs, answersIn } from './electronAnswers.ts';
import { electronLaunch } from './electronLaunch.ts';
import type { Answers, OpenOptions } from './openApp.ts';

const root = resolve(import.meta.dirname, '../../..');
const coreName = 'Golden Thread core';
const workName = 'Golden Thread long work';

/** Ends the test as skipped: what it needs lies between the shell and the core, which only the preview lets it reach. */
export function onlyInPreview(what: string): never {
  TestRunner.getCurrentTest()?.context.skip(`${what}: in the preview only`);
  throw new Error(`${what} can be had in the preview only`);
}

/** The process ids of Electron's children of a name. */
function pidsOf(electron: ElectronApplication, name: string): Promise<number[]> {
  return electron.evaluate(
    ({ app }, wanted) =>
      app.getAppMetrics().flatMap((metric) => (metric.name === wanted ? [metric.pid] : [])),
    name,
  );
}

const lookEvery = 50;

/** Tells of each process of long work as soon as it is seen, until it is stopped. */
function watchWork(electron: ElectronApplication, onWork: (pid: number) => void): () => void {
  const seen = new Set<number>();
  const look = async (): Promise<void> => {
    const pids = await pidsOf(electron, workName).catch(() => []);
    for (const pid of pids) {
      if (seen.has(pid)) continue;
      seen.add(pid);
      onWork(pid);
    }
  };
  const timer = setInterval(() => void look(), lookEvery);
  return () => clearInterval(timer);
}

export type ElectronWindow = {
  readonly page: Page;
  readonly answers: Answers;
  readonly corePid: () => number;
  readonly killCore: () => void;
  readonly close: () => Promise<void>;
};

type Given = Pick<OpenOptions, 'viewport' | 'throughCore' | 'onWork' | 'isDemo' | 'pageRoot'> & {
  readonly dir: string;
  readonly around: string;
  readonly clockOffset: number;
};

function refuse({ throughCore, isDemo, pageRoot }: Given): void {
  if (throughCore) onlyInPreview('Messages to the core that are late');
  if (isDemo === true) onlyInPreview('A window that says it is the demo');
  if (pageRoot !== undefined) onlyInPreview('Another page than out/renderer');
}

/** The unpackaged build under the installed runtime of Electron, in a window of its own profile. */
export async function openElectron(given: Given): Promise<ElectronWindow> {
  refuse(given);
  const { dir, around, clockOffset, viewport = { width: 1280, height: 800 }, onWork } = given;
  const userData = join(around, 'user-data');
  mkdirSync(userData, { recursive: true });
  const isRoot = process.getuid?.() === 0;
  const { env, platform } = process;
  const electron = await _electron.launch(
    electronLaunch({ root, dir, userData, clockOffset, env, platform, isRoot }),
  );
  const page = await electron.firstWindow();
  const answers = answersIn(join(around, 'answers'));
  await answerDialogs(electron, join(around, 'answers'));
  const window = await electron.browserWindow(page);
  await window.evaluate((own, { width, height }) => own.setContentSize(width, height), viewport);
  const stop = onWork ? watchWork(electron, onWork) : () => undefined;
  let [pid = 0] = await pidsOf(electron, coreName);
  return {
    page,
    answers,
    corePid: () => pid,
    // The one that runs now: the shell may have started it again.
    killCore: () =>
      void pidsOf(electron, coreName).then(([now]) => {
        if (now === undefined) return;
        pid = now;
        process.kill(now, 'SIGKILL');
      }),
    close: async () => {
      stop();
      await electron.close();
    },
  };
}
