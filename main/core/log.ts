/** What a log line may say: where, and the class and code of what went wrong. Messages can quote what was typed. */
export type LogLine = {
  readonly at: string;
  readonly channel: string;
  readonly kind: string;
  readonly code: string;
};
export type RedactedLog = { readonly error: (channel: string, cause: unknown) => void };

const codePattern = /^[A-Z][A-Z0-9_]{1,40}$/;

/** The class of a thrown value, and its code where it has one that looks like a code. Never its message. */
export function describeCause(cause: unknown): { kind: string; code: string } {
  if (!(cause instanceof Error)) return { kind: typeof cause, code: '-' };
  const code =
    'code' in cause && typeof cause.code === 'string' && codePattern.test(cause.code) ? cause.code : '-';
  return { kind: cause.constructor.name, code };
}

/** A log over any sink of lines. */
export function createLog(write: (line: LogLine) => void, now: () => string): RedactedLog {
  return { error: (channel, cause) => write({ at: now(), channel, ...describeCause(cause) }) };
}
