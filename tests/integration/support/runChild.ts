import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const storeChild = fileURLToPath(new URL('storeChild.ts', import.meta.url));

export type Ended = {
  readonly lines: readonly string[];
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly errors: string;
};

export type RunningChild = {
  readonly process: ChildProcess;
  /** Every whole line so far; a line without its end was not acknowledged. */
  readonly lines: readonly string[];
  readonly onLine: (listener: (line: string) => void) => void;
  readonly ended: Promise<Ended>;
};

type StartOptions = {
  /** What runs the child, with its own arguments; Node's path and the script follow. */
  readonly wrapper?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
};

/** What runs `storeChild.ts`, for those who start it in another way. */
export function storeChildCommand(mode: string, task: object): readonly [string, ...string[]] {
  return [process.execPath, storeChild, mode, JSON.stringify(task)];
}

/** Starts `storeChild.ts` in a process of its own. */
export function startStoreChild(mode: string, task: object, options: StartOptions = {}): RunningChild {
  const whole: readonly string[] = [...(options.wrapper ?? []), ...storeChildCommand(mode, task)];
  const [command = '', ...rest] = whole;
  const child = spawn(command, rest, {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { ...process.env, ...options.env },
  });
  const lines: string[] = [];
  const listeners: ((line: string) => void)[] = [];
  let unfinished = '';
  let errors = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    const pieces = (unfinished + text).split('\n');
    unfinished = pieces.pop() ?? '';
    for (const line of pieces) {
      lines.push(line);
      for (const listener of listeners) listener(line);
    }
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text;
  });
  const ended = new Promise<Ended>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => resolve({ lines, code, signal, errors }));
  });
  return { process: child, lines, onLine: (listener) => listeners.push(listener), ended };
}

/** Runs `storeChild.ts` to its end; the lines it printed. */
export async function runStoreChild(
  mode: string,
  task: object,
  options: StartOptions = {},
): Promise<readonly string[]> {
  const { lines, code, errors } = await startStoreChild(mode, task, options).ended;
  if (code !== 0) throw new Error(`The child ended with ${code}: ${errors}`);
  return lines;
}

/** Resolves at the child's first line. */
export function firstLine(child: RunningChild): Promise<string> {
  return new Promise((resolve, reject) => {
    const [already] = child.lines;
    if (already !== undefined) resolve(already);
    child.onLine(resolve);
    child.ended.then(({ errors }) => reject(new Error(`The child ended first: ${errors}`)), reject);
  });
}
