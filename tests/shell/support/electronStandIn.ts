import { EventEmitter } from 'node:events';
import type {
  App,
  BrowserWindow as RealWindow,
  BrowserWindowConstructorOptions,
  CommandLine,
  CustomScheme,
  Dialog,
  IpcMain,
  IpcMainInvokeEvent,
  Menu as RealMenu,
  MenuItemConstructorOptions,
  PowerMonitor,
  Protocol,
  Screen,
  Session,
  Shell,
  UtilityProcess,
  WebContents,
  WebFrameMain,
  WebRequest,
} from 'electron';
import { forkCore } from '../../../main/shell/forkCore.ts';

/**
 * Electron for tests, without its runtime: what the entry gives to it is kept, and what Electron would do is done by
 * hand. Each part is a `Pick` of Electron's own type, so that an entry that calls what is not there does not compile.
 */

type Listener = (...args: never[]) => void;

/** For what the real one returns and the entry never looks at. */
function unused(): never {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- nobody reads it
  return undefined as never;
}

/** A piece of what Electron would give a guard, where the guard looks at no more than this. */
export function piece(value: unknown): never {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- see above
  return value as never;
}

function emitter() {
  const events = new EventEmitter();
  const listen = (name: string, listener: Listener): never => {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the names and listeners are typed where they are picked
    events.on(name, listener as (...args: unknown[]) => void);
    return unused();
  };
  return { events, listen };
}

export type Kept = ReturnType<typeof createElectron>['kept'];
export type StandIn = ReturnType<typeof createElectron>;

export type Situation = {
  readonly isPackaged?: boolean;
  readonly hasLock?: boolean;
  readonly userData: string;
  /** What was given on the command line, by name. */
  readonly switches?: Readonly<Record<string, string>>;
};

function createContents(kept: { sent: unknown[][] }) {
  const { events, listen } = emitter();
  const mainFrame: { -readonly [K in 'url']: WebFrameMain[K] } = { url: 'app://golden-thread/' };
  const guards: {
    openHandler?: Parameters<WebContents['setWindowOpenHandler']>[0] | undefined;
    webRtc?: string;
  } = {};
  const contents = {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a frame is asked for its address alone
    mainFrame: mainFrame as WebFrameMain,
    on: listen,
    send: (...args: unknown[]) => void kept.sent.push(args),
    isDestroyed: () => false,
    getURL: () => mainFrame.url,
    print: () => undefined,
    setWindowOpenHandler: (handler: typeof guards.openHandler) => {
      guards.openHandler = handler;
    },
    setWebRTCIPHandlingPolicy: (policy: string) => {
      guards.webRtc = policy;
    },
  } satisfies Pick<
    WebContents,
    | 'mainFrame'
    | 'on'
    | 'send'
    | 'isDestroyed'
    | 'getURL'
    | 'print'
    | 'setWindowOpenHandler'
    | 'setWebRTCIPHandlingPolicy'
  >;
  return { contents, events, guards, mainFrame };
}

