import { describe, expect, it } from 'vitest';
import { isoDate } from '../../../shared/domain/dates.ts';
import type { ChildRecord } from '../../../shared/domain/model/record.ts';
import {
  aDecision,
  aFiling,
  aFinalisation,
  aMark,
  aPoint,
  aMidwayCheck,
  anAddendum,
  anEvent,
  anIssued,
} from '../support/builders.ts';
import { aChildReviewed, datesOf, inShort, ofKind, ofRule } from '../support/deadlines.ts';

/** Looked after since 2025, the third review held on Mon 5 Oct 2026: its id is `r3`. */
const reviewed = (more: Partial<ChildRecord> = {}, ...later: string[]) =>
  aChildReviewed('2025-12-01', ['2025-12-22', '2026-03-20', '2026-10-05', ...later], more);
const of = (reviewId: string) => ({ reviewId });

const final = {
  decisions: aFinalisation({ ...of('r3'), kind: 'decisions', at: '2026-10-12T22:59:00Z' }),
  record: aFinalisation({ ...of('r3'), kind: 'record', at: '2026-10-23T12:00:00Z' }),
};

/** The clocks of the third review, each with its day. */
function clocks(record: ChildRecord, today: string) {
  return Object.fromEntries(
    datesOf(record, today)
      .deadlines.filter(({ key }) => key.endsWith(':r3'))
      .map((deadline) => [deadline.rule.id, inShort(deadline)]),
  );
}

describe('the two clocks of a review', () => {
  it('give the dates of the worked example', () => {
    expect(clocks(reviewed(), '2026-10-05')).toEqual({
      'A-01': '2026-10-12',
      'A-04': '2026-10-19',
      'A-05': '2026-10-26',
      'A-06': '2026-11-02',
      'A-07': '2026-11-02',
      'A-08': '2027-01-04',
      'R-03': '2027-04-05',
    });
  });

  it('run from the day it is held, not before', () => {
    expect(clocks(reviewed(), '2026-10-04')).not.toHaveProperty('A-01');
  });

  it('stop each with its own document, by the day in London', () => {
    const record = reviewed({ finalisations: [final.decisions] });
    expect(clocks(record, '2026-10-14')).toMatchObject({
      'A-01': '2026-10-12 done 2026-10-12',
      'A-05': '2026-10-26',
    });
    const late = { ...final.decisions, at: '2026-10-12T23:00:00Z' };
    expect(clocks(reviewed({ finalisations: [aFinalisation(late)] }), '2026-10-14')).toMatchObject({
      'A-01': '2026-10-12 done 2026-10-13 late',
    });
  });

  it('go on after a withdrawal', () => {
    const withdrawn = {
      ...final.record,
      withdrawn: { at: final.record.at, by: 'M', because: 'wrong child', receivedBy: [] },
    };
    const record = reviewed({ finalisations: [final.decisions, withdrawn] });
    expect(clocks(record, '2026-10-28')['A-05']).toBe('2026-10-26 overdue');
  });

  it('are issued with a document of the record, the letter apart, and filed when each one is', () => {
    const finalisations = [final.decisions, final.record];
    const issued = [
      anIssued({ ...of('r3'), document: 'manager', at: '2026-10-12T12:00:00Z' }),
      anIssued({ ...of('r3'), document: 'service-file', at: '2026-10-30T12:00:00Z' }),
      anIssued({ ...of('r3'), document: 'letter', at: '2026-11-03T12:00:00Z' }),
    ];
    expect(clocks(reviewed({ finalisations, issued: issued.slice(0, 1) }), '2026-10-31')['A-06']).toBe(
      '2026-11-02',
    );
    const record = reviewed({ finalisations, issued });
    expect(clocks(record, '2026-11-03')).toMatchObject({
      'A-06': '2026-11-02 done 2026-10-30',
      'A-07': '2026-11-02 done 2026-11-03 late',
      'A-12': '2026-11-02 overdue',
    });
    const filings = issued.map(({ document }, place) =>
      aFiling({ ...of('r3'), document, on: `2026-11-0${place + 4}` }),
    );
    expect(clocks({ ...record, filings: filings.slice(0, 2) }, '2026-11-09')['A-12']).toBe(
      '2026-11-02 overdue',
    );
    expect(clocks({ ...record, filings }, '2026-11-09')['A-12']).toBe('2026-11-02 done 2026-11-06 late');
  });

  it('of an earlier review remain only where its record is still held up', () => {
    const record = reviewed({ finalisations: [final.decisions] }, '2027-03-30');
    expect(clocks(record, '2027-03-31')).toEqual({
      'A-05': '2026-10-26 overdue',
      'A-06': '2026-11-02 overdue',
      'R-03': '2027-04-05 done 2027-03-30',
    });
  });

  it('stop the care plan’s clock with a plan dated since', () => {
    const plan = (on: string) => reviewed({ events: [anEvent({ kind: 'care-plan', on })] });
    expect(clocks(plan('2026-10-04'), '2026-10-20')['A-04']).toBe('2026-10-19 overdue');
    expect(clocks(plan('2026-10-16'), '2026-10-20')['A-04']).toBe('2026-10-19 done 2026-10-16');
  });

  it('are not those of a review held before the store began', () => {
    const record = reviewed();
    const before = {
      ...record,
      reviews: record.reviews.map((review) => ({ ...review, isBeforeStore: true })),
    };
    expect(Object.keys(clocks(before, '2026-10-06'))).toEqual(['R-03']);
  });
});

