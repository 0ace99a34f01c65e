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

/** Runs `work` so many times after some unmeasured ones; `turn` counts from 0 over both. */
export async function repeat(
  times: number,
  work: (turn: number) => unknown,
  warmUp = Math.min(5, times),
): Promise<Sample> {
  const taken: number[] = [];
  for (let turn = 0; turn < warmUp + times; turn += 1) {
    const ms = await timeOfCall(async () => work(turn));
    if (turn >= warmUp) taken.push(ms);
  }
  return sampleOf(taken);
}

/** Two pieces of work by turns, so that a noisy neighbour or a slow moment of the disk falls on both. */
export async function repeatByTurns(
  times: number,
  work: (turn: number) => unknown,
  floor: (turn: number) => unknown,
  warmUp = Math.min(5, times),
): Promise<{ sample: Sample; floor: Sample }> {
  const taken: number[] = [];
  const least: number[] = [];
  for (let turn = 0; turn < warmUp + times; turn += 1) {
    const ms = await timeOfCall(async () => work(turn));
    const floorMs = await timeOfCall(async () => floor(turn));
    if (turn < warmUp) continue;
    taken.push(ms);
    least.push(floorMs);
  }
  return { sample: sampleOf(taken), floor: sampleOf(least) };
}
