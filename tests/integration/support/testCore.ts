import { join } from 'node:path';
import type { Channel, Input, Output } from '../../../shared/contract.ts';
import type { Result } from '../../../shared/domain/result.ts';
import { createCore } from '../../../main/core/core.ts';
import type { Core } from '../../../main/core/core.ts';
import { uuidv7 } from '../../../main/core/ids.ts';
import type { LogLine } from '../../../main/core/log.ts';
import { createLog } from '../../../main/core/log.ts';
import { clockAt } from '../../../main/cli/throwAwayStore.ts';
import type { Clock } from '../../../main/cli/throwAwayStore.ts';
import { cheapScrypt, tempFolder, testPassphrase, valueOf } from './tempStore.ts';

export const testOfficer = { name: 'Helen Draftwell', phone: '01632 960 410' };

export type TestCore = {
  readonly dir: string;
  /** The folder around the store, for backups and other things of the test. */
  readonly around: string;
  readonly clock: Clock;
  readonly recoveryKey: string;
  readonly logged: LogLine[];
  /** The core itself, the one that is open now. */
  readonly core: () => Core;
  /** One call, with the request id where a test repeats it. */
  readonly send: <C extends Channel>(
    channel: C,
    input: Input<C>,
    requestId?: string,
  ) => Promise<Result<Output<C>>>;
  /** One call that must succeed. */
  readonly call: <C extends Channel>(channel: C, input: Input<C>) => Promise<Output<C>>;
  /** Locks, and unlocks in a new core: what a restart of the application does. */
  readonly reopen: () => Promise<void>;
  readonly remove: () => Promise<void>;
};

/** A core over a real encrypted store in a folder of its own, its clock at noon of `day`. */
export async function testCore(day = '2026-10-05'): Promise<TestCore> {
  const folder = tempFolder();
  const dir = join(folder.path, 'store');
  const clock = clockAt(day);
  const logged: LogLine[] = [];
  const log = createLog(
    (line) => logged.push(line),
    () => '2026-10-05T12:00:00Z',
  );
  const start = () => createCore({ dir, clock: clock.now, log, scrypt: cheapScrypt });
  let core = start();

  const send = async <C extends Channel>(channel: C, input: Input<C>, requestId = uuidv7(Date.now())) => {
    const result = await core.dispatch({ requestId, channel, input });
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the contract types what each channel gives
    return result as Result<Output<C>>;
  };
  const call = async <C extends Channel>(channel: C, input: Input<C>) => valueOf(await send(channel, input));
  const { recoveryKey } = await call('vault:create', { passphrase: testPassphrase, officer: testOfficer });
  return {
    dir,
    around: folder.path,
    clock,
    recoveryKey,
    logged,
    core: () => core,
    send,
    call,
    reopen: async () => {
      await core.close();
      core = start();
      await call('vault:unlock', { passphrase: testPassphrase });
    },
    remove: async () => {
      await core.close();
      folder.remove();
    },
  };
}
