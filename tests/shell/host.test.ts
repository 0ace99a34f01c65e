import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ok } from '../../shared/domain/result.ts';
import { hostContract } from '../../shared/hostContract.ts';
import { largestOpened, readOpened, saveFailure } from '../../main/shell/files.ts';
import { cancelled, createHost } from '../../main/shell/host.ts';
import type { Dialogs } from '../../main/shell/host.ts';
import { temporaryFolder } from './support/calls.ts';

function hostWith(dialogs: Partial<Dialogs> = {}) {
  const shown: string[] = [];
  const reported: string[] = [];
  const host = createHost({
    info: { kind: 'preview', version: '1.2.3', platform: 'linux', isDemo: false, clockOffset: 0 },
    dialogs: {
      openFiles: async () => cancelled,
      savePath: async () => cancelled,
      chooseFolder: async () => cancelled,
      showFile: async (path) => void shown.push(path),
      print: async () => ok({}),
      ...dialogs,
    },
    mayClose: () => undefined,
    report: (line) => void reported.push(line),
  });
  return { host, shown, reported };
}

const content = Buffer.from('Fictional minutes').toString('base64');
const save = { title: 'Save', name: 'Record.docx', content };

function systemError(code: string, syscall: string): Error {
  return Object.assign(new Error(`${code}: a name that must not be told`), { code, syscall });
}

describe('the host', () => {
  it('writes a chosen file whole, for its owner alone, and shows only what it gave out', async () => {
    const path = join(temporaryFolder(), 'Record.docx');
    const { host, shown } = hostWith({ savePath: async () => ok({ path }) });
    await expect(host('host:showFile', { path })).resolves.toMatchObject({ error: { code: 'forbidden' } });
    await expect(host('host:saveFile', save)).resolves.toEqual({ ok: true, value: { path } });
    expect(readFileSync(path, 'utf8')).toBe('Fictional minutes');
    await expect(host('host:showFile', { path })).resolves.toMatchObject({ ok: true });
    await expect(host('host:showFile', { path: '/etc/passwd' })).resolves.toMatchObject({
      error: { code: 'forbidden' },
    });
    expect(shown).toEqual([path]);
  });

  it('says that a dialog was closed, and writes nothing', async () => {
    const { host } = hostWith();
    const kind = { name: 'Word', extensions: ['docx'] };
    for (const [channel, input] of [
      ['host:saveFile', save],
      ['host:openFile', { title: 'Open', accept: [kind] }],
      ['host:chooseFolder', { title: 'Folder' }],
    ] as const) {
      await expect(host(channel, input)).resolves.toMatchObject({ error: { code: 'cancelled' } });
    }
  });

  it('leaves the old file and nothing half-written when the place has gone', async () => {
    const folder = temporaryFolder();
    const gone = join(folder, 'drive', 'Record.docx');
    const { host } = hostWith({ savePath: async () => ok({ path: gone }) });
    await expect(host('host:saveFile', save)).resolves.toMatchObject({ error: { code: 'not-found' } });

    const taken = join(folder, 'Folder.docx');
    mkdirSync(join(taken, 'full'), { recursive: true });
    const overFolder = hostWith({ savePath: async () => ok({ path: taken }) });
    await expect(overFolder.host('host:saveFile', save)).resolves.toMatchObject({
      error: { code: 'invalid-input' },
    });
    expect(readdirSync(folder)).toEqual(['Folder.docx']);
  });

  it.each([
    ['EBUSY', 'rename', 'store-in-use'],
    ['EPERM', 'rename', 'store-in-use'],
    ['EACCES', 'rename', 'store-in-use'],
    ['EACCES', 'open', 'read-only'],
    ['EROFS', 'open', 'read-only'],
    ['ENOSPC', 'write', 'disk-full'],
    ['EDQUOT', 'write', 'disk-full'],
    ['ENOENT', 'open', 'not-found'],
    ['ENAMETOOLONG', 'open', 'invalid-input'],
    ['EISDIR', 'rename', 'invalid-input'],
  ])('tells %s of %s as %s, in words that name no file', (code, syscall, expected) => {
    const failure = saveFailure(systemError(code, syscall));
    expect(failure).toMatchObject({ ok: false, error: { code: expected } });
    expect(JSON.stringify(failure)).not.toContain('must not be told');
  });

  it('reads what was chosen as bytes, and refuses what is too large', async () => {
    const folder = temporaryFolder();
    const [one, two, large] = ['one.pdf', 'two.pdf', 'large.pdf'].map((name) => join(folder, name));
    if (one === undefined || two === undefined || large === undefined) throw new Error('three names');
    writeFileSync(one, 'first');
    writeFileSync(two, Buffer.from([0, 255, 128]));
    await expect(readOpened([one, two])).resolves.toEqual(
      ok({
        files: [one, two].map((path) => ({
          name: basename(path),
          content: readFileSync(path).toString('base64'),
        })),
      }),
    );
    writeFileSync(large, Buffer.alloc(largestOpened + 1));
    await expect(readOpened([one, large])).resolves.toMatchObject({ error: { code: 'invalid-input' } });
    rmSync(two);
    await expect(readOpened([two])).resolves.toMatchObject({ error: { code: 'not-found' } });
  });

  it('refuses what its contract does not own or does not allow', async () => {
    const written: string[] = [];
    const { host } = hostWith({
      savePath: async ({ name }) => {
        written.push(name);
        return cancelled;
      },
    });
    for (const channel of ['constructor', 'toString', 'vault:status', '']) {
      await expect(host(channel, {})).resolves.toMatchObject({ error: { code: 'forbidden' } });
    }
    for (const channel of Object.keys(hostContract)) {
      await expect(host(channel, { unknown: 1 })).resolves.toMatchObject({
        error: { code: 'invalid-input' },
      });
    }
    let deep: unknown = 1;
    for (let level = 0; level < 20_000; level += 1) deep = { deep };
    await expect(host('host:info', deep)).resolves.toMatchObject({ error: { code: 'invalid-input' } });
    for (const name of [
      '../x.docx',
      'a/b.docx',
      'C:\\x.docx',
      '.hidden',
      'nul',
      'CON.docx',
      'x.docx ',
      'a\u0000b',
      '',
    ]) {
      await expect(host('host:saveFile', { ...save, name })).resolves.toMatchObject({
        error: { code: 'invalid-input' },
      });
    }
    expect(written).toEqual([]);
  });

  it('reports a fault by class and code alone', async () => {
    const { host, reported } = hostWith({
      chooseFolder: async () => {
        throw systemError('EIO', 'read');
      },
    });
    await expect(host('host:chooseFolder', { title: 'Folder' })).resolves.toMatchObject({
      error: { code: 'internal' },
    });
    expect(reported).toEqual(['host:chooseFolder Error EIO']);
  });

  it('replaces a link by the file, never what the link points at', async () => {
    const folder = temporaryFolder();
    const target = join(folder, 'target.txt');
    const link = join(folder, 'Record.docx');
    writeFileSync(target, 'untouched');
    symlinkSync(target, link);
    const { host } = hostWith({ savePath: async () => ok({ path: link }) });
    await expect(host('host:saveFile', save)).resolves.toMatchObject({ ok: true });
    expect(readFileSync(target, 'utf8')).toBe('untouched');
    expect(existsSync(link)).toBe(true);
  });
});
