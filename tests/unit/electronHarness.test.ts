import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { answersIn } from '../e2e/support/electronAnswers.ts';
import { electronLaunch } from '../e2e/support/electronLaunch.ts';
import { whichShell } from '../e2e/support/whichShell.ts';
import { readArguments } from '../../main/shell/electronStart.ts';

/* What can be proved of the end-to-end tests under Electron without its runtime. */

const none = () => undefined;
const input = {
  root: '/a/repository/',
  dir: '/tmp/a test/store',
  userData: '/tmp/a test/user-data',
  clockOffset: -86_400_000,
  env: { PATH: '/bin', ELECTRON_RUN_AS_NODE: '1', NODE_OPTIONS: '--inspect', GONE: undefined },
  platform: 'linux',
  isRoot: false,
};

describe('the shell of the end-to-end tests', () => {
  it('is the preview unless another is named', () => {
    expect(whichShell({}, none)).toEqual({ kind: 'preview' });
    expect(whichShell({ GOLDEN_THREAD_SHELL: 'preview' }, () => '/electron')).toEqual({ kind: 'preview' });
  });

  it('is Electron where its runtime is, and else says that it is missing and how to fetch it', () => {
    const env = { GOLDEN_THREAD_SHELL: 'electron' };
    expect(whichShell(env, () => '/electron')).toEqual({ kind: 'electron', executable: '/electron' });
    expect(() => whichShell(env, none)).toThrow(/runtime is not here.*npx install-electron/);
    expect(() => whichShell({ GOLDEN_THREAD_SHELL: 'firefox' }, none)).toThrow(/no shell “firefox”/);
  });
});

describe('how Electron is started for a test', () => {
  it('names the unpackaged build first, then a store, a clock and a profile of the test’s own', () => {
    const { args, cwd } = electronLaunch(input);
    expect(args).toEqual([
      '/a/repository',
      '--store',
      '/tmp/a test/store',
      '--clock-offset=-86400000',
      '--user-data-dir=/tmp/a test/user-data',
    ]);
    expect(cwd).toBe('/a/repository/');
    // No backslash may stand before the quote that Playwright puts after each word on Windows.
    const windows = electronLaunch({ ...input, root: 'C:\\repository\\', platform: 'win32' });
    expect(windows.args[0]).toBe('C:\\repository');
  });

  it('is read by the entry as it is meant, with what Playwright puts before it', () => {
    const argv = ['electron', '--inspect=0', '--remote-debugging-port=0', ...electronLaunch(input).args];
    expect(readArguments(argv, false)).toEqual({
      dir: input.dir,
      isDemo: false,
      clockOffset: input.clockOffset,
    });
  });

  it('passes the environment on without what would make it another program', () => {
    expect(electronLaunch(input).env).toEqual({ PATH: '/bin' });
  });

  it('keeps the sandbox, except as root on Linux', () => {
    expect(electronLaunch(input).chromiumSandbox).toBe(true);
    expect(electronLaunch({ ...input, isRoot: true }).chromiumSandbox).toBe(false);
    expect(electronLaunch({ ...input, isRoot: true, platform: 'darwin' }).chromiumSandbox).toBe(true);
  });
});

describe('the answers of dialogs', () => {
  it('lie where another process reads them the moment they are set', () => {
    const folder = mkdtempSync(join(tmpdir(), 'golden-thread-answers-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const read = (): { files: string[] | null } & Record<string, unknown> =>
      JSON.parse(readFileSync(join(folder, 'answers.json'), 'utf8'));
    const answers = answersIn(folder);
    expect(read()).toEqual({ folder: null, files: null, savePath: null });
    answers.folder = '/somewhere';
    answers.files = [{ name: 'a.txt', content: Buffer.from('words').toString('base64') }];
    expect(read()).toMatchObject({ folder: '/somewhere', savePath: null });
    expect(readFileSync(read().files?.[0] ?? '', 'utf8')).toBe('words');
    expect([answers.folder, answers.printed]).toEqual(['/somewhere', 0]);
  });
});
