import { unsuitablePlaces } from '../store/unsuitablePlaces.ts';

export type CoreArguments = {
  /** The folder of the store; without it the place of this system. */
  readonly dir?: string | undefined;
  /** What the core's clock adds to the machine's, ms: the demo plays on a day of its own. */
  readonly clockOffset?: number | undefined;
};

/** The arguments of `coreProcess.ts`. Nothing secret is ever among them: every user can see them. */
export function coreArguments({ dir, clockOffset = 0 }: CoreArguments): string[] {
  return [
    ...(dir === undefined ? [] : ['--dir', dir]),
    ...(clockOffset === 0 ? [] : [`--clock-offset=${clockOffset}`]),
  ];
}

/** Where folders are, and by what a synchronised one is recognised. No NODE_OPTIONS, no proxies, nobody's tokens. */
const passedOn = new Set(
  [
    'PATH',
    'HOME',
    'USERPROFILE',
    'LOCALAPPDATA',
    'SYSTEMROOT',
    'WINDIR',
    'TMPDIR',
    'TEMP',
    'TMP',
    'LANG',
    'XDG_DATA_HOME',
    ...unsuitablePlaces.flatMap((place) =>
      place.kind === 'environment' ? [place.variable, place.onlyWith ?? place.variable] : [],
    ),
  ].map((name) => name.toUpperCase()),
);

/** What a core may see of an environment. */
export function coreEnvironment(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([name]) => passedOn.has(name.toUpperCase())));
}
