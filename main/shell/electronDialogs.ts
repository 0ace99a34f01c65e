import { dialog, shell } from 'electron';
import type { BrowserWindow, FileFilter } from 'electron';
import { fail, ok } from '../../shared/domain/result.ts';
import type { FileKind } from '../../shared/hostContract.ts';
import type * as z from 'zod';
import { readOpened } from './files.ts';
import { cancelled } from './host.ts';
import type { Dialogs } from './host.ts';

function filtersOf(kinds: readonly z.infer<typeof FileKind>[]): FileFilter[] {
  return kinds.map(({ name, extensions }) => ({ name, extensions: [...extensions] }));
}

/** The system's own dialogs over our window. */
export function electronDialogs(window: () => BrowserWindow): Dialogs {
  return {
    openFiles: async ({ title, accept, multiple = false }) => {
      const { canceled, filePaths } = await dialog.showOpenDialog(window(), {
        title,
        filters: filtersOf(accept),
        properties: multiple ? ['openFile', 'multiSelections'] : ['openFile'],
      });
      return canceled ? cancelled : readOpened(filePaths);
    },
    savePath: async ({ title, name, kind }) => {
      const { canceled, filePath } = await dialog.showSaveDialog(window(), {
        title,
        defaultPath: name,
        filters: kind ? filtersOf([kind]) : [],
        properties: ['createDirectory', 'showOverwriteConfirmation'],
      });
      return canceled || filePath === '' ? cancelled : ok({ path: filePath });
    },
    chooseFolder: async ({ title }) => {
      const { canceled, filePaths } = await dialog.showOpenDialog(window(), {
        title,
        properties: ['openDirectory', 'createDirectory'],
      });
      const [path] = filePaths;
      return canceled || path === undefined ? cancelled : ok({ path });
    },
    showFile: async (path) => shell.showItemInFolder(path),
    print: () =>
      new Promise((resolve) => {
        window().webContents.print({}, (isPrinted, reason) => {
          if (isPrinted) resolve(ok({}));
          else if (/cancel/i.test(reason)) resolve(cancelled);
          else
            resolve(
              fail('not-found', 'This could not be printed. Check that a printer is set up, then try again.'),
            );
        });
      }),
  };
}
