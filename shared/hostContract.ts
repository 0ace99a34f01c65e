import * as z from 'zod';
import type { DeepReadonly } from './contract.ts';
import { Nothing, WorkProgress } from './contract/shapes.ts';

/** Most characters of one file in base64 that crosses: a paper of 50 MB and its third on top. */
export const largestFile = 72_000_000;

/** No folder, no reserved name of Windows, nothing hidden: what a page proposes can never leave the chosen folder. */
export const FileName = z
  .string()
  .min(1)
  .max(120)
  .refine(
    (name) =>
      !/[\\/:*?"<>|\p{Cc}]|^[. ]|[. ]$/u.test(name) &&
      !/^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i.test(name),
    'is not a plain file name',
  );

/** What a dialog offers, e.g. `{ name: 'Word document', extensions: ['docx'] }`; extensions without a dot. */
export const FileKind = z.strictObject({
  name: z.string().min(1).max(80),
  extensions: z
    .array(z.string().regex(/^[a-z0-9]{1,8}$/))
    .min(1)
    .max(12),
});

const title = z.string().min(1).max(120);
const path = z.string().min(1).max(4_096);
const chosen = z.strictObject({ name: z.string(), content: z.base64() });

const channel = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O) => ({ input, output });

/**
 * Every call from the page to its shell, once. A dialog that is closed is the failure `cancelled`. Writing can also
 * fail with `disk-full`, `read-only`, `store-in-use` (the file is open in another program) or `not-found` (the drive
 * or folder is gone); nothing half-written is left, and the page keeps the content to try again.
 */
export const hostContract = {
  /**
   * `isDemo`: a throw-away store with invented children, unlocked without asking; `demoPassphrase` opens it again after
   * a lock, and is there in no other store. `clockOffset`, ms: what the core's clock adds to the machine's; 0 but in
   * the demo, which plays on a day of its own.
   */
  'host:info': channel(
    Nothing,
    z.strictObject({
      kind: z.enum(['electron', 'preview']),
      version: z.string(),
      platform: z.enum(['windows', 'mac', 'linux']),
      isDemo: z.boolean(),
      demoPassphrase: z.string().optional(),
      clockOffset: z.number(),
    }),
  ),
  /** One file, or one or more with `multiple`; `content` is base64. */
  'host:openFile': channel(
    z.strictObject({ title, accept: z.array(FileKind).max(6), multiple: z.boolean().optional() }),
    z.strictObject({ files: z.array(chosen).min(1).max(1_000) }),
  ),
  /** Asks where, writes the base64 whole or not at all, and says where it is. */
  'host:saveFile': channel(
    z.strictObject({
      title,
      name: FileName,
      kind: FileKind.optional(),
      content: z.base64().max(largestFile),
    }),
    z.strictObject({ path }),
  ),
  'host:chooseFolder': channel(z.strictObject({ title }), z.strictObject({ path })),
  /**
   * One of several files into a folder that `host:chooseFolder` gave out in this session; `forbidden` for any other.
   * Nothing is replaced: a name that is taken gets a number.
   */
  'host:saveInto': channel(
    z.strictObject({ folder: path, name: FileName, content: z.base64().max(largestFile) }),
    z.strictObject({ path }),
  ),
  /** Shows a saved file in its folder; `forbidden` for any path that this shell did not give out itself. */
  'host:showFile': channel(z.strictObject({ path }), Nothing),
  /** Prints what the page shows, through the system's dialog. */
  'host:print': channel(Nothing, Nothing),
  /** The answer to the event `host:closing`: everything is saved, the window may go. */
  'host:mayClose': channel(Nothing, Nothing),
} as const;

/** What the menu and its keys ask of the page. */
export const shellCommands = ['search', 'lock', 'shortcuts', 'today', 'children', 'settings'] as const;
export type ShellCommand = (typeof shellCommands)[number];

/** Every event from a shell to the page, with what it carries. */
export const hostEvents = {
  /** The system locked or went to sleep: save and lock. The shell locks the core itself a little later. */
  'host:locked': z.strictObject({ reason: z.enum(['lock-screen', 'suspend']) }),
  /** Nobody has touched the machine for so many seconds; comes again while it lasts. The page knows the limit. */
  'host:idle': z.strictObject({ seconds: z.number().nonnegative() }),
  /** The window is about to close: save, then call `host:mayClose`. After three seconds it closes anyway. */
  'host:closing': Nothing,
  'host:command': z.strictObject({ command: z.enum(shellCommands) }),
  /** The core died and was started again. Its store is locked: ask for the passphrase, then send again what is held. */
  'core:restarted': Nothing,
  /** How far a backup or a restore is. */
  'work:progress': WorkProgress,
  /** The core died too often and stays down: say so, keep what is typed on screen, offer to copy it. */
  'core:failed': Nothing,
} as const;

export type HostContract = typeof hostContract;
export type HostChannel = keyof HostContract;
export type HostInput<C extends HostChannel> = DeepReadonly<z.input<HostContract[C]['input']>>;
export type HostOutput<C extends HostChannel> = DeepReadonly<z.infer<HostContract[C]['output']>>;

export type HostEvent = keyof typeof hostEvents;
export type HostDetail<E extends HostEvent> = DeepReadonly<z.infer<(typeof hostEvents)[E]>>;

/** True only for a call that the map itself owns. */
export function isHostChannel(name: string): name is HostChannel {
  return Object.hasOwn(hostContract, name);
}

/** True only for an event that the map itself owns. */
export function isHostEvent(name: string): name is HostEvent {
  return Object.hasOwn(hostEvents, name);
}
