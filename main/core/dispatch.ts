import type { Effect } from '../../shared/contract/channel.ts';
import type { Channel, Envelope } from '../../shared/contract.ts';
import { contract, isChannel } from '../../shared/contract.ts';
import { RequestId } from '../../shared/domain/ids.ts';
import type { Issue, Result } from '../../shared/domain/result.ts';
import { assertNever, fail } from '../../shared/domain/result.ts';
import { codeOfSqlError, failFrom } from '../store/storeErrors.ts';
import { createAttempts } from './attempts.ts';
import { changeOnce, firstResult } from './changeOnce.ts';
import type { Context } from './context.ts';
import type { Handlers, SessionHandlers } from './handlers.ts';
import { issuesOf } from './issues.ts';
import { checkLimits } from './limits.ts';
import type { RedactedLog } from './log.ts';

export type Dispatch = (envelope: Envelope) => Promise<Result<unknown>>;

export type DispatchParts = {
  readonly handlers: Handlers;
  readonly session: SessionHandlers;
  /** The open store with the time of this call; undefined while locked. */
  readonly context: (requestId: string) => Context | undefined;
  /** Keeps the store open until a task has ended. */
  readonly during: <T>(task: () => Promise<T>) => Promise<T>;
  readonly log: RedactedLog;
};

type Attempts = ReturnType<typeof createAttempts>;

function invalid(issues: readonly Issue[]): Result<never> {
  const first = issues[0];
  return fail('invalid-input', first ? `${first.path || 'input'}: ${first.message}` : 'This is not valid.', {
    issues,
  });
}

const isLocked = () => fail('locked', 'Golden Thread is locked. Unlock it with your passphrase.');

/** What `contract` parsed for a channel is what this channel's handler takes: the types say it channel by channel. */
function parsedFor(data: unknown): never {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- parsed by the channel's own schema
  return data as never;
}

type Handling<R> = Readonly<Record<string, (input: never, context: Context) => R>>;

function handlerOf<H>(handlers: Readonly<Record<string, H>>, channel: Channel): H {
  const handler = handlers[channel];
  if (!handler) throw new TypeError('Every channel has a handler');
  return handler;
}

async function performTask(
  parts: DispatchParts,
  channel: Channel,
  data: unknown,
  requestId: string,
): Promise<Result<unknown>> {
  const context = parts.context(requestId);
  if (!context) return isLocked();
  const known = firstResult(context, channel);
  if (known) return known.ok ? parts.handlers.answerAgain(channel, known.value, context) : known;
  const tasks: Handling<Promise<Result<unknown>>> = parts.handlers.tasks;
  return parts.during(() => handlerOf(tasks, channel)(parsedFor(data), context));
}

function performAtOnce(
  parts: DispatchParts,
  channel: Channel,
  data: unknown,
  requestId: string,
): Result<unknown> {
  const context = parts.context(requestId);
  if (!context) return isLocked();
  const sync: Handling<Result<unknown>> = parts.handlers.sync;
  const work = () => handlerOf(sync, channel)(parsedFor(data), context);
  return contract[channel].effect === 'read' ? work() : changeOnce(context, channel, work);
}

async function performSession(
  parts: DispatchParts,
  attempts: Attempts,
  channel: Channel,
  data: unknown,
): Promise<Result<unknown>> {
  const session: Readonly<Record<string, (input: never) => Promise<Result<unknown>>>> = parts.session;
  const result = await handlerOf(session, channel)(parsedFor(data));
  if (channel === 'vault:lock') attempts.forget();
  return result;
}

async function handle(
  parts: DispatchParts,
  attempts: Attempts,
  envelope: Envelope,
): Promise<Result<unknown>> {
  const { channel, input: raw } = envelope;
  if (typeof channel !== 'string' || !isChannel(channel)) return fail('forbidden', 'Unknown request.');
  const requestId = RequestId.safeParse(envelope.requestId);
  if (!requestId.success) return fail('invalid-input', 'Each request needs an id of its own (UUIDv7).');
  const limits = checkLimits(raw);
  if (!limits.ok) return limits;
  const parsed = contract[channel].input.safeParse(raw);
  if (!parsed.success) return invalid(issuesOf(parsed.error));
  const { data } = parsed;
  const effect: Effect = contract[channel].effect;
  switch (effect) {
    case 'session':
      return attempts.once(channel, requestId.data, () => performSession(parts, attempts, channel, data));
    case 'task':
      return attempts.once(channel, requestId.data, () => performTask(parts, channel, data, requestId.data));
    case 'read':
    case 'change':
      return performAtOnce(parts, channel, data, requestId.data);
    default:
      return assertNever(effect);
  }
}

function isEnvelope(value: unknown): value is Envelope {
  return typeof value === 'object' && value !== null && 'channel' in value && 'requestId' in value;
}

/**
 * The only door into the core; each shell carries the envelope to it after it has checked the sender. Expected
 * failures are coded values; a bug is logged by class and code alone and becomes `internal`.
 */
export function createDispatch(parts: DispatchParts): Dispatch {
  const attempts = createAttempts();
  return async (envelope: unknown) => {
    if (!isEnvelope(envelope)) return fail('forbidden', 'Unknown request.');
    try {
      return await handle(parts, attempts, envelope);
    } catch (cause) {
      if (codeOfSqlError(cause) !== 'internal') return failFrom(cause);
      const { channel } = envelope;
      parts.log.error(typeof channel === 'string' && isChannel(channel) ? channel : '-', cause);
      return fail(
        'internal',
        'Something went wrong. Nothing was saved. Try again; if it happens again, report it.',
      );
    }
  };
}
