import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { BrowserWindow, Menu, app, ipcMain, powerMonitor, protocol, screen, session } from 'electron';
import { fail } from '../../shared/domain/result.ts';
import { defaultStoreFolderHere } from '../store/location.ts';
import {
  appHost,
  appOrigin,
  appScheme,
  eventChannel,
  hostChannelName,
  invokeChannel,
} from './electronChannels.ts';
import { startUtilityCore, startUtilityWork } from './electronCore.ts';
import { electronDialogs } from './electronDialogs.ts';
import { guardContents, guardSession, isTrustedSender } from './electronGuards.ts';
import { menuTemplate } from './electronMenu.ts';
import { readArguments, receiveDemo } from './electronStart.ts';
import { createPageFiles } from './pageFiles.ts';
import { createShell } from './shell.ts';
import type { Emit, Shell } from './shell.ts';
import { platformName } from './platformName.ts';
import { firstWindow, readWindowState, writeWindowState } from './windowState.ts';

/** The product's entry. What it gives Electron is what keeps the page in; a test asserts each of it. */

const outFolder = dirname(import.meta.dirname);
const args = readArguments(process.argv, app.isPackaged);
/** In memory: the page keeps nothing of its own, and nothing is cached. */
const partition = 'golden-thread';
const idleEvery = 15_000;
const idleAfter = 60;
/** A page that dies as it loads must not do so in a circle, ms. */
const beforeReload = 500;

let window: BrowserWindow | undefined;
let shell: Shell | undefined;
let isCoreClosed = false;

const emit: Emit = (event, detail) => {
  if (window && !window.isDestroyed()) window.webContents.send(eventChannel, event, detail);
};

function prepare(): void {
  // Beside the store: the place that Electron would take roams to a server on Windows. A folder that the switch names
  // is set as well, since not every Electron does so itself.
  const named = app.commandLine.getSwitchValue('user-data-dir');
  const folder = named === '' ? join(dirname(defaultStoreFolderHere()), 'window') : named;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  app.setPath('userData', folder);
  app.enableSandbox();
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  app.commandLine.appendSwitch('no-proxy-server');
  app.commandLine.appendSwitch('disable-background-networking');
  app.commandLine.appendSwitch('lang', 'en-GB');
  protocol.registerSchemesAsPrivileged([
    { scheme: appScheme, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
}

function servePage(): void {
  const respond = createPageFiles(join(outFolder, 'renderer'));
  session.fromPartition(partition).protocol.handle(appScheme, async (request) => {
    const url = new URL(request.url);
    if (url.host !== appHost || request.method !== 'GET') return new Response(null, { status: 404 });
    const { status, headers, body } = await respond(decodeURIComponent(url.pathname));
    return new Response(new Uint8Array(body), { status, headers });
  });
}

function openWindow(): BrowserWindow {
  const statePath = join(app.getPath('userData'), 'window.json');
  const state = readWindowState(
    statePath,
    screen.getAllDisplays().map(({ workArea }) => workArea),
  );
  const opened = new BrowserWindow({
    ...(state ?? firstWindow),
    minWidth: 720,
    minHeight: 480,
    show: false,
    title: 'Golden Thread',
    // The others take it from the program itself.
    ...(process.platform === 'linux' && { icon: join(outFolder, 'main', 'icon.png') }),
    webPreferences: {
      partition,
      preload: join(outFolder, 'preload', 'preload.cjs'),
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
      devTools: !app.isPackaged,
    },
  });
  if (state?.isMaximized === true) opened.maximize();
  opened.once('ready-to-show', () => opened.show());
  opened.on('close', (event) => {
    if (!isCoreClosed) event.preventDefault();
    writeWindowState(statePath, { ...opened.getNormalBounds(), isMaximized: opened.isMaximized() });
    void quit();
  });
  // What was acknowledged is on the disk; the page starts again and asks the core where things stand.
  opened.webContents.on('render-process-gone', () => {
    setTimeout(() => {
      if (!isCoreClosed) void opened.loadURL(`${appOrigin}/`);
    }, beforeReload).unref();
  });
  return opened;
}

/** The page saves, the core settles and ends, and only then does the window go. */
async function quit(): Promise<void> {
  await shell?.close();
  isCoreClosed = true;
  app.quit();
}

function answerCalls(): void {
  const untrusted = fail('forbidden', 'Unknown sender.');
  ipcMain.handle(invokeChannel, (event, message: unknown) =>
    shell && isTrustedSender(event.senderFrame, window?.webContents) ? shell.invoke(message) : untrusted,
  );
  ipcMain.handle(hostChannelName, (event, message: unknown) =>
    shell && isTrustedSender(event.senderFrame, window?.webContents) ? shell.host(message) : untrusted,
  );
}

function watchSystem(own: Shell): void {
  powerMonitor.on('lock-screen', () => own.systemLocked('lock-screen'));
  powerMonitor.on('suspend', () => own.systemLocked('suspend'));
  setInterval(() => {
    const seconds = powerMonitor.getSystemIdleTime();
    if (seconds >= idleAfter) emit('host:idle', { seconds });
  }, idleEvery).unref();
}

async function start(): Promise<void> {
  const demo = args.isDemo ? await receiveDemo(process) : undefined;
  await app.whenReady();
  guardSession(session.fromPartition(partition));
  servePage();
  const clockOffset = demo?.clockOffset ?? args.clockOffset;
  const core = { dir: demo?.dir ?? args.dir, clockOffset };
  const opened = openWindow();
  window = opened;
  shell = createShell({
    spawnCore: () => startUtilityCore(join(outFolder, 'main', 'coreProcess.js'), core),
    spawnWork: () => startUtilityWork(join(outFolder, 'main', 'workProcess.js')),
    dialogs: electronDialogs(() => opened),
    info: {
      kind: 'electron',
      version: app.getVersion(),
      platform: platformName(process.platform),
      isDemo: demo !== undefined,
      clockOffset: clockOffset ?? 0,
    },
    emit,
    secret: demo?.secret,
    report: (line) => process.stderr.write(`${line}\n`),
  });
  answerCalls();
  watchSystem(shell);
  Menu.setApplicationMenu(
    Menu.buildFromTemplate(
      menuTemplate(process.platform === 'darwin', (command) => emit('host:command', { command })),
    ),
  );
  await opened.loadURL(`${appOrigin}/`);
}

prepare();
// Every window that anything ever opens, not only ours.
app.on('web-contents-created', (_, contents) => guardContents(contents));
if (app.requestSingleInstanceLock()) {
  app.on('second-instance', () => {
    if (window?.isMinimized() === true) window.restore();
    window?.focus();
  });
  app.on('before-quit', (event) => {
    if (shell === undefined || isCoreClosed) return;
    event.preventDefault();
    void quit();
  });
  app.on('window-all-closed', () => void quit());
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void quit());
  void start();
} else {
  app.quit();
}
