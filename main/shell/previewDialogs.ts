import { spawn } from 'node:child_process';
import { dirname } from 'node:path';
import type { Page } from 'playwright';
import { fail, ok } from '../../shared/domain/result.ts';
import type { FileKind } from '../../shared/hostContract.ts';
import type * as z from 'zod';
import { largestOpened } from './files.ts';
import type { OpenedFile } from './files.ts';
import { cancelled } from './host.ts';
import type { Dialogs } from './host.ts';
import { askFolder, askSavePath } from './systemDialogs.ts';

/**
 * Runs in the page: the browser's own dialog hands the chosen files to the page, so they come to us as bytes. Text, for
 * this side knows no DOM. The function takes what is accepted, whether several, and the largest size.
 */
const chooseInPage = `async ({ accept, isMultiple, largest }) => {
  const field = document.createElement('input');
  field.type = 'file';
  field.accept = accept;
  field.multiple = isMultiple;
  const files = await new Promise((resolve) => {
    field.addEventListener('change', () => resolve([...field.files]));
    field.addEventListener('cancel', () => resolve([]));
    field.click();
  });
  if (files.some((file) => file.size > largest)) return 'too-large';
  return Promise.all(files.map((file) => new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('error', () => reject(reader.error));
    reader.addEventListener('load', () => resolve({ name: file.name, content: reader.result.slice(reader.result.indexOf(',') + 1) }));
    reader.readAsDataURL(file);
  })));
}`;

function acceptOf(kinds: readonly z.infer<typeof FileKind>[]): string {
  return kinds.flatMap(({ extensions }) => extensions.map((extension) => `.${extension}`)).join(',');
}

function show(path: string): void {
  const [program, args] =
    process.platform === 'darwin'
      ? (['open', ['-R', path]] as const)
      : process.platform === 'win32'
        ? (['explorer.exe', [`/select,${path}`]] as const)
        : (['xdg-open', [dirname(path)]] as const);
  // A machine without a file manager has still told the path on screen.
  spawn(program, args, { detached: true, stdio: 'ignore' })
    .on('error', () => undefined)
    .unref();
}

/** The preview's dialogs: the browser's for opening, the system's programs for places. */
export function previewDialogs(page: Page): Dialogs {
  return {
    openFiles: async ({ accept, multiple = false }) => {
      const asked = { accept: acceptOf(accept), isMultiple: multiple, largest: largestOpened };
      const chosen: OpenedFile[] | 'too-large' = await page.evaluate(
        `(${chooseInPage})(${JSON.stringify(asked)})`,
      );
      if (chosen === 'too-large') {
        return fail(
          'invalid-input',
          'This file is larger than 50 MB. Save it smaller or split it, then add it again.',
        );
      }
      return chosen.length === 0 ? cancelled : ok({ files: chosen });
    },
    savePath: ({ title, name }) => askSavePath(title, name),
    chooseFolder: ({ title }) => askFolder(title),
    showFile: async (path) => show(path),
    print: async () => {
      await page.evaluate('window.print()');
      return ok({});
    },
  };
}
