import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readDemo } from '../../main/cli/demo.ts';
import { withThrowAwayStore } from '../../main/cli/throwAwayStore.ts';
import type { Report } from '../../shared/report/blocks.ts';
import { wordsOf } from '../../shared/report/words.ts';
import { finaliseWithGaps } from './support/finaliseThrough.ts';
import { readersOf } from './support/demoDocuments.ts';
import { hostileCase, manyWords } from './support/hostileCase.ts';
import { linksResolve } from './support/package.ts';
import { wordsFromLibreOffice, wordsFromPandoc } from './support/readers.ts';
import { validateDocx } from './support/validate.ts';

/*
 * Hostile content from the case file to the page: imported into the core, finalised with its gaps accepted, printed
 * for every reader; and once more from the case file that comes out, at the command line.
 */

type Printed = { readonly name: string; readonly report: Report | undefined; readonly bytes: Uint8Array };

const name = 'ruby.case.json';
const reviewId = 'ruby-r8';
const kinds = [
  'service-file',
  'decisions',
  'manager',
  'chair',
  'letter',
  'parent',
  'carer',
  'school',
  'health',
] as const;
const demo = readDemo();
const folder = mkdtempSync(join(tmpdir(), 'golden-thread-hostile-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const printed: Printed[] = [];
const stopped: string[] = [];
const exits: Record<string, number> = {};
let office: string[][] = [];
let pandoc: string[][] = [];
let faults: string[][] = [];

const clean = demo.files.get(name);
const hostile = clean && hostileCase(clean, reviewId);

/** Runs the command line as a person would; gives its exit code. */
function cli(...args: string[]): Promise<number> {
  const path = fileURLToPath(new URL('../../main/cli.ts', import.meta.url));
  return new Promise((resolve) => {
    execFile(process.execPath, [path, ...args], { maxBuffer: 64 * 1024 * 1024 }, (error) => {
      resolve(typeof error?.code === 'number' ? error.code : error === null ? 0 : 3);
    });
  });
}

async function throughTheCore(): Promise<unknown> {
  if (hostile === undefined) throw new Error('The demo has no such file');
  const { file } = hostile;
  return withThrowAwayStore(file.officer, '2026-09-29', async (store) => {
    await store.call('caseFile:import', { files: [file], onConflict: 'refuse' });
    const review = file.reviews.find(({ id }) => id === reviewId);
    if (review === undefined) throw new Error('The file has no such review');
    await finaliseWithGaps(store, review.id, { decisions: '2026-09-29', record: '2026-10-16' });
    for (const kind of kinds) {
      for (const personId of readersOf(file, kind)) {
        const request = { reviewId: review.id, document: kind, ...(personId !== undefined && { personId }) };
        const { report, problems } = await store.call('document:preview', request);
        if (problems.length > 0) {
          stopped.push(`${kind} for ${personId ?? 'nobody'}: ${problems[0]?.what ?? ''}`);
          continue;
        }
        const { content } = await store.call('document:export', request);
        printed.push({
          name: `${kind} for ${personId ?? 'nobody'}`,
          // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the contract carries the view-model as it is
          report: report as Report,
          bytes: new Uint8Array(Buffer.from(content, 'base64')),
        });
      }
    }
    return store.call('caseFile:export', { id: file.child.id });
  });
}

async function atTheCommandLine(path: string, what: string): Promise<void> {
  const out = join(folder, what);
  exits[what] = await cli(
    'export',
    path,
    '--document',
    'service-file',
    '--review',
    reviewId,
    '--out',
    out,
    '--today',
    '2026-10-16',
  );
  for (const file of readdirSync(out)) {
    printed.push({ name: what, report: undefined, bytes: new Uint8Array(readFileSync(join(out, file))) });
  }
}

/** ms; a minute on two free cores. */
const longest = 600_000;

beforeAll(async () => {
  const finalised = await throughTheCore();
  // JSON.stringify writes half a surrogate pair as an escape, as another program would.
  writeFileSync(join(folder, 'open.case.json'), JSON.stringify(hostile?.file));
  writeFileSync(join(folder, 'finalised.case.json'), JSON.stringify(finalised));
  await atTheCommandLine(join(folder, 'open.case.json'), 'the open case file at the command line');
  await atTheCommandLine(join(folder, 'finalised.case.json'), 'the finalised one at the command line');
  const files = printed.map(({ bytes }) => bytes);
  const throughOffice = async (): Promise<void> => {
    office = await wordsFromLibreOffice(files);
  };
  const throughOthers = async (): Promise<void> => {
    pandoc = await wordsFromPandoc(files);
    faults = await validateDocx(files);
  };
  await Promise.all([throughOffice(), throughOthers()]);
}, longest);

const serviceFiles = () =>
  printed.flatMap((one, index) => (/service-file|command line/.test(one.name) ? [{ ...one, index }] : []));

describe('hostile content through the whole path', () => {
  it('is printed for every reader, and at the command line', () => {
    expect(stopped).toEqual([]);
    expect(exits).toEqual({
      'the open case file at the command line': 0,
      'the finalised one at the command line': 0,
    });
    expect(serviceFiles()).toHaveLength(3);
    expect(printed.length).toBeGreaterThan(9);
  });

  it('gives valid Word files whose links lead somewhere', () => {
    expect(printed.map((one, index) => [one.name, faults[index]])).toEqual(
      printed.map((one) => [one.name, []]),
    );
    for (const { bytes } of printed) {
      expect(linksResolve(bytes)).toMatchObject({ dangling: [], repeated: [], external: [] });
    }
  });

  it('is read by LibreOffice and pandoc word for word as the view-model has it', () => {
    expect(office).toEqual(pandoc);
    // At the command line there is no view-model to compare with: two programs agree.
    const wanted = printed.map(({ report }, index) =>
      report === undefined ? pandoc[index] : wordsOf(report),
    );
    expect(office).toEqual(wanted);
  });

  it('loses no word: the 20,000 in their order, and one beside each odd text', () => {
    for (const { index } of serviceFiles()) {
      const words = office[index] ?? [];
      const start = words.indexOf('word0');
      expect(words.slice(start, start + manyWords.length)).toEqual(manyWords);
      const all = new Set(words.map((word) => word.replaceAll(/[^\p{L}\p{N}]/gu, '')));
      const lost = [...(hostile?.marks ?? [])].filter(([, mark]) => !all.has(mark)).map(([where]) => where);
      expect(lost).toEqual([]);
      for (const readable of [
        'sleeps',
        'badly',
        'since',
        'two',
        'five',
        'seven',
        'nine',
        'ten',
        'thirteen',
        '漢字',
        'שלום',
      ]) {
        expect([readable, all.has(readable)]).toEqual([readable, true]);
      }
    }
  });
});
