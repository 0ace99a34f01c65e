import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const coreChild = fileURLToPath(new URL('coreChild.ts', import.meta.url));

export type CoreChild = {
  readonly process: ChildProcess;
  readonly lines: readonly string[];
  /** What it wrote to standard error. */
  readonly errors: () => string;
  /** Resolves when a line arrives that fits; rejects when the child ends before. */
  readonly until: (fits: (line: string) => boolean) => Promise<void>;
  readonly ended: Promise<void>;
};

/** Starts `coreChild.ts` in a process of its own. */
export function startCoreChild(
  mode: string,
  task: object,
  env: Readonly<Record<string, string>> = {},
): CoreChild {
  const child = spawn(process.execPath, [coreChild, mode, JSON.stringify(task)], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  });
  const lines: string[] = [];
  let [unfinished, errors] = ['', ''];
  let look = (): void => undefined;
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    const pieces = (unfinished + text).split('\n');
    unfinished = pieces.pop() ?? '';
    lines.push(...pieces);
    look();
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text));
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  return {
    process: child,
    lines,
    errors: () => errors,
    until: (fits) =>
      new Promise((resolve, reject) => {
        look = () => {
          if (lines.some(fits)) resolve();
        };
        look();
        void ended.then(() => reject(new Error(`The child ended first: ${errors}`)));
      }),
    ended,
  };
}
