import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Output } from '../../shared/contract.ts';
import { playReview, startChild } from './support/playReview.ts';
import type { TestCore } from './support/testCore.ts';
import { testCore } from './support/testCore.ts';

let app: TestCore;
const childId = 'child-four';

beforeEach(async () => {
  app = await testCore('2026-01-06');
  await startChild(app, childId);
});
afterEach(() => app.remove());

const kindsOf = (lines: Output<'today:list'>) => lines.map(({ kind }) => kind);
const dayOf = (lines: Output<'today:list'>, kind: Output<'today:list'>[number]['kind']) =>
  lines.find((line) => line.kind === kind)?.due;

describe('today', () => {
  it('asks to book the first review by its last lawful day, and says where that comes from', async () => {
    const lines = await app.call('today:list', {});
    const line = lines.find(({ kind }) => kind === 'book');
    expect(lines.filter(({ kind }) => kind !== 'date')).toEqual([line]);
    expect(line).toMatchObject({
      kind: 'book',
      due: '2026-02-02',
      childName: 'Quill Inkwell',
      about: '8, care order',
      what: 'Review 1: no day booked',
      rule: 'Last lawful day Mon 2 Feb: looked after since 5 Jan + 20 working days, regulation 33',
    });
    expect(line?.sum?.join(' ')).toContain('day 0');
  });

  it('brings every other date that the record starts, in date order among the rest', async () => {
    const lines = await app.call('today:list', {});
    expect(lines.map(({ due, what, workingDaysLeft: left }) => `${due} ${what}, ${left}`)).toEqual([
      '2026-01-05 Registered with a doctor and a dentist, -1',
      '2026-01-07 Reviewing service told that the child is looked after, 1',
      '2026-01-12 Reviewing officer appointed, 4',
      '2026-01-19 Care plan, 9',
      '2026-02-02 Review 1: no day booked, 19',
    ]);
    expect(lines[0]?.sum?.[0]).toContain('on the day itself at the latest (the placement began)');
    for (const line of lines.slice(1)) expect(line.sum?.[0]).toContain('within');
  });

  it('shows a booked review at its hour, and books no more', async () => {
    await playReview(app, { childId, number: 1, on: '2026-01-28', stopBefore: 'progress' });
    app.clock.setDay('2026-01-20');
    const lines = await app.call('today:list', {});
    expect(lines.find(({ kind }) => kind === 'review')).toMatchObject({
      due: '2026-01-28',
      startsAt: '13:30',
      workingDaysLeft: 6,
      reviewId: 'four-r1',
      writing: { decisions: '2026-02-04', record: '2026-02-18' },
    });
    expect(kindsOf(lines)).not.toContain('book');
  });

  it('goes on asking until decisions, reply, record, copies and filing are done', async () => {
    await playReview(app, { childId, number: 1, on: '2026-01-28', stopBefore: 'progress' });
    app.clock.setDay('2026-01-29');
    const held = await app.call('today:list', {});
    expect(dayOf(held, 'decisions')).toBe('2026-02-04');
    expect(dayOf(held, 'record')).toBe('2026-02-18');
    expect(dayOf(held, 'issue')).toBe('2026-02-25');

    await app.call('review:finalise', { id: 'four-r1', kind: 'decisions', gaps: [] });
    const sent = await app.call('today:list', {});
    expect(kindsOf(sent)).not.toContain('decisions');
    expect(sent.find(({ kind }) => kind === 'reply')).toMatchObject({
      due: '2026-02-05',
      rule: 'Sent 29 Jan + 5 working days, guidance',
    });

    await playReview(app, { childId, number: 1, on: '2026-01-28', from: 'progress' });
    const final = kindsOf(await app.call('today:list', {}));
    expect(final).not.toContain('record');
    expect(final).toContain('issue');

    const issued = { reviewId: 'four-r1', document: 'service-file', passed: [] } as const;
    await app.call('document:issue', { ...issued, id: 'four-i1' });
    const gone = kindsOf(await app.call('today:list', {}));
    expect(gone).not.toContain('issue');
    expect(gone).toContain('filing');
    await app.call('filing:add', {
      id: 'four-f1',
      childId,
      reviewId: 'four-r1',
      document: 'service-file',
      on: '2026-02-16',
      reference: 'FX-1',
      by: 'Helen Draftwell',
    });
    expect(kindsOf(await app.call('today:list', {}))).not.toContain('filing');
  });

  it('never forgets a copy that was not issued, a paper that was not filed or a record that was withdrawn', async () => {
    await playReview(app, { childId, number: 1, on: '2026-01-28' });
    app.clock.setDay('2027-03-15');
    const late = await app.call('today:list', {});
    expect(dayOf(late, 'issue')).toBe('2026-02-25');

    const issued = { reviewId: 'four-r1', document: 'service-file', passed: [] } as const;
    await app.call('document:issue', { ...issued, id: 'four-i1' });
    app.clock.setDay('2028-03-15');
    expect(kindsOf(await app.call('today:list', {}))).toContain('filing');

    const filing = { id: 'four-f1', childId, reviewId: 'four-r1', document: 'service-file' } as const;
    const more = { on: '2028-03-15', reference: 'FX-1', by: 'Helen Draftwell' } as const;
    const filed = await app.call('filing:add', { ...filing, ...more });
    expect(kindsOf(await app.call('today:list', {}))).not.toContain('filing');
    await app.call('undo:apply', { token: filed.undo ?? '' });
    expect(kindsOf(await app.call('today:list', {}))).toContain('filing');
    await app.call('filing:add', { ...filing, ...more, id: 'four-f2' });

    await app.call('review:withdraw', { id: 'four-r1', kind: 'record', because: 'Wrong', receivedBy: [] });
    const again = kindsOf(await app.call('today:list', {}));
    expect(again).toContain('record');
    expect(again).toContain('issue');
  });

  it('takes a decisions sheet that was filed before the record was final as filed', async () => {
    await playReview(app, { childId, number: 1, on: '2026-01-28', stopBefore: 'progress' });
    app.clock.setDay('2026-01-30');
    const owner = { childId, reviewId: 'four-r1' } as const;
    await app.call('review:finalise', { id: 'four-r1', kind: 'decisions', gaps: [] });
    const sheet = { id: 'four-i0', reviewId: 'four-r1', document: 'decisions', passed: [] } as const;
    await app.call('document:issue', sheet);
    const filing = { ...owner, reference: 'FX-1', by: 'Helen Draftwell' } as const;
    await app.call('filing:add', { ...filing, id: 'four-f0', document: 'decisions', on: '2026-01-30' });
    app.clock.setDay('2026-02-13');
    await app.call('review:finalise', { id: 'four-r1', kind: 'record', gaps: [] });
    await app.call('document:issue', { ...sheet, id: 'four-i1', document: 'service-file' });
    expect(kindsOf(await app.call('today:list', {}))).toContain('filing');
    const final = { id: 'four-f1', document: 'service-file', on: '2026-02-13' } as const;
    await app.call('filing:add', { ...filing, ...final });
    expect(kindsOf(await app.call('today:list', {}))).not.toContain('filing');
    expect((await app.call('review:get', { id: 'four-r1' })).stage).toBe('filed');
  });

  it('keeps a promise to tell the child until it is kept, also after the record is closed', async () => {
    await playReview(app, { childId, number: 1, on: '2026-01-28', stopBefore: 'progress' });
    const view = await app.call('review:get', { id: 'four-r1' });
    const wish = view.points.find(({ kind }) => kind === 'wish');
    if (!wish) throw new Error('The scene has a wish');
    const telling = { kind: 'will-be-told', by: 'Sam', due: '2026-02-27' } as const;
    await app.call('point:save', {
      value: { ...wish, telling },
      baseVersion: view.versions[wish.id] ?? 0,
    });
    await playReview(app, { childId, number: 1, on: '2026-01-28', from: 'progress' });
    const asked = await app.call('today:list', {});
    expect(asked.find(({ kind }) => kind === 'telling')).toMatchObject({
      due: '2026-02-27',
      what: 'Tell Quill what became of: Your cat',
      rule: 'Promised: Sam tells Quill',
    });
    app.clock.setDay('2026-12-15');
    expect(kindsOf(await app.call('today:list', {}))).toContain('telling');
    app.clock.setDay('2026-02-27');
    const early = await app.send('telling:record', { pointId: wish.id, on: '2026-12-01', by: 'Sam' });
    expect(early).toMatchObject({ ok: false, error: { field: 'on' } });
    await app.call('telling:record', {
      pointId: wish.id,
      on: '2026-02-13',
      by: 'Sam',
      reaction: 'Quill smiled.',
    });
    expect(kindsOf(await app.call('today:list', {}))).not.toContain('telling');
    const [ask] = await app.call('child:asks', { id: childId });
    expect(ask).toMatchObject({
      toldLater: 'Sam told Quill on 13 Feb 2026 about: Your cat. Quill smiled.',
      isOpen: false,
    });
  });

  it('names the bank holidays of the weeks ahead', async () => {
    app.clock.setDay('2026-03-30');
    const off = await app.call('today:daysOff', {});
    expect(off.map(({ date }) => date)).toEqual(['2026-04-03', '2026-04-06', '2026-05-04']);
  });
});

