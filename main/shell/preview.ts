import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright';
import type { BrowserContext, Frame, Page, Route } from 'playwright';
import { fail } from '../../shared/domain/result.ts';
import type { HostOutput } from '../../shared/hostContract.ts';
import type { CorePeer, Peer } from '../core/coreMessages.ts';
import type { Secret } from '../store/vault.ts';
import type { Dialogs } from './host.ts';
import { createPageFiles } from './pageFiles.ts';
import { previewDialogs } from './previewDialogs.ts';
import { makeProfile, removeProfile, sweepProfiles } from './previewProfile.ts';
import { createShell } from './shell.ts';
import type { Emit, Shell } from './shell.ts';
import { watchSleep } from './sleep.ts';

/** `.invalid` can never be a real host; every request to it is answered from here and none leaves. */
export const previewOrigin = 'https://golden-thread.invalid';

const outFolder = new URL('../../out/', import.meta.url);

export type PreviewOptions = {
  /** An installed Chromium, Chrome or Edge. */
  readonly browser: string;
  readonly spawnCore: () => CorePeer;
  readonly spawnWork: () => Peer;
  readonly info: HostOutput<'host:info'>;
  readonly say: (line: string) => void;
  readonly secret?: Secret | undefined;
  /** The built page; `out/renderer`. */
  readonly pageRoot?: string;
  /** Tests answer dialogs themselves. */
  readonly dialogs?: Dialogs;
  readonly isHeadless?: boolean;
  readonly viewport?: { readonly width: number; readonly height: number };
};

export type PreviewWindow = {
  readonly page: Page;
  readonly profile: string;
  /** Lets the page save, closes the store and the browser, and removes the profile. */
  readonly close: () => Promise<void>;
  /** Settles when all of that is done, whoever closed the window. */
  readonly closed: Promise<void>;
};

/** Stands in the window until the page can be served: an address would be tried and shown as an error first. */
const blank = `data:text/html,${encodeURIComponent('<title>Golden Thread</title><style>html{color-scheme:light dark;background:Canvas}</style>')}`;

/** Nothing looked up, nothing fetched, nothing sent home, nothing cached. */
const browserArguments = [
  `--app=${blank}`,
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--no-proxy-server',
  '--disable-sync',
  '--no-pings',
  '--disable-domain-reliability',
  '--disable-quic',
  '--disk-cache-size=1',
  // Or a bar over the page warns of the two switches that keep it off the network.
  '--test-type',
  '--lang=en-GB',
  '--window-size=1280,800',
];

/** The sandbox of Chromium cannot start as root on Linux; everywhere else it stays on. */
function canSandbox(): boolean {
  return !(process.platform === 'linux' && process.getuid?.() === 0);
}

async function launch(options: PreviewOptions, profile: string): Promise<BrowserContext> {
  const isSandboxed = canSandbox();
  if (!isSandboxed) options.say('Running as root: the browser runs without its own sandbox.');
  return chromium.launchPersistentContext(profile, {
    executablePath: options.browser,
    headless: options.isHeadless ?? false,
    chromiumSandbox: isSandboxed,
    args: browserArguments,
    ignoreDefaultArgs: ['--enable-automation'],
    viewport: options.viewport ?? null,
    acceptDownloads: false,
    serviceWorkers: 'block',
    locale: 'en-GB',
    // Ctrl+C lets the page save first.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
}

async function servePage(context: BrowserContext, root: string): Promise<void> {
  const respond = createPageFiles(root);
  await context.route('**/*', async (route: Route) => {
    const url = new URL(route.request().url());
    if (url.origin !== previewOrigin || route.request().method() !== 'GET')
      return route.abort('blockedbyclient');
    const { status, headers, body } = await respond(url.pathname);
    return route.fulfill({ status, headers: { ...headers }, body });
  });
}

/** Only the page itself may call, never a frame in it and never a page that is somewhere else. */
function isTrusted(frame: Frame, page: Page): boolean {
  return frame === page.mainFrame() && new URL(frame.url()).origin === previewOrigin;
}

async function connect(context: BrowserContext, page: Page, shell: () => Shell): Promise<void> {
  await context.exposeBinding('goldenThreadCall', async (source, kind: unknown, message: unknown) => {
    if (!isTrusted(source.frame, page) || typeof message !== 'string') {
      return JSON.stringify(fail('forbidden', 'Unknown sender.'));
    }
    const parsed: unknown = JSON.parse(message);
    const result = await (kind === 'host' ? shell().host(parsed) : shell().invoke(parsed));
    return JSON.stringify(result);
  });
  const bridge = readFileSync(fileURLToPath(new URL('preload/previewBridge.cjs', outFolder)), 'utf8');
  // Isolated in a function: whatever the bundle names is not the page's to see.
  await context.addInitScript({ content: `if (window.top === window) { (() => { ${bridge}\n })(); }` });
}

function emitterFor(page: Page): Emit {
  return (event, detail) => {
    void page
      .evaluate(([name, text]) => globalThis.goldenThreadEvent?.(name, text), [
        event,
        JSON.stringify(detail),
      ] as const)
      // A page that is just loading or going hears nothing, and needs nothing.
      .catch(() => undefined);
  };
}

declare global {
  // Set by the preview's bridge in the page; named here for the function above, which runs there.
  // oxlint-disable-next-line eslint/no-var -- only `var` declares a property of globalThis
  var goldenThreadEvent: ((event: string, detail: string) => void) | undefined;
}

/** Opens the page in an installed browser, driven over a pipe; no port is opened and nothing is fetched. */
export async function openPreview(options: PreviewOptions): Promise<PreviewWindow> {
  sweepProfiles();
  const profile = makeProfile();
  const context = await launch(options, profile).catch((cause: unknown) => {
    removeProfile(profile);
    throw cause;
  });
  const page = context.pages()[0] ?? (await context.newPage());
  const shell = createShell({
    ...options,
    dialogs: options.dialogs ?? previewDialogs(page),
    emit: emitterFor(page),
    report: options.say,
  });
  const stopWatching = watchSleep(() => shell.systemLocked('suspend'));

  let closing: Promise<void> | undefined;
  async function finish(): Promise<void> {
    stopWatching();
    await shell.close();
    await context.close().catch(() => undefined);
    removeProfile(profile);
  }
  const close = (): Promise<void> => (closing ??= finish());
  const closed = new Promise<void>((resolve) => context.once('close', () => resolve())).then(close);

  page.on('dialog', (dialog) => {
    // The window is being closed: keep it until the page has saved.
    void dialog.dismiss().catch(() => undefined);
    if (dialog.type() === 'beforeunload') void close();
  });
  page.on('crash', () => {
    options.say('The browser stopped. What was saved is safe; start again.');
    void close();
  });
  page.on('close', () => void close());
  await servePage(context, options.pageRoot ?? fileURLToPath(new URL('renderer', outFolder)));
  await connect(context, page, () => shell);
  // In place of what stands there, so that going back leads nowhere.
  await page.evaluate(`location.replace(${JSON.stringify(`${previewOrigin}/`)})`);
  await page.waitForURL(`${previewOrigin}/**`);
  return { page, profile, close, closed };
}