function createSession() {
  const { events, listen } = emitter();
  const kept: {
    handlers: Map<string, (request: Request) => Response | Promise<Response>>;
    beforeRequest?: Parameters<WebRequest['onBeforeRequest']>[0];
    permissionRequest?: Parameters<Session['setPermissionRequestHandler']>[0];
    permissionCheck?: Parameters<Session['setPermissionCheckHandler']>[0];
    device?: Parameters<Session['setDevicePermissionHandler']>[0];
    display?: Parameters<Session['setDisplayMediaRequestHandler']>[0];
    spellChecker?: boolean;
  } = { handlers: new Map() };
  const session = {
    on: listen,
    protocol: {
      handle: (scheme: string, handler: (request: Request) => Response | Promise<Response>) => {
        kept.handlers.set(scheme, handler);
      },
    },
    webRequest: {
      onBeforeRequest: (handler: unknown) => {
        // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the entry gives no filter, so this is the listener
        kept.beforeRequest = handler as NonNullable<typeof kept.beforeRequest>;
      },
    },
    setPermissionRequestHandler: (handler: typeof kept.permissionRequest) => {
      kept.permissionRequest = handler ?? null;
    },
    setPermissionCheckHandler: (handler: typeof kept.permissionCheck) => {
      kept.permissionCheck = handler ?? null;
    },
    setDevicePermissionHandler: (handler: typeof kept.device) => {
      kept.device = handler ?? null;
    },
    setDisplayMediaRequestHandler: (handler: typeof kept.display) => {
      kept.display = handler ?? null;
    },
    setSpellCheckerEnabled: (isEnabled: boolean) => {
      kept.spellChecker = isEnabled;
    },
  } satisfies Pick<
    Session,
    | 'on'
    | 'setPermissionRequestHandler'
    | 'setPermissionCheckHandler'
    | 'setDevicePermissionHandler'
    | 'setDisplayMediaRequestHandler'
    | 'setSpellCheckerEnabled'
  > & {
    protocol: Pick<Protocol, 'handle'>;
    webRequest: { onBeforeRequest: (handler: unknown) => void };
  };
  return { session, events, kept };
}

/** The core behind the stand-in is the real one, in a child of Node; Electron would run it in one of its own. */
function standInUtility(kept: {
  forks: { entry: string; args: string[]; env: NodeJS.ProcessEnv }[];
  cores: ReturnType<typeof forkCore>[];
}) {
  return {
    fork: (entry: string, args: string[] = [], options: { env?: NodeJS.ProcessEnv } = {}) => {
      kept.forks.push({ entry, args, env: options.env ?? {} });
      const dir = args[args.indexOf('--dir') + 1];
      const core = forkCore({ dir }, entry);
      kept.cores.push(core);
      const child = {
        postMessage: (message: object) => core.post(message),
        on: (name: string, listener: Listener): never => {
          // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Electron calls it with what was posted
          if (name === 'message') core.onMessage(listener as (message: unknown) => void);
          return unused();
        },
        once: (name: string, listener: Listener): never => {
          if (name === 'exit') core.onExit(listener);
          return unused();
        },
        kill: () => {
          core.kill();
          return true;
        },
      } satisfies Pick<UtilityProcess, 'postMessage' | 'on' | 'once' | 'kill'>;
      return child;
    },
  };
}

