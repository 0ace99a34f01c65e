import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, onTestFinished, vi } from 'vitest';
import { invokeChannel } from '../../../main/shell/electronChannels.ts';
import { temporaryFolder, until } from './calls.ts';
import { createElectron, piece } from './electronStandIn.ts';
import type { Situation, StandIn } from './electronStandIn.ts';

/** The entry as it is built and packed, over a stand-in of the `electron` module. */
const entry = '../../../out/main/electron.js';

export async function startEntry(
  situation: Partial<Situation> = {},
  argv: readonly string[] = [],
): Promise<StandIn & { folder: string }> {
  const folder = temporaryFolder('electron');
  // Electron makes it.
  mkdirSync(join(folder, 'user-data'));
  const standIn = createElectron({
    userData: join(folder, 'user-data'),
    switches: { 'user-data-dir': join(folder, 'user-data') },
    ...situation,
  });
  vi.doMock('electron', () => standIn.electron);
  vi.resetModules();
  const before = process.argv;
  process.argv = ['electron', '--store', join(folder, 'store'), ...argv];
  onTestFinished(async () => {
    process.argv = before;
    vi.doUnmock('electron');
    for (const core of standIn.kept.cores) core.kill();
  });
  await import(entry);
  if (situation.hasLock !== false) await until(() => standIn.kept.windows.at(-1)?.loaded.length === 1);
  return { ...standIn, folder };
}

/** Node warns of the signal listeners that each start adds. */
beforeEach(() => {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.removeAllListeners(signal);
});

type Sender = { readonly frame: unknown };

export function caller(standIn: StandIn, name = invokeChannel) {
  const call = standIn.kept.calls.get(name);
  if (!call) throw new Error('The entry answers no calls');
  return (message: unknown, { frame }: Sender) => call(piece({ senderFrame: frame }), message);
}

export const ours = (standIn: StandIn): Sender => ({ frame: standIn.kept.contents[0]?.contents.mainFrame });
export const eventsNamed = (standIn: StandIn, name: string) =>
  standIn.kept.sent.filter(([, event]) => event === name);

/** An event that can be prevented, and whether it was. */
export function preventable(more: Record<string, unknown>) {
  const event = { ...more, isPrevented: false, preventDefault: () => void (event.isPrevented = true) };
  return event;
}

export const elsewhere = [
  'https://example.org/',
  'http://127.0.0.1:8080/',
  'file:///etc/passwd',
  'app://golden-thread.example/',
  'app://golden-threads/',
  'app://other/golden-thread/',
  'devtools://devtools/bundled/inspector.html',
  'javascript:alert(1)',
  'about:blank',
];
