import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Channel, Envelope, Input } from '../../../shared/contract.ts';
import { uuidv7 } from '../../../main/core/ids.ts';

export const passphrase = 'lantern orchard copper tide';
export const officer = { name: 'Test Officer' };

/** An envelope as a page would send it; the same id again is the same attempt. */
export function envelope<C extends Channel>(
  channel: C,
  input: Input<C>,
  requestId = uuidv7(Date.now()),
): Envelope {
  return { requestId, channel, input };
}

/** A folder of this test's own, gone after it. */
export function temporaryFolder(name = 'shell'): string {
  const folder = mkdtempSync(join(tmpdir(), `golden-thread-test-${name}-`));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  return folder;
}

/** Waits until something holds, looking every 20 ms; the test's own time limit is the end of it. */
export async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 20));
}
