import { describe, expect, it } from 'vitest';
import { addMonths, lastDay } from '../../shared/domain/dates.ts';
import { Thresholds, defaultSettings } from '../../shared/domain/settings.ts';

const months = (legalReviewMonths: number) => ({ ...defaultSettings.thresholds, legalReviewMonths });

describe('the limits of a second look', () => {
  it('hold no more months than a childhood, so that a day can be counted from any day of the calendar', () => {
    expect(Thresholds.safeParse(months(216)).success).toBe(true);
    expect(Thresholds.safeParse(months(217)).success).toBe(false);
    expect(Thresholds.safeParse(months(Number.MAX_SAFE_INTEGER)).success).toBe(false);
    expect(addMonths(lastDay, 216)).toBe('2217-12-31');
  });
});
