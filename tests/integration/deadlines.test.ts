import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { recordFromCaseFile } from '../../shared/caseFileRecord.ts';
import type { Input, Output } from '../../shared/contract.ts';
import { deadlineView } from '../../shared/contract/deadlineView.ts';
import { isoDate } from '../../shared/domain/dates.ts';
import { deadlinesOf, ruleSetOf } from '../../shared/domain/deadlines/deadlinesOf.ts';
import { defaultSettings } from '../../shared/domain/settings.ts';
import { readCaseload } from '../support/caseload.ts';
import { playReview, startChild } from './support/playReview.ts';
import type { TestCore } from './support/testCore.ts';
import { testCore } from './support/testCore.ts';

const childId = 'child-four';
type Dates = Output<'child:deadlines'>;
type Mark = Input<'deadlineMark:save'>['value'];

const dateOf = ({ deadlines }: Dates, kind: string) =>
  deadlines.findLast((deadline) => deadline.kind === kind && deadline.state !== 'done');
const movesOf = ({ moved }: Dates) =>
  moved.map(({ key, dueBefore, dueAfter, cause }) => `${key} ${dueBefore} ${dueAfter} ${cause.kind}`);

describe('dates in the store', () => {
  let app: TestCore;
  const read = () => app.call('child:deadlines', { id: childId });
  /** What Today and the lists read: the dates as they are kept. */
  const kept = async () => {
    const rows = await app.call('deadline:list', { until: '2199-12-31' });
    return rows.map(({ deadline: { key, due, state } }) => `${key} ${due} ${state}`);
  };
  const live = async () => {
    const { deadlines } = await read();
    return deadlines
      .filter(({ state, due }) => state !== 'done' && due !== undefined)
      .map(({ key, due, state }) => `${key} ${due} ${state}`);
  };
  const mark = (id: string, more: object) =>
    app.send('deadlineMark:save', {
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what a page may send
      value: { id, childId, by: 'whoever', on: '2020-01-01', ...more } as Mark,
      baseVersion: 0,
    });

  beforeEach(async () => {
    app = await testCore('2026-01-06');
    await startChild(app, childId);
  });
  afterEach(() => app.remove());

  it('follow the facts at once, and say what moved them', async () => {
    expect(dateOf(await read(), 'review')?.due).toBe('2026-02-02');
    const period = { id: 'four-p1', childId, kind: 'looked-after', from: '2026-01-12' } as const;
    const { undo } = await app.call('period:save', { value: period, baseVersion: 1 });
    const moved = await read();
    expect(dateOf(moved, 'review')?.due).toBe('2026-02-09');
    expect(movesOf(moved)).toContain('review:four-p1 2026-02-02 2026-02-09 record');
    const [first] = moved.moved.filter(({ kind }) => kind === 'review');
    expect(first).toMatchObject({
      cause: { entity: 'period', id: 'four-p1' },
      words: '2 Feb 2026 became 9 Feb 2026: the time of being looked after was entered or changed.',
    });
    await app.call('undo:apply', { token: undo ?? '' });
    expect(movesOf(await read())).toContain('review:four-p1 2026-02-09 2026-02-02 record');
    expect((await kept()).sort()).toEqual((await live()).sort());
  });

  it('move with the rules, in every child, each change beside the dates it moves', async () => {
    const { settings, version } = await app.call('settings:get', {});
    const rules = { 'R-01': { period: { value: 15, unit: 'working-day' as const }, why: 'Policy 4' } };
    await app.call('settings:save', { value: { ...settings, rules }, baseVersion: version });
    const moved = await read();
    expect(dateOf(moved, 'review')).toMatchObject({
      due: '2026-01-26',
      rule: { changed: { why: 'Policy 4' } },
    });
    expect(movesOf(moved)).toEqual(['review:four-p1 2026-02-02 2026-01-26 rules']);
    expect((await kept()).sort()).toEqual((await live()).sort());
  });

  it('hold until a day comes, and are right on it before anything is written', async () => {
    const order = {
      id: 'four-p9',
      childId,
      kind: 'legal-status',
      status: 'placement-order',
      from: '2026-01-20',
    } as const;
    await app.call('period:save', { value: order, baseVersion: 0 });
    expect(dateOf(await read(), 'review')?.rule.id).toBe('R-01');
    app.clock.setDay('2026-01-20');
    expect(dateOf(await read(), 'review')).toMatchObject({ rule: { id: 'R-06' }, due: '2026-04-20' });
    expect(await kept()).toContain('review:four-p1 2026-04-20 due');
    expect(movesOf(await read())).toEqual([]);
    await app.call('backup:tick', {});
    expect(movesOf(await read())).toEqual(['review:four-p1 2026-02-02 2026-04-20 day']);
    expect((await kept()).sort()).toEqual((await live()).sort());
  });

  it('are computed again when the store opens on a later day', async () => {
    app.clock.setDay('2026-01-06');
    const booked = {
      id: 'four-p9',
      childId,
      kind: 'legal-status',
      status: 'placement-order',
      from: '2026-01-20',
    } as const;
    await app.call('period:save', { value: booked, baseVersion: 0 });
    app.clock.setDay('2026-01-21');
    await app.reopen();
    expect(movesOf(await read())).toEqual(['review:four-p1 2026-02-02 2026-04-20 day']);
  });

  it('keep what the officer says of them, signed by the officer on the day', async () => {
    await playReview(app, { childId, number: 1, on: '2026-01-28', stopBefore: 'progress' });
    app.clock.setDay('2026-02-04');
    const late = { kind: 'late', deadline: 'decisions:four-r1', reason: 'officer-away' };
    expect(await mark('mark-1', late)).toMatchObject({ ok: false, error: { code: 'invalid-input' } });
    app.clock.setDay('2026-02-05');
    expect(dateOf(await read(), 'decisions')).toMatchObject({ isLate: true, asksReason: true });
    expect(await mark('mark-1', late)).toMatchObject({ ok: true });
    expect(dateOf(await read(), 'decisions')).toMatchObject({
      asksReason: false,
      late: { reason: 'officer-away' },
    });
    const file = await app.call('caseFile:export', { id: childId });
    expect(file.deadlineMarks).toMatchObject([{ by: 'Helen Draftwell', on: '2026-02-05' }]);

    const set = await mark('mark-2', {
      kind: 'override',
      deadline: 'record:four-r1',
      due: '2026-02-25',
      because: 'Agreed',
    });
    const moved = await read();
    expect(dateOf(moved, 'record')).toMatchObject({
      due: '2026-02-25',
      sum: { end: '2026-02-18', override: { because: 'Agreed' } },
    });
    expect(movesOf(moved)).toContain('record:four-r1 2026-02-18 2026-02-25 record');
    await app.call('undo:apply', { token: set.ok ? (set.value.undo ?? '') : '' });
    expect(dateOf(await read(), 'record')?.due).toBe('2026-02-18');
    expect((await kept()).sort()).toEqual((await live()).sort());
  });

  it.each([
    [
      'of a date that is not there',
      { kind: 'done', deadline: 'visit:nobody', doneOn: '2026-01-06' },
      'not-found',
    ],
    [
      'of a day ahead',
      { kind: 'done', deadline: 'service-told:four-p1', doneOn: '2026-01-07' },
      'invalid-input',
    ],
    [
      'to rest until today',
      { kind: 'snooze', deadline: 'service-told:four-p1', until: '2026-01-06', because: 'x' },
      'invalid-input',
    ],
    [
      'another reason without words',
      { kind: 'late', deadline: 'service-told:four-p1', reason: 'other' },
      'invalid-input',
    ],
  ])('take no word %s', async (_what, more, code) => {
    expect(await mark('mark-1', more)).toMatchObject({ ok: false, error: { code } });
  });
});

