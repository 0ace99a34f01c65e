import { homedir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { findBrowser } from '../../../main/shell/browsers.ts';
import type { CorePeer } from '../../../main/core/coreMessages.ts';
import { forkCore, forkWork } from '../../../main/shell/forkCore.ts';
import { openPreview } from '../../../main/shell/preview.ts';
import type { PreviewOptions, PreviewWindow } from '../../../main/shell/preview.ts';
import { temporaryFolder } from './calls.ts';

export const browser = findBrowser({ platform: process.platform, env: process.env, home: homedir() });

export type Opened = PreviewWindow & {
  readonly dir: string;
  readonly said: readonly string[];
  /** Kills the core under the page. */
  readonly killCore: () => void;
};

/** The preview shell over a real core and the tests' own page. */
export async function openHere(
  options: Partial<PreviewOptions> & { readonly dir?: string } = {},
): Promise<Opened> {
  if (browser === undefined) throw new Error('These tests need an installed Chromium, Chrome or Edge');
  const dir = options.dir ?? join(temporaryFolder('preview'), 'store');
  const said: string[] = [];
  let core: CorePeer | undefined;
  const opened = await openPreview({
    browser,
    isHeadless: true,
    pageRoot: 'tests/shell/page',
    say: (line) => void said.push(line),
    spawnCore: () => (core = forkCore({ dir })),
    spawnWork: () => forkWork(),
    info: { kind: 'preview', version: '1.2.3', platform: 'linux', isDemo: false, clockOffset: 0 },
    ...options,
  });
  onTestFinished(() => opened.close());
  await opened.page.locator('body[data-ready]').waitFor();
  return { ...opened, dir, said, killCore: () => core?.kill() };
}

type Seen = { readonly violations: string[]; readonly events: [string, unknown][]; readonly worker: string };

/** What the page has noted so far. */
export async function seenBy({ page }: Pick<PreviewWindow, 'page'>): Promise<Seen> {
  return page.evaluate<Seen>('window.seen');
}

/** A call of the core, from inside the page, as the page makes it. */
export async function invokeIn(
  { page }: Pick<PreviewWindow, 'page'>,
  { channel, input, requestId }: { channel: string; input: unknown; requestId: string },
): Promise<unknown> {
  return page.evaluate(
    `window.goldenThread.invoke(${JSON.stringify(channel)}, ${JSON.stringify(input)}, ${JSON.stringify(requestId)})`,
  );
}

export async function hostIn(
  { page }: Pick<PreviewWindow, 'page'>,
  channel: string,
  input: unknown,
): Promise<unknown> {
  return page.evaluate(`window.goldenThread.host(${JSON.stringify(channel)}, ${JSON.stringify(input)})`);
}
