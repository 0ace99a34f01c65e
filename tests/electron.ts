import { noRuntime, runElectronSuite } from './electronSuite.ts';

/** The end-to-end tests under Electron and nothing else: `npm run test:electron`. Exit 1 where it is not there. */

const counts = runElectronSuite();
if (counts === undefined) process.stderr.write(`${noRuntime}\n`);
const { passed, failed } = counts ?? { passed: 0, failed: 1 };
process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 ? 0 : 1;
