import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { noRuntime, runElectronSuite } from './electronSuite.ts';
import type { Counts } from './vitestCounts.ts';
import { vitestCounts } from './vitestCounts.ts';

/** Everything: types, lint, layout, unit, integration, documents, shells, end to end. The last line is `N passed, M failed`. */

const wantedMajor = 24;
if (Number(process.versions.node.split('.')[0]) !== wantedMajor) {
  process.stderr.write(
    `The tests run on Node ${wantedMajor}, which comes with npm ci. Start them with: npm test\n`,
  );
  process.exit(1);
}

/** Programs of the machine that the tests compare with, and the Debian package that each comes in. */
const programs = [
  { command: 'soffice', package: 'libreoffice-writer-nogui' },
  { command: 'pandoc', package: 'pandoc' },
  { command: 'pdftoppm', package: 'poppler-utils' },
  { command: 'strace', package: 'strace' },
  { command: 'Xvfb', package: 'xvfb' },
] as const;
/** The end-to-end tests drive an installed Chromium, Chrome or Edge. */
const browsers = ['chromium', 'google-chrome', 'chromium-browser', 'microsoft-edge', 'google-chrome-stable'];
const browserPackage = 'chromium';
/** The metric twin of Arial: without it LibreOffice breaks lines elsewhere than Word. */
const fontPackage = 'fonts-liberation';

function isThere(command: string): boolean {
  return spawnSync('sh', ['-c', `command -v ${command}`], { stdio: 'ignore' }).status === 0;
}

function isRootOnDebian(): boolean {
  return process.getuid?.() === 0 && existsSync('/etc/debian_version');
}

function installMissing(): void {
  const missing = programs
    .filter(({ command }) => !isThere(command))
    .map((program) => program.package as string);
  if (
    !isThere('fc-match') ||
    !/Liberation/.test(spawnSync('fc-match', ['Arial'], { encoding: 'utf8' }).stdout ?? '')
  ) {
    missing.push(fontPackage);
  }
  if (process.platform === 'linux' && !browsers.some(isThere)) missing.push(browserPackage);
  if (missing.length === 0) return;
  if (!isRootOnDebian()) {
    process.stderr.write(
      `Missing: ${missing.join(', ')} (Debian package names). The tests that need them will fail and say so.\n`,
    );
    return;
  }
  process.stderr.write(`Installing ${missing.join(', ')}\n`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  spawnSync('apt-get', ['update', '-qq'], { stdio: 'ignore', env });
  const installed = spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...missing], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env,
  });
  if (installed.status !== 0) process.stderr.write(`Could not install ${missing.join(', ')}.\n`);
}

function check(name: string, command: string, args: readonly string[]): Counts {
  process.stdout.write(`\n== ${name}\n`);
  const isFine = spawnSync(command, args, { stdio: 'inherit' }).status === 0;
  return isFine ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** The suites must pass without any network: where the machine allows it they run with none at all. */
function withoutNetwork(command: string, args: readonly string[]): [string, readonly string[]] {
  const canUnshare = spawnSync('unshare', ['-n', 'true'], { stdio: 'ignore' }).status === 0;
  return canUnshare ? ['unshare', ['-n', command, ...args]] : [command, args];
}

function runSuites(): Counts {
  process.stdout.write('\n== unit, integration, documents, shells, end to end\n');
  const [command, before] = withoutNetwork('vitest', []);
  return vitestCounts({ command, before });
}

/** Where Electron's runtime is not, that is said and is no failure: the suite ran in the preview. */
function runUnderElectron(): Counts {
  process.stdout.write('\n== end to end under Electron\n');
  const counts = runElectronSuite();
  if (counts === undefined) process.stdout.write(`${noRuntime}\n`);
  return counts ?? { passed: 0, failed: 0 };
}

installMissing();
const results = [
  check('types', 'tsc', ['--build']),
  check('lint', 'oxlint', ['--type-aware', '--max-warnings', '0']),
  check('layout', 'oxfmt', ['--check', '.']),
  check('build', 'electron-vite', ['build', '--logLevel', 'warn']),
  runSuites(),
  runUnderElectron(),
];
const passed = results.reduce((sum, result) => sum + result.passed, 0);
const failed = results.reduce((sum, result) => sum + result.failed, 0);
process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 ? 0 : 1;
