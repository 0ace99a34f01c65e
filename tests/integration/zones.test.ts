import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const vitest = fileURLToPath(new URL('../../node_modules/vitest/vitest.mjs', import.meta.url));
const suites = ['dates', 'london', 'workingDays', 'adjournment', 'clocks', 'deadlines/'];

/** The suites of dates, run again in a process whose machine stands elsewhere. */
function runIn(zone: string, locale: string): { passed: number; failed: number } {
  const clean = Object.entries(process.env).filter(([name]) => !name.startsWith('VITEST'));
  const output = execFileSync(
    process.execPath,
    [vitest, 'run', '--project', 'unit', '--reporter=json', ...suites.map((suite) => `tests/unit/${suite}`)],
    {
      cwd: root,
      encoding: 'utf8',
      env: { ...Object.fromEntries(clean), TZ: zone, LANG: locale, LC_ALL: locale },
      stdio: ['ignore', 'pipe', 'ignore'],
      maxBuffer: 64 * 1024 * 1024,
    },
  );
  const report: { numPassedTests: number; numFailedTests: number } = JSON.parse(output);
  return { passed: report.numPassedTests, failed: report.numFailedTests };
}

describe('every date, on a machine in', () => {
  it.each([
    ['Europe/London', 'en_GB.UTF-8'],
    ['UTC', 'C'],
    ['America/Los_Angeles', 'en_US.UTF-8'],
    ['Asia/Kolkata', 'hi_IN.UTF-8'],
  ])(
    '%s',
    (zone, locale) => {
      const { passed, failed } = runIn(zone, locale);
      expect(failed).toBe(0);
      expect(passed).toBeGreaterThan(250);
    },
    300_000,
  );
});
