import { describe, expect, it } from 'vitest';
import type { ChildRecord } from '../../../shared/domain/model/record.ts';
import { LocalRule, RuleSettings } from '../../../shared/domain/rules/ruleSet.ts';
import { aChild, aPerson, aPeriod, anEvent, lookedAfter } from '../support/builders.ts';
import { aChildReviewed, datesOf, ofKind, ofRule } from '../support/deadlines.ts';

const missing = (id: string, on: string, endedAt?: string) =>
  anEvent({
    id,
    kind: 'missing',
    on,
    startedAt: `${on}T18:00:00Z`,
    ...(endedAt !== undefined && { endedAt }),
  });
const record = (events: ChildRecord['events'], more: Partial<ChildRecord> = {}) =>
  aChildReviewed('2025-01-06', [], { events, ...more });

describe('a return interview', () => {
  const episode = missing('episode', '2026-10-23', '2026-10-23T22:30:00Z');
  const interview = (more: object) =>
    anEvent({ kind: 'return-interview', aboutEventId: 'episode', on: '2026-10-26', ...more });
  const dateOf = (...events: ChildRecord['events']) =>
    datesOf(record(events), '2026-10-28').deadlines.find(({ rule }) => rule.id === 'M-01');

  it('is due 72 hours after the return, over the change of the clocks too', () => {
    expect(dateOf(episode)).toMatchObject({
      state: 'overdue',
      date: { due: '2026-10-26', dueAt: '2026-10-26T22:30:00Z' },
      trigger: { at: '2026-10-23T22:30:00Z' },
    });
  });

  it('is in time to the minute where the time is known, and to the day where it is not', () => {
    expect(dateOf(episode, interview({}))).toMatchObject({ state: 'done', isLate: false });
    expect(dateOf(episode, interview({ startedAt: '2026-10-26T22:30:00Z' }))).toMatchObject({
      isLate: false,
    });
    expect(dateOf(episode, interview({ startedAt: '2026-10-26T22:31:00Z' }))).toMatchObject({ isLate: true });
    expect(dateOf(episode, interview({ on: '2026-10-27' }))).toMatchObject({ isLate: true });
  });

  it('ends with a recorded no, or the reason why none was held', () => {
    expect(dateOf(episode, interview({ isRefused: true }))).toMatchObject({ state: 'done', isRefused: true });
    const none = { ...episode, noInterviewBecause: 'Away for an hour, at her aunt’s' };
    expect(dateOf(none)).toMatchObject({ state: 'done' });
  });

  it('has no date while the child is missing', () => {
    expect(dateOf(missing('episode', '2026-10-27'))).toMatchObject({ state: 'unknown' });
  });

  it('is asked for each episode of the last year, the newest stays once it is done', () => {
    const events = [
      missing('long-ago', '2025-10-27', '2025-10-28T09:00:00Z'),
      missing('open', '2026-05-04', '2026-05-05T09:00:00Z'),
      episode,
      interview({}),
    ];
    expect(ofKind('return-interview', record(events), '2026-10-28')).toEqual([
      'M-01 2026-05-08 overdue',
      'M-01 2026-10-26 done 2026-10-26',
    ]);
  });
});

describe('repeated episodes', () => {
  it.each([
    [['2026-05-01', '2026-05-15', '2026-05-30'], ['2026-05-30 overdue']],
    // Thirty days, the first one counted: the thirty-first is outside.
    [['2026-05-01', '2026-05-15', '2026-05-31'], []],
    [['2026-05-01', '2026-05-30'], []],
    [['2026-04-01', '2026-05-01', '2026-05-15', '2026-05-20', '2026-05-25'], ['2026-05-20 overdue']],
  ])('%j', (days, dates) => {
    const events = days.map((on, place) => missing(`m${place}`, on, `${on}T23:00:00Z`));
    expect(ofRule('M-02', record(events), '2026-06-10')).toEqual(dates);
  });

  it('are counted anew after a strategy meeting', () => {
    const events = ['2026-05-01', '2026-05-15', '2026-05-30'].map((on, place) =>
      missing(`m${place}`, on, `${on}T23:00:00Z`),
    );
    const met = anEvent({ kind: 'strategy-meeting', on: '2026-06-01' });
    expect(ofRule('M-02', record([...events, met]), '2026-06-10')).toEqual([]);
  });
});

