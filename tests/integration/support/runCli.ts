import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { testPassphrase } from './tempStore.ts';

export const cliPath = fileURLToPath(new URL('../../../main/cli.ts', import.meta.url));
export const demoPath = (name: string): string =>
  fileURLToPath(new URL(`../../../demo/${name}.case.json`, import.meta.url));

export type CliRun = { readonly code: number | null; readonly stdout: string; readonly stderr: string };

type RunOptions = {
  readonly input?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Another user of the machine, since root may read and write anything. */
  readonly uid?: number;
  /** Called with the child as soon as it runs. */
  readonly onStart?: (child: ReturnType<typeof spawn>) => void;
};

/** The command line in a process of its own, as `npm run -s cli` starts it. */
export function runCli(args: readonly string[], options: RunOptions = {}): Promise<CliRun> {
  const { input = '', env = {}, uid, onStart } = options;
  const child = spawn(process.execPath, [cliPath, ...args], {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
    ...(uid !== undefined && { uid, gid: uid }),
  });
  let [stdout, stderr] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  child.stdin.on('error', () => undefined).end(input);
  onStart?.(child);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, stdout, stderr }));
  });
}

/** A file with the passphrase of the tests, for `--passphrase-file`. */
export function passphraseFile(folder: string, passphrase = testPassphrase): string {
  const path = join(folder, 'passphrase.txt');
  writeFileSync(path, `${passphrase}\n`, { mode: 0o600 });
  return path;
}
