import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createHeldCalls } from '../../renderer/app/heldCalls.ts';
import { fail, ok } from '../../shared/domain/result.ts';
import type { Result } from '../../shared/domain/result.ts';

/** What becomes of one attempt: the core has died before it, after it was done, or it is answered. */
type Fate = 'died before' | 'died after' | 'answered';

/** A core that keeps each first result under its request id, as the real one does. */
function coreOf(fates: readonly Fate[]) {
  const made: string[] = [];
  const known = new Map<string, Result<number>>();
  const left = [...fates];
  const locked = fail('locked', 'It stopped and was started again.');
  const send = (what: string, requestId: string) => async (): Promise<Result<number>> => {
    const fate = left.shift() ?? 'answered';
    if (fate === 'died before') return locked;
    if (!known.has(requestId)) {
      made.push(what);
      known.set(requestId, ok(made.length));
    }
    return fate === 'died after' ? locked : (known.get(requestId) ?? locked);
  };
  return { made, send };
}

const settled = async () => {
  for (let turn = 0; turn < 8; turn += 1) await Promise.resolve();
};

describe('calls that met a locked store', () => {
  it('are done once each, in their order, wherever the core dies', async () => {
    const fate = fc.constantFrom<Fate>('died before', 'died after', 'answered');
    await fc.assert(
      fc.asyncProperty(
        fc.array(fate, { maxLength: 12 }),
        fc.integer({ min: 1, max: 4 }),
        async (fates, count) => {
          const held = createHeldCalls();
          const core = coreOf(fates);
          const presses = Array.from({ length: count }, (_each, at) => `press ${at}`);
          const answers = presses.map((press) => held.carry(core.send(press, press)));
          for (let opened = 0; opened <= fates.length; opened += 1) {
            await settled();
            held.sendAll();
          }
          expect((await Promise.all(answers)).every(({ ok: isDone }) => isDone)).toBe(true);
          expect(core.made.toSorted()).toEqual(presses);
        },
      ),
    );
  });

  it('go again in the order in which they were pressed', async () => {
    const held = createHeldCalls();
    const core = coreOf(['died before', 'died before', 'died before']);
    const answers = ['first', 'second', 'third'].map((press) => held.carry(core.send(press, press)));
    await settled();
    held.sendAll();
    await Promise.all(answers);
    expect(core.made).toEqual(['first', 'second', 'third']);
  });

  it('are answered with “locked” once somebody locks, and never go again', async () => {
    const held = createHeldCalls();
    const core = coreOf(['died before']);
    const answer = held.carry(core.send('a press', 'a press'));
    await settled();
    held.dropAll();
    expect(await answer).toMatchObject({ ok: false, error: { code: 'locked' } });
    held.sendAll();
    await settled();
    expect(core.made).toEqual([]);
  });

  it('that fail for another reason are not held', async () => {
    const held = createHeldCalls();
    const full = fail('disk-full', 'The disk is full.');
    expect(await held.carry(async () => full)).toBe(full);
  });
});
