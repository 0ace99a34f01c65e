import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  bankHolidayName,
  bankHolidays,
  certainYears,
  corrections,
} from '../../shared/domain/bankHolidays.ts';
import {
  type IsoDate,
  addDays,
  addMonths,
  daysBetween,
  fromDayNumber,
  isoDate,
  toDayNumber,
  weekday,
} from '../../shared/domain/dates.ts';
import {
  type WorkingCalendar,
  addWorkingDays,
  englandAndWales,
  firstWorkingDayOnOrAfter,
  isCertainCount,
  isWorkingDay,
  lastWorkingDayOnOrBefore,
  nonWorkingReason,
  skippedDays,
  workingDaysBetween,
  workingDaysTo,
} from '../../shared/domain/workingDays.ts';

const d = isoDate;
const datesOf = (year: number) => bankHolidays(year).map(({ date }) => date);

/** Easter Sunday by the Anonymous Gregorian computus (Meeus), independent of the library's. */
function easter(year: number): IsoDate {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const e = Math.floor(b / 4);
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - e - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return d(`${year}-${String(Math.floor(n / 31)).padStart(2, '0')}-${String((n % 31) + 1).padStart(2, '0')}`);
}

const monday = (from: string, step: 1 | -1): IsoDate => {
  let day = d(from);
  while (weekday(day) !== 1) day = addDays(day, step);
  return day;
};

/** Christmas and Boxing Day with their weekdays in lieu. */
function christmas(year: number): string[] {
  const days: Record<number, number[]> = { 5: [25, 28], 6: [27, 28], 7: [26, 27] };
  return (days[weekday(d(`${year}-12-25`))] ?? [25, 26]).map((day) => `${year}-12-${day}`);
}

/** Days moved or added once, each by Royal Proclamation (section 1(2) and (3) of the Act). */
const oneOff: Record<number, { add: string[]; remove: string[]; why: string }> = {
  2011: { add: ['2011-04-29'], remove: [], why: 'wedding of Prince William and Catherine Middleton' },
  2012: {
    add: ['2012-06-04', '2012-06-05'],
    remove: ['2012-05-28'],
    why: 'Diamond Jubilee: the spring holiday moved to 4 June, one day added',
  },
  2020: { add: ['2020-05-08'], remove: ['2020-05-04'], why: '75 years of VE Day: the May holiday moved' },
  2022: {
    add: ['2022-06-02', '2022-06-03', '2022-09-19'],
    remove: ['2022-05-30'],
    why: 'Platinum Jubilee: the spring holiday moved to 2 June, one day added; funeral of Queen Elizabeth II',
  },
  2023: { add: ['2023-05-08'], remove: [], why: 'coronation of King Charles III' },
};

/** The Act's Schedule 1 (England and Wales), and the days proclaimed every year: New Year, May Day, days in lieu. */
function byTheAct(year: number): string[] {
  const newYear = weekday(d(`${year}-01-01`)) > 5 ? monday(`${year}-01-01`, 1) : d(`${year}-01-01`);
  const regular = [
    newYear,
    addDays(easter(year), -2),
    addDays(easter(year), 1),
    monday(`${year}-05-01`, 1),
    monday(`${year}-05-31`, -1),
    monday(`${year}-08-31`, -1),
    ...christmas(year),
  ];
  const { add = [], remove = [] } = oneOff[year] ?? {};
  return [...new Set([...regular, ...add])].filter((day) => !remove.includes(day)).sort();
}

