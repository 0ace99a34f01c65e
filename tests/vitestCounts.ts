import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export type Counts = { readonly passed: number; readonly failed: number };

type VitestReport = {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
};

export type VitestRun = {
  /** The program and what stands before vitest's own words. */
  readonly command: string;
  readonly before: readonly string[];
  readonly args?: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
  /** A test that did not run has not passed; unless it says itself that it cannot run here. */
  readonly mayBeSkipped?: boolean;
  /** Nothing but the counts is wanted. */
  readonly isQuiet?: boolean;
};

/** Runs vitest to its end and counts by its own report. A run that failed without a failed test counts as one. */
export function vitestCounts({
  command,
  before,
  args = [],
  env,
  mayBeSkipped = false,
  isQuiet = false,
}: VitestRun): Counts {
  const folder = mkdtempSync(join(tmpdir(), 'golden-thread-report-'));
  const file = join(folder, 'report.json');
  try {
    const report = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
    const { status } = spawnSync(command, [...before, 'run', ...args, ...report], {
      stdio: isQuiet ? 'ignore' : 'inherit',
      ...(env && { env }),
    });
    if (!existsSync(file)) return { passed: 0, failed: 1 };
    const told: VitestReport = JSON.parse(readFileSync(file, 'utf8'));
    const failed = told.numFailedTests + (mayBeSkipped ? 0 : told.numPendingTests + told.numTodoTests);
    const isHiddenFailure = status !== 0 && failed === 0;
    return { passed: told.numPassedTests, failed: failed + (isHiddenFailure ? 1 : 0) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