describe('the caseload', () => {
  it('tells of each child where, with whom, and what comes next by when', async () => {
    await playReview(app, { childId, number: 1, on: '2026-01-28' });
    const [line] = await app.call('child:list', {});
    expect(line).toMatchObject({
      fullName: 'Quill Inkwell',
      isLookedAfter: true,
      legalStatus: 'care order',
      placement: 'foster home',
      worker: 'Sam Penfold',
      lastReviewOn: '2026-01-28',
      next: {
        number: 2,
        on: '2026-04-28',
        isBooked: false,
        lastLawfulDay: { due: '2026-04-28', rule: 'R-02' },
      },
    });
  });

  it('says why there is no last lawful day where no rule gives one', async () => {
    await app.call('child:save', {
      value: {
        id: 'child-five',
        fullName: 'Nib Inkwell',
        preferredName: 'Nib',
        dateOfBirth: '2020-01-01',
        voice: 'about',
      },
      baseVersion: 0,
    });
    const line = (await app.call('child:list', {})).find(({ id }) => id === 'child-five');
    expect(line).toMatchObject({ isLookedAfter: false, next: { lastLawfulDay: { kind: 'not-computed' } } });
    const kinds = kindsOf(await app.call('today:list', {}));
    expect(kinds.filter((kind) => kind !== 'date')).toEqual(['book']);
  });
});

