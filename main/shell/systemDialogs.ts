import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { extname, join, posix } from 'node:path';
import { fail, ok } from '../../shared/domain/result.ts';
import type { Result } from '../../shared/domain/result.ts';
import { cancelled } from './host.ts';

/** Asking the system with its own programs, for the preview shell: a browser has no dialog that gives a path. */

type Asked = {
  readonly program: string;
  readonly args: readonly string[];
  readonly env?: Record<string, string>;
};
type Question =
  | { readonly kind: 'save'; readonly title: string; readonly name: string }
  | { readonly kind: 'folder'; readonly title: string };

/** Titles and names go in as arguments or variables, never into a script's text. */
const appleScripts = {
  save: 'on run argv\nreturn POSIX path of (choose file name with prompt (item 1 of argv) default name (item 2 of argv))\nend run',
  folder: 'on run argv\nreturn POSIX path of (choose folder with prompt (item 1 of argv))\nend run',
};

const powerShellHead =
  'Add-Type -AssemblyName System.Windows.Forms;[Console]::OutputEncoding=[Text.Encoding]::UTF8;$owner=New-Object System.Windows.Forms.Form -Property @{TopMost=$true};';
const powerShell = {
  save: `${powerShellHead}$d=New-Object System.Windows.Forms.SaveFileDialog;$d.Title=$env:GT_TITLE;$d.FileName=$env:GT_NAME;if($d.ShowDialog($owner) -ne 'OK'){exit 1};[Console]::Write($d.FileName)`,
  folder: `${powerShellHead}$d=New-Object System.Windows.Forms.FolderBrowserDialog;$d.Description=$env:GT_TITLE;if($d.ShowDialog($owner) -ne 'OK'){exit 1};[Console]::Write($d.SelectedPath)`,
};

function linuxProgram(exists: (path: string) => boolean): 'zenity' | 'kdialog' | undefined {
  const folders = ['/usr/bin', '/usr/local/bin', '/bin'];
  return (['zenity', 'kdialog'] as const).find((name) =>
    folders.some((folder) => exists(posix.join(folder, name))),
  );
}

/** The program that asks this question on this system, or undefined where there is none. */
export function asking(
  question: Question,
  platform: string = process.platform,
  exists: (path: string) => boolean = existsSync,
): Asked | undefined {
  const name = question.kind === 'save' ? question.name : '';
  if (platform === 'darwin') {
    return {
      program: 'osascript',
      args: ['-e', appleScripts[question.kind], question.title, ...(name === '' ? [] : [name])],
    };
  }
  if (platform === 'win32') {
    return {
      program: 'powershell.exe',
      args: ['-NoProfile', '-STA', '-NonInteractive', '-Command', powerShell[question.kind]],
      env: { GT_TITLE: question.title, GT_NAME: name },
    };
  }
  const program = linuxProgram(exists);
  if (program === 'zenity') {
    const kind =
      question.kind === 'save' ? ['--save', '--confirm-overwrite', `--filename=${name}`] : ['--directory'];
    return { program, args: ['--file-selection', `--title=${question.title}`, ...kind] };
  }
  if (program === 'kdialog') {
    const kind = question.kind === 'save' ? ['--getsavefilename', name] : ['--getexistingdirectory', '.'];
    return { program, args: ['--title', question.title, ...kind] };
  }
  return undefined;
}

function ask({ program, args, env }: Asked): Promise<Result<{ path: string }>> {
  return new Promise((resolve) => {
    execFile(program, args, { env: { ...process.env, ...env }, windowsHide: true }, (error, stdout) => {
      const path = stdout.replace(/\r?\n$/, '');
      resolve(error || path === '' ? cancelled : ok({ path }));
    });
  });
}

/** The documents folder: Linux may have it under another name. */
function documentsFolder(): string {
  try {
    const places = readFileSync(join(homedir(), '.config', 'user-dirs.dirs'), 'utf8');
    const [, named] = /^XDG_DOCUMENTS_DIR="(.+)"$/m.exec(places) ?? [];
    if (named !== undefined) return named.replace('$HOME', homedir());
  } catch {
    // Most machines have no such file.
  }
  return join(homedir(), 'Documents');
}

/** A name that is free: `Record.docx`, `Record (2).docx`, … Nothing is ever replaced without asking. */
export function freePath(
  folder: string,
  name: string,
  exists: (path: string) => boolean = existsSync,
): string {
  const ending = extname(name);
  const stem = name.slice(0, name.length - ending.length);
  for (let count = 1; ; count += 1) {
    const path = join(folder, count === 1 ? name : `${stem} (${count})${ending}`);
    if (!exists(path)) return path;
  }
}

/** Where to save; without a dialog program under the documents, in a folder of our own, and never over a file. */
export async function askSavePath(title: string, name: string): Promise<Result<{ path: string }>> {
  const asked = asking({ kind: 'save', title, name });
  if (asked) return ask(asked);
  const folder = join(documentsFolder(), 'Golden Thread');
  mkdirSync(folder, { recursive: true });
  return ok({ path: freePath(folder, name) });
}

export async function askFolder(title: string): Promise<Result<{ path: string }>> {
  const asked = asking({ kind: 'folder', title });
  if (asked) return ask(asked);
  return fail(
    'not-found',
    "This computer has no dialog for choosing a folder. Type the folder's path instead.",
  );
}
