import { spawn } from 'node:child_process';
import type { Readable } from 'node:stream';
import { onTestFinished, vi } from 'vitest';
import { hasDisplay } from '../../../main/shell/openWindow.ts';

/** A screen to open a real window on: the machine's own, else one in memory (Debian package `xvfb`). */
export async function needDisplay(): Promise<void> {
  if (hasDisplay()) return;
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1400x900x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  onTestFinished(() => {
    server.kill();
    vi.unstubAllEnvs();
  });
  const number = await new Promise<string>((resolve, reject) => {
    server.once('error', () => reject(new Error('This test needs a display, or the program Xvfb')));
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the fourth pipe, opened for reading above
    (server.stdio[3] as Readable).once('data', (text: Buffer) => resolve(text.toString().trim()));
  });
  vi.stubEnv('DISPLAY', `:${number}`);
}
