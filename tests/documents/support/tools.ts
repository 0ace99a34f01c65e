import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

/** Where each program comes from on Debian, for the message when it is missing. */
const packages = {
  soffice: 'libreoffice-writer',
  pandoc: 'pandoc',
  pdftoppm: 'poppler-utils',
  pdftotext: 'poppler-utils',
} as const;

export type Tool = keyof typeof packages;

function pathOf(tool: Tool): string {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const found = folders.map((folder) => join(folder, tool)).find((path) => existsSync(path));
  if (found === undefined) {
    throw new Error(`${tool} is missing. Install it with: apt-get install ${packages[tool]}`);
  }
  return found;
}

/** Runs a program to its end and gives what it printed; `tolerant` also takes an exit code other than 0. */
export function run(path: string, args: readonly string[], isTolerant = false): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(path, [...args], { maxBuffer: 256 * 1024 * 1024 }, (error, stdout, stderr) => {
      if (error === null || isTolerant) resolve(stdout);
      else reject(new Error(`${path} failed: ${stderr.slice(0, 500)}`, { cause: error }));
    });
  });
}

/** Rejects with the name of the Debian package when the machine lacks the program. */
export async function runTool(tool: Tool, args: readonly string[]): Promise<string> {
  return run(pathOf(tool), args);
}

/** Gives the files as `0.docx`, `1.docx` … in a temporary folder, which is removed afterwards. */
export async function withFiles<T>(
  files: readonly Uint8Array[],
  use: (folder: string, paths: readonly string[]) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'golden-thread-documents-'));
  try {
    const paths = files.map((_, index) => join(folder, `${index}.docx`));
    await Promise.all(paths.map((path, index) => writeFile(path, files[index] ?? new Uint8Array())));
    return await use(folder, paths);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** At most two at once: the machines that run the tests have two cores. */
export async function inPairs<T, U>(items: readonly T[], use: (entry: T) => Promise<U>): Promise<U[]> {
  const results: U[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let index = next; index < items.length; index = next) {
      next += 1;
      const entry = items[index];
      if (entry !== undefined) results[index] = await use(entry);
    }
  };
  await Promise.all([worker(), worker()]);
  return results;
}

/** Converts many files with one start of LibreOffice, whose profile goes with `folder`: nobody waits for another's. */
export async function convert(
  paths: readonly string[],
  format: 'fodt' | 'pdf' | 'docx',
  folder: string,
  out: string = folder,
): Promise<void> {
  await runTool('soffice', [
    `-env:UserInstallation=file://${join(folder, 'profile')}`,
    '--headless',
    '--norestore',
    '--convert-to',
    format,
    '--outdir',
    out,
    ...paths,
  ]);
}
