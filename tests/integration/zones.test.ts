import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { vitestCounts } from '../vitestCounts.ts';

const vitest = fileURLToPath(new URL('../../node_modules/vitest/vitest.mjs', import.meta.url));
const suites = ['dates', 'london', 'workingDays', 'adjournment', 'clocks', 'deadlines/'];

/** The suites of dates, run again in a process whose machine stands elsewhere. */
function runIn(zone: string, locale: string) {
  const clean = Object.entries(process.env).filter(([name]) => !name.startsWith('VITEST'));
  return vitestCounts({
    command: process.execPath,
    before: [vitest],
    args: ['--project', 'unit', ...suites.map((suite) => `tests/unit/${suite}`)],
    env: { ...Object.fromEntries(clean), TZ: zone, LANG: locale, LC_ALL: locale },
    isQuiet: true,
  });
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