describe('one child', () => {
  it('shows promises with what was found of them, and the stage of each review', async () => {
    await playReview(app, { childId, number: 1, on: '2026-01-28' });
    await playReview(app, { childId, number: 2, on: '2026-04-23', progress: 'not_done' });
    await playReview(app, { childId, number: 3, on: '2026-10-06', progress: 'part_done' });
    const view = await app.call('child:overview', { id: childId });
    expect(view.reviews.map(({ number, stage }) => [number, stage])).toEqual([
      [1, 'record-finalised'],
      [2, 'record-finalised'],
      [3, 'record-finalised'],
    ]);
    const first = view.promises.find(({ action }) => action.id === 'four-r1-a1');
    expect(first).toMatchObject({ number: 'A1', reviewNumber: 1, reviewsCarried: 2, isClosed: false });
    expect(first?.latest?.value).toBe('part_done');
    expect(first?.workingDaysLeft).toBeLessThan(0);
    expect(view.lastSaid[0]?.said).toBe('Yes: Teeth looked after, and time with the cat.');
    expect(view.next.number).toBe(4);
  });

  it('tells what the child asked at every review, newest first, with what happened since', async () => {
    await playReview(app, { childId, number: 1, on: '2026-01-28' });
    await playReview(app, { childId, number: 2, on: '2026-04-23', progress: 'done' });
    const asks = await app.call('child:asks', { id: childId });
    expect(asks.map(({ reviewNumber }) => reviewNumber)).toEqual([2, 1]);
    expect(asks[1]?.happened).toMatchObject([{ progress: { value: 'done' }, foundOn: '2026-04-23' }]);
  });
});
