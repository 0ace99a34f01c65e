import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { uuidv7 } from '../../main/core/ids.ts';
import type { Database } from '../../main/store/openStore.ts';
import { contract, isChannel } from '../../shared/contract.ts';
import { keysOf } from '../../shared/domain/keysOf.ts';
import { errorCodes } from '../../shared/domain/result.ts';
import type { Result } from '../../shared/domain/result.ts';
import { withCanaries } from '../support/canary.ts';
import { readCaseload } from '../support/caseload.ts';
import { zodArbitrary } from '../support/zodArbitrary.ts';
import { hostileInputs, hugeInputs, planted } from './support/hostileInputs.ts';
import { openBeside, snapshotOf } from './support/storeRows.ts';
import { testPassphrase } from './support/tempStore.ts';
import type { TestCore } from './support/testCore.ts';
import { testCore } from './support/testCore.ts';

const isLong = process.env['GT_LONG'] === '1';
const channels = keysOf(contract);
const typed = 'zqtyped';
const stored = 'zqstored';

let app: TestCore;
let beside: Database;
let ids: readonly string[];

beforeAll(async () => {
  app = await testCore();
  const files = readCaseload()
    .slice(0, 2)
    .map(({ file }) => withCanaries(file, stored));
  await app.call('caseFile:import', { files, onConflict: 'refuse' });
  // Few, so that a random record often names a review, a child and points that belong together.
  const [file] = files;
  const review = file?.reviews.at(-1);
  if (!file || !review) throw new Error('The caseload has a child with a review');
  const some = [file.people, file.risks, file.actions, review.points, review.decisions];
  ids = [
    file.child.id,
    file.child.id,
    review.id,
    review.id,
    ...some.flatMap((rows) => rows.slice(0, 2).map(({ id }) => id)),
  ];
  beside = await openBeside(app.dir);
});
afterAll(async () => {
  beside.close();
  await app.remove();
});

const Answer = z.union([
  z.strictObject({ ok: z.literal(true), value: z.unknown() }),
  z.strictObject({
    ok: z.literal(false),
    error: z.strictObject({
      code: z.enum(errorCodes).exclude(['internal']),
      message: z.string().min(1),
      field: z.string().optional(),
      issues: z.array(z.strictObject({ path: z.string(), message: z.string() })).optional(),
      current: z.unknown().optional(),
    }),
  }),
]);

/** The number of commits that others made, as this connection sees it. */
const commits = () => beside.pragma('data_version', { simple: true });

/** What an answer tells that it must not; the record a conflict met is told on purpose. */
function toldFaults(channel: string, result: Result<unknown>): string[] {
  if (result.ok) {
    const output = isChannel(channel) ? contract[channel].output.safeParse(result.value) : undefined;
    const issues = output?.error?.issues ?? [];
    return issues.map(({ path }) => `${channel} gives a strange ${path.join('.')}`);
  }
  const { current: _held, ...told } = result.error;
  const text = JSON.stringify(told);
  return [
    ...(/zqtyped|zqstored|zqplanted/i.test(text) ? [`${channel} tells what was typed`] : []),
    ...(/\bat .*:\d+:\d+|node_modules|\.ts\b|Error:/.test(text) ? [`${channel} tells where it failed`] : []),
  ];
}

/** What a call must hold to, whatever came in: a coded answer, nothing told that is personal, nothing half done. */
async function send(channel: string, input: unknown): Promise<{ isOk: boolean; faults: string[] }> {
  const before = commits();
  const result = await app.core().dispatch({ requestId: uuidv7(Date.now()), channel, input });
  // A failed backup is told until one succeeds: that is the one thing a failure may write.
  const isWritten = !result.ok && !channel.startsWith('backup:') && commits() !== before;
  const faults = [
    ...(Answer.safeParse(result).success
      ? []
      : [`${channel} answers ${result.ok ? 'strangely' : result.error.code}`]),
    ...toldFaults(channel, result),
    ...(isWritten ? [`${channel} failed and wrote something`] : []),
    ...app.logged.splice(0).map(({ kind, code }) => `${channel} logged ${kind} ${code}`),
  ];
  return { isOk: result.ok, faults };
}

async function unlockAgain(): Promise<void> {
  const { state } = await app.call('vault:status', {});
  if (state === 'locked') await app.call('vault:unlock', { passphrase: testPassphrase });
}

describe.each(channels)('%s', (channel) => {
  const { input } = contract[channel];

  it('answers whatever its schema allows with a value or a coded failure', async () => {
    const arbitrary = zodArbitrary(input, { mark: typed, ids });
    await fc.assert(
      fc.asyncProperty(arbitrary, async (value) => {
        const { faults } = await send(channel, value);
        expect(faults).toEqual([]);
        await unlockAgain();
      }),
      { numRuns: isLong ? 300 : 25, endOnFailure: true },
    );
  });

  it('refuses what its schema does not allow, and leaves every table as it was', async () => {
    const arbitrary = zodArbitrary(input, { mark: typed, ids });
    const [example] = fc.sample(arbitrary, { numRuns: 1, seed: 3 });
    const before = snapshotOf(beside);
    let isChanged = false;
    const values = [
      ...hostileInputs.flatMap((hostile) => [hostile, ...planted(example, hostile)]),
      ...hugeInputs.flatMap((huge) => planted(example, huge).slice(0, 1)),
    ];
    for (const value of values) {
      const { isOk, faults } = await send(channel, value);
      expect(faults).toEqual([]);
      isChanged ||= isOk;
    }
    // Here and there what was planted is allowed; `send` has looked at each refusal by itself.
    const isNoted = channel.startsWith('backup:');
    const after = isChanged || isNoted ? before : snapshotOf(beside);
    expect(after).toEqual(before);
    await unlockAgain();
  });
});
