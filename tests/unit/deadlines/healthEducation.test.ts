import { describe, expect, it } from 'vitest';
import type { EventKind } from '../../../shared/domain/model/events.ts';
import type { ChildRecord } from '../../../shared/domain/model/record.ts';
import { SchoolTerm } from '../../../shared/domain/schoolTerms.ts';
import { aChild, aPeriod, anEvent } from '../support/builders.ts';
import { aChildReviewed, datesOf, ofKind, ofRule } from '../support/deadlines.ts';

const child = (born: string, since: string, more: Partial<ChildRecord> = {}) =>
  aChildReviewed(since, [], { child: aChild({ dateOfBirth: born }), ...more });
const done = (kind: EventKind, ...days: string[]) =>
  days.map((on, place) => anEvent({ id: `${kind}-${place}`, kind, on }));

describe('health assessments', () => {
  it('begin within 20 working days', () => {
    expect(ofRule('H-01', child('2017-03-02', '2026-12-11'), '2026-12-11')).toEqual(['2027-01-13']);
    const late = child('2017-03-02', '2026-08-17', { events: done('health-assessment', '2026-09-28') });
    expect(ofKind('health-assessment', late, '2026-10-05')).toEqual([
      'H-01 2026-09-15 done 2026-09-28 late',
      'H-03 2027-09-28',
    ]);
  });

  it.each([
    // Born 10 Mar 2022: five on 10 Mar 2027.
    ['2026-09-09', 'H-02', '2027-03-09'],
    ['2026-09-10', 'H-03', '2027-09-10'],
    ['2026-08-31', 'H-02', '2027-02-28'],
    ['2026-05-01', 'H-02', '2026-11-01'],
    ['2027-03-10', 'H-03', '2028-03-10'],
  ])('after one on %s by %s on %s: every six months until the fifth birthday', (on, rule, due) => {
    const record = child('2022-03-10', '2026-01-05', { events: done('health-assessment', '2026-01-28', on) });
    expect(ofKind('health-assessment', record, on).at(-1)).toBe(`${rule} ${due}`);
  });

  it('of a child who grew five while one was overdue keep their day', () => {
    const record = child('2022-03-10', '2026-01-05', { events: done('health-assessment', '2026-05-01') });
    expect(ofKind('health-assessment', record, '2027-04-01').at(-1)).toBe('H-02 2026-11-01 overdue');
  });

  it('that the child said no to are counted, and said so', () => {
    const events = [anEvent({ kind: 'health-assessment', dueOn: '2026-09-15', isRefused: true })];
    const record = child('2010-03-02', '2026-08-17', { events });
    const [first] = datesOf(record, '2026-10-05').deadlines.filter(({ rule }) => rule.id === 'H-01');
    expect(first).toMatchObject({ state: 'done', doneOn: '2026-09-15', isRefused: true });
  });

  it('show the day that somebody has set, and keep their own', () => {
    const events = [
      ...done('health-assessment', '2026-01-28'),
      anEvent({ kind: 'health-assessment', dueOn: '2026-12-01' }),
    ];
    const next = datesOf(child('2015-03-10', '2026-01-05', { events }), '2026-06-01').deadlines.find(
      ({ rule }) => rule.id === 'H-03',
    );
    expect(next).toMatchObject({ setFor: '2026-12-01', date: { due: '2027-01-28' } });
  });
});

describe('teeth, eyes, vaccinations', () => {
  it('come round after twelve months and two years', () => {
    const events = [...done('dental-check', '2025-02-03'), ...done('eye-test', '2024-02-29')];
    const record = child('2015-03-10', '2024-01-05', { events });
    expect(ofRule('H-05', record, '2026-02-04')).toEqual(['2026-02-03 overdue']);
    expect(ofRule('H-06', record, '2026-02-04')).toEqual(['2026-02-28']);
  });

  it('are not guessed where none is recorded, nor asked of a baby', () => {
    const [dentist] = datesOf(child('2015-03-10', '2026-01-05'), '2026-06-01').deadlines.filter(
      ({ rule }) => rule.id === 'H-05',
    );
    expect(dentist).toMatchObject({ state: 'unknown', isUnrecorded: true });
    expect(ofRule('H-05', child('2026-04-29', '2026-08-17'), '2026-10-05')).toEqual([]);
  });

  it('by the days that were set, each name its own, until one of that name was done since', () => {
    const events = [
      anEvent({ id: 'a', kind: 'vaccination', label: 'Baby', on: '2026-08-26', nextDueOn: '2026-10-01' }),
      anEvent({ id: 'b', kind: 'vaccination', label: 'Flu', on: '2026-09-01', nextDueOn: '2027-09-01' }),
      anEvent({ id: 'c', kind: 'developmental-check', dueOn: '2026-11-02' }),
    ];
    const record = child('2026-04-29', '2026-08-17', { events });
    expect(ofRule('H-07', record, '2026-10-05')).toEqual(['2026-10-01 overdue', '2027-09-01']);
    expect(ofRule('H-04', record, '2026-10-05')).toEqual(['2026-11-02']);
    const given = [...events, anEvent({ id: 'd', kind: 'vaccination', label: 'Baby', on: '2026-10-02' })];
    expect(ofRule('H-07', { ...record, events: given }, '2026-10-05')).toEqual(['2027-09-01']);
    expect(ofRule('H-04', record, '2031-04-29')).toEqual([]);
  });
});

