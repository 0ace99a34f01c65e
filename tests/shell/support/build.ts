import { existsSync } from 'node:fs';
import { buildIfOld } from '../../../main/shell/buildPage.ts';

/**
 * What the shells' tests run is what is built: Electron's entry, the core's, both bridges. A page that does not build
 * fails the check that builds it; these tests bring a page of their own.
 */
export default function setup(): void {
  const fault = buildIfOld((line) => process.stderr.write(`${line}\n`));
  if (fault === undefined) return;
  process.stderr.write(fault);
  const needed = [
    'out/main/electron.js',
    'out/main/coreProcess.js',
    'out/main/workProcess.js',
    'out/preload/previewBridge.cjs',
  ];
  if (!needed.every((file) => existsSync(file))) throw new Error('The shells could not be built');
}
