import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronApplication } from 'playwright';
import type { Answers } from './openApp.ts';

/** What Electron's dialogs read: paths, since the real ones give paths. */
type Written = {
  readonly folder: string | null;
  readonly files: readonly string[] | null;
  readonly savePath: string | null;
};

const writtenIn = (folder: string) => join(folder, 'answers.json');
const printedIn = (folder: string) => join(folder, 'printed');

function write(folder: string, { folder: chosen, files, savePath }: Omit<Answers, 'printed'>): void {
  const opened = join(folder, 'opened');
  mkdirSync(opened, { recursive: true });
  const paths = files?.map(({ name, content }) => {
    const path = join(opened, name);
    writeFileSync(path, Buffer.from(content, 'base64'));
    return path;
  });
  const written: Written = { folder: chosen ?? null, files: paths ?? null, savePath: savePath ?? null };
  writeFileSync(writtenIn(folder), JSON.stringify(written));
}

function printedSoFar(folder: string): number {
  try {
    return Number(readFileSync(printedIn(folder), 'utf8'));
  } catch {
    return 0;
  }
}

/** Answers that lie in `folder` the moment a test sets them, for another process to read. */
export function answersIn(folder: string): Answers {
  mkdirSync(folder, { recursive: true });
  const set: Omit<Answers, 'printed'> = {};
  write(folder, set);
  return new Proxy<Answers>(
    { printed: 0 },
    {
      get: (_target, name) => (name === 'printed' ? printedSoFar(folder) : Reflect.get(set, name)),
      set: (_target, name, value) => {
        Reflect.set(set, name, value);
        write(folder, set);
        return true;
      },
    },
  );
}

/**
 * Puts the answers in place of Electron's dialogs, in its main process, as Playwright's own page on Electron does it:
 * nothing in the product knows of it, and the packaged one cannot be reached so, since inspecting it is off.
 */
export async function answerDialogs(electron: ElectronApplication, folder: string): Promise<void> {
  await electron.evaluate(
    ({ dialog, shell, BrowserWindow }, { written, printed }) => {
      const fs = process.getBuiltinModule('node:fs');
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- written above, by `write`
      const read = () => JSON.parse(fs.readFileSync(written, 'utf8')) as Written;
      const asked = (paths: readonly string[] | null) => ({
        canceled: paths === null,
        filePaths: [...(paths ?? [])],
      });
      dialog.showOpenDialog = (...args: unknown[]) => {
        const { folder: chosen, files } = read();
        const isFolder = JSON.stringify(args.at(-1)).includes('openDirectory');
        return Promise.resolve(asked(isFolder ? (chosen === null ? null : [chosen]) : files));
      };
      dialog.showSaveDialog = () => {
        const { savePath } = read();
        return Promise.resolve({ canceled: savePath === null, filePath: savePath ?? '' });
      };
      shell.showItemInFolder = () => undefined;
      for (const { webContents } of BrowserWindow.getAllWindows()) {
        webContents.print = (_options, done) => {
          const before = fs.existsSync(printed) ? Number(fs.readFileSync(printed, 'utf8')) : 0;
          fs.writeFileSync(printed, String(before + 1));
          done?.(true, '');
        };
      }
    },
    { written: writtenIn(folder), printed: printedIn(folder) },
  );
}
