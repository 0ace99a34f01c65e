import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Officer } from '../../shared/caseFile.ts';
import type { Core } from '../core/core.ts';
import { createCore } from '../core/core.ts';
import { createLog } from '../core/log.ts';
import type { Call } from './client.ts';
import { callerOf } from './client.ts';

export type Clock = { readonly now: () => number; readonly setDay: (day: string) => void };

/** A clock that stands at noon (UTC) of a day and moves by a millisecond each time it is read. */
export function clockAt(day: string): Clock {
  let milliseconds = Date.parse(`${day}T12:00:00Z`);
  return {
    now: () => (milliseconds += 1),
    setDay: (next) => {
      milliseconds = Date.parse(`${next}T12:00:00Z`);
    },
  };
}

/** Only for a store that holds nobody or that nobody can have: stretching its passphrase adds nothing. */
const cheapScrypt = { n: 2 ** 14, r: 8, p: 1 };

export type ThrowAway = {
  readonly core: Core;
  readonly call: Call;
  readonly clock: Clock;
  /** The folder of the store; gone when the work is done. */
  readonly dir: string;
};

export const coreLog = createLog(
  (line) => process.stderr.write(`${line.at} ${line.channel} ${line.kind} ${line.code}\n`),
  () => new Date().toISOString(),
);

/** Runs `work` over an encrypted store in a temporary folder, gone afterwards whatever happens. */
export async function withThrowAwayStore<T>(
  officer: Officer,
  day: string,
  work: (store: ThrowAway) => Promise<T>,
  passphrase: string = randomBytes(32).toString('hex'),
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'golden-thread-'));
  const dir = join(folder, 'store');
  const clock = clockAt(day);
  const core = createCore({
    dir,
    clock: clock.now,
    log: coreLog,
    scrypt: cheapScrypt,
  });
  try {
    const call = callerOf(core);
    await call('vault:create', { passphrase, officer });
    return await work({ core, call, clock, dir });
  } finally {
    await core.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