export function createElectron(situation: Situation) {
  const kept = {
    sent: [] as unknown[][],
    windows: [] as {
      options: BrowserWindowConstructorOptions;
      loaded: string[];
      isShown: boolean;
      focused: number;
    }[],
    contents: [] as ReturnType<typeof createContents>[],
    schemes: [] as CustomScheme[],
    switches: new Map<string, string>(),
    paths: new Map<string, string>([['userData', situation.userData]]),
    partitions: new Map<string, ReturnType<typeof createSession>>(),
    calls: new Map<string, (event: IpcMainInvokeEvent, message: unknown) => unknown>(),
    forks: [] as { entry: string; args: string[]; env: NodeJS.ProcessEnv }[],
    cores: [] as ReturnType<typeof forkCore>[],
    menus: [] as MenuItemConstructorOptions[][],
    isSandboxed: false,
    quits: 0,
    idle: 0,
  };
  const application = emitter();
  const power = emitter();
  const windowEvents = emitter();

  const app = {
    isPackaged: situation.isPackaged ?? true,
    commandLine: {
      getSwitchValue: (name: string) => situation.switches?.[name] ?? '',
      appendSwitch: (name: string, value = '') => void kept.switches.set(name, value),
    } satisfies Pick<CommandLine, 'getSwitchValue' | 'appendSwitch'>,
    setPath: (name: string, path: string) => void kept.paths.set(name, path),
    getPath: (name: string) => kept.paths.get(name) ?? '',
    getVersion: () => '1.2.3',
    enableSandbox: () => {
      kept.isSandboxed = true;
    },
    whenReady: async () => undefined,
    requestSingleInstanceLock: () => situation.hasLock ?? true,
    quit: () => {
      kept.quits += 1;
    },
    on: application.listen,
  } satisfies Pick<
    App,
    | 'isPackaged'
    | 'setPath'
    | 'getPath'
    | 'getVersion'
    | 'enableSandbox'
    | 'whenReady'
    | 'requestSingleInstanceLock'
    | 'quit'
    | 'on'
  > & { commandLine: Pick<CommandLine, 'getSwitchValue' | 'appendSwitch'> };

  class BrowserWindow implements Pick<
    RealWindow,
    | 'on'
    | 'once'
    | 'show'
    | 'focus'
    | 'maximize'
    | 'restore'
    | 'isMinimized'
    | 'isMaximized'
    | 'isDestroyed'
    | 'getNormalBounds'
    | 'loadURL'
  > {
    readonly own: Kept['windows'][number];
    readonly webContents: ReturnType<typeof createContents>['contents'];
    constructor(options: BrowserWindowConstructorOptions) {
      this.own = { options, loaded: [], isShown: false, focused: 0 };
      kept.windows.push(this.own);
      const made = createContents(kept);
      kept.contents.push(made);
      this.webContents = made.contents;
      // As Electron does for every page that anything opens.
      application.events.emit('web-contents-created', {}, made.contents);
    }
    on = windowEvents.listen;
    once = windowEvents.listen;
    show = () => void (this.own.isShown = true);
    focus = () => void (this.own.focused += 1);
    maximize = () => undefined;
    restore = () => undefined;
    isMinimized = () => true;
    isMaximized = () => false;
    isDestroyed = () => false;
    getNormalBounds = () => ({ x: 10, y: 20, width: 1000, height: 700 });
    loadURL = async (address: string) => void this.own.loaded.push(address);
  }
  const electron = {
    app,
    BrowserWindow,
    Menu: {
      buildFromTemplate: (template: MenuItemConstructorOptions[]): never => {
        kept.menus.push(template);
        return unused();
      },
      setApplicationMenu: () => undefined,
    } satisfies Pick<typeof RealMenu, 'buildFromTemplate' | 'setApplicationMenu'>,
    dialog: {
      showOpenDialog: async () => ({ canceled: true, filePaths: [] }),
      showSaveDialog: async () => ({ canceled: true, filePath: '' }),
    } satisfies Pick<Dialog, 'showOpenDialog' | 'showSaveDialog'>,
    ipcMain: {
      handle: (name: string, listener: (event: IpcMainInvokeEvent, message: unknown) => unknown) =>
        void kept.calls.set(name, listener),
    } satisfies Pick<IpcMain, 'handle'>,
    powerMonitor: { on: power.listen, getSystemIdleTime: () => kept.idle } satisfies Pick<
      PowerMonitor,
      'on' | 'getSystemIdleTime'
    >,
    protocol: {
      registerSchemesAsPrivileged: (schemes: CustomScheme[]) => void kept.schemes.push(...schemes),
    } satisfies Pick<Protocol, 'registerSchemesAsPrivileged'>,
    screen: {
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a screen is asked for its work area alone
      getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1920, height: 1080 } }] as never,
    } satisfies Pick<Screen, 'getAllDisplays'>,
    session: {
      fromPartition: (name: string) => {
        const known = kept.partitions.get(name) ?? createSession();
        kept.partitions.set(name, known);
        return known.session;
      },
    },
    shell: { showItemInFolder: () => undefined } satisfies Pick<Shell, 'showItemInFolder'>,
    utilityProcess: standInUtility(kept),
  };
  return {
    electron,
    kept,
    application: application.events,
    power: power.events,
    window: windowEvents.events,
  };
}