describe('the manager’s reply', () => {
  const decisions = [aDecision({ id: 'd1', ...of('r3') }), aDecision({ id: 'd2', ...of('r3') })];
  const sentOn = (day: string | undefined, more: Partial<ChildRecord> = {}) =>
    aChildReviewed(
      '2025-12-01',
      [
        '2025-12-22',
        '2026-03-20',
        { on: '2026-10-05', ...(day !== undefined && { decisionsSentOn: isoDate(day) }) },
      ],
      { decisions, finalisations: [final.decisions], ...more },
    );
  const replies = (...days: readonly string[]) =>
    decisions.map((decision, place) => {
      const on = days[place];
      return on === undefined
        ? decision
        : { ...decision, reply: { outcome: 'agreed' as const, on: isoDate(on) } };
    });

  it('runs five working days from sending, and not before', () => {
    expect(ofRule('A-02', sentOn(undefined), '2026-10-14')).toEqual([]);
    expect(ofRule('A-02', sentOn('2026-10-09'), '2026-10-14')).toEqual(['2026-10-16']);
  });

  it('passed over in silence is what the local rule says', () => {
    const [reply] = datesOf(sentOn('2026-10-09'), '2026-10-19', {
      noReplyMeans: 'these stand',
    }).deadlines.filter(({ rule }) => rule.id === 'A-02');
    expect(reply).toMatchObject({ state: 'overdue', ifSilent: 'these stand' });
  });

  it('is there when every decision has one; the record does not wait for it', () => {
    const all = sentOn('2026-10-09', { decisions: replies('2026-10-14', '2026-10-15') });
    expect(ofRule('A-02', all, '2026-10-15')).toEqual(['2026-10-16 done 2026-10-15']);
    const some = sentOn('2026-10-09', { decisions: replies('2026-10-14') });
    expect(ofRule('A-02', some, '2026-10-19')).toEqual(['2026-10-16 overdue']);
    const finalisations = [final.decisions, final.record];
    expect(ofRule('A-02', sentOn('2026-10-09', { finalisations }), '2026-10-28')).toEqual([
      '2026-10-16 done',
    ]);
  });
});