describe('bank holidays of England and Wales', () => {
  it.each([
    [2025, '01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26'],
    [2026, '01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28'],
    [2027, '01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28'],
    [2028, '01-03 04-14 04-17 05-01 05-29 08-28 12-25 12-26'],
  ])('%i as published', (year, days) => {
    expect(datesOf(year)).toEqual(days.split(' ').map((day) => `${year}-${day}`));
  });

  it.each(Array.from({ length: 28 }, (_, index) => 2008 + index))(
    '%i follows the Act and its one-off days',
    (year) => {
      expect(datesOf(year)).toEqual(byTheAct(year));
    },
  );

  it('names each day, once, and gives each correction its source', () => {
    expect(bankHolidayName(d('2026-12-28'))).toBe('Boxing Day (substitute day)');
    expect(bankHolidayName(d('2011-04-29'))).toBe('Royal wedding');
    expect(bankHolidayName(d('2012-06-04'))).toBe('Spring bank holiday');
    expect(bankHolidayName(d('2012-05-28'))).toBeUndefined();
    expect(bankHolidays(2023).find(({ date }) => date === '2023-05-08')?.name).toMatch(/Coronation/);
    expect(bankHolidays(2026).every(({ name }) => name !== '' && !name.includes("'"))).toBe(true);
    expect(corrections.every(({ source }) => source.includes('1971'))).toBe(true);
  });

  it('finds each day of a year by itself as in the list, at the ends of years too', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: toDayNumber(d('1971-01-01')), max: toDayNumber(d('2199-12-31')) }),
        (number) => {
          const date = fromDayNumber(number);
          const listed = bankHolidays(Number(date.slice(0, 4))).find((holiday) => holiday.date === date);
          expect(bankHolidayName(date)).toBe(listed?.name);
        },
      ),
    );
    for (const year of Array.from({ length: 200 }, (_, index) => 1971 + index)) {
      for (const { date, name } of bankHolidays(year)) expect(bankHolidayName(date)).toBe(name);
    }
  });

  it('leaves out Scotland and Northern Ireland', () => {
    for (const day of ['2026-01-02', '2026-03-17', '2026-07-13', '2026-08-03', '2026-11-30']) {
      expect(isWorkingDay(d(day))).toBe(true);
    }
  });

  it('is certain only where the list is', () => {
    expect(isCertainCount(d('2026-12-11'), d('2027-01-13'))).toBe(true);
    expect(isCertainCount(d(`${certainYears.to}-12-20`), d(`${certainYears.to + 1}-01-10`))).toBe(false);
    expect(isCertainCount(d('2007-12-20'), d('2008-01-10'))).toBe(false);
  });
});

describe('worked examples of the domain notes', () => {
  it.each([
    ['2026-12-11', 5, '2026-12-18'],
    ['2026-12-11', 10, '2026-12-29'],
    ['2026-12-11', 20, '2027-01-13'],
    ['2026-03-20', 10, '2026-04-07'],
    ['2026-03-20', 20, '2026-04-21'],
    ['2026-08-03', 20, '2026-09-01'],
    ['2026-10-05', 5, '2026-10-12'],
    ['2026-10-05', 10, '2026-10-19'],
    ['2026-10-05', 15, '2026-10-26'],
    ['2026-10-05', 20, '2026-11-02'],
    ['2026-10-03', 1, '2026-10-05'],
  ])('%s and %i working days is %s', (from, count, to) => {
    expect(addWorkingDays(d(from), count)).toBe(to);
    expect(workingDaysBetween(d(from), d(to))).toBe(count);
  });

  it('puts the middle of 5 Oct 2026 and its six months on 4 Jan 2027', () => {
    const end = addMonths(d('2026-10-05'), 6);
    expect(addDays(d('2026-10-05'), Math.floor(daysBetween(d('2026-10-05'), end) / 2))).toBe('2027-01-04');
  });
});

