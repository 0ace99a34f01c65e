import * as fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import {
  Instant,
  IsoDate,
  addDays,
  addMonths,
  ageOn,
  birthday,
  compareDates,
  daysBetween,
  earliest,
  fromDayNumber,
  isoDate,
  latest,
  toDayNumber,
  weekday,
} from '../../shared/domain/dates.ts';

const d = isoDate;
const anyDay = fc.integer({ min: -25_567, max: 84_005 }).map(fromDayNumber);

describe('IsoDate', () => {
  it.each([
    ['2026-10-05', undefined],
    ['2024-02-29', undefined],
    ['1900-01-01', undefined],
    ['2199-12-31', undefined],
    ['2026-02-29', 'There is no such day in the calendar'],
    ['2026-13-01', 'There is no such day in the calendar'],
    ['2026-00-10', 'There is no such day in the calendar'],
    ['1899-12-31', 'The year must be between 1900 and 2199'],
    ['2200-01-01', 'The year must be between 1900 and 2199'],
    ['5 Oct 2026', 'Write the date as YYYY-MM-DD, for example 2026-10-05'],
    ['2026-10-05T00:00:00Z', 'Write the date as YYYY-MM-DD, for example 2026-10-05'],
    ['2026-10-05\n', 'Write the date as YYYY-MM-DD, for example 2026-10-05'],
    ['', 'Write the date as YYYY-MM-DD, for example 2026-10-05'],
  ])('%j', (text, message) => {
    const parsed = IsoDate.safeParse(text);
    expect(parsed.error?.issues.map((issue) => issue.message)).toEqual(message && [message]);
  });

  it('knows each day there is, and no other, as Temporal does', () => {
    const isDay = (text: string) => {
      try {
        Temporal.PlainDate.from(text, { overflow: 'reject' });
        return true;
      } catch {
        return false;
      }
    };
    const outside = ['1899', '2200', '0000'];
    const all = Array.from({ length: 300 }, (_, place) => String(1900 + place));
    const twoDigits = Array.from({ length: 41 }, (_, place) => String(place).padStart(2, '0'));
    // Every month and day from 00 to 40, and 29 February of every year.
    const texts = [
      ...['1900', '2000', '2026', '2028', ...outside].flatMap((year) =>
        twoDigits.flatMap((month) => twoDigits.map((day) => `${year}-${month}-${day}`)),
      ),
      ...all.flatMap((year) => [`${year}-02-28`, `${year}-02-29`, `${year}-02-30`, `${year}-12-31`]),
    ];
    const wrong = texts.filter(
      (text) => IsoDate.safeParse(text).success !== (isDay(text) && !outside.includes(text.slice(0, 4))),
    );
    expect(wrong).toEqual([]);
    const said = texts.filter((text) => {
      const message = IsoDate.safeParse(text).error?.issues[0]?.message;
      return (message === 'There is no such day in the calendar') === isDay(text);
    });
    expect(said).toEqual([]);
  });

  it('refuses in code what it refuses from outside, without quoting it', () => {
    expect(() => isoDate('2026-02-30')).toThrow(/^Not a date/);
  });
});

describe('Instant', () => {
  it.each([
    ['2026-10-05T12:30:00Z', true],
    ['2026-10-05T12:30:00.123Z', true],
    ['2026-10-05T12:30:00+01:00', false],
    ['2026-10-05T12:30:00', false],
    ['2026-10-05T24:00:00Z', false],
    ['2026-02-30T12:00:00Z', false],
    ['2200-01-01T12:00:00Z', false],
  ])('%s', (text, valid) => {
    expect(Instant.safeParse(text).success).toBe(valid);
  });
});

describe('calendar arithmetic', () => {
  it('counts days as Temporal does, over the whole range', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -4000, max: 4000 }), (day, days) => {
        const expected = Temporal.PlainDate.from(day).add({ days });
        fc.pre(expected.year >= 1900 && expected.year <= 2199);
        expect(addDays(day, days)).toBe(expected.toString());
        expect(daysBetween(day, addDays(day, days))).toBe(days);
        expect(weekday(day)).toBe(Temporal.PlainDate.from(day).dayOfWeek);
        expect(fromDayNumber(toDayNumber(day))).toBe(day);
      }),
    );
  });

  it('knows every day from 1900 to 2199, each one after the other', () => {
    let cursor = Temporal.PlainDate.from('1900-01-01');
    for (let day = toDayNumber(d('1900-01-01')); day <= toDayNumber(d('2199-12-31')); day += 97) {
      expect(fromDayNumber(day)).toBe(cursor.toString());
      cursor = cursor.add({ days: 97 });
    }
  });

  it('counts months as Temporal does, the last day standing for one that the month has not', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -3600, max: 3600 }), (day, months) => {
        const expected = Temporal.PlainDate.from(day).add({ months }, { overflow: 'constrain' });
        fc.pre(expected.year >= 1 && expected.year <= 9999);
        expect(addMonths(day, months)).toBe(expected.toString());
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    ['2026-11-30', 3, '2027-02-28'],
    ['2026-08-31', 6, '2027-02-28'],
    ['2026-02-28', 6, '2026-08-28'],
    ['2027-08-31', 6, '2028-02-29'],
    ['2026-10-05', 6, '2027-04-05'],
    ['2026-05-31', -3, '2026-02-28'],
  ])('%s and %i months is %s', (from, months, to) => {
    expect(addMonths(d(from), months)).toBe(to);
  });

  it('throws rather than give a date that cannot be written', () => {
    expect(() => addMonths(d('2199-12-31'), 120_000)).toThrow(RangeError);
    expect(() => addMonths(d('1900-01-01'), -24_000)).toThrow(RangeError);
    expect(() => addDays(d('2199-12-31'), 10_000_000)).toThrow(RangeError);
  });

  it('compares, and finds the earliest and latest', () => {
    const [a, b] = [d('2026-10-05'), d('2026-10-06')];
    expect([compareDates(a, b), compareDates(b, a), compareDates(a, a)]).toEqual([-1, 1, 0]);
    expect([earliest([b, a]), latest([b, a]), latest([])]).toEqual([a, b, undefined]);
  });
});

describe('age', () => {
  it.each([
    ['2015-06-10', '2026-06-09', 10],
    ['2015-06-10', '2026-06-10', 11],
    ['2024-02-29', '2028-02-28', 3],
    ['2024-02-29', '2028-02-29', 4],
    ['2008-02-29', '2026-02-28', 17],
    ['2008-02-29', '2026-03-01', 18],
    ['2026-10-05', '2026-10-05', 0],
    ['2026-10-05', '2026-10-04', -1],
  ])('born %s, on %s: %i', (born, day, years) => {
    expect(ageOn(d(born), d(day))).toBe(years);
  });

  it('reaches an age on the birthday and not on the day before', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 25 }), (born, age) => {
        const day = birthday(born, age);
        expect(ageOn(born, day)).toBe(age);
        expect(ageOn(born, addDays(day, -1))).toBe(age - 1);
      }),
    );
  });

  it('puts a 29 February birthday on 1 March in a year without one', () => {
    expect(birthday(d('2008-02-29'), 18)).toBe('2026-03-01');
    expect(birthday(d('2008-02-29'), 16)).toBe('2024-02-29');
  });
});
