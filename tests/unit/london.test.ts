import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { LocalTime, instant, isoDate } from '../../shared/domain/dates.ts';
import {
  formatDate,
  formatInstant,
  formatLocalTime,
  formatLongDate,
  formatTime,
  fromLondon,
  londonDay,
} from '../../shared/domain/london.ts';

describe('days and times in London', () => {
  it.each([
    ['2026-10-05T12:30:00Z', '2026-10-05', '1.30 pm'],
    ['2026-06-30T23:15:00Z', '2026-07-01', '12.15 am'],
    ['2026-12-31T23:59:59Z', '2026-12-31', '11.59 pm'],
    ['2026-10-05T11:00:00Z', '2026-10-05', '12 noon'],
    ['2026-01-05T00:00:00Z', '2026-01-05', '12 midnight'],
    ['2026-01-05T12:05:00Z', '2026-01-05', '12.05 pm'],
    ['2026-01-05T09:00:00Z', '2026-01-05', '9.00 am'],
  ])('%s is on %s at %s', (moment, day, time) => {
    expect(londonDay(instant(moment))).toBe(day);
    expect(formatTime(instant(moment))).toBe(time);
  });

  it('writes dates the British way', () => {
    expect(formatDate(isoDate('2026-10-05'))).toBe('5 Oct 2026');
    expect(formatLongDate(isoDate('2026-10-05'))).toBe('Mon 5 Oct 2026');
    expect(formatLongDate(isoDate('2027-02-28'), { noBreak: true })).toBe('Sun\u00a028\u00a0Feb\u00a02027');
    expect(formatInstant(instant('2026-10-05T12:30:00Z'), { noBreak: true })).toBe(
      '5\u00a0Oct\u00a02026,\u00a01.30\u00a0pm',
    );
  });

  it('writes a time of day, and refuses one that no clock shows', () => {
    expect(formatLocalTime(LocalTime.parse('13:30'))).toBe('1.30 pm');
    expect(formatLocalTime(LocalTime.parse('00:00'))).toBe('12 midnight');
    expect(['24:00', '9:30', '13.30', '12:60'].filter((time) => LocalTime.safeParse(time).success)).toEqual(
      [],
    );
  });

  it('asks which, in the hour that repeats, and refuses the hour that is skipped', () => {
    expect(fromLondon(isoDate('2026-10-25'), LocalTime.parse('01:30'))).toEqual({
      kind: 'ambiguous',
      first: '2026-10-25T00:30:00Z',
      second: '2026-10-25T01:30:00Z',
    });
    expect(fromLondon(isoDate('2026-03-29'), LocalTime.parse('01:30'))).toEqual({ kind: 'skipped' });
    expect(fromLondon(isoDate('2026-07-01'), LocalTime.parse('13:30'))).toEqual({
      kind: 'one',
      instant: '2026-07-01T12:30:00Z',
    });
  });
});

describe('the machine', () => {
  const probe = fileURLToPath(new URL('../support/dateProbe.ts', import.meta.url));
  const answer = (zone: string, locale: string) =>
    execFileSync(process.execPath, [probe], {
      encoding: 'utf8',
      env: { ...process.env, TZ: zone, LANG: locale, LC_ALL: locale },
    });

  it('gives the same dates in every zone and locale', () => {
    const here = answer('Europe/London', 'en_GB.UTF-8');
    expect(JSON.parse(here)).toMatchObject({ due: '2027-01-13', day: '2026-07-01', holidays: 229 });
    expect(answer('UTC', 'C')).toBe(here);
    expect(answer('America/Los_Angeles', 'en_US.UTF-8')).toBe(here);
    expect(answer('Asia/Kolkata', 'ar_EG.UTF-8')).toBe(here);
    expect(answer('Pacific/Kiritimati', 'th_TH.UTF-8')).toBe(here);
  }, 60_000);
});
