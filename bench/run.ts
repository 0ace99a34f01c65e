import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Bed } from './bed.ts';
import { makeBed } from './bed.ts';
import type { Built } from './buildStore.ts';
import { builtStore, workFolder } from './buildStore.ts';
import type { Size } from './caseload/sizes.ts';
import { sizes } from './caseload/sizes.ts';
import type { Line } from './lines.ts';
import { ratioOf, verdictOf } from './lines.ts';
import { machineOf } from './machine.ts';
import { measureDeadlines } from './measures/deadlines.ts';
import { measureFinalising } from './measures/finalising.ts';
import { measureImport } from './measures/importing.ts';
import { measureBackup, measureSize } from './measures/keeping.ts';
import { measureLists } from './measures/lists.ts';
import { measureOpening } from './measures/opening.ts';
import { measurePage } from './measures/page.ts';
import { measurePrinting } from './measures/printing.ts';
import { measureReading } from './measures/reading.ts';
import { measureSaving } from './measures/saving.ts';
import { measureSearch } from './measures/searching.ts';
import { tableOf } from './table.ts';

/**
 * `npm run bench`: the budgets of the design on a store of a service and of one officer, each beside its floor.
 * `--small`: a few children, for CI. `--size NAME`: one of service, officer, small. `--json FILE`: where the
 * numbers go. Never fails because of a budget: a machine that is slow is not a fault. It says MISSED.
 */

const wantedMajor = 24;
if (Number(process.versions.node.split('.')[0]) !== wantedMajor) {
  process.stderr.write(`The benchmark runs on Node ${wantedMajor}, which comes with npm ci: npm run bench\n`);
  process.exit(1);
}

const { values } = parseArgs({
  options: { small: { type: 'boolean' }, size: { type: 'string' }, json: { type: 'string' } },
});

const say = (line: string) => process.stderr.write(`${line}\n`);

function sizesToRun(): Size[] {
  if (values.small === true) return [sizes.small];
  if (values.size === undefined) return [sizes.service, sizes.officer];
  const chosen = Object.values(sizes).find(({ name }) => name === values.size);
  if (!chosen) throw new RangeError(`Sizes: ${Object.keys(sizes).join(', ')}`);
  return [chosen];
}

async function measureAll(bed: Bed, size: Size): Promise<Line[]> {
  const few = size.name === 'small';
  const steps: readonly (readonly [string, () => Promise<Line[]> | Line[]])[] = [
    ['opening', () => measureOpening(bed, few ? 1 : 5)],
    ['reading', () => measureReading(bed, few ? 30 : 200)],
    ['lists', () => measureLists(bed, few ? 20 : 60)],
    ['deadlines', () => measureDeadlines(bed, few ? 20 : 60)],
    ['searching', () => measureSearch(bed, few ? 2 : 5)],
    ['saving', () => measureSaving(bed, few ? 300 : 3_000)],
    ['printing', () => measurePrinting(bed, few ? 15 : 60, !few)],
    ['finalising', () => measureFinalising(bed, few ? 5 : 20)],
    ['size', () => measureSize(bed)],
    ['importing', () => measureImport(bed, size, few ? 2 : 5)],
    ['backup', () => measureBackup(bed)],
    [
      'window',
      () =>
        measurePage(
          bed,
          few ? { windows: 2, reviews: 6, keys: 150 } : { windows: 5, reviews: 30, keys: 600 },
          say,
        ),
    ],
  ];
  const lines: Line[] = [];
  for (const [name, measure] of steps) {
    say(`  ${name}`);
    lines.push(...(await measure()));
  }
  return lines;
}

type Ran = { readonly size: Size; readonly built: Built; readonly lines: readonly Line[] };

function describe({ size, built }: Ran): string {
  const millions = (count: number) => (count / 1_000_000).toFixed(1);
  return (
    `${size.what[0]?.toUpperCase() ?? ''}${size.what.slice(1)}, ${built.reviews} reviews, ${built.actions} actions, ` +
    `${millions(built.words)} million words (${millions(built.textBytes)} MB of text, ${built.distinctWords} distinct words)`
  );
}

async function run(): Promise<void> {
  const folder = workFolder();
  const ran: Ran[] = [];
  let machine: Record<string, string> = {};
  try {
    for (const size of sizesToRun()) {
      const store = await builtStore(size, say);
      say(`Measuring ${size.what}`);
      const bed = await makeBed(store, join(folder, size.name));
      machine = { ...machineOf(bed.reader), ...machine };
      const lines = await measureAll(bed, size);
      await bed.close();
      ran.push({ size, built: store.built, lines });
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  const file =
    values.json ?? join(import.meta.dirname, '../node_modules/.cache/golden-thread-bench/results.json');
  mkdirSync(join(file, '..'), { recursive: true });
  const results = ran.map(({ size, built, lines }) => ({
    size: size.name,
    built,
    lines: lines.map((line) => ({ ...line, ratio: ratioOf(line), verdict: verdictOf(line) })),
  }));
  writeFileSync(file, JSON.stringify({ machine, results }, null, 2));
  for (const each of ran) process.stdout.write(`\n${describe(each)}\n\n${tableOf(each.lines)}\n`);
  process.stdout.write('\n');
  for (const [name, value] of Object.entries(machine)) process.stdout.write(`${name}: ${value}\n`);
  const missed = ran.flatMap(({ lines }) => lines).filter((line) => verdictOf(line) === 'MISSED');
  process.stdout.write(`\n${missed.length} budgets missed\n`);
}

await run();
