import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSaveQueue } from '../../renderer/app/saving/saveQueue.ts';
import { throttleMs } from '../../renderer/app/saving/slot.ts';
import type { SaveResult } from '../../renderer/app/saving/slot.ts';

/** Time that a test moves by hand, so that a property can run thousands of interleavings. */
function handClock() {
  let now = 0;
  let timers: { at: number; work: () => void }[] = [];
  const schedule = (work: () => void, ms: number) => {
    const timer = { at: now + ms, work };
    timers.push(timer);
    return () => {
      timers = timers.filter((other) => other !== timer);
    };
  };
  const settle = async () => {
    for (let turn = 0; turn < 8; turn += 1) await Promise.resolve();
  };
  const advance = async (ms: number) => {
    const until = now + ms;
    for (;;) {
      const next = timers.filter(({ at }) => at <= until).sort((a, b) => a.at - b.at)[0];
      if (!next) break;
      timers = timers.filter((other) => other !== next);
      now = next.at;
      next.work();
      await settle();
    }
    now = until;
    await settle();
  };
  return { schedule, advance };
}

type Answer = 'ok' | 'fails' | 'is lost after it was kept' | 'somebody else saved first';

/** A store that keeps versions and request ids as the core does, and fails as it is told to. */
function fakeStore(answers: () => Answer) {
  const rows = new Map<string, { value: string; version: number }>();
  const requests = new Map<string, SaveResult>();
  const received: { key: string; value: string }[] = [];
  const send =
    (key: string) =>
    async (value: string, baseVersion: number, requestId: string): Promise<SaveResult> => {
      received.push({ key, value });
      const known = requests.get(requestId);
      if (known) return known;
      const answer = answers();
      if (answer === 'fails') return { ok: false, error: { code: 'disk-full', message: 'full' } };
      const row = rows.get(key) ?? { value: '', version: 0 };
      if (answer === 'somebody else saved first') {
        rows.set(key, { value: `${key}: theirs`, version: row.version + 1 });
      }
      const current = rows.get(key) ?? row;
      if (current.version !== baseVersion) {
        return { ok: false, error: { code: 'conflict', message: 'changed', current } };
      }
      const result: SaveResult = { ok: true, value: { version: baseVersion + 1 } };
      rows.set(key, { value, version: baseVersion + 1 });
      requests.set(requestId, result);
      if (answer === 'is lost after it was kept') throw new Error('the core died');
      return result;
    };
  return { rows, send, received };
}

function queueOver(clock: ReturnType<typeof handClock>) {
  let requests = 0;
  return createSaveQueue({
    newRequestId: () => `request-${(requests += 1)}`,
    schedule: clock.schedule,
    onChange: () => undefined,
  });
}