describe('the questionnaire', () => {
  it.each([
    // Asked from the fourth birthday to the day before the seventeenth.
    ['2022-10-06', '2026-01-05', [], '2026-10-05', []],
    ['2022-10-05', '2026-01-05', [], '2026-10-05', ['H-08b 2027-10-05']],
    ['2015-03-10', '2026-01-05', [], '2026-10-05', ['H-08b 2027-01-05']],
    ['2015-03-10', '2026-01-05', ['2026-05-11'], '2026-10-05', ['H-08 2027-05-11']],
    ['2010-05-12', '2024-01-05', ['2026-05-11'], '2026-10-05', ['H-08 2027-05-11']],
    ['2010-05-11', '2024-01-05', ['2026-05-11'], '2026-10-05', []],
  ])('of a child born %s, looked after since %s, done %j', (born, since, days, today, dates) => {
    const record = child(born, since, { events: done('sdq', ...days) });
    expect(ofKind('sdq', record, today)).toEqual(dates);
  });
});

describe('education', () => {
  it('begins with a plan in ten and in twenty working days, of school age', () => {
    const record = child('2017-03-02', '2026-12-11');
    expect(ofRule('E-01', record, '2026-12-11')).toEqual(['2026-12-29']);
    expect(ofRule('E-01b', record, '2026-12-11')).toEqual(['2027-01-13']);
    const held = { ...record, events: done('pep', '2027-01-05') };
    expect(ofRule('E-01', held, '2027-01-06')).toEqual(['2026-12-29 done 2027-01-05 late']);
    expect(ofRule('E-01b', held, '2027-01-06')).toEqual(['2027-01-13 done 2027-01-05']);
  });

  it.each([
    ['2022-08-31', '2026-09-01', ['2026-09-15']],
    ['2022-08-31', '2026-08-31', []],
    // Four on 1 September: school begins a year later.
    ['2022-09-01', '2026-09-01', []],
    ['2022-09-01', '2027-09-01', ['2027-09-15']],
  ])('of a child born %s, on %s', (born, today, dates) => {
    expect(ofRule('E-01', child(born, '2026-03-02'), today)).toEqual(dates);
  });

  it('goes on each term, and not more than four months apart', () => {
    const record = child('2017-03-02', '2026-01-05', { events: done('pep', '2026-02-11', '2026-06-30') });
    expect(ofKind('pep', record, '2026-10-05')).toEqual([
      'E-02 2026-08-31 done 2026-06-30',
      'E-02 2026-12-31',
    ]);
    expect(ofRule('E-02b', record, '2026-10-31')).toEqual(['2026-10-30 overdue']);
    const schoolTerms = [
      { name: 'summer', from: '2026-04-13', to: '2026-07-17' },
      { name: 'autumn', from: '2026-09-02', to: '2026-12-18' },
    ].map((term) => SchoolTerm.parse(term));
    expect(ofKind('pep', record, '2026-10-05', { schoolTerms }).at(-1)).toBe('E-02 2026-12-18');
  });

  it('meets after a change of school, and finds a place after a move in an emergency', () => {
    const school = (id: string, from: string, to?: string) =>
      aPeriod({ id, kind: 'school', name: 'Mockridge', from, ...(to !== undefined && { to }) });
    const periods = [school('a', '2023-09-04', '2026-09-01'), school('b', '2026-09-02')];
    expect(ofRule('E-03', child('2017-03-02', '2026-01-05', { periods }), '2026-09-03')).toEqual([
      '2026-09-30',
    ]);
    const move = aPeriod({
      id: 'move',
      kind: 'placement',
      placement: 'foster-carers',
      from: '2026-09-07',
      isEmergency: true,
    });
    const schoolTerms = [SchoolTerm.parse({ name: 'autumn', from: '2026-09-02', to: '2026-12-18' })];
    const moved = child('2017-03-02', '2026-01-05', {
      periods: [move, school('a', '2023-09-04', '2026-09-07')],
    });
    expect(ofRule('E-04', moved, '2026-09-08', { schoolTerms })).toEqual(['2026-10-05']);
    expect(ofRule('E-04', moved, '2026-09-08')[0]).toMatch(/school terms/);
    const goesOn = child('2017-03-02', '2026-01-05', { periods: [move, school('a', '2023-09-04')] });
    expect(ofRule('E-04', goesOn, '2026-09-08', { schoolTerms })).toEqual([]);
  });
});