describe('a rule in hours', () => {
  it('is that of the day the hours run from, not a later change', () => {
    const events = [
      anEvent({ kind: 'missing', startedAt: '2026-08-20T20:00:00Z', endedAt: '2026-08-21T08:00:00Z' }),
    ];
    const record = aChildReviewed('2024-01-05', ['2024-02-02'], { events });
    const rules = RuleSettings.parse({
      'M-01': { period: { value: 24, unit: 'hour' }, why: 'x', effectiveFrom: '2026-08-22' },
    });
    expect(ofRule('M-01', record, '2026-08-21', { rules })).toEqual(ofRule('M-01', record, '2026-08-21'));
  });
});

describe('leaving care', () => {
  const young = (born: string, periods: ChildRecord['periods'], more: Partial<ChildRecord> = {}) => ({
    ...aChildReviewed('2025-01-06', [], { child: aChild({ dateOfBirth: born }), ...more }),
    periods,
  });

  it.each([
    // Sixteen already: thirteen weeks after the day of arrival.
    ['2010-03-03', [lookedAfter('2026-07-20')], '2026-10-05', ['2026-10-19']],
    // Thirteen weeks long past: on the sixteenth birthday.
    ['2010-12-01', [lookedAfter('2020-01-06')], '2026-10-05', ['2026-12-01']],
    ['2010-12-01', [lookedAfter('2020-01-06')], '2026-12-01', ['2026-12-01 done 2026-12-01']],
    // Both parts count, before and after a return home.
    [
      '2010-03-03',
      [lookedAfter('2025-01-06', '2025-02-05'), lookedAfter('2026-07-20')],
      '2026-10-05',
      ['2026-09-18 done 2026-09-18'],
    ],
    // One stay in adjoining pieces is as long as in one, and a day in two pieces is one day.
    [
      '2010-03-03',
      [
        lookedAfter('2026-07-20', '2026-08-19'),
        lookedAfter('2026-08-20', '2026-08-31'),
        lookedAfter('2026-08-31'),
      ],
      '2026-10-05',
      ['2026-10-19'],
    ],
    // Weeks before the fourteenth birthday do not.
    [
      '2010-03-03',
      [lookedAfter('2023-06-01', '2024-03-02'), lookedAfter('2026-07-20')],
      '2026-10-05',
      ['2026-10-19'],
    ],
    // Not reached before 18.
    ['2008-10-10', [lookedAfter('2026-07-20')], '2026-10-05', []],
    // Not shown before 15.
    ['2012-01-01', [lookedAfter('2020-01-06')], '2026-10-05', []],
  ])('makes a young person born %s eligible', (born, periods, today, dates) => {
    expect(ofRule('L-01', young(born, periods), today)).toEqual(dates);
  });

  it('asks for a pathway plan in three months, then every six', () => {
    const periods = [lookedAfter('2026-07-20')];
    expect(ofKind('pathway-plan', young('2010-03-03', periods), '2026-10-20')).toEqual(['L-02 2027-01-19']);
    const events = [anEvent({ id: 'plan', kind: 'pathway-plan', on: '2027-01-15' })];
    expect(ofKind('pathway-plan', young('2010-03-03', periods, { events }), '2027-02-01')).toEqual([
      'L-02 2027-01-19 done 2027-01-15',
      'L-03 2027-07-15',
    ]);
    const changed = [
      ...events,
      anEvent({ kind: 'review-sooner', ground: 'significant-change', on: '2027-02-01' }),
    ];
    expect(ofRule('L-03b', young('2010-03-03', periods, { events: changed }), '2027-02-02')).toEqual([
      '2027-03-11',
    ]);
  });

  it('asks for a personal adviser once eligible, unless there is one', () => {
    const periods = [lookedAfter('2026-07-20')];
    expect(ofRule('L-04', young('2010-03-03', periods), '2026-10-20')).toEqual(['2026-10-19 overdue']);
    const people = [aPerson({ role: 'personal-adviser' })];
    expect(ofRule('L-04', young('2010-03-03', periods, { people }), '2026-10-20')).toEqual([]);
  });

  it('asks foster carers about staying put before the eighteenth birthday, from the sixteenth on', () => {
    const home = aPeriod({ kind: 'placement', placement: 'foster-carers', from: '2025-01-06' });
    const periods = [lookedAfter('2025-01-06'), home];
    expect(ofRule('L-05', young('2010-10-05', periods), '2026-10-04')).toEqual([]);
    expect(ofRule('L-05', young('2010-10-05', periods), '2026-10-05')).toEqual(['2028-10-05']);
    expect(ofRule('L-05', young('2008-02-29', periods), '2025-10-05')).toEqual(['2026-03-01']);
  });

  it('begins life-story work by the second review, and refreshes it yearly', () => {
    const begun = aChildReviewed('2026-12-11', ['2027-01-11']);
    expect(ofKind('life-story', begun, '2027-02-01')).toEqual(['L-06 2027-04-11']);
    const events = [anEvent({ kind: 'life-story-session', on: '2027-02-28' })];
    expect(ofKind('life-story', { ...begun, events }, '2027-03-01')).toEqual(['L-06b 2028-02-28']);
  });

  it('writes the later-life letter within ten working days of the celebration, looked after or not', () => {
    const events = [anEvent({ kind: 'adoption-celebration', on: '2026-12-11' })];
    const adopted = { ...record(events), periods: [lookedAfter('2025-01-06', '2026-12-01')] };
    expect(ofRule('L-07', adopted, '2026-12-12')).toEqual(['2026-12-29']);
  });
});

