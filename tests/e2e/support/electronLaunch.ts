export type ElectronLaunchInput = {
  /** The repository: its `package.json` names the built entry. */
  readonly root: string;
  /** The store's folder. */
  readonly dir: string;
  /** A folder of this test's own for what Electron keeps. */
  readonly userData: string;
  /** Added to the machine's clock, ms. */
  readonly clockOffset: number;
  readonly env: NodeJS.ProcessEnv;
  readonly platform: string;
  readonly isRoot: boolean;
};

/** What `_electron.launch` of Playwright takes. */
export type ElectronLaunch = {
  args: string[];
  env: Record<string, string>;
  cwd: string;
  chromiumSandbox: boolean;
};

/** With the first Electron would run as plain Node; the second is for the Node of the tests. */
const notPassedOn = new Set(['ELECTRON_RUN_AS_NODE', 'NODE_OPTIONS']);

/**
 * How the unpackaged build is started: the folder first, since Electron takes the first word without a dash for the
 * application, then what is ours. No executable is named: Playwright then starts the installed runtime with its own
 * loader, which holds Electron's `ready` until Playwright is attached.
 */
export function electronLaunch(input: ElectronLaunchInput): ElectronLaunch {
  const { root, dir, userData, clockOffset, env, platform, isRoot } = input;
  const passedOn = Object.entries(env).flatMap(([name, value]) =>
    value === undefined || notPassedOn.has(name) ? [] : [[name, value] as const],
  );
  return {
    // On Windows Playwright puts each word in double quotes, and a backslash before one would take it along.
    args: [
      root.replace(/[\\/]+$/u, ''),
      '--store',
      dir,
      `--clock-offset=${clockOffset}`,
      `--user-data-dir=${userData}`,
    ],
    env: Object.fromEntries(passedOn),
    cwd: root,
    // Playwright turns the sandbox off unless it is asked; as root on Linux it cannot start.
    chromiumSandbox: !(platform === 'linux' && isRoot),
  };
}
