import { describe, expect, it } from 'vitest';
import { isoDate } from '../../../shared/domain/dates.ts';
import { notComputed, withSum } from '../../../shared/domain/deadlines/deadline.ts';
import { sumInWords } from '../../../shared/domain/deadlines/sumInWords.ts';
import type { ChildRecord } from '../../../shared/domain/model/record.ts';
import { aMark, aPaper, aPeriod, anEvent, legalStatus } from '../support/builders.ts';
import { englandAndWales } from '../../../shared/domain/workingDays.ts';
import { aChildReviewed, computed, datesOf, ofKind, ofRule } from '../support/deadlines.ts';

const d = isoDate;
type PlacementGiven = Partial<Extract<Parameters<typeof aPeriod>[0], { kind: 'placement' }>>;
const home = (from: string, more: PlacementGiven = {}) =>
  aPeriod({ id: 'home', kind: 'placement', placement: 'foster-carers', from, ...more });

/** Became looked after on Fri 11 Dec 2026, with these periods and events, and reviews on these days. */
const since = '2026-12-11';
const child = (more: Partial<ChildRecord> = {}, ...reviews: string[]) => aChildReviewed(since, reviews, more);

describe('before the first review', () => {
  it('the service is told in two working days, an officer appointed in five', () => {
    expect(ofRule('B-01', child(), since)).toEqual(['2026-12-15']);
    expect(ofRule('B-02', child(), '2026-12-21')).toEqual(['2026-12-18 overdue']);
    const events = [anEvent({ id: 'officer', kind: 'officer-appointed', on: '2026-12-16' })];
    expect(ofRule('B-02', child({ events }), '2026-12-21')).toEqual(['2026-12-18 done 2026-12-16']);
    expect(ofRule('B-02', child({ events }, '2027-01-11'), '2027-01-11')).toEqual([]);
  });

  it('the child is told who it is on the day itself, and meets a new one', () => {
    const first = anEvent({ id: 'one', kind: 'officer-appointed', on: '2026-12-16' });
    const second = anEvent({ id: 'two', kind: 'officer-appointed', on: '2027-01-04' });
    expect(ofRule('B-04', child({ events: [first] }), '2026-12-16')).toEqual(['2026-12-16']);
    expect(ofRule('B-03', child({ events: [first] }), '2026-12-16')).toEqual([]);
    expect(ofRule('B-03', child({ events: [first, second] }), '2027-01-05')).toEqual(['2027-01-04 overdue']);
    const deadlineMarks = [aMark({ kind: 'done', deadline: 'child-told-officer:one', doneOn: '2026-12-16' })];
    expect(ofRule('B-04', child({ events: [first], deadlineMarks }), '2026-12-17')).toEqual([
      '2026-12-16 done 2026-12-16',
    ]);
  });
});

describe('before any review that has a day', () => {
  const booked = (more: Partial<ChildRecord> = {}) => child(more, '2027-01-11');

  it('counts back from it, over Christmas', () => {
    expect(ofRule('B-06', child({}, '2027-01-12'), since)).toEqual([]);
    expect(ofRule('B-06', child({}, '2027-01-13'), since)).toEqual(['2026-12-11']);
    expect(ofRule('B-07', booked(), since)).toEqual(['2026-12-23']);
    expect(ofRule('B-08', booked(), since)).toEqual(['2027-01-06']);
    expect(ofRule('B-08', child(), since)).toEqual([]);
  });

  it('has a window in which the officer speaks to the child', () => {
    const [alone] = datesOf(booked(), since).deadlines.filter(({ rule }) => rule.id === 'B-05');
    expect(alone).toMatchObject({ opensOn: '2026-12-16', date: { due: '2027-01-11' }, state: 'due' });
    const date = withSum(computed(alone?.date ?? notComputed('none')), englandAndWales);
    expect(sumInWords(date, englandAndWales).slice(0, 2)).toEqual([
      expect.stringMatching(
        /^Reviewing officer speaks to the child alone: within 15 working days before the next/u,
      ),
      'It is done within the 15 working days before Mon 11 Jan 2027: from Wed 16 Dec 2026 on, and that day is the last.',
    ]);
  });

  it('ends with what came, and with the review', () => {
    const papers = [
      aPaper({ reviewId: 'r1', kind: 'worker-report', receivedOn: '2027-01-07' }),
      aPaper({ reviewId: 'r1', kind: 'carer-report', receivedOn: '2026-12-22' }),
      aPaper({ reviewId: 'r0', kind: 'worker-report', receivedOn: '2026-12-22' }),
    ];
    expect(ofRule('B-08', booked({ papers }), '2027-01-08')).toEqual(['2027-01-06 done 2027-01-07 late']);
    expect(ofRule('B-07', booked({ papers }), '2027-01-08')).toEqual(['2026-12-23 done 2026-12-22']);
    expect(ofRule('B-08', booked(), '2027-01-11')).toEqual([]);
    const spoke = aChildReviewed(since, [
      {
        on: '2027-01-11',
        duties: { parents: [], spokeAlone: { outcome: 'yes', on: d('2027-01-05'), how: 'Walk' } },
      },
    ]);
    expect(ofRule('B-05', spoke, '2027-01-06')).toEqual(['2027-01-11 done 2027-01-05']);
    const refused = aChildReviewed(since, [
      { on: '2027-01-11', duties: { parents: [], spokeAlone: { outcome: 'refused', because: 'Said no' } } },
    ]);
    expect(ofRule('B-05', refused, '2027-01-06')).toEqual(['2027-01-11 done']);
  });
});