describe('what a review promises', () => {
  it('is told to the child by the day that was given, until the next review', () => {
    const wish = aPoint({
      ...of('r3'),
      id: 'wish',
      kind: 'wish',
      telling: { kind: 'will-be-told', by: 'Sam', due: '2026-10-16' },
    });
    const record = reviewed({ points: [wish] });
    expect(ofRule('A-11', record, '2026-10-19')).toEqual(['2026-10-16 overdue']);
    const told = { ...record, addenda: [anAddendum({ ...of('r3'), pointId: 'wish', on: '2026-10-15' })] };
    expect(ofRule('A-11', told, '2026-10-19')).toEqual(['2026-10-16 done 2026-10-15']);
    expect(ofRule('A-11', reviewed({ points: [wish] }, '2027-03-30'), '2027-03-31')).toEqual([]);
  });

  it('is looked at half way to the next last lawful day; the check itself, or the next review, ends it', () => {
    const checked = (completedOn?: string) =>
      reviewed({
        midwayChecks: [
          aMidwayCheck({
            reviewId: 'r3',
            on: '2027-01-04',
            ...(completedOn !== undefined && { completedOn }),
          }),
        ],
      });
    expect(ofKind('midway', checked(), '2027-01-05')).toEqual(['A-08 2027-01-04 overdue']);
    expect(ofKind('midway', checked('2027-01-06'), '2027-01-07')).toEqual([
      'A-08 2027-01-04 done 2027-01-06 late',
    ]);
    expect(ofKind('midway', reviewed({}, '2027-03-30'), '2027-03-31')).toEqual(['A-08 2027-06-30']);
  });

  it('is settled informally within five working days, when a point was raised', () => {
    const record = reviewed({ events: [anEvent({ id: 'raised', kind: 'point-raised', on: '2026-10-05' })] });
    expect(ofRule('A-03', record, '2026-10-06')).toEqual(['2026-10-12']);
    const settled = aMark({ kind: 'done', deadline: 'point-settled:raised', doneOn: '2026-10-09' });
    expect(ofRule('A-03', { ...record, deadlineMarks: [settled] }, '2026-10-13')).toEqual([
      '2026-10-12 done 2026-10-09',
    ]);
  });
});

describe('what the officer says of a date', () => {
  const [key, other] = ['decisions:r3', 'record:r3'];
  const decisionsOf = (record: ChildRecord, today: string) =>
    datesOf(record, today).deadlines.find((deadline) => deadline.key === key);

  it('why it was late, the newest word of several', () => {
    const deadlineMarks = [
      aMark({ kind: 'late', deadline: key, reason: 'officer-away', on: '2026-10-14' }),
      aMark({ kind: 'late', deadline: key, reason: 'court', words: 'Hearing moved', on: '2026-10-15' }),
      aMark({ kind: 'late', deadline: other, reason: 'system' }),
    ];
    expect(decisionsOf(reviewed({ deadlineMarks }), '2026-10-16')).toMatchObject({
      state: 'overdue',
      isLate: true,
      late: { reason: 'court', words: 'Hearing moved' },
    });
    expect(decisionsOf(reviewed(), '2026-10-12')).toMatchObject({ state: 'due', isLate: false });
  });

  it('another day with its reason, which the sum keeps beside its own', () => {
    const deadlineMarks = [
      aMark({ kind: 'override', deadline: key, due: '2026-10-14', because: 'Agreed with the team' }),
    ];
    expect(decisionsOf(reviewed({ deadlineMarks }), '2026-10-13')).toMatchObject({
      state: 'due',
      date: { due: '2026-10-14', override: { computed: '2026-10-12', because: 'Agreed with the team' } },
    });
  });

  it('that it may rest, while it is open', () => {
    const deadlineMarks = [
      aMark({ kind: 'snooze', deadline: key, until: '2026-10-19', because: 'Waiting for the court' }),
    ];
    expect(decisionsOf(reviewed({ deadlineMarks }), '2026-10-13')?.snoozedUntil).toBe('2026-10-19');
    const done = reviewed({ deadlineMarks, finalisations: [final.decisions] });
    expect(decisionsOf(done, '2026-10-13')?.snoozedUntil).toBeUndefined();
  });

  it('that it was done, where no register shows it', () => {
    const deadlineMarks = [aMark({ kind: 'done', deadline: 'letter:r3', doneOn: '2026-10-20' })];
    expect(ofRule('A-07', reviewed({ deadlineMarks }), '2026-11-05')).toEqual(['2026-11-02 done 2026-10-20']);
  });
});
