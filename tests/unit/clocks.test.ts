import { describe, expect, it } from 'vitest';
import { defaultSettings } from '../../shared/domain/settings.ts';
import { isoDate } from '../../shared/domain/dates.ts';
import { clocksOf } from '../../shared/report/content.ts';
import { aMeeting, aRecord, aReview, anEvent, lookedAfter } from './support/builders.ts';
import { aChildReviewed, computed, ofKind } from './support/deadlines.ts';

const today = isoDate('2026-10-05');

function lastLawfulDay(lastNumber: number) {
  const before = aReview({ id: 'before', number: lastNumber, isBeforeStore: true, heldOn: '2026-04-14' });
  const review = aReview({ id: 'next', number: lastNumber + 1 });
  const record = aRecord({
    periods: [lookedAfter('2022-01-17')],
    reviews: [before, review],
    meetings: [aMeeting({ id: 'm', reviewIds: ['next'], on: '2026-10-05' })],
  });
  const { lastLawfulDay: day } = clocksOf(record, review, defaultSettings, today);
  return day.kind === 'computed' ? `${day.rule.id} ${day.due}` : day.why;
}

describe('the clocks of a review', () => {
  it('counts three months after the first review', () => {
    expect(lastLawfulDay(1)).toBe('R-02 2026-07-14');
  });

  it('counts six months after the sixth, though the store holds only that one', () => {
    expect(lastLawfulDay(6)).toBe('R-03 2026-10-14');
  });

  it('sees for the next review what came after this one', () => {
    const days = ['2024-02-02', '2024-05-02', { on: '2026-08-01', number: 6 }];
    const events = [anEvent({ id: 'consent', kind: 'authority-to-place', on: '2026-08-20' })];
    const record = aChildReviewed('2024-01-05', days, { events });
    const [review] = record.reviews.slice(-1);
    const clocks = clocksOf(record, review ?? aReview(), defaultSettings, isoDate('2026-09-01'));
    expect(computed(clocks.nextLastLawfulDay)).toMatchObject({ due: '2026-11-20', rule: { id: 'R-06' } });
    expect(ofKind('review', record, '2026-09-01').at(-1)).toBe('R-06 2026-11-20');
    expect(computed(clocks.lastLawfulDay).rule.id).toBe('R-03');
  });
});