describe('the demo caseload', () => {
  let app: TestCore;
  const caseload = readCaseload();
  const today = isoDate('2026-10-05');

  beforeAll(async () => {
    app = await testCore(today);
    await app.call('caseFile:import', {
      files: caseload.map(({ file }) => JSON.parse(JSON.stringify(file))),
      onConflict: 'refuse',
    });
  });
  afterAll(() => app.remove());

  it('gives the dates that its case files give, kept and live', async () => {
    const ruleSet = ruleSetOf(defaultSettings);
    const all = await app.call('deadline:list', { until: '2199-12-31' });
    for (const { file } of caseload) {
      const { deadlines } = deadlinesOf(recordFromCaseFile(file), today, ruleSet);
      const views = deadlines.map((each) => deadlineView(each, { today }, ruleSet.calendar, 'full'));
      const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
      const bare = ({ left: _hours, ...view }: Dates['deadlines'][number]) => plain(view);
      const live = await app.call('child:deadlines', { id: file.child.id });
      expect(live.deadlines.map(bare)).toEqual(views.map(bare));
      const open = views.filter(({ state, due }) => state !== 'done' && due !== undefined);
      const kept = all.filter((row) => row.childId === file.child.id);
      expect(kept.map(({ deadline }) => `${deadline.key} ${deadline.due} ${deadline.state}`).sort()).toEqual(
        open.map(({ key, due, state }) => `${key} ${due} ${state}`).sort(),
      );
    }
  });
});
