import { setTimeout as wait } from 'node:timers/promises';
import { ReviewId } from '../../shared/domain/ids.ts';
import type { Bed } from '../bed.ts';
import { heavyReviews, openReviews, reviewsHeld } from '../bed.ts';
import type { Line } from '../lines.ts';
import type { Sample } from '../statistics.ts';
import { sampleOf } from '../statistics.ts';
import { timeOfCall } from '../timing.ts';
import type { BenchWindow } from '../window/benchWindow.ts';
import {
  backToToday,
  browserHere,
  openBenchWindow,
  openReview,
  storeForWindows,
  unlockToToday,
} from '../window/benchWindow.ts';
import { bundleLines } from '../window/bundle.ts';
import { traceKeys } from '../window/mainThread.ts';
import { megabytesOf, pageProcesses } from '../window/processes.ts';
import { caretAtEnd, typeSteadily, watchSaves } from '../window/typing.ts';

/** How many of each; a run for CI is short. */
type Times = { readonly windows: number; readonly reviews: number; readonly keys: number };

const letters = 'the choir sang and she went along with it as she had said she would ';
const wordsOf = (keys: number): string => letters.repeat(Math.ceil(keys / letters.length)).slice(0, keys);
/** A fast typist. */
const everyMs = 80;

/** What the contract alone takes for what the screen of a review reads. */
async function contractAlone(bed: Bed, ids: readonly { id: string; childId: string }[]): Promise<Sample> {
  const taken: number[] = [];
  for (const { id, childId } of ids) {
    const reviewId = ReviewId.parse(id);
    const read = async () => {
      await bed.call('review:get', { id: reviewId });
      await bed.call('child:get', { id: childId });
      await bed.call('review:check', { id: reviewId });
    };
    taken.push(await timeOfCall(read));
  }
  return sampleOf(taken);
}

async function openingLines(bed: Bed, browser: string, dir: string, times: Times): Promise<Line[]> {
  const heavy = heavyReviews(bed);
  const unlocked: number[] = [];
  const first: number[] = [];
  const later: number[] = [];
  for (let turn = 0; turn < times.windows; turn += 1) {
    const window = await openBenchWindow(browser, dir);
    unlocked.push(await unlockToToday(window.page));
    const ids = Array.from(
      { length: Math.ceil(times.reviews / times.windows) },
      (_none, place) => heavy[place],
    );
    for (const [place, review] of ids.entries()) {
      if (!review) continue;
      (place === 0 ? first : later).push(await openReview(window.page, review.id));
      await backToToday(window.page);
    }
    await window.close();
  }
  return [
    {
      id: 'page-today',
      what: 'Passphrase accepted → Today usable, in the window',
      unit: 'ms',
      sample: sampleOf(unlocked),
      budget: { figure: 'median', most: 1_000 },
      note: 'a new window and a new core each time; a cheap passphrase, so that its scrypt is not counted',
    },
    {
      id: 'page-review-first',
      what: 'Open a review, the first of the window: until it is drawn',
      unit: 'ms',
      sample: sampleOf(first),
      note: 'the editor is loaded then',
    },
    {
      id: 'page-review',
      what: 'Open a review: contract calls and first paint',
      unit: 'ms',
      sample: sampleOf(later.length > 0 ? later : first),
      budget: { figure: 'median', most: 100 },
      floor: { what: 'its contract calls alone', sample: await contractAlone(bed, heavy) },
    },
  ];
}

async function typingLines(bed: Bed, browser: string, dir: string, times: Times): Promise<Line[]> {
  const [review] = openReviews(bed);
  if (!review) throw new Error('No review to type in');
  const saves = watchSaves();
  const window = await openBenchWindow(browser, dir, saves.through);
  const { page } = window;
  await unlockToToday(page);
  await openReview(page, review.id);
  await caretAtEnd(page);
  await typeSteadily(page, wordsOf(20), everyMs);
  await wait(1_500);
  const before = saves.durable.at(-1)?.length ?? 0;
  let pressed: number[] = [];
  const work = await traceKeys(page, async () => {
    pressed = await typeSteadily(page, wordsOf(times.keys), everyMs);
  });
  await wait(1_500);
  await window.close();
  const waits = pressed.flatMap((at, place) => {
    const kept = saves.durable.find(({ length, at: then }) => then >= at && length > before + place);
    return kept ? [kept.at - at] : [];
  });
  if (waits.length < pressed.length - 1) throw new Error('A key was never durable');
  const rhythm = `${times.keys} keys, one every ${everyMs} ms without a pause, while it is saved and read again`;
  return [
    {
      id: 'page-durable',
      what: 'Typed → durable, while typing goes on',
      unit: 'ms',
      sample: sampleOf(waits),
      budget: { figure: 'p99', most: 1_000 },
      note: rhythm,
    },
    {
      id: 'page-key',
      what: 'Main-thread work per keystroke while saving',
      unit: 'ms',
      sample: sampleOf(work.perKey),
      budget: { figure: 'p95', most: 8 },
      note: 'every task from one key to the next, by the browser’s trace',
    },
    {
      id: 'page-key-longest',
      what: 'The longest task of the main thread between two keys',
      unit: 'ms',
      sample: sampleOf([Math.max(...work.longest)]),
      budget: { figure: 'median', most: 50 },
    },
  ];
}

async function heldBy({ corePid, profile }: BenchWindow): Promise<number> {
  await wait(2_000);
  return megabytesOf([corePid, ...pageProcesses(profile)]);
}

async function memoryLines(bed: Bed, browser: string, dir: string): Promise<Line[]> {
  if (process.platform !== 'linux') return [];
  const window = await openBenchWindow(browser, dir);
  await unlockToToday(window.page);
  const idle = await heldBy(window);
  const reviews = reviewsHeld(bed, { from: 0, to: 900 }).slice(0, 50);
  for (const { id } of reviews) await openReview(window.page, id);
  await backToToday(window.page);
  const after = await heldBy(window);
  await window.close();
  return [
    {
      id: 'page-memory',
      what: 'Memory of core and page (PSS), idle on Today',
      unit: 'MB',
      sample: sampleOf([idle]),
      budget: { figure: 'median', most: 300 },
    },
    {
      id: 'page-memory-after',
      what: `Memory of core and page (PSS), idle after opening ${reviews.length} reviews`,
      unit: 'MB',
      sample: sampleOf([after]),
    },
  ];
}

/** What only a window can show: the preview shell over a copy of the store. No lines where no browser is installed. */
export async function measurePage(bed: Bed, times: Times, say: (line: string) => void): Promise<Line[]> {
  const browser = browserHere(say);
  if (browser === undefined) {
    say('  no Chromium, Chrome or Edge is installed: the window is not measured');
    return [];
  }
  const dir = storeForWindows(bed.built.dir, bed.folder);
  return [
    ...(await openingLines(bed, browser, dir, times)),
    ...(await typingLines(bed, browser, dir, times)),
    ...(await memoryLines(bed, browser, dir)),
    ...bundleLines(),
  ];
}
