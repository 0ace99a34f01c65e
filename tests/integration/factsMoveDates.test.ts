import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Input } from '../../shared/contract.ts';
import { startChild } from './support/playReview.ts';
import type { TestCore } from './support/testCore.ts';
import { testCore } from './support/testCore.ts';

const childId = 'child-four';
type Home = Extract<Input<'period:save'>['value'], { kind: 'placement' }>;
type EventValue = Input<'event:save'>['value'];

describe('a fact that an officer enters', () => {
  let app: TestCore;
  beforeEach(async () => {
    app = await testCore('2027-06-01');
    await startChild(app, childId);
  });
  afterEach(() => app.remove());

  const datesOf = async (kind: string) => {
    const { deadlines } = await app.call('child:deadlines', { id: childId });
    return deadlines
      .filter((deadline) => deadline.kind === kind && deadline.state !== 'done')
      .map(({ rule, due, why }) => `${rule.id} ${due ?? why}`);
  };
  /** What the store kept of it: from which day to which, and by what. */
  const movedOf = async (kind: string) => {
    const { moved } = await app.call('child:deadlines', { id: childId });
    return moved.filter((each) => each.kind === kind).map(({ words }) => words)[0];
  };
  const event = (id: string, more: Omit<EventValue, 'id' | 'childId'>) =>
    app.call('event:save', { value: { id, childId, ...more }, baseVersion: 0 });
  const homeIs = (more: Partial<Home>, baseVersion: number) => {
    const from = '2026-01-05';
    const value: Home = {
      id: 'four-p3',
      childId,
      kind: 'placement',
      placement: 'foster-carers',
      from,
      ...more,
    };
    return app.call('period:save', { value, baseVersion });
  };

  it('that the home is meant to last until 18 gives the next visit three months', async () => {
    await event('visit', { kind: 'visit', on: '2027-05-10' });
    expect(await datesOf('visit')).toEqual(['S-03 2027-06-21']);
    await homeIs({ isUntil18: true }, 1);
    expect(await datesOf('visit')).toEqual(['S-03b 2027-08-10']);
    expect(await movedOf('visit')).toBe(
      '21 Jun 2027 became 10 Aug 2027: the home was entered or changed. It is now counted by S-03b, before by S-03.',
    );
  });

  it('that the child agrees to six-monthly visits in a long-term foster home', async () => {
    await event('visit', { kind: 'visit', on: '2027-05-10' });
    await homeIs({ placement: 'long-term-foster-carers', sixMonthlyVisitsFrom: '2027-03-01' }, 1);
    expect(await datesOf('visit')).toEqual(['S-04 2027-11-10']);
  });

  it('that a parent was not assessed yet makes the visits weekly', async () => {
    await event('visit', { kind: 'visit', on: '2027-05-31' });
    await homeIs({ placement: 'parent' }, 1);
    expect(await datesOf('visit')).toEqual(['S-07b 2027-07-12']);
    await homeIs({ placement: 'parent', isBeforeAssessment: true }, 2);
    expect(await datesOf('visit')).toEqual(['S-05 2027-06-07']);
  });

  it('that a home out of the area was an emergency gives five working days to tell the other authority', async () => {
    await homeIs({ isOutOfArea: true }, 1);
    expect(await datesOf('area-authority')).toEqual(['P-04 2026-01-05']);
    await homeIs({ isOutOfArea: true, isEmergency: true }, 2);
    expect(await datesOf('area-authority')).toEqual(['P-04b 2026-01-12']);
    expect(await movedOf('area-authority')).toContain('5 Jan 2026 became 12 Jan 2026');
  });

  it('that a home ended without being planned asks for a disruption meeting', async () => {
    await homeIs({ to: '2027-05-28' }, 1);
    expect(await datesOf('disruption-meeting')).toEqual([]);
    await homeIs({ to: '2027-05-28', endedUnplanned: true }, 2);
    expect(await datesOf('disruption-meeting')).toEqual(['P-06 2027-06-11']);
  });

  it('why no return interview is held ends its clock', async () => {
    const episode = {
      kind: 'missing',
      on: '2027-05-30',
      startedAt: '2027-05-30T18:00:00Z',
      endedAt: '2027-05-31T06:00:00Z',
    } as const;
    await event('gone', episode);
    expect(await datesOf('return-interview')).toEqual(['M-01 2027-06-03']);
    const value = { id: 'gone', childId, ...episode, noInterviewBecause: 'offered twice; Quill said no' };
    await app.call('event:save', { value, baseVersion: 1 });
    expect(await datesOf('return-interview')).toEqual([]);
  });

  it('visits every so many weeks, as agreed, come beside the law’s', async () => {
    await event('visit', { kind: 'visit', on: '2027-05-10' });
    expect(await datesOf('visit-agreed')).toEqual([]);
    const child = {
      id: childId,
      fullName: 'Quill Inkwell',
      preferredName: 'Quill',
      dateOfBirth: '2017-03-09',
      voice: 'to-you',
    } as const;
    await app.call('child:save', { value: { ...child, visitEveryWeeks: 4 }, baseVersion: 1 });
    expect(await datesOf('visit-agreed')).toEqual(['S-09 2027-06-07']);
    await app.call('child:save', { value: { ...child, visitEveryWeeks: 5 }, baseVersion: 2 });
    expect(await datesOf('visit-agreed')).toEqual(['S-09 2027-06-14']);
    expect(await movedOf('visit-agreed')).toBe(
      '7 Jun 2027 became 14 Jun 2027: the child’s own facts changed.',
    );
  });

  it('on which ground a review must come sooner gives it its rule', async () => {
    await event('sooner', { kind: 'review-sooner', ground: 'release-from-custody', dueOn: '2027-06-18' });
    expect(await datesOf('review-sooner')).toEqual(['R-12 2027-06-18']);
  });
});
