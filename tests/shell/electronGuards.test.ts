import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { temporaryFolder } from './support/calls.ts';
import { elsewhere, eventsNamed, preventable, startEntry } from './support/electronEntry.ts';
import { piece } from './support/electronStandIn.ts';
import type { StandIn } from './support/electronStandIn.ts';

describe('the window', () => {
  it('is sandboxed and isolated, without Node, spelling, webviews or a session on the disk', async () => {
    const { kept } = await startEntry();
    expect(kept.isSandboxed).toBe(true);
    expect(kept.windows).toHaveLength(1);
    const preferences = kept.windows[0]?.options.webPreferences;
    expect(preferences).toEqual({
      partition: 'golden-thread',
      preload: expect.stringMatching(/out[\\/]preload[\\/]preload\.cjs$/),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      devTools: false,
    });
    expect(existsSync(preferences?.preload ?? '')).toBe(true);
    expect([...kept.partitions.keys()]).toEqual(['golden-thread']);
    expect(kept.windows[0]?.loaded).toEqual(['app://golden-thread/']);
  });

  it('keeps its own folder beside the store unless told otherwise, for its owner alone', async () => {
    const home = temporaryFolder('home');
    vi.stubEnv('XDG_DATA_HOME', home);
    onTestFinished(() => void vi.unstubAllEnvs());
    const { kept } = await startEntry({ switches: {} });
    expect(kept.paths.get('userData')).toBe(join(home, 'golden-thread', 'window'));
    expect(statSync(join(home, 'golden-thread', 'window')).mode & 0o777).toBe(0o700);
  });

  it('keeps the folder that the command line names', async () => {
    const { kept, folder } = await startEntry();
    expect(kept.paths.get('userData')).toBe(join(folder, 'user-data'));
  });

  it('has no other clock than the machine’s once it is packaged', async () => {
    const argv = ['--clock-offset=-86400000'];
    const packed = await startEntry({ isPackaged: true }, argv);
    expect(packed.kept.forks[0]?.args.join(' ')).not.toContain('clock');
    const unpackaged = await startEntry({ isPackaged: false }, argv);
    expect(unpackaged.kept.forks[0]?.args).toContain('--clock-offset=-86400000');
  });

  it('gives its window the icon on Linux, where the program itself carries none', async () => {
    const { kept } = await startEntry();
    const icon = kept.windows[0]?.options.icon;
    expect(typeof icon === 'string' && existsSync(icon)).toBe(process.platform === 'linux');
  });

  it('looks up no host and uses no proxy', async () => {
    const { kept } = await startEntry();
    expect(Object.fromEntries(kept.switches)).toEqual({
      'host-resolver-rules': 'MAP * ~NOTFOUND',
      'no-proxy-server': '',
      'disable-background-networking': '',
      lang: 'en-GB',
    });
  });

  it('opens no second time: the first is shown instead', async () => {
    const first = await startEntry();
    first.application.emit('second-instance');
    expect(first.kept.windows[0]?.focused).toBe(1);
    const second = await startEntry({ hasLock: false });
    expect(second.kept.windows).toEqual([]);
    expect(second.kept.quits).toBe(1);
    expect(second.kept.forks).toEqual([]);
  });

  it('leaves the keys of the page’s commands to the page, and its menu asks the page', async () => {
    const standIn = await startEntry();
    const items = (standIn.kept.menus[0] ?? []).flatMap(({ submenu }) =>
      Array.isArray(submenu) ? submenu : [],
    );
    const commands = items.filter(({ accelerator }) => accelerator !== undefined);
    expect(
      commands.map(({ accelerator, registerAccelerator }) => [accelerator, registerAccelerator]),
    ).toEqual([
      ['CmdOrCtrl+Shift+L', process.platform === 'darwin'],
      ['CmdOrCtrl+,', process.platform === 'darwin'],
      ['CmdOrCtrl+K', process.platform === 'darwin'],
      ['Alt+T', process.platform === 'darwin'],
      ['Alt+C', process.platform === 'darwin'],
      ['CmdOrCtrl+/', process.platform === 'darwin'],
    ]);
    for (const { click } of commands) click?.(piece({}), undefined, piece({}));
    expect(eventsNamed(standIn, 'host:command').map(([, , detail]) => detail)).toEqual(
      ['lock', 'settings', 'search', 'today', 'children', 'shortcuts'].map((command) => ({ command })),
    );
  });
});

