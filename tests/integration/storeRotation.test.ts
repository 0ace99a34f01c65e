import * as fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import {
  backupIsDue,
  backupName,
  backupsToKeep,
  dayOf,
  instantOfBackup,
  keptBackups,
} from '../../main/store/rotation.ts';

const today = '2026-10-05';
const midnight = Temporal.Instant.from('2026-10-05T12:00:00Z');
const instants = fc
  .integer({ min: 0, max: 900 * 86_400 })
  .map((seconds) => midnight.subtract({ seconds }).toString());
const names = fc.uniqueArray(instants, { maxLength: 120 }).map((list) => list.map(backupName));
const daysBefore = (days: number) => backupName(midnight.subtract({ hours: 24 * days }).toString());

describe('the name of a backup', () => {
  it('is a time and nothing else, and comes back as that time', () => {
    expect(backupName('2026-10-05T09:08:07.999Z')).toBe('golden-thread-backup-2026-10-05T090807Z');
    fc.assert(
      fc.property(instants, (instant) => {
        expect(instantOfBackup(backupName(instant))).toBe(instant);
      }),
    );
    for (const name of [
      'other',
      'golden-thread-backup-2026-13-05T090807Z',
      '.unfinished-golden-thread-backup-2026-10-05T090807Z',
    ]) {
      expect(instantOfBackup(name)).toBe(undefined);
    }
  });
});

describe('which backups stay', () => {
  it('the newest, and no more than the rotation says', () => {
    fc.assert(
      fc.property(names, (list) => {
        const kept = backupsToKeep(list, today);
        const { days, weeks, months } = keptBackups;
        expect(kept.size).toBeLessThanOrEqual(days + weeks + months);
        expect(list.filter((name) => kept.has(name)).length).toBe(kept.size);
        const newest = list.toSorted().at(-1);
        expect(newest === undefined || kept.has(newest)).toBe(true);
      }),
    );
  });

  it('the same ones when asked again, in any order', () => {
    fc.assert(
      fc.property(names, (list) => {
        const kept = backupsToKeep(list, today);
        expect(backupsToKeep([...kept], today)).toEqual(kept);
        expect(backupsToKeep(list.toReversed(), today)).toEqual(kept);
      }),
    );
  });

  it('whatever is not a backup of a day until today', () => {
    fc.assert(
      fc.property(names, fc.string(), fc.integer({ min: 1, max: 400 }), (list, other, days) => {
        fc.pre(instantOfBackup(other) === undefined);
        const future = daysBefore(-days);
        const kept = backupsToKeep([...list, other, future], today);
        expect(kept.has(other)).toBe(true);
        expect(kept.has(future)).toBe(true);
        expect(new Set([...kept].filter((name) => name !== other && name !== future))).toEqual(
          backupsToKeep(list, today),
        );
      }),
    );
  });

  it('after two years of a backup each day: seven days, four weeks, twelve months', () => {
    let stored: string[] = [];
    for (let day = 730; day >= 0; day -= 1) {
      stored.push(daysBefore(day));
      const kept = backupsToKeep(stored, dayOf(midnight.subtract({ hours: 24 * day }).toString()));
      stored = stored.filter((name) => kept.has(name));
    }
    const days = stored.map((name) => dayOf(instantOfBackup(name) ?? ''));
    expect(days).toEqual([
      // The last of each month, the last of each week, the last seven days.
      '2025-11-30',
      '2025-12-31',
      '2026-01-31',
      '2026-02-28',
      '2026-03-31',
      '2026-04-30',
      '2026-05-31',
      '2026-06-30',
      '2026-07-31',
      '2026-08-31',
      '2026-09-20',
      '2026-09-27',
      '2026-09-29',
      '2026-09-30',
      '2026-10-01',
      '2026-10-02',
      '2026-10-03',
      '2026-10-04',
      '2026-10-05',
    ]);
  });

  it('counts days that have a backup, so that leave costs nothing', () => {
    const before = [20, 21, 22, 23, 24, 25, 26].map(daysBefore);
    expect(backupsToKeep(before, today).size).toBe(7);
  });

  it('only the last of one day', () => {
    const morning = backupName('2026-10-05T07:00:00Z');
    const evening = backupName('2026-10-05T18:00:00Z');
    expect([...backupsToKeep([morning, evening], today)]).toEqual([evening]);
  });
});

describe('whether a backup is due', () => {
  it.each([
    [undefined, today, true],
    ['2026-10-04T22:00:00Z', today, true],
    // 23:30 in UTC is past midnight in London in summer.
    ['2026-10-04T23:30:00Z', today, false],
    ['2026-10-05T08:00:00Z', today, false],
    ['2027-01-01T08:00:00Z', today, true],
  ])('the last at %s, today %s: %s', (last, day, expected) => {
    expect(backupIsDue(last, day)).toBe(expected);
  });
});