describe('counting working days', () => {
  const day = fc.integer({ min: 13_880, max: 23_740 }).map(fromDayNumber);
  const calendar = fc.uniqueArray(day, { maxLength: 40 }).map((days): WorkingCalendar => ({
    extraNonWorkingDays: days.map((date) => ({ date, name: 'Closed' })),
  }));
  const count = fc.integer({ min: -60, max: 60 });

  it('never ends on a day that is not worked, unless it counts nothing', () => {
    fc.assert(
      fc.property(day, count, calendar, (start, n, own) => {
        fc.pre(n !== 0);
        expect(isWorkingDay(addWorkingDays(start, n, own), own)).toBe(true);
      }),
    );
  });

  it('is the inverse of counting between, and of counting back from a working day', () => {
    fc.assert(
      fc.property(day, count, calendar, (start, n, own) => {
        const end = addWorkingDays(start, n, own);
        expect(workingDaysBetween(start, end, own)).toBe(n);
        const open = lastWorkingDayOnOrBefore(start, own);
        expect(addWorkingDays(addWorkingDays(open, n, own), -n, own)).toBe(open);
      }),
    );
  });

  it('is the count of the days that are worked, one by one, forward and back', () => {
    const near = fc.integer({ min: -1_200, max: 1_200 });
    fc.assert(
      fc.property(day, near, calendar, (from, distance, own) => {
        const to = addDays(from, distance);
        const step = distance < 0 ? -1 : 1;
        const each = Array.from({ length: Math.abs(distance) }, (_, index) =>
          addDays(from, step * (index + 1)),
        );
        const worked = each.filter((date) => isWorkingDay(date, own)).length;
        expect(workingDaysBetween(from, to, own)).toBe(worked === 0 ? 0 : step * worked);
      }),
    );
  });

  it('says how long there is, or how late it is, from the due day on', () => {
    const left = (today: string, due: string) => workingDaysTo(isoDate(today), isoDate(due), englandAndWales);
    expect(left('2026-12-11', '2027-01-13')).toBe(20);
    expect(left('2026-12-11', '2026-12-11')).toBe(0);
    // Due on Good Friday: nobody works until Tuesday, so it is one day late then, and none at the weekend.
    expect([left('2026-04-04', '2026-04-03'), left('2026-04-07', '2026-04-03')]).toEqual([0, -1]);
  });

  it('takes a day that the authority names twice, or on a weekend, for one day off', () => {
    const names = ['2026-12-29', '2026-12-29', '2026-12-26', '2026-12-25'];
    const own = { extraNonWorkingDays: names.map((date) => ({ date: d(date), name: 'Closed' })) };
    expect(workingDaysBetween(d('2026-12-24'), d('2026-12-31'), own)).toBe(2);
  });

  it('is monotone in the start and in the count', () => {
    fc.assert(
      fc.property(day, day, count, calendar, (a, b, n, own) => {
        const [first, second] = a <= b ? [a, b] : [b, a];
        expect(addWorkingDays(first, n, own) <= addWorkingDays(second, n, own)).toBe(true);
        expect(addWorkingDays(a, n, own) < addWorkingDays(a, n + 1, own)).toBe(true);
      }),
    );
  });

  it('accounts for every calendar day: worked or named', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 60 }), calendar, (start, n, own) => {
        const end = addWorkingDays(start, n, own);
        expect(skippedDays(start, end, own).length + n).toBe(daysBetween(start, end));
      }),
    );
  });

  it('counts the days of the authority and names them', () => {
    const own: WorkingCalendar = { extraNonWorkingDays: [{ date: d('2026-12-29'), name: 'Offices closed' }] };
    expect(addWorkingDays(d('2026-12-11'), 10, own)).toBe('2026-12-30');
    expect(nonWorkingReason(d('2026-12-29'), own)).toBe('Offices closed');
    expect(nonWorkingReason(d('2026-12-29'))).toBeUndefined();
    expect(skippedDays(d('2026-12-24'), d('2026-12-30'), own).map(({ name }) => name)).toEqual([
      'Christmas Day',
      'Saturday',
      'Sunday',
      'Boxing Day (substitute day)',
      'Offices closed',
    ]);
  });

  it('finds the working day on, before and after', () => {
    expect(lastWorkingDayOnOrBefore(d('2027-02-28'))).toBe('2027-02-26');
    expect(lastWorkingDayOnOrBefore(d('2026-10-05'))).toBe('2026-10-05');
    expect(firstWorkingDayOnOrAfter(d('2026-12-25'))).toBe('2026-12-29');
  });

  it('refuses part days, and a calendar that never opens', () => {
    expect(() => addWorkingDays(d('2026-10-05'), 1.5)).toThrow(RangeError);
    const start = d('2026-01-01');
    const shut = Array.from({ length: 800 }, (_, index) => ({ date: addDays(start, index), name: 'Shut' }));
    expect(() => addWorkingDays(start, 1, { extraNonWorkingDays: shut })).toThrow(/no working day/);
    expect(englandAndWales.extraNonWorkingDays).toEqual([]);
  });
});
