import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join, posix, relative, resolve, win32 } from 'node:path';
import { assertNever, fail, ok } from '../../shared/domain/result.ts';
import type { Result } from '../../shared/domain/result.ts';
import { unsuitablePlaces } from './unsuitablePlaces.ts';
import type { Mount, Surroundings, UnsuitablePlace } from './unsuitablePlaces.ts';

type Machine = Pick<Surroundings, 'platform' | 'env' | 'home'>;

/** Where a store goes when nobody says otherwise. Not Electron's default on Windows, which roams to a server. */
export function defaultStoreFolder({ platform, env, home }: Machine): string {
  if (platform === 'win32') {
    return win32.join(env['LOCALAPPDATA'] ?? win32.join(home, 'AppData', 'Local'), 'Golden Thread', 'store');
  }
  if (platform === 'darwin') {
    return posix.join(home, 'Library', 'Application Support', 'Golden Thread', 'store');
  }
  const xdg = env['XDG_DATA_HOME'];
  // The specification: a relative path here is invalid and is ignored.
  const base = xdg !== undefined && posix.isAbsolute(xdg) ? xdg : posix.join(home, '.local', 'share');
  return posix.join(base, 'golden-thread', 'store');
}

/** `/proc/self/mounts`: device, point, type; a space in a name is written as \040. */
export function parseProcMounts(text: string): readonly Mount[] {
  const unescape = (name: string) =>
    name.replaceAll(/\\([0-7]{3})/g, (_, octal: string) => String.fromCharCode(Number.parseInt(octal, 8)));
  return text.split('\n').flatMap((line) => {
    const [, point, type] = line.split(' ');
    return point !== undefined && type !== undefined ? [{ point: unescape(point), type }] : [];
  });
}

/** What `mount` prints on macOS: `device on point (type, options)`. */
export function parseMacMounts(text: string): readonly Mount[] {
  return text.split('\n').flatMap((line) => {
    const [, point, type] = /^.+? on (.+) \((\w+)[,)]/.exec(line) ?? [];
    return point !== undefined && type !== undefined ? [{ point, type }] : [];
  });
}

function isWithin(path: string, folder: string, platform: string): boolean {
  const way = platform === 'win32' ? win32.relative(folder, path) : posix.relative(folder, path);
  const isAbsolute = platform === 'win32' ? win32.isAbsolute(way) : posix.isAbsolute(way);
  return way === '' || (!/^\.\.(?:[\\/]|$)/.test(way) && !isAbsolute);
}

function foldersAbove(path: string, platform: string): readonly string[] {
  const up = (folder: string) => (platform === 'win32' ? win32 : posix).dirname(folder);
  const folders = [path];
  for (let folder = path; up(folder) !== folder; folder = up(folder)) folders.push(up(folder));
  return folders;
}

/** The file system that holds a path: the deepest mount; of two at one point the later, which hides the other. */
function mountOf({ path, mounts }: Surroundings): Mount | undefined {
  return mounts
    .filter(({ point }) => isWithin(path, point, 'linux'))
    .reduce<Mount | undefined>(
      (best, mount) => (best === undefined || mount.point.length >= best.point.length ? mount : best),
      undefined,
    );
}

function isAt(place: UnsuitablePlace, around: Surroundings): boolean {
  const { path, platform, env, home, namesAt } = around;
  switch (place.kind) {
    case 'networkPath':
      return platform === 'win32' && place.pattern.test(path);
    case 'segment':
      return path.split(platform === 'win32' ? /[\\/]/ : '/').some((name) => place.pattern.test(name));
    case 'environment': {
      const folder = env[place.variable];
      if (folder === undefined || folder === '') return false;
      if (place.onlyWith !== undefined && !env[place.onlyWith]) return false;
      // `H:` alone means the current folder of that drive.
      return isWithin(path, /^[a-z]:$/i.test(folder) ? `${folder}\\` : folder, platform);
    }
    case 'marker':
      return foldersAbove(path, platform).some((folder) =>
        namesAt(folder).some((name) => place.pattern.test(name)),
      );
    case 'mount': {
      const mount = mountOf(around);
      if (mount === undefined || !place.pattern.test(mount.type)) return false;
      return place.pointPattern?.test(mount.point) ?? true;
    }
    case 'iCloudDesktop': {
      if (platform !== 'darwin' || !isWithin(path, posix.join(home, place.folder), platform)) return false;
      const cloud = posix.join(home, 'Library/Mobile Documents/com~apple~CloudDocs');
      return namesAt(cloud).includes(place.folder);
    }
    default:
      return assertNever(place);
  }
}

/** The first row of the table that a path falls under; pure. */
export function findUnsuitablePlace(around: Surroundings): UnsuitablePlace | undefined {
  return unsuitablePlaces.find((place) => isAt(place, around));
}

/** Links followed (a mapped drive of Windows becomes its share) as far up as the path exists. */
function resolved(path: string): string {
  const absolute = resolve(path);
  let existing = absolute;
  while (!existsSync(existing) && dirname(existing) !== existing) existing = dirname(existing);
  try {
    return join(realpathSync.native(existing), relative(existing, absolute));
  } catch {
    return absolute;
  }
}

function mountsHere(): readonly Mount[] {
  try {
    if (process.platform === 'linux') return parseProcMounts(readFileSync('/proc/self/mounts', 'utf8'));
    if (process.platform === 'darwin') {
      return parseMacMounts(execFileSync('/sbin/mount', { encoding: 'utf8', timeout: 5_000 }));
    }
  } catch {
    // Not every sandbox shows its mounts; the other rows still hold.
  }
  return [];
}

function namesHere(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    // A folder above that this account may not list.
    return [];
  }
}

/** `invalid-input` with the reason when a live store may not be in `folder`. There is no way round it. */
export function checkStoreFolder(folder: string): Result<undefined> {
  const place = findUnsuitablePlace({
    path: resolved(folder),
    platform: process.platform,
    env: process.env,
    home: homedir(),
    mounts: mountsHere(),
    namesAt: namesHere,
  });
  if (!place) return ok(undefined);
  return fail(
    'invalid-input',
    `This folder is ${place.what}, where a store in use loses data. Choose a folder on this computer's own disk; put the backups there instead.`,
    { field: 'folder' },
  );
}

/** `defaultStoreFolder` of this machine. */
export function defaultStoreFolderHere(): string {
  return defaultStoreFolder({ platform: process.platform, env: process.env, home: homedir() });
}
