import { parseArgs } from 'node:util';
import { forkCore, forkWork } from '../../../main/shell/forkCore.ts';
import { openPreview } from '../../../main/shell/preview.ts';

/** Run as a process of its own: opens a real window, closes it as its cross does, and must then end by itself. */
const { values } = parseArgs({ options: { dir: { type: 'string' }, browser: { type: 'string' } } });
const opened = await openPreview({
  browser: values.browser ?? '',
  pageRoot: 'tests/shell/page',
  say: () => undefined,
  spawnCore: () => forkCore({ dir: values.dir }),
  spawnWork: () => forkWork(),
  info: { kind: 'preview', version: '1.2.3', platform: 'linux', isDemo: false, clockOffset: 0 },
});
await opened.page.locator('body[data-ready]').waitFor();
process.stdout.write(`${opened.profile}\n`);
await opened.page.evaluate('setTimeout(() => window.close(), 0)');
