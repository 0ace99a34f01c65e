import type { Sample } from './statistics.ts';
import { sampleOf } from './statistics.ts';

/** Milliseconds that `work` takes. */
export function timeOf(work: () => unknown): number {
  const started = performance.now();
  work();
  return performance.now() - started;
}

export async function timeOfCall(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

/** Wall and processor time of runs, ms. */
export type Taken = { readonly wall: number[]; readonly cpu: number[] };

export const nothingTaken = (): Taken => ({ wall: [], cpu: [] });

export async function take(into: Taken, work: () => unknown): Promise<void> {
  const before = process.cpuUsage();
  const ms = await timeOfCall(async () => work());
  const { user, system } = process.cpuUsage(before);
  into.wall.push(ms);
  into.cpu.push((user + system) / 1_000);
}

export const sampleTaken = ({ wall, cpu }: Taken): Sample => sampleOf(wall, cpu);

/** Runs `work` so many times after some unmeasured ones; `turn` counts from 0 over both. */
export async function repeat(
  times: number,
  work: (turn: number) => unknown,
  warmUp = Math.min(5, times),
): Promise<Sample> {
  const taken = nothingTaken();
  for (let turn = 0; turn < warmUp + times; turn += 1) {
    await take(turn < warmUp ? nothingTaken() : taken, () => work(turn));
  }
  return sampleTaken(taken);
}

/** Two pieces of work by turns, so that a noisy neighbour or a slow moment of the disk falls on both. */
export async function repeatByTurns(
  times: number,
  work: (turn: number) => unknown,
  floor: (turn: number) => unknown,
  warmUp = Math.min(5, times),
): Promise<{ sample: Sample; floor: Sample }> {
  const taken = nothingTaken();
  const least = nothingTaken();
  for (let turn = 0; turn < warmUp + times; turn += 1) {
    await take(turn < warmUp ? nothingTaken() : taken, () => work(turn));
    await take(turn < warmUp ? nothingTaken() : least, () => floor(turn));
  }
  return { sample: sampleTaken(taken), floor: sampleTaken(least) };
}
