import { readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Dialogs } from '../../main/shell/host.ts';
import { createHost } from '../../main/shell/host.ts';
import { ok } from '../../shared/domain/result.ts';
import { tempFolder } from '../integration/support/tempStore.ts';

const content = Buffer.from('a document').toString('base64');
let folder: ReturnType<typeof tempFolder>;
const unasked = () => Promise.reject(new Error('Nobody asked'));

beforeEach(() => {
  folder = tempFolder();
});
afterEach(() => folder.remove());

function hostOver(path: string) {
  const dialogs: Dialogs = {
    openFiles: unasked,
    savePath: unasked,
    chooseFolder: async () => ok({ path }),
    showFile: async () => undefined,
    print: unasked,
  };
  const info = { kind: 'preview', version: '1', platform: 'linux', isDemo: false, clockOffset: 0 } as const;
  return createHost({ info, dialogs, mayClose: () => undefined, report: () => undefined });
}

describe('saving several files into one folder', () => {
  it('writes only into a folder that was chosen here', async () => {
    const host = hostOver(folder.path);
    const save = { folder: folder.path, name: 'letter.docx', content };
    await expect(host('host:saveInto', save)).resolves.toMatchObject({ error: { code: 'forbidden' } });
    expect(readdirSync(folder.path)).toEqual([]);
    await host('host:chooseFolder', { title: 'Where to' });
    await expect(host('host:saveInto', save)).resolves.toEqual(
      ok({ path: join(folder.path, 'letter.docx') }),
    );
    expect(readFileSync(join(folder.path, 'letter.docx'), 'utf8')).toBe('a document');
  });

  it('replaces nothing: a name that is taken gets a number', async () => {
    const host = hostOver(folder.path);
    await host('host:chooseFolder', { title: 'Where to' });
    for (const text of ['first', 'second', 'third']) {
      await host('host:saveInto', {
        folder: folder.path,
        name: 'letter.docx',
        content: Buffer.from(text).toString('base64'),
      });
    }
    expect(readdirSync(folder.path).sort()).toEqual(['letter (2).docx', 'letter (3).docx', 'letter.docx']);
    expect(readFileSync(join(folder.path, 'letter.docx'), 'utf8')).toBe('first');
  });

  it('takes no name that leads out of the folder, and says when the folder is gone', async () => {
    const host = hostOver(join(folder.path, 'gone'));
    await host('host:chooseFolder', { title: 'Where to' });
    const save = { folder: join(folder.path, 'gone'), content };
    for (const name of ['../letter.docx', 'a/b.docx', '..']) {
      await expect(host('host:saveInto', { ...save, name })).resolves.toMatchObject({
        error: { code: 'invalid-input' },
      });
    }
    rmSync(join(folder.path, 'gone'), { recursive: true, force: true });
    await expect(host('host:saveInto', { ...save, name: 'letter.docx' })).resolves.toMatchObject({
      error: { code: 'not-found' },
    });
  });
});
