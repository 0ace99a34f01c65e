/** Numbers that a seed decides: the same text, ids and days on every machine and every run. */
export type Random = {
  /** From 0 up to, not including, 1. */
  readonly next: () => number;
  /** A whole number from `from` to `to`, ends included. */
  readonly between: (from: number, to: number) => number;
  readonly pick: <T>(values: readonly T[]) => T;
  readonly isLikely: (chance: number) => boolean;
};

/** Marsaglia's xorshift with 32 bits of state, stirred by Wang's hash so that near seeds give far streams. */
export function randomFrom(seed: number): Random {
  let state = stir(seed >>> 0) || 0x9e3779b9;
  const next = (): number => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
  const between = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1));
  return {
    next,
    between,
    pick: <T>(values: readonly T[]): T => {
      const value = values[between(0, values.length - 1)];
      if (value === undefined) throw new RangeError('Nothing to pick from');
      return value;
    },
    isLikely: (chance) => next() < chance,
  };
}

function stir(seed: number): number {
  let value = seed ^ 61 ^ (seed >>> 16);
  value = Math.imul(value, 9);
  value ^= value >>> 4;
  value = Math.imul(value, 0x27d4eb2d);
  return (value ^ (value >>> 15)) >>> 0;
}
