import * as z from 'zod';
import { parseArgs } from 'node:util';

/** What `npm run demo` hands over through the pipe: the store is thrown away afterwards, and its key with it. */
export const DemoStart = z.strictObject({
  dir: z.string(),
  clockOffset: z.number(),
  secret: z.strictObject({ passphrase: z.string() }),
});
export type DemoStart = z.infer<typeof DemoStart>;

export type ElectronArguments = {
  readonly dir?: string | undefined;
  readonly isDemo: boolean;
  /** Added to the machine's clock, ms; for tests, which play on a day of their own. */
  readonly clockOffset?: number | undefined;
};

/**
 * Ours among what Chromium itself is given. The demo needs a parent that speaks, so an installed program has none; nor
 * has it another clock than the machine's.
 */
export function readArguments(argv: readonly string[], isPackaged: boolean): ElectronArguments {
  const { values } = parseArgs({
    args: argv.slice(1),
    options: { store: { type: 'string' }, demo: { type: 'boolean' }, 'clock-offset': { type: 'string' } },
    strict: false,
  });
  const offset = Number(values['clock-offset']);
  return {
    dir: typeof values.store === 'string' ? values.store : undefined,
    isDemo: values.demo === true && !isPackaged,
    clockOffset: isPackaged || !Number.isSafeInteger(offset) ? undefined : offset,
  };
}

/** Waits for the one message of the parent; never by argument or environment, which other users can read. */
export function receiveDemo(parent: Pick<NodeJS.Process, 'once' | 'send'>): Promise<DemoStart> {
  return new Promise((resolve, reject) => {
    parent.once('message', (message: unknown) => {
      const parsed = DemoStart.safeParse(message);
      if (parsed.success) resolve(parsed.data);
      else reject(new TypeError('The demo was not handed over whole'));
    });
    parent.send?.('waiting');
  });
}
