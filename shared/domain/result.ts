/** Every code an expected failure can carry; anything else is a bug and becomes `internal`. */
export const errorCodes = [
  'invalid-input',
  'not-found',
  'conflict',
  'forbidden',
  'locked',
  'wrong-passphrase',
  'store-in-use',
  'store-newer',
  'store-corrupt',
  'disk-full',
  'read-only',
  'cancelled',
  'internal',
] as const;

export type ErrorCode = (typeof errorCodes)[number];

/** One thing that is wrong, where (`path` in what was sent), and what to do. Never quotes what was typed. */
export type Issue = { readonly path: string; readonly message: string };

export type AppError = {
  readonly code: ErrorCode;
  readonly message: string;
  readonly field?: string;
  /** All faults of an `invalid-input`, not only the first. */
  readonly issues?: readonly Issue[];
  /** For `conflict`: what the store holds now, so that both texts can be shown. */
  readonly current?: unknown;
};

export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: AppError };

export function ok<T>(value: T): Result<T> {
  return { ok: true, value };
}

/** A coded failure. `message` says what happened and what to do next, and carries no personal data. */
export function fail(
  code: ErrorCode,
  message: string,
  more: Omit<AppError, 'code' | 'message'> = {},
): { readonly ok: false; readonly error: AppError } {
  return { ok: false, error: { code, message, ...more } };
}

/** Closes a `switch` over a union: a new member fails the type check, and a value from outside throws. */
export function assertNever(value: never): never {
  throw new TypeError(`Unexpected variant of type ${typeof value}`);
}
