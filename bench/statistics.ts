/** One line's timings, ms, or sizes; all as measured, none thrown away. */
export type Sample = {
  readonly count: number;
  readonly median: number;
  readonly p95: number;
  readonly p99: number;
  readonly most: number;
  /** Processor time of one run, ms, the median: what is left of the wall's time when nobody else is on the machine. */
  readonly cpu?: number;
};

/**
 * The value below which a share of the sample lies, by the nearest-rank method: always one that was measured,
 * never a mean of two. `share` from 0 to 1.
 */
export function percentile(values: readonly number[], share: number): number {
  if (values.length === 0) throw new RangeError('An empty sample has no percentile');
  if (!(share >= 0 && share <= 1)) throw new RangeError('A share lies between 0 and 1');
  const sorted = [...values].sort((a, b) => a - b);
  const value = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
  if (value === undefined) throw new RangeError('An empty sample has no percentile');
  return value;
}

/** The middle value; of an even number, the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  if (values.length === 0) throw new RangeError('An empty sample has no median');
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
}

/** `cpu`: the processor time of each, where it was taken. */
export function sampleOf(values: readonly number[], cpu: readonly number[] = []): Sample {
  return {
    count: values.length,
    median: median(values),
    p95: percentile(values, 0.95),
    p99: percentile(values, 0.99),
    most: Math.max(...values),
    ...(cpu.length > 0 && { cpu: median(cpu) }),
  };
}