describe('an authority’s own rule', () => {
  const rule = (more: object) =>
    LocalRule.parse({
      id: 'X-01',
      name: 'Supervising social worker’s visit',
      trigger: 'placement-began',
      period: { value: 10, unit: 'working-day' },
      direction: 'after',
      source: 'Policy 12',
      standing: 'local',
      mark: 'L',
      effectiveFrom: '2026-01-01',
      why: 'Agreed in May',
      ...more,
    });
  const home = aPeriod({ id: 'home', kind: 'placement', placement: 'foster-carers', from: '2026-12-11' });
  const child = aChildReviewed('2026-12-11', [], { periods: [home] });

  it('counts from the last time its trigger happened', () => {
    expect(ofRule('X-01', child, '2026-12-12', { localRules: [rule({})] })).toEqual(['2026-12-29']);
    const hours = rule({ trigger: 'missing-ended', period: { value: 24, unit: 'hour' } });
    const back = { ...child, events: [missing('m', '2026-12-20', '2026-12-20T23:30:00Z')] };
    expect(ofRule('X-01', back, '2026-12-21', { localRules: [hours] })).toEqual(['2026-12-21']);
    expect(ofRule('X-01', child, '2026-12-21', { localRules: [hours] })).toEqual([]);
  });

  it('counts from the return of the last episode that has ended, not from its beginning', () => {
    const localRules = [rule({ trigger: 'missing-ended', period: { value: 2, unit: 'calendar-day' } })];
    const events = [missing('m', '2026-12-14', '2026-12-20T23:30:00Z'), missing('n', '2026-12-22')];
    expect(ofRule('X-01', { ...child, events }, '2026-12-22', { localRules })).toEqual(['2026-12-22']);
  });

  it('says beside its dates that its period was another', () => {
    const { history: _none, ...before } = rule({});
    const changed = rule({
      period: { value: 5, unit: 'working-day' },
      why: 'Agreed in July',
      history: [before],
    });
    const [date] = datesOf(child, '2026-12-12', { localRules: [changed] }).deadlines.filter(
      ({ rule: { id } }) => id === 'X-01',
    );
    expect(date?.rule.changed).toMatchObject({ shipped: { value: 10 }, why: 'Agreed in July' });
  });

  it('ends with its event', () => {
    const localRules = [rule({ closedBy: 'visit' })];
    const seen = { ...child, events: [anEvent({ kind: 'visit', on: '2026-12-14' })] };
    expect(ofRule('X-01', seen, '2026-12-15', { localRules })).toEqual(['2026-12-29 done 2026-12-14']);
  });
});
