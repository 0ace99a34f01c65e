import type { IsoDate } from '../../../shared/domain/dates.ts';
import { addDays, weekday } from '../../../shared/domain/dates.ts';
import type { DueLine } from './dueGroups.ts';

const marked = ['review', 'decisions', 'record', 'midway'] as const;
export type MarkKind = (typeof marked)[number];

export type LoadDay = {
  readonly date: IsoDate;
  readonly marks: readonly MarkKind[];
  /** The name of a bank holiday or the authority's own closed day. */
  readonly off: string | undefined;
};
export type LoadWeek = {
  readonly monday: IsoDate;
  readonly days: readonly LoadDay[];
  readonly reviews: number;
};

const names: Readonly<Record<MarkKind, readonly [one: string, many: string]>> = {
  review: ['review', 'reviews'],
  decisions: ['set of decisions due', 'sets of decisions due'],
  record: ['record due', 'records due'],
  midway: ['midway check due', 'midway checks due'],
};

function isMarked(kind: DueLine['kind']): kind is MarkKind {
  return marked.some((mark) => mark === kind);
}

/** A line's own mark on its day, and of a review to come the writing that it will bring. */
function marksOf({ kind, due, writing }: DueLine): { readonly on: IsoDate; readonly mark: MarkKind }[] {
  const own = isMarked(kind) ? [{ on: due, mark: kind }] : [];
  const ahead = (['decisions', 'record'] as const).flatMap((mark) => {
    const on = writing?.[mark];
    return on ? [{ on, mark }] : [];
  });
  return [...own, ...ahead];
}

/**
 * The weekdays of eight weeks from this one on, with the reviews, the midway checks, and the decisions and records that
 * fall on them: of reviews held, and of those to come if each is held on its day.
 */
export function weeksAhead(
  lines: readonly DueLine[],
  daysOff: readonly { readonly date: IsoDate; readonly name: string }[],
  today: IsoDate,
): LoadWeek[] {
  const off = new Map(daysOff.map(({ date, name }) => [date, name]));
  const marks = Map.groupBy(lines.flatMap(marksOf), ({ on }) => on);
  const monday = addDays(today, 1 - weekday(today));
  return Array.from({ length: 8 }, (_, week) => {
    const first = addDays(monday, week * 7);
    const days = Array.from({ length: 5 }, (__, place): LoadDay => {
      const date = addDays(first, place);
      const own = (marks.get(date) ?? []).map(({ mark }) => mark);
      return { date, off: off.get(date), marks: own.sort((a, b) => marked.indexOf(a) - marked.indexOf(b)) };
    });
    const sunday = addDays(first, 6);
    const reviews = lines.filter(
      ({ kind, due }) => kind === 'review' && due >= first && due <= sunday && due >= today,
    );
    return { monday: first, days, reviews: reviews.length };
  });
}

/** A day in words, for those who do not see the picture; nothing for an empty day. */
export function dayInWords({ marks, off }: LoadDay): string {
  const counts = marked.flatMap((kind) => {
    const count = marks.filter((mark) => mark === kind).length;
    return count === 0 ? [] : [`${count} ${names[kind][count === 1 ? 0 : 1]}`];
  });
  return [...counts, ...(off === undefined ? [] : [off])].join(', ');
}
