import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Input } from '../../shared/contract.ts';
import { readCaseload } from '../support/caseload.ts';
import { codeOf } from './support/tempStore.ts';
import { testCore } from './support/testCore.ts';
import type { TestCore } from './support/testCore.ts';

const childId = 'child-leah';

describe('what an officer says of a date', () => {
  let app: TestCore;
  beforeEach(async () => {
    app = await testCore('2026-10-06');
    const files = readCaseload().map(({ file }) => file);
    await app.call('caseFile:import', { files, onConflict: 'refuse' });
  });
  afterEach(() => app.remove());

  const dates = async () => (await app.call('child:deadlines', { id: childId })).deadlines;
  const named = async (key: string) => (await dates()).find((each) => each.key === key);
  const mark = (value: Input<'deadlineMark:save'>['value']) =>
    app.send('deadlineMark:save', { value, baseVersion: 0 });
  const own = (id: string, deadline: string) => ({
    id,
    childId,
    deadline,
    by: 'Helen Draftwell',
    on: '2026-10-06',
  });

  it('moves it to another day with the reason, and the computed day stays in the sum', async () => {
    const before = await named('record:leah-r11');
    if (!before) throw new Error('The record of the newest review has a day');
    expect(before).toMatchObject({ due: '2026-10-26', state: 'due' });
    const because = 'agreed with the service manager';
    await mark({ kind: 'override', ...own('m1', before.key), due: '2026-10-30', because });
    const after = await named(before.key);
    expect(after).toMatchObject({ due: '2026-10-30', sum: { end: '2026-10-26', override: { because } } });
    expect(after?.words?.join(' ')).toContain(because);
  });

  it('moves every open date of a child, and all of them are still read, changed and brought to Today', async () => {
    const open = (await dates()).filter(({ state, due }) => due !== undefined && state !== 'done');
    expect(open.length).toBeGreaterThan(5);
    const because = 'agreed with the service manager';
    for (const [place, { key }] of open.entries())
      await mark({ kind: 'override', ...own(`o${place}`, key), due: '2026-10-30', because });
    const after = new Map((await dates()).map((each) => [each.key, each]));
    for (const { key } of open)
      expect(after.get(key)).toMatchObject({ due: '2026-10-30', sum: { override: { because } } });
    const lines = await app.call('today:list', {});
    expect(lines.filter((line) => line.childId === childId && line.due === '2026-10-30')).not.toEqual([]);
    expect((await app.call('child:list', {})).map(({ id }) => id)).toContain(childId);
  });

  it('says why it was late, with words where none of the list fits', async () => {
    const late = (await dates()).find(({ asksReason }) => asksReason);
    if (!late) throw new Error('The demo has a late date');
    expect(codeOf(await mark({ kind: 'late', ...own('m2', late.key), reason: 'other' }))).toBe(
      'invalid-input',
    );
    await mark({ kind: 'late', ...own('m2', late.key), reason: 'other', words: 'the bridge was closed' });
    expect(await named(late.key)).toMatchObject({
      asksReason: false,
      late: { reason: 'other', words: 'the bridge was closed' },
    });
  });

  it('records it as done, and lets it rest', async () => {
    const [one, two] = (await dates()).filter(({ state }) => state === 'overdue');
    if (!one || !two) throw new Error('The demo has overdue dates');
    await mark({ kind: 'done', ...own('m3', one.key), doneOn: '2026-10-05' });
    const because = 'the clinic rings back';
    await mark({ kind: 'snooze', ...own('m4', two.key), until: '2026-10-20', because });
    const open = (await dates()).filter(({ state }) => state === 'overdue').map(({ key }) => key);
    expect(open).not.toContain(one.key);
    expect(open).toContain(two.key);
    expect(await named(two.key)).toMatchObject({ snoozedUntil: '2026-10-20' });
  });

  it('brings every open date of the eight weeks to Today once, and what rests only when its day has come', async () => {
    const today = async () => (await app.call('today:list', {})).filter((line) => line.childId === childId);
    const lines = await today();
    const due = (await dates()).filter(
      ({ kind, due: day, state, isUnrecorded }) =>
        !['review', 'review-meeting', 'telling'].includes(kind) &&
        (state === 'due' || state === 'overdue') &&
        isUnrecorded !== true &&
        day !== undefined &&
        day <= '2026-12-01',
    );
    expect(due.length).toBeGreaterThan(1);
    for (const { key, due: day } of due) {
      expect(lines.filter(({ deadlineKey }) => deadlineKey === key)).toMatchObject([{ due: day }]);
    }
    const keys = lines.flatMap(({ deadlineKey }) => deadlineKey ?? []);
    expect(new Set(keys).size).toBe(keys.length);

    for (const [place, deadline] of keys.entries()) {
      const because = 'the clinic rings back';
      await mark({ kind: 'snooze', ...own(`s${place}`, deadline), until: '2026-10-08', because });
    }
    expect((await today()).flatMap(({ deadlineKey }) => deadlineKey ?? [])).toEqual([]);
    app.clock.setDay('2026-10-08');
    expect((await today()).flatMap(({ deadlineKey }) => deadlineKey ?? [])).toEqual(keys);
  });

  it('brings a limit of the law back by its last working day, however long it was to rest', async () => {
    const limit = (await dates()).find(({ kind, state }) => kind === 'review' && state === 'due');
    if (!limit?.lastWorkingDayOnOrBefore)
      throw new Error('The next review of the demo has a last lawful day');
    const because = 'the family moves house';
    const rest = (id: string, until: string) =>
      mark({ kind: 'snooze', ...own(id, limit.key), until, because });
    expect(codeOf(await rest('l1', '2028-01-03'))).toBe('invalid-input');
    expect(codeOf(await rest('l2', limit.lastWorkingDayOnOrBefore))).toBe('ok');
  });

  it('lets a promise rest too, and nothing else is said of one here', async () => {
    const [promise] = (await app.call('child:overview', { id: childId })).promises.filter(
      ({ isClosed, dueOn }) => !isClosed && dueOn !== undefined && dueOn < '2026-10-06',
    );
    if (!promise) throw new Error('The demo has a late promise');
    const { id } = promise.action;
    const key = `action:${id}`;
    const because = 'the clinic rings back';
    const isListed = async () =>
      (await app.call('today:list', {})).some(({ deadlineKey }) => deadlineKey === key);
    expect(await isListed()).toBe(true);
    const done = { kind: 'done', ...own('p1', key), doneOn: '2026-10-05' } as const;
    expect(codeOf(await mark(done))).toBe('invalid-input');
    const rest = (at: string, until: string) => mark({ kind: 'snooze', ...own(at, key), until, because });
    expect(codeOf(await rest('p2', '2026-10-06'))).toBe('invalid-input');
    expect(codeOf(await rest('p3', '2026-10-20'))).toBe('ok');
    expect(await isListed()).toBe(false);
    const { promises } = await app.call('child:overview', { id: childId });
    expect(promises.find(({ action }) => action.id === id)).toMatchObject({ restsUntil: '2026-10-20' });
    app.clock.setDay('2026-10-20');
    expect(await isListed()).toBe(true);
    const another = { ...own('p4', key), childId: 'child-ruby' };
    expect(codeOf(await mark({ kind: 'snooze', ...another, until: '2026-10-30', because }))).toBe(
      'not-found',
    );
  });

  it('belongs to its child, and comes back out of the case file', async () => {
    const [first] = await dates();
    await mark({ kind: 'done', ...own('m5', first?.key ?? ''), doneOn: '2026-10-05' });
    const value = {
      kind: 'done',
      ...own('m5', first?.key ?? ''),
      childId: 'child-ruby',
      doneOn: '2026-10-05',
    } as const;
    expect(codeOf(await app.send('deadlineMark:save', { value, baseVersion: 1 }))).toBe('forbidden');
    const file = await app.call('caseFile:export', { id: childId });
    expect(JSON.stringify(file)).toContain('"m5"');
  });
});
