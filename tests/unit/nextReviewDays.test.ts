import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, isoDate } from '../../shared/domain/dates.ts';
import type { IsoDate } from '../../shared/domain/dates.ts';
import type { DayFacts } from '../../shared/domain/nextReviewDays.ts';
import { costsOfDay, proposeDays, whyNoDays } from '../../shared/domain/nextReviewDays.ts';
import { englandAndWales, isWorkingDay } from '../../shared/domain/workingDays.ts';

const d = isoDate;
const facts = (more: Partial<DayFacts> = {}): DayFacts => ({
  today: d('2026-10-05'),
  lastLawfulDay: d('2027-04-05'),
  calendar: englandAndWales,
  load: new Map(),
  own: new Map(),
  ...more,
});

describe('days proposed for the next review', () => {
  it('are working days before the last lawful day, one a week, in order', () => {
    const days = proposeDays(facts()).map(({ on }) => on);
    expect(days).toHaveLength(5);
    expect(days).toEqual(days.toSorted());
    // Good Friday and Easter Monday of 2027 fall on 26 and 29 March.
    expect(days).not.toContain('2027-03-26');
    expect(days.every((day) => day <= '2027-04-05')).toBe(true);
  });

  it('keep off the child’s own days and the officer’s full ones', () => {
    const [first] = proposeDays(facts());
    if (!first) throw new Error('Days are proposed');
    const taken = proposeDays(facts({ own: new Map([[first.on, 'Leah’s birthday']]) }));
    expect(taken.map(({ on }) => on)).not.toContain(first.on);
    const busy = proposeDays(facts({ load: new Map([[first.on, 3]]) }));
    expect(busy.map(({ on }) => on)).not.toContain(first.on);
  });

  it('are none where no rule gives the last lawful day, or it has passed', () => {
    expect(proposeDays(facts({ lastLawfulDay: undefined }))).toEqual([]);
    expect(proposeDays(facts({ lastLawfulDay: d('2026-10-05') }))).toEqual([]);
  });

  it.each([
    ['nothing gives the last lawful day', undefined, /^No days can be proposed: .* is not known\.$/],
    [
      'it has passed',
      '2026-10-02',
      'The last lawful day, Fri 2 Oct 2026, has passed: any day from now is late.',
    ],
    ['it is today', '2026-10-05', 'The last lawful day is today.'],
  ])('say why there is none: %s', (_why, last, words) => {
    const none = facts({ today: d('2026-10-05'), lastLawfulDay: last === undefined ? undefined : d(last) });
    expect(proposeDays(none)).toEqual([]);
    expect(whyNoDays(none)).toMatch(words);
  });

  it('say that no day is free where the days left are off or the child’s own', () => {
    const full = facts({
      today: d('2026-10-02'),
      lastLawfulDay: d('2026-10-05'),
      own: new Map([[d('2026-10-05'), 'Court hearing']]),
    });
    expect(proposeDays(full)).toEqual([]);
    expect(whyNoDays(full)).toContain('not the child’s own');
  });

  it('never break a rule of theirs, whatever the load', () => {
    const start = d('2026-01-01');
    const day = fc.integer({ min: 0, max: 1_200 }).map((days) => addDays(start, days));
    const load = fc.array(fc.tuple(day, fc.integer({ min: 1, max: 6 })));
    fc.assert(
      fc.property(day, day, load, (today, last, busy) => {
        const proposed = proposeDays(
          facts({ today, lastLawfulDay: last, load: new Map<IsoDate, number>(busy) }),
        );
        for (const { on, daysInHand } of proposed) {
          expect(on > today && on <= last && isWorkingDay(on)).toBe(true);
          expect(daysInHand).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });
});

describe('what a chosen day costs', () => {
  const words = (on: string, more: Partial<DayFacts> = {}, after?: string) =>
    costsOfDay(d(on), facts(more), after === undefined ? undefined : d(after)).map(
      ({ kind, words: said }) => `${kind} ${said}`,
    );

  it('asks why when it is late, and says by how much', () => {
    expect(words('2027-04-08')).toEqual(['must 3 days after the last lawful day, Mon 5 Apr 2027: say why.']);
  });

  it('says that it is no working day, the child’s own, or full', () => {
    expect(words('2027-03-26')).toEqual(['look Not a working day: Good Friday.', 'note 10 days in hand.']);
    const own = new Map([[d('2027-02-19'), 'Leah’s birthday']]);
    const load = new Map([
      [d('2027-02-19'), 1],
      [d('2027-02-15'), 3],
    ]);
    expect(words('2027-02-19', { own, load }, '2027-08-19')).toEqual([
      'look Leah’s birthday is on this day.',
      'look You have 1 other review on this day.',
      'look You have 4 other reviews in this week.',
      'note 45 days in hand.',
      'note The review after it is then due by Thu 19 Aug 2027.',
    ]);
  });

  it('knows the last lawful day itself, and a day behind', () => {
    expect(words('2027-04-05')).toEqual(['note This is the last lawful day itself.']);
    expect(words('2026-10-02')).toContain('look This day lies behind today.');
  });
});
