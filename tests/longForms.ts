import { spawnSync } from 'node:child_process';

/** The long forms of what CI runs short: 200 kills, 200 crash images, hundreds of random histories. Takes an hour. */

const files = [
  'tests/integration/storeDurability.test.ts',
  'tests/integration/coreKilled.test.ts',
  'tests/integration/textsStayApart.test.ts',
  'tests/integration/dispatchFuzz.test.ts',
];
const { status } = spawnSync(
  'vitest',
  ['run', '--project', 'integration', '--testTimeout', '3600000', ...files],
  {
    stdio: 'inherit',
    env: { ...process.env, GT_LONG: '1', LONG: '1' },
  },
);
process.exitCode = status ?? 1;
