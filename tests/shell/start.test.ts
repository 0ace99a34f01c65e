import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findBrowser } from '../../main/shell/browsers.ts';
import { findElectron, installElectron, noteTry, wasTriedToday } from '../../main/shell/electronRuntime.ts';
import { readArguments, receiveDemo } from '../../main/shell/electronStart.ts';
import { hasDisplay } from '../../main/shell/openWindow.ts';
import { asking, freePath } from '../../main/shell/systemDialogs.ts';
import { readWindowState, writeWindowState } from '../../main/shell/windowState.ts';
import { temporaryFolder } from './support/calls.ts';

describe('finding a browser', () => {
  const machines = [
    ['linux', { PATH: '/usr/local/bin:/usr/bin' }, '/usr/bin/chromium'],
    ['linux', { PATH: '/usr/bin:relative' }, '/usr/bin/google-chrome-stable'],
    ['linux', { PATH: '/snap/bin:/usr/bin' }, '/snap/bin/chromium'],
    ['darwin', {}, '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'],
    ['darwin', {}, '/Users/t/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge'],
    [
      'win32',
      { ProgramFiles: 'C:\\Program Files' },
      'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    ],
    [
      'win32',
      { 'ProgramFiles(x86)': 'C:\\Program Files (x86)' },
      'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
    ],
    [
      'win32',
      { LOCALAPPDATA: 'C:\\Users\\t\\Local' },
      'C:\\Users\\t\\Local\\Chromium\\Application\\chrome.exe',
    ],
  ] as const;
  it.each(machines)('on %s %o looks at %s', (platform, env, there) => {
    const home = platform === 'darwin' ? '/Users/t' : '/home/t';
    expect(findBrowser({ platform, env, home, exists: (path) => path === there })).toBe(there);
    expect(findBrowser({ platform, env, home, exists: () => false })).toBeUndefined();
  });

  it('takes a snap, which may not read our profile, only where there is nothing else', () => {
    const there = ['/snap/bin/chromium', '/usr/bin/microsoft-edge'];
    expect(
      findBrowser({
        platform: 'linux',
        env: { PATH: '/snap/bin:/usr/bin' },
        home: '/home/t',
        exists: (path) => there.includes(path),
      }),
    ).toBe('/usr/bin/microsoft-edge');
  });
});

describe('Electron’s runtime', () => {
  /** A package folder whose installer is a script of ours. */
  function packageWith(script: string) {
    const folder = temporaryFolder('runtime');
    const installer = join(folder, 'install.mjs');
    writeFileSync(
      installer,
      `import { mkdirSync, writeFileSync, appendFileSync } from 'node:fs';\n${script}`,
    );
    return { folder, installer };
  }
  const finish = (folder: string) => `
    mkdirSync(${JSON.stringify(join(folder, 'dist'))}, { recursive: true });
    writeFileSync(${JSON.stringify(join(folder, 'dist', 'electron'))}, '');
    writeFileSync(${JSON.stringify(join(folder, 'path.txt'))}, 'electron');`;
  const arrivals = () => readdirSync(tmpdir()).filter((name) => name.startsWith('golden-thread-electron-'));

  it('is found by its files, never by asking the package, which would start a download', () => {
    const { folder } = packageWith('');
    expect(findElectron(folder)).toBeUndefined();
    writeFileSync(join(folder, 'path.txt'), 'electron');
    expect(findElectron(folder)).toBeUndefined();
    mkdirSync(join(folder, 'dist'));
    writeFileSync(join(folder, 'dist', 'electron'), '');
    expect(findElectron(folder)).toBe(join(folder, 'dist', 'electron'));
  });

  it('is given up when nothing arrives, and leaves nothing behind', async () => {
    const before = arrivals();
    await expect(
      installElectron({ ...packageWith('setInterval(() => undefined, 1_000);'), patience: 300 }),
    ).resolves.toBe(false);
    expect(arrivals()).toEqual(before);
  });

  it('is waited for on a slow network, as long as something arrives', async () => {
    const { folder, installer } = packageWith('');
    writeFileSync(
      installer,
      `import { mkdirSync, writeFileSync, appendFileSync } from 'node:fs';
       import { tmpdir } from 'node:os';
       for (let part = 0; part < 12; part += 1) {
         appendFileSync(tmpdir() + '/electron.zip.part', 'x'.repeat(100));
         await new Promise((resolve) => setTimeout(resolve, 200));
       }
       ${finish(folder)}`,
    );
    await expect(installElectron({ folder, installer, patience: 1_200 })).resolves.toBe(true);
  });

  it('is not there when the download was refused', async () => {
    await expect(installElectron({ ...packageWith('process.exit(1);'), patience: 10_000 })).resolves.toBe(
      false,
    );
  });

  it('is tried once a day', () => {
    const stamp = join(temporaryFolder(), 'deep', 'tried');
    expect(wasTriedToday(stamp)).toBe(false);
    noteTry(stamp);
    expect(wasTriedToday(stamp)).toBe(true);
  });
});

describe('npm start', () => {
  const start = (args: readonly string[], env: NodeJS.ProcessEnv) =>
    spawnSync(process.execPath, ['main/shell/start.ts', ...args], { encoding: 'utf8', env });

  it.runIf(process.platform === 'linux')('says that there is no display, and ends with 1', () => {
    const { status, stderr, stdout } = start([], { PATH: '/nowhere' });
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toBe('There is no display here, so no window was opened.\n');
    expect(hasDisplay({ WAYLAND_DISPLAY: 'wayland-0' }, 'linux')).toBe(true);
    expect(hasDisplay({}, 'win32')).toBe(true);
  });

  it('refuses an argument that it does not know', () => {
    const { status, stderr } = start(['--passphrase', 'secret'], {});
    expect(status).toBe(1);
    expect(stderr).not.toContain('secret');
  });
});

describe('Electron’s arguments', () => {
  it('are ours among Chromium’s, and an installed program has neither demo nor another clock', () => {
    const chromiums = ['--no-sandbox', '--inspect=0', '--remote-debugging-port=0', '--user-data-dir=/x'];
    const argv = ['electron', '.', ...chromiums, '--store', '/a/store', '--demo', '--clock-offset=-5'];
    expect(readArguments(argv, false)).toEqual({ dir: '/a/store', isDemo: true, clockOffset: -5 });
    expect(readArguments(argv, true)).toEqual({ dir: '/a/store', isDemo: false });
    expect(readArguments(['electron', '.', '--clock-offset=soon'], false)).toEqual({ isDemo: false });
    expect(readArguments(['golden-thread'], true)).toEqual({ dir: undefined, isDemo: false });
  });

  it('get the demo over the pipe alone, whole or not at all', async () => {
    const whole = { dir: '/a/store', clockOffset: 5, secret: { passphrase: 'x' } };
    const parentOf = (message: unknown) => ({
      once: (_: string, listener: (message: unknown) => void) => listener(message),
      send: () => true,
    });
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a parent that speaks at once
    const receive = (message: unknown) => receiveDemo(parentOf(message) as never);
    await expect(receive(whole)).resolves.toEqual(whole);
    await expect(receive({ dir: '/a/store' })).rejects.toThrow('whole');
  });
});

describe('dialogs by the system’s own programs', () => {
  it.each(['darwin', 'win32', 'linux'])('on %s never put a title or a name into a script', (platform) => {
    const title = 'Save "$(touch /tmp/x)"; Remove-Item C:\\';
    for (const kind of ['save', 'folder'] as const) {
      const asked = asking({ kind, title, name: `it's.docx` }, platform, () => true);
      const scripts = (asked?.args ?? []).filter((argument) => /return|Add-Type/.test(argument));
      expect(scripts.some((script) => script.includes('touch'))).toBe(false);
      expect(JSON.stringify([asked?.args, asked?.env])).toContain('touch');
    }
  });

  it('are not there on a Linux without them, and a name is then never taken twice', () => {
    expect(asking({ kind: 'folder', title: 'Folder' }, 'linux', () => false)).toBeUndefined();
    const taken = new Set(['/d/Record.docx', '/d/Record (2).docx']);
    expect(freePath('/d', 'Record.docx', (path) => taken.has(path))).toBe(join('/d', 'Record (3).docx'));
  });
});

describe('where the window was', () => {
  const screen = { x: 0, y: 0, width: 1920, height: 1080 };
  const state = { x: 100, y: 50, width: 1280, height: 800, isMaximized: false };

  it('is kept, unless no screen shows it any more or the file is broken', () => {
    const folder = temporaryFolder();
    const path = join(folder, 'window.json');
    expect(readWindowState(path, [screen])).toBeUndefined();
    writeWindowState(path, state);
    expect(readWindowState(path, [screen])).toEqual(state);
    expect(readWindowState(path, [{ ...screen, x: 3_000 }])).toBeUndefined();
    expect(readWindowState(path, [{ ...screen, y: -2_000 }])).toBeUndefined();
    for (const broken of ['', '{', '{"x":1}', '[]', JSON.stringify({ ...state, width: 1 })]) {
      writeFileSync(path, broken);
      expect(readWindowState(path, [screen])).toBeUndefined();
    }
    expect(() => writeWindowState(join(folder, 'gone', 'window.json'), state)).not.toThrow();
    expect(existsSync(join(folder, 'gone'))).toBe(false);
  });
});
