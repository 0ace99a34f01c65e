import { describe, expect, it } from 'vitest';
import type { CaseloadLine } from '../../renderer/features/children/caseload.ts';
import { filterCaseload, sortCaseload, standingOf } from '../../renderer/features/children/caseload.ts';
import { shortAge, shortDay, spanInWords } from '../../shared/domain/caseloadWords.ts';
import { isoDate } from '../../shared/domain/dates.ts';
import { ChildId } from '../../shared/domain/ids.ts';

const today = isoDate('2026-10-05');

function child(
  fullName: string,
  born: string,
  due: string,
  on?: string,
  more: Partial<CaseloadLine> = {},
): CaseloadLine {
  return {
    id: ChildId.parse(`child-${fullName.length}`),
    preferredName: fullName.split(' ')[0] ?? '',
    fullName,
    dateOfBirth: isoDate(born),
    isLookedAfter: true,
    next: {
      number: 2,
      isBooked: on !== undefined,
      ...(on !== undefined && { on: isoDate(on) }),
      lastLawfulDay: {
        kind: 'computed',
        rule: 'R-03',
        due: isoDate(due),
        lastWorkingDayOnOrBefore: isoDate(due),
        workingDaysLeft: due < today ? -5 : 12,
        certain: true,
        sum: [],
      },
    },
    ...more,
  };
}

const zoe = child('Zoë Pretendska', '2015-05-01', '2026-10-21', undefined, { worker: 'Sam Inkwell' });
const al = child('Al Mock', '2025-09-01', '2026-10-01');
const bo = child('Bartholomew Placeholder-Featherstonehaugh', '2010-01-01', '2026-12-01', '2026-12-02', {
  legalStatus: 'care order',
});

describe('the caseload', () => {
  it('finds every word, in any order, whatever the accents', () => {
    expect(filterCaseload([zoe, al, bo], 'zoe')).toEqual([zoe]);
    expect(filterCaseload([zoe, al, bo], 'inkwell PRETEND')).toEqual([zoe]);
    expect(filterCaseload([zoe, al, bo], 'care feather')).toEqual([bo]);
    expect(filterCaseload([zoe, al, bo], 'care zoe')).toEqual([]);
    expect(filterCaseload([zoe, al, bo], '  ')).toHaveLength(3);
  });

  it('sorts by name, youngest first, or by the day; those without a day last', () => {
    const names = (lines: readonly CaseloadLine[]) => lines.map(({ preferredName }) => preferredName);
    expect(names(sortCaseload([zoe, al, bo], 'name'))).toEqual(['Al', 'Bartholomew', 'Zoë']);
    expect(names(sortCaseload([zoe, al, bo], 'age'))).toEqual(['Al', 'Zoë', 'Bartholomew']);
    expect(names(sortCaseload([zoe, al, bo], 'next'))).toEqual(['Bartholomew', 'Al', 'Zoë']);
    expect(names(sortCaseload([zoe, al, bo], 'lawful'))).toEqual(['Al', 'Zoë', 'Bartholomew']);
  });

  it('says how the next review stands to the last lawful day', () => {
    expect(standingOf(al, today)).toBe('past');
    expect(standingOf(bo, today)).toBe('booked-after');
    expect(standingOf(zoe, today)).toBe('not-booked-soon');
    expect(standingOf({ ...bo, next: { ...bo.next, on: isoDate('2026-12-01') } }, today)).toBe('fine');
    expect(standingOf({ ...al, next: { ...al.next, whyNone: 'turns 18' } }, today)).toBe('fine');
  });
});

describe('short words', () => {
  it('tells a span in its two largest units', () => {
    const span = (from: string, to: string) => spanInWords(isoDate(from), isoDate(to));
    expect(span('2012-06-11', '2026-10-05')).toBe('14 years 3 months');
    expect(span('2012-10-06', '2026-10-05')).toBe('13 years 11 months');
    expect(span('2012-10-05', '2026-10-05')).toBe('14 years');
    expect(span('2026-04-29', '2026-10-05')).toBe('5 months');
    expect(span('2026-09-14', '2026-10-05')).toBe('3 weeks');
    expect(span('2026-09-29', '2026-10-05')).toBe('6 days');
    expect(span('2026-10-04', '2026-10-05')).toBe('1 day');
  });

  it('gives an age in years from the first birthday on', () => {
    expect(shortAge(isoDate('2025-10-05'), today)).toBe('1');
    expect(shortAge(isoDate('2025-10-06'), today)).toBe('11 months');
  });

  it('leaves the year out where it is this one', () => {
    expect(shortDay(isoDate('2026-10-30'), today)).toBe('Fri 30 Oct');
    expect(shortDay(isoDate('2027-04-05'), today)).toBe('Mon 5 Apr 2027');
  });
});
