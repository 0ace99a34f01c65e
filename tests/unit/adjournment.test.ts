import { describe, expect, it } from 'vitest';
import { adjournmentFault, lastAdjournedDay } from '../../shared/domain/adjournment.ts';
import { isoDate } from '../../shared/domain/dates.ts';
import { RuleSettings } from '../../shared/domain/rules/ruleSet.ts';
import { englandAndWales } from '../../shared/domain/workingDays.ts';

const adjourned = (on: string, until: string) => ({
  adjournment: { on: isoDate(on), until: isoDate(until), why: 'The report came on the day.' },
});

describe('an adjournment', () => {
  it.each([
    { on: '2026-10-05', last: '2026-11-02' },
    // Christmas, Boxing Day in lieu and New Year are skipped.
    { on: '2026-12-11', last: '2027-01-13' },
  ])('from $on lasts until $last at most', ({ on, last }) => {
    expect(lastAdjournedDay(isoDate(on), englandAndWales)).toBe(last);
    expect(adjournmentFault(adjourned(on, last), englandAndWales)).toBeUndefined();
  });

  it('is refused for longer, with the last day it could have', () => {
    expect(adjournmentFault(adjourned('2026-10-05', '2026-11-03'), englandAndWales)).toMatch(/2 Nov 2026/u);
  });

  it('is counted by the rule as it stood on the day it was adjourned, and says so', () => {
    const change = { period: { value: 10, unit: 'working-day' }, why: 'policy', effectiveFrom: '2026-10-12' };
    const rules = RuleSettings.parse({ 'R-16': change });
    expect(lastAdjournedDay(isoDate('2026-10-05'), englandAndWales, rules)).toBe('2026-11-02');
    expect(adjournmentFault(adjourned('2026-10-12', '2026-11-02'), englandAndWales, rules)).toBe(
      'A review may be adjourned once, for at most 10 working days: here until 26 Oct 2026.',
    );
    const off = RuleSettings.parse({ 'R-16': { isOff: true, why: 'policy' } });
    expect(adjournmentFault(adjourned('2026-10-12', '2027-11-02'), englandAndWales, off)).toBeUndefined();
  });

  it('is refused for the same day or an earlier one', () => {
    expect(adjournmentFault(adjourned('2026-10-05', '2026-10-05'), englandAndWales)).toMatch(/comes after/u);
  });
});