describe('the page’s origin', () => {
  const serve = async (standIn: StandIn, address: string, method = 'GET') => {
    const handler = standIn.kept.partitions.get('golden-thread')?.kept.handlers.get('app');
    if (!handler) throw new Error('Nothing serves the page');
    return handler(new Request(address, { method }));
  };

  it('is a secure scheme of its own', async () => {
    const { kept } = await startEntry();
    expect(kept.schemes).toEqual([
      { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
    ]);
  });

  it('serves the page under a strict policy with a nonce of its own for each load', async () => {
    const standIn = await startEntry();
    const nonces: string[] = [];
    for (const _ of [1, 2]) {
      const response = await serve(standIn, 'app://golden-thread/');
      expect(response.status).toBe(200);
      const policy = response.headers.get('content-security-policy') ?? '';
      const [, nonce = ''] = /'nonce-([A-Za-z0-9+/]{24})'/.exec(policy) ?? [];
      expect(policy.split('; ')).toEqual([
        "default-src 'none'",
        "script-src 'self'",
        `style-src 'self' 'nonce-${nonce}'`,
        "img-src 'self' blob: data:",
        "font-src 'self'",
        "connect-src 'self'",
        "worker-src 'self'",
        "frame-src 'none'",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
        "webrtc 'block'",
      ]);
      expect(response.headers.get('x-content-type-options')).toBe('nosniff');
      expect(response.headers.get('cache-control')).toBe('no-store');
      const page = await response.text();
      expect(page).toContain(`nonce="${nonce}"`);
      expect(page).not.toContain('__CSP_NONCE__');
      nonces.push(nonce);
    }
    expect(nonces[0]).not.toBe(nonces[1]);
  });

  it('serves its own files and nothing else', async () => {
    const standIn = await startEntry();
    const statuses: [string, number][] = [];
    for (const address of [
      'app://golden-thread/../main/electron.js',
      'app://golden-thread/%2e%2e/main/electron.js',
      'app://golden-thread/..%2fmain%2felectron.js',
      'app://golden-thread/nothing.js',
      'app://other/index.html',
    ]) {
      statuses.push([address, (await serve(standIn, address)).status]);
    }
    expect(statuses.filter(([, status]) => status !== 404)).toEqual([]);
    expect((await serve(standIn, 'app://golden-thread/', 'POST')).status).toBe(404);
  });

  it('blocks every request that leaves it', async () => {
    const standIn = await startEntry();
    const ask = standIn.kept.partitions.get('golden-thread')?.kept.beforeRequest;
    const isCancelled = (url: string) => {
      let cancel: boolean | undefined;
      ask?.(piece({ url }), (answer) => (cancel = answer.cancel));
      return cancel;
    };
    const others = [...elsewhere, 'wss://example.org/', 'blob:https://example.org/1', 'ftp://example.org/'];
    expect(others.filter((url) => isCancelled(url) !== true)).toEqual([]);
    const own = ['app://golden-thread/', 'app://golden-thread/a.js', 'blob:app://golden-thread/1', 'data:,x'];
    expect(own.filter((url) => isCancelled(url) !== false)).toEqual([]);
  });
});

describe('what a page may ask of the system', () => {
  it('is nothing but to write to the clipboard, from our own page', async () => {
    const { kept } = await startEntry();
    const {
      permissionCheck: check,
      permissionRequest: request,
      device,
      display,
      spellChecker,
    } = kept.partitions.get('golden-thread')?.kept ?? {};
    const isGranted = (permission: string, url: string) => {
      let granted: boolean | undefined;
      request?.(piece({ getURL: () => url }), piece(permission), (answer) => (granted = answer), piece({}));
      return granted;
    };
    const isChecked = (permission: string, origin: string) =>
      check?.(null, piece(permission), origin, piece({}));
    const permissions = [
      'media',
      'geolocation',
      'notifications',
      'clipboard-read',
      'fullscreen',
      'openExternal',
      'hid',
      'fileSystem',
    ];
    expect(permissions.filter((name) => isGranted(name, 'app://golden-thread/') !== false)).toEqual([]);
    expect(permissions.filter((name) => isChecked(name, 'app://golden-thread') !== false)).toEqual([]);
    expect(isGranted('clipboard-sanitized-write', 'app://golden-thread/')).toBe(true);
    expect(isChecked('clipboard-sanitized-write', 'app://golden-thread')).toBe(true);
    expect(isGranted('clipboard-sanitized-write', 'https://example.org/')).toBe(false);
    expect(isChecked('clipboard-sanitized-write', 'https://example.org')).toBe(false);
    expect(device?.(piece({}))).toBe(false);
    const shown: unknown[] = [];
    display?.(piece({}), (answer) => void shown.push(answer));
    expect(shown).toEqual([{}]);
    expect(spellChecker).toBe(false);
  });

  it('never a download', async () => {
    const { kept } = await startEntry();
    const event = preventable({});
    kept.partitions.get('golden-thread')?.events.emit('will-download', event);
    expect(event.isPrevented).toBe(true);
  });

  it('never to go elsewhere, in any window, frame or webview', async () => {
    const { kept } = await startEntry();
    const [own] = kept.contents;
    const isStopped = (name: string, more: Record<string, unknown>): boolean => {
      const event = preventable(more);
      own?.events.emit(name, event);
      return event.isPrevented;
    };
    for (const name of ['will-navigate', 'will-frame-navigate']) {
      expect(elsewhere.filter((url) => !isStopped(name, { url, isMainFrame: true }))).toEqual([]);
    }
    const opened = elsewhere.map((url) => own?.guards.openHandler?.(piece({ url })));
    expect(opened).toEqual(elsewhere.map(() => ({ action: 'deny' })));
    expect(own?.guards.openHandler?.(piece({ url: 'app://golden-thread/' }))).toEqual({ action: 'deny' });
    const page = 'app://golden-thread/';
    expect(isStopped('will-navigate', { url: page })).toBe(false);
    expect(isStopped('will-frame-navigate', { url: page, isMainFrame: true })).toBe(false);
    expect(isStopped('will-frame-navigate', { url: page, isMainFrame: false })).toBe(true);
    expect(isStopped('will-redirect', { url: page })).toBe(true);
    expect(isStopped('will-attach-webview', {})).toBe(true);
    expect(own?.guards.webRtc).toBe('disable_non_proxied_udp');
  });
});