describe('the save queue', () => {
  it('saves while typing goes on: never later than half a second after a keystroke', async () => {
    const clock = handClock();
    const store = fakeStore(() => 'ok');
    const queue = queueOver(clock);
    queue.open('text', 0, store.send('text'));
    for (let letter = 1; letter <= 40; letter += 1) {
      queue.edit('text', 'x'.repeat(letter));
      await clock.advance(100);
    }
    // Four seconds without a pause: a debounce would have saved nothing yet.
    expect(store.received.length).toBeGreaterThanOrEqual(7);
    await clock.advance(throttleMs);
    expect(store.rows.get('text')?.value).toBe('x'.repeat(40));
    expect(queue.overall()).toEqual({ kind: 'saved' });
  });

  it('keeps a failed save and tries it again under its own name', async () => {
    const clock = handClock();
    let answer: Answer = 'fails';
    const store = fakeStore(() => answer);
    const queue = queueOver(clock);
    queue.open('text', 0, store.send('text'));
    queue.edit('text', 'kept');
    await clock.advance(throttleMs);
    expect(queue.overall().kind).toBe('not-saved');
    expect(queue.unsaved('text')).toBe('kept');
    answer = 'ok';
    queue.retryNow();
    await clock.advance(0);
    expect(store.rows.get('text')).toEqual({ value: 'kept', version: 1 });
  });

  it('says that it is not saved until it is, also while it is tried again', async () => {
    const clock = handClock();
    const queue = queueOver(clock);
    let answer: (result: SaveResult) => void = () => undefined;
    const arrived = new Promise<SaveResult>((resolve) => (answer = resolve));
    const full: SaveResult = { ok: false, error: { code: 'disk-full', message: 'full' } };
    let tries = 0;
    queue.open('text', 0, () => ((tries += 1) < 3 ? Promise.resolve(full) : arrived));
    queue.edit('text', 'kept');
    await clock.advance(throttleMs);
    queue.edit('text', 'kept, and more');
    await clock.advance(60_000);
    expect([tries, queue.overall().kind]).toEqual([3, 'not-saved']);
    answer({ ok: true, value: { version: 1 } });
    await clock.advance(0);
    expect(queue.overall().kind).toBe('saving');
  });

  it('keeps both texts of a conflict and saves the one that is chosen', async () => {
    const clock = handClock();
    let answer: Answer = 'somebody else saved first';
    const store = fakeStore(() => answer);
    const queue = queueOver(clock);
    queue.open('text', 0, store.send('text'));
    queue.edit('text', 'mine');
    await clock.advance(throttleMs);
    expect(queue.stateOf('text')).toMatchObject({
      kind: 'conflict',
      conflict: { mine: 'mine', theirs: 'text: theirs' },
    });
    answer = 'ok';
    queue.resolve('text', 'both');
    await clock.advance(0);
    expect(store.rows.get('text')).toEqual({ value: 'both', version: 2 });
  });

  it('takes its own earlier save, whose answer was lost, for its own and not for a conflict', async () => {
    const clock = handClock();
    let answer: Answer = 'is lost after it was kept';
    const store = fakeStore(() => answer);
    const queue = queueOver(clock);
    queue.open('text', 0, store.send('text'));
    queue.edit('text', 'first');
    await clock.advance(throttleMs);
    answer = 'ok';
    queue.edit('text', 'second');
    await clock.advance(60_000);
    expect(queue.overall()).toEqual({ kind: 'saved' });
    expect(store.rows.get('text')).toEqual({ value: 'second', version: 2 });
  });

  it('sends what was put right as soon as ever, after a value that the core refused', async () => {
    const clock = handClock();
    const queue = queueOver(clock);
    const tooLong: SaveResult = {
      ok: false,
      error: { code: 'invalid-input', message: 'at most five letters' },
    };
    const kept: string[] = [];
    queue.open<string>('line', 0, async (value, baseVersion) => {
      if (value.length > 5) return tooLong;
      kept.push(value);
      return { ok: true, value: { version: baseVersion + 1 } };
    });
    queue.edit('line', 'far too long');
    await clock.advance(30_000);
    expect(queue.overall().kind).toBe('not-saved');
    expect(queue.unsaved('line')).toBe('far too long');
    queue.edit('line', 'short');
    await clock.advance(throttleMs);
    expect(kept).toEqual(['short']);
    expect(queue.overall()).toEqual({ kind: 'saved' });
  });

  it('never moves text between records and loses no last word, whatever fails', async () => {
    const key = fc.constantFrom('ada', 'ben', 'cleo');
    const step = fc.oneof(
      fc.record({ kind: fc.constant('type' as const), key, ms: fc.integer({ min: 0, max: 900 }) }),
      fc.record({ kind: fc.constant('wait' as const), ms: fc.integer({ min: 0, max: 5_000 }) }),
      fc.record({ kind: fc.constant('leave' as const) }),
    );
    const answer = fc.constantFrom<Answer>(
      'ok',
      'ok',
      'ok',
      'fails',
      'is lost after it was kept',
      'somebody else saved first',
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { maxLength: 40 }),
        fc.array(answer, { maxLength: 40 }),
        async (steps, answers) => {
          const clock = handClock();
          let calls = 0;
          const store = fakeStore(() => answers[calls++] ?? 'ok');
          const queue = queueOver(clock);
          const last = new Map<string, string>();
          for (const name of ['ada', 'ben', 'cleo']) queue.open(name, 0, store.send(name));
          for (const [place, one] of steps.entries()) {
            if (one.kind === 'type') {
              last.set(one.key, `${one.key}: ${place}`);
              queue.edit(one.key, `${one.key}: ${place}`);
              await clock.advance(one.ms);
            } else if (one.kind === 'wait') await clock.advance(one.ms);
            else {
              const leaving = queue.flushAll();
              await clock.advance(0);
              await leaving;
            }
          }
          // Whatever is still open: choose mine in each conflict, and let the retries run.
          for (let round = 0; round < 60 && queue.overall().kind !== 'saved'; round += 1) {
            for (const name of last.keys()) queue.resolve(name, queue.unsaved(name));
            await clock.advance(60_000);
          }
          expect(queue.overall()).toEqual({ kind: 'saved' });
          for (const { key: name, value } of store.received) expect(value.startsWith(`${name}: `)).toBe(true);
          for (const [name, value] of last) expect(store.rows.get(name)?.value).toBe(value);
        },
      ),
      { numRuns: 400 },
    );
  });
});
