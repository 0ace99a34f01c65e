import { existsSync } from 'node:fs';
import { posix, win32 } from 'node:path';

type Machine = {
  readonly platform: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
  readonly exists?: (path: string) => boolean;
};

const linuxNames = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
];

const macApplications = [
  'Google Chrome.app/Contents/MacOS/Google Chrome',
  'Chromium.app/Contents/MacOS/Chromium',
  'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
];

const windowsPrograms = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Chromium\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
];

function candidates({ platform, env, home }: Machine): readonly string[] {
  if (platform === 'win32') {
    const roots = ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA'].flatMap((name) => env[name] ?? []);
    return windowsPrograms.flatMap((program) => roots.map((root) => win32.join(root, program)));
  }
  if (platform === 'darwin') {
    const roots = ['/Applications', posix.join(home, 'Applications')];
    return macApplications.flatMap((application) => roots.map((root) => posix.join(root, application)));
  }
  const folders = (env['PATH'] ?? '').split(':').filter((folder) => posix.isAbsolute(folder));
  const found = linuxNames.flatMap((name) => folders.map((folder) => posix.join(folder, name)));
  // A snap may not read the profile's folder, so it is the last choice.
  return [
    ...found.filter((path) => !path.startsWith('/snap/')),
    ...found.filter((path) => path.startsWith('/snap/')),
  ];
}

/** An installed Chromium, Chrome or Edge, or undefined. Looks at files only; starts nothing. */
export function findBrowser(machine: Machine): string | undefined {
  return candidates(machine).find(machine.exists ?? existsSync);
}
