import type { Instant, IsoDate } from './dates.ts';

/** One entry for the officer's own calendar. Days are whole days; instants are moments with Z. */
export type CalendarEntry = {
  /** Stays the same when the entry is exported again, so that a calendar moves it and does not double it. */
  readonly uid: string;
  readonly title: string;
  readonly note: string;
  readonly place?: string;
  readonly when:
    | { readonly kind: 'day'; readonly on: IsoDate }
    | { readonly kind: 'time'; readonly from: Instant; readonly to: Instant };
  /** A day that is agreed and not yet booked. */
  readonly isTentative: boolean;
  /** A last lawful day takes no time of anybody's. */
  readonly isFree: boolean;
};

/** What one child brings to the calendar. */
export type CalendarFacts = {
  readonly childId: string;
  /** Missing: no name, no place, nothing that tells whose it is. */
  readonly names?: { readonly child: string; readonly place?: string | undefined };
  /** The word for a review on this authority's screens. */
  readonly reviewWord: string;
  readonly number: number;
  readonly next?: { readonly on: IsoDate; readonly isBooked: boolean; readonly time?: MeetingTime };
  readonly lastLawfulDay?: IsoDate;
  readonly midwayOn?: IsoDate;
};
type MeetingTime = { readonly from: Instant; readonly to: Instant };

const capital = (word: string) => word.slice(0, 1).toLocaleUpperCase('en-GB') + word.slice(1);

/**
 * The series of one child: the next review, the midway check before it, the last lawful day. Without `names` none of
 * them says whose it is. `uidOf` makes an id out of what an entry is of, which must not be readable out of it.
 */
export function calendarEntries(facts: CalendarFacts, uidOf: (key: string) => string): CalendarEntry[] {
  const { names, number, next, lastLawfulDay, midwayOn } = facts;
  const whose = names ? `: ${names.child}` : '';
  const review = `${capital(facts.reviewWord)} ${number}`;
  const uid = (kind: string) => uidOf(`${facts.childId} ${kind} ${number}`);
  const day = (on: IsoDate) => ({ kind: 'day' as const, on });
  return [
    ...(next
      ? [
          {
            uid: uid('review'),
            title: `${review}${whose}`,
            note: next.isBooked ? '' : 'The day is agreed; no meeting is entered yet.',
            when: next.time ? { kind: 'time' as const, ...next.time } : day(next.on),
            isTentative: !next.isBooked,
            isFree: false,
            ...(names?.place !== undefined && { place: names.place }),
          },
        ]
      : []),
    ...(midwayOn
      ? [
          {
            uid: uid('midway'),
            title: `Midway check before ${facts.reviewWord} ${number}${whose}`,
            note: '',
            when: day(midwayOn),
            isTentative: false,
            isFree: true,
          },
        ]
      : []),
    ...(lastLawfulDay
      ? [
          {
            uid: uid('lawful'),
            title: `Last lawful day of ${facts.reviewWord} ${number}${whose}`,
            note: 'The law gives no day after this one.',
            when: day(lastLawfulDay),
            isTentative: false,
            isFree: true,
          },
        ]
      : []),
  ];
}