describe('plans', () => {
  it('of care come within ten working days of the first placement, of the placement within five of each', () => {
    const record = child({ periods: [home(since)] });
    expect(ofRule('P-01', record, since)).toEqual(['2026-12-29']);
    expect(ofRule('P-02', record, since)).toEqual(['2026-12-18']);
    const events = [
      anEvent({ kind: 'care-plan', on: '2026-12-10' }),
      anEvent({ kind: 'placement-plan', on: '2026-12-21' }),
    ];
    const made = { ...record, events };
    expect(ofRule('P-01', made, '2027-01-04')).toEqual(['2026-12-29 done 2026-12-10']);
    expect(ofRule('P-02', made, '2027-01-04')).toEqual(['2026-12-18 done 2026-12-21 late']);
    const moved = child({
      periods: [home(since, { to: '2027-01-08', id: 'first' }), home('2027-01-08')],
      events,
    });
    expect(ofRule('P-02', moved, '2027-01-08')).toEqual(['2027-01-15']);
    const planned = { ...moved, events: [...events, anEvent({ kind: 'placement-plan', on: '2027-01-06' })] };
    expect(ofRule('P-02', planned, '2027-01-08')).toEqual(['2027-01-15 done 2027-01-06']);
    // One before it that never had a plan does not take the plan of the next.
    const onlyLater = { ...moved, events: [anEvent({ kind: 'placement-plan', on: '2027-01-06' })] };
    expect(ofRule('P-02', onlyLater, '2027-01-08')).toEqual(['2027-01-15 done 2027-01-06']);
  });

  it('of permanence come by the second review', () => {
    const record = (more: Partial<ChildRecord> = {}) => child(more, '2027-01-11');
    expect(ofRule('P-03', record(), '2027-02-01')).toEqual(['2027-04-11']);
    const events = [anEvent({ kind: 'permanence-plan', on: '2027-03-01' })];
    expect(ofRule('P-03', record({ events }), '2027-04-12')).toEqual(['2027-04-11 done 2027-03-01']);
    expect(ofRule('P-03', child({}, '2027-01-11', '2027-04-08'), '2027-04-09')).toEqual([
      '2027-04-08 overdue',
    ]);
    expect(ofRule('P-03', child(), '2027-01-01')).toEqual([]);
  });

  it('tell the area authority before a placement out of area, within five working days of an emergency', () => {
    const away = home(since, { isOutOfArea: true });
    expect(ofRule('P-04', child({ periods: [away] }), since)).toEqual([since]);
    const emergency = home(since, { isOutOfArea: true, isEmergency: true });
    expect(ofRule('P-04b', child({ periods: [emergency] }), since)).toEqual(['2026-12-18']);
    expect(ofRule('P-04', child({ periods: [emergency] }), since)).toEqual([]);
  });

  it('of temporary approval last sixteen weeks, and eight more once', () => {
    const kin = home(since, { placement: 'relative-or-friend-temporary' });
    expect(ofKind('temporary-approval', child({ periods: [kin] }), since)).toEqual(['P-05 2027-04-02']);
    const events = [anEvent({ kind: 'approval-extended', on: '2027-03-29' })];
    expect(ofKind('temporary-approval', child({ periods: [kin], events }), '2027-03-30')).toEqual([
      'P-05b 2027-05-28',
    ]);
  });

  it('look at a placement that broke down, and at a remand to detention', () => {
    const broken = home(since, { to: '2026-12-24', endedUnplanned: true });
    expect(ofRule('P-06', child({ periods: [broken] }), '2026-12-24')).toEqual(['2027-01-07']);
    const remand = legalStatus('remand-to-detention', since);
    expect(ofRule('P-08', child({ periods: [remand] }), since)).toEqual(['2026-12-29']);
  });
});
