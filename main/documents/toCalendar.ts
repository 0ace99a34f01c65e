import { createEvents } from 'ics';
import type { DateTime, EventAttributes } from 'ics';
import type { CalendarEntry } from '../../shared/domain/calendarEntries.ts';
import { addDays } from '../../shared/domain/dates.ts';
import type { Instant, IsoDate } from '../../shared/domain/dates.ts';

const dayParts = (day: IsoDate): [number, number, number] => {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  return [year, month, date];
};

function momentParts(moment: Instant): [number, number, number, number, number] {
  const at = new Date(moment);
  return [at.getUTCFullYear(), at.getUTCMonth() + 1, at.getUTCDate(), at.getUTCHours(), at.getUTCMinutes()];
}

function whenOf({ when }: CalendarEntry): Pick<EventAttributes, 'start' | 'startInputType'> & {
  end: DateTime;
} {
  // The end of a whole day is the next one, which is not part of it.
  if (when.kind === 'day') return { start: dayParts(when.on), end: dayParts(addDays(when.on, 1)) };
  return { start: momentParts(when.from), end: momentParts(when.to), startInputType: 'utc' };
}

/**
 * Entries as an iCalendar file (RFC 5545). `now` stamps them. Throws what the library finds wrong with an entry: a
 * caller's bug.
 */
export function toCalendar(entries: readonly CalendarEntry[], now: Instant): string {
  const stamp = now.replace(/[-:]|\.\d+/g, '');
  const { error, value } = createEvents(
    entries.map((entry) => ({
      ...whenOf(entry),
      endInputType: 'utc' as const,
      startOutputType: 'utc' as const,
      endOutputType: 'utc' as const,
      uid: entry.uid,
      title: entry.title,
      ...(entry.note !== '' && { description: entry.note }),
      ...(entry.place !== undefined && { location: entry.place }),
      status: entry.isTentative ? ('TENTATIVE' as const) : ('CONFIRMED' as const),
      busyStatus: entry.isFree ? ('FREE' as const) : ('BUSY' as const),
      transp: entry.isFree ? ('TRANSPARENT' as const) : ('OPAQUE' as const),
      classification: 'PRIVATE',
      productId: 'golden-thread',
      timestamp: stamp,
    })),
  );
  if (typeof value !== 'string') throw error ?? new TypeError('No calendar was made');
  return value;
}
