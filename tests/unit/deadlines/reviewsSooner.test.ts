import { describe, expect, it } from 'vitest';
import { isoDate } from '../../../shared/domain/dates.ts';
import type { ChildRecord } from '../../../shared/domain/model/record.ts';
import { aChild, aMeeting, aPeriod, anEvent } from '../support/builders.ts';
import { aChildReviewed, datesOf, inShort, ofKind, ofRule } from '../support/deadlines.ts';

const d = isoDate;
const nextOf = (record: ChildRecord, today: string) => ofKind('review', record, today).at(-1);

describe('a review that must come sooner', () => {
  const since = '2026-01-05';
  const held = ['2026-02-02', '2026-04-30'];
  const withEvent = (given: Parameters<typeof anEvent>[0]) =>
    aChildReviewed(since, held, { events: [anEvent({ id: 'sooner', kind: 'review-sooner', ...given })] });

  it.each([
    ['officer-asks', 'R-09'],
    ['welfare-not-safeguarded', 'R-10'],
    ['section-21', 'R-11'],
    ['release-from-custody', 'R-12'],
    ['accommodation-stops', 'R-13'],
    ['significant-change', 'R-14'],
    ['something-happened', 'R-15'],
  ] as const)('on the ground %s, by %s, is due by the day that is given', (ground, rule) => {
    const record = withEvent({ ground, on: '2026-06-01', dueOn: '2026-06-19' });
    expect(ofRule(rule, record, '2026-06-02')).toEqual(['2026-06-19']);
    // It brings one forward and leaves the clock of regulation 33 as it is.
    expect(nextOf(record, '2026-06-02')).toBe('R-03 2026-10-30');
  });

  it('without a day asks for one, since the law sets no period', () => {
    const [date] = ofRule('R-09', withEvent({ ground: 'officer-asks', on: '2026-06-01' }), '2026-06-02');
    expect(date).toMatch(/give the day/);
  });

  it('counts the authority’s own period where it has set one', () => {
    const record = withEvent({ ground: 'officer-asks', on: '2026-06-01', dueOn: '2026-06-19' });
    const rules = { 'R-09': { period: { value: 20, unit: 'working-day' as const }, why: 'Policy 3' } };
    expect(ofRule('R-09', record, '2026-06-02', { rules })).toEqual(['2026-06-29']);
  });

  it('counts back from a planned change where the authority has set a period before it', () => {
    const record = withEvent({ ground: 'significant-change', on: '2026-06-01', dueOn: '2026-06-19' });
    const rules = { 'R-14': { period: { value: 5, unit: 'working-day' as const }, why: 'Policy 3' } };
    expect(ofRule('R-14', record, '2026-06-02', { rules })).toEqual(['2026-06-12']);
  });

  it('is done by the first review held since', () => {
    const events = [
      anEvent({ kind: 'review-sooner', ground: 'officer-asks', on: '2026-06-01', dueOn: '2026-06-19' }),
    ];
    const record = aChildReviewed(since, [...held, '2026-06-22'], { events });
    expect(ofRule('R-09', record, '2026-06-22')).toEqual(['2026-06-19 done 2026-06-22 late']);
    const later = aChildReviewed(since, [...held, '2026-06-22', '2026-09-22'], { events });
    expect(ofRule('R-09', later, '2026-09-30')).toEqual([]);
  });
});

describe('an adjourned review, a series, a year', () => {
  it('resumes within 20 working days of the day it was adjourned', () => {
    const adjournment = { on: d('2026-12-11'), until: d('2027-01-08'), why: 'The report came on the day.' };
    const record = aChildReviewed('2026-10-01', ['2026-10-20', { on: '2026-12-11', adjournment }]);
    expect(ofRule('R-16', record, '2026-12-12')).toEqual(['2027-01-13']);
    const resumed = {
      ...record,
      meetings: [...record.meetings, aMeeting({ reviewIds: ['r2'], on: '2027-01-14' })],
    };
    expect(ofRule('R-16', resumed, '2027-01-13')).toEqual(['2027-01-13']);
    expect(ofRule('R-16', resumed, '2027-01-14')).toEqual(['2027-01-13 done 2027-01-14 late']);
  });

  it('ends a series within the time that the authority sets, and sets none itself', () => {
    const record = aChildReviewed('2026-10-01', ['2026-10-20']);
    const rules = { 'R-17': { period: { value: 10, unit: 'working-day' as const }, why: 'Policy 9' } };
    expect(ofRule('R-17', record, '2026-10-21')).toEqual([]);
    expect(ofRule('R-17', record, '2026-10-21', { rules })).toEqual(['2026-11-03']);
    const last = aMeeting({ reviewIds: ['r1'], on: '2026-10-30' });
    const series = { ...record, meetings: [...record.meetings, last] };
    expect(ofRule('R-17', series, '2026-10-30', { rules })).toEqual(['2026-11-03 done 2026-10-30']);
  });

  it('asks for a meeting a year in a long-term foster home, after its first year', () => {
    const home = aPeriod({ kind: 'placement', placement: 'long-term-foster-carers', from: '2025-06-01' });
    const record = aChildReviewed('2025-01-06', ['2025-02-03', '2025-05-01'], { periods: [home] });
    expect(ofRule('R-05', record, '2026-05-31')).toEqual([]);
    expect(ofRule('R-05', record, '2026-06-01')).toEqual(['2026-05-01 overdue']);
  });

  it('considers staying put at the first review after the sixteenth birthday', () => {
    const child = aChild({ dateOfBirth: '2010-09-30' });
    const record = aChildReviewed('2026-04-06', ['2026-04-30'], { child });
    expect(ofRule('R-18', record, '2026-05-01')).toEqual([]);
    const later = aChildReviewed('2025-01-06', ['2025-02-03', '2025-05-01', '2026-04-30'], { child });
    expect(ofRule('R-18', later, '2026-05-01')).toEqual(['2026-10-30']);
    const done = aChildReviewed('2025-01-06', ['2025-02-03', '2025-05-01', '2026-04-30', '2026-10-12'], {
      child,
    });
    expect(ofRule('R-18', done, '2026-10-20')).toEqual([]);
  });

  it('shows the secure panel’s own reviews', () => {
    const secure = aPeriod({
      kind: 'placement',
      placement: 'secure-accommodation',
      from: '2026-01-31',
    });
    const record = aChildReviewed('2025-01-06', ['2025-02-03'], { periods: [secure] });
    expect(ofRule('R-19', record, '2026-02-01')).toEqual(['2026-02-28']);
    const panel = { ...record, events: [anEvent({ kind: 'secure-review', on: '2026-02-20' })] };
    expect(ofRule('R-19b', panel, '2026-02-21')).toEqual(['2026-05-20']);
  });
});

describe('dates in order', () => {
  it('are sorted by their day, those without one last', () => {
    const record = aChildReviewed('2026-01-05', ['2026-02-02', '2026-04-30']);
    const days = datesOf(record, '2026-06-01').deadlines.map(inShort);
    const dated = days.filter((day) => /^\d/.test(day));
    expect(dated).toEqual(
      [...dated].sort((a, b) =>
        a.slice(0, 10) < b.slice(0, 10) ? -1 : a.slice(0, 10) > b.slice(0, 10) ? 1 : 0,
      ),
    );
    expect(days.findIndex((day) => !/^\d/.test(day))).toBe(dated.length);
  });
});
