import { fail, ok } from '../../shared/domain/result.ts';
import type { Result } from '../../shared/domain/result.ts';
import type { HostChannel, HostContract, HostOutput } from '../../shared/hostContract.ts';
import { hostContract, isHostChannel } from '../../shared/hostContract.ts';
import type * as z from 'zod';
import { checkLimits } from '../core/limits.ts';
import { describeCause } from '../core/log.ts';
import { freePath, writeSaved } from './files.ts';
import type { OpenedFile } from './files.ts';

type HostParsed<C extends HostChannel> = z.infer<HostContract[C]['input']>;

/** What differs between the shells: how the system is asked. A closed dialog is `cancelled`. */
export type Dialogs = {
  readonly openFiles: (
    asked: HostParsed<'host:openFile'>,
  ) => Promise<Result<{ files: readonly OpenedFile[] }>>;
  /** Where to save; asks itself before it replaces a file. */
  readonly savePath: (
    asked: Omit<HostParsed<'host:saveFile'>, 'content'>,
  ) => Promise<Result<{ path: string }>>;
  readonly chooseFolder: (asked: HostParsed<'host:chooseFolder'>) => Promise<Result<{ path: string }>>;
  readonly showFile: (path: string) => Promise<void>;
  readonly print: () => Promise<Result<Record<string, never>>>;
};

export type HostParts = {
  readonly info: HostOutput<'host:info'>;
  readonly dialogs: Dialogs;
  readonly mayClose: () => void;
  /** Class and code of a fault, never its message. */
  readonly report: (line: string) => void;
};

export type Host = (channel: string, input: unknown) => Promise<Result<unknown>>;

export const cancelled = fail('cancelled', 'Nothing was chosen.');

type Handlers = { readonly [C in HostChannel]: (input: HostParsed<C>) => Promise<Result<HostOutput<C>>> };

function handlersOf({ info, dialogs, mayClose }: HostParts): Handlers {
  // Only what a dialog gave out in this session can be shown again: the page cannot point at other files.
  const given = new Set<string>();
  const folders = new Set<string>();
  return {
    'host:info': async () => ok(info),
    'host:openFile': (asked) => dialogs.openFiles(asked),
    'host:saveFile': async ({ content, ...asked }) => {
      const place = await dialogs.savePath(asked);
      if (!place.ok) return place;
      const saved = writeSaved(place.value.path, content);
      if (saved.ok) given.add(saved.value.path);
      return saved;
    },
    'host:chooseFolder': async (asked) => {
      const chosen = await dialogs.chooseFolder(asked);
      if (chosen.ok) folders.add(chosen.value.path);
      return chosen;
    },
    'host:saveInto': async ({ folder, name, content }) => {
      if (!folders.has(folder)) return fail('forbidden', 'Choose the folder first.');
      const saved = writeSaved(freePath(folder, name), content);
      if (saved.ok) given.add(saved.value.path);
      return saved;
    },
    'host:showFile': async ({ path }) => {
      if (!given.has(path)) return fail('forbidden', 'Only a file that was saved here can be shown.');
      await dialogs.showFile(path);
      return ok({});
    },
    'host:print': () => dialogs.print(),
    'host:mayClose': async () => {
      mayClose();
      return ok({});
    },
  };
}

/** The page's way to dialogs and files; both shells carry calls to it after they have checked the sender. */
export function createHost(parts: HostParts): Host {
  const handlers = handlersOf(parts);
  return async (channel, input) => {
    if (typeof channel !== 'string' || !isHostChannel(channel)) return fail('forbidden', 'Unknown request.');
    try {
      const limits = checkLimits(input);
      if (!limits.ok) return limits;
      const parsed = hostContract[channel].input.safeParse(input);
      if (!parsed.success) return fail('invalid-input', 'This request is not valid.');
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the schema of this very channel parsed it
      return await handlers[channel](parsed.data as never);
    } catch (cause) {
      const { kind, code } = describeCause(cause);
      parts.report(`${channel} ${kind} ${code}`);
      return fail('internal', 'Something went wrong. Nothing was written. Try again.');
    }
  };
}
