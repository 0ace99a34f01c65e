import * as z from 'zod';
import { fail } from '../../shared/domain/result.ts';
import type { Result } from '../../shared/domain/result.ts';
import type { HostDetail, HostEvent, HostOutput } from '../../shared/hostContract.ts';
import type { CorePeer, Peer } from '../core/coreMessages.ts';
import { uuidv7 } from '../core/ids.ts';
import type { Secret } from '../store/vault.ts';
import { createCoreClient } from './coreClient.ts';
import { createHost } from './host.ts';
import type { Dialogs } from './host.ts';

export type Emit = <E extends HostEvent>(event: E, detail: HostDetail<E>) => void;

export type ShellParts = {
  readonly spawnCore: () => CorePeer;
  readonly spawnWork: () => Peer;
  readonly dialogs: Dialogs;
  readonly info: HostOutput<'host:info'>;
  readonly emit: Emit;
  /** Of the throw-away demo store only: it is opened, and opened again after a restart, without asking. */
  readonly secret?: Secret | undefined;
  readonly report: (line: string) => void;
};

export type Shell = {
  /** A call of the core, as it came from the page; the shell has checked who sent it. */
  readonly invoke: (message: unknown) => Promise<Result<unknown>>;
  readonly host: (message: unknown) => Promise<Result<unknown>>;
  /** The system locked or slept: the page saves and locks; if it cannot, the shell locks a little later. */
  readonly systemLocked: (reason: 'lock-screen' | 'suspend') => void;
  /** Lets the page save, then settles and locks the store and ends the core. A second call waits for the same. */
  readonly close: () => Promise<void>;
};

const InvokeMessage = z.strictObject({ requestId: z.string(), channel: z.string(), input: z.unknown() });
const HostMessage = z.strictObject({ channel: z.string(), input: z.unknown() });

/** How long a page may take to save before the window closes without it, ms. */
export const savingTime = 3_000;
/** How long a page may take to save before the store is locked without it, ms. */
export const lockingTime = 3_000;

const malformed = fail('invalid-input', 'This request is not valid.');

function afterAtMost(milliseconds: number, answered: Promise<void>): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    void answered.then(() => {
      clearTimeout(timer);
      resolve();
    });
  });
}

/** What the page is told of its shell. The demo's door says what opens it: it keeps nothing from anybody. */
function infoOf({ info, secret }: ShellParts): ShellParts['info'] {
  if (!info.isDemo || !secret || !('passphrase' in secret)) return info;
  return { ...info, demoPassphrase: secret.passphrase };
}

/** What both shells are made of: the core's client, the host, and how a window locks and closes. */
export function createShell(parts: ShellParts): Shell {
  let allow: () => void = () => undefined;
  const allowed = new Promise<void>((resolve) => (allow = resolve));
  let closing: Promise<void> | undefined;

  const lockCore = () => client.dispatch({ requestId: uuidv7(Date.now()), channel: 'vault:lock', input: {} });

  async function openDemo(): Promise<void> {
    if (!parts.secret) return;
    await client.dispatch({ requestId: uuidv7(Date.now()), channel: 'vault:unlock', input: parts.secret });
  }

  const client = createCoreClient({
    spawn: parts.spawnCore,
    spawnWork: parts.spawnWork,
    onProgress: (progress) => parts.emit('work:progress', progress),
    now: () => performance.now(),
    onRestarted: () => {
      opened = openDemo();
      void opened.then(() => parts.emit('core:restarted', {}));
    },
    onFailed: () => parts.emit('core:failed', {}),
  });
  let opened = openDemo();
  const host = createHost({ ...parts, info: infoOf(parts), mayClose: () => allow() });

  async function finish(): Promise<void> {
    parts.emit('host:closing', {});
    await afterAtMost(savingTime, allowed);
    await client.close();
  }

  return {
    invoke: async (message) => {
      const parsed = InvokeMessage.safeParse(message);
      if (!parsed.success) return malformed;
      await opened;
      const { requestId, channel, input } = parsed.data;
      return client.dispatch({ requestId, channel, input });
    },
    host: async (message) => {
      const parsed = HostMessage.safeParse(message);
      return parsed.success ? host(parsed.data.channel, parsed.data.input) : malformed;
    },
    systemLocked: (reason) => {
      parts.emit('host:locked', { reason });
      setTimeout(() => void lockCore(), lockingTime).unref();
    },
    close: () => {
      closing ??= finish();
      return closing;
    },
  };
}
