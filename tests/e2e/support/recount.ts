/* A second count of every sum on screen, by a hand calendar that shares no line with the product's. */

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Bank holidays of England, Christmas Day and Good Friday from December 2026 to June 2028, from the printed list. */
const holidays = new Set(
  `2026-12-25 2026-12-28 2027-01-01 2027-03-26 2027-03-29 2027-05-03 2027-05-31 2027-08-30 2027-12-27 2027-12-28
   2028-01-03 2028-04-14 2028-04-17 2028-05-01 2028-05-29`.split(/\s+/),
);

const dateWords = String.raw`(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) \d{1,2} [A-Z][a-z]{2} \d{4}`;

/** "Tue 12 Jan 2027" as 2027-01-12. Fails where the day of the week is not that day's. */
export function dayOf(words: string): string {
  const [weekday = '', day = '', month = '', year = ''] = words.split(' ');
  const date = new Date(Date.UTC(Number(year), months.indexOf(month), Number(day)));
  const name = date.toUTCString().slice(0, 3);
  if (name !== weekday) throw new Error(`${words} is a ${name}`);
  return date.toISOString().slice(0, 10);
}

const shift = (day: string, days: number): string => {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
};

function isWorked(day: string): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !holidays.has(day);
}

function workingDays(start: string, count: number, step: 1 | -1): string {
  let day = start;
  for (let left = count; left > 0;) {
    day = shift(day, step);
    if (isWorked(day)) left -= 1;
  }
  return day;
}

/** The same day so many months on; the month's last where it has none. */
function monthsOn(start: string, count: number): string {
  const [year = 0, month = 0, day = 0] = start.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + count, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + count, Math.min(day, last))).toISOString().slice(0, 10);
}

const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;

type Count = readonly [
  pattern: string,
  end: (found: readonly string[]) => readonly [said: string, counted: string],
];

const counts: readonly Count[] = [
  [
    `^(${dateWords}) is day 0; working day (\\d+) (after|before) it is (${dateWords})`,
    ([start = '', count, way, end = '']) => [
      dayOf(end),
      workingDays(dayOf(start), Number(count), way === 'after' ? 1 : -1),
    ],
  ],
  [
    `^(\\d+) (day|week|month)s? (after|before) (${dateWords}) is (${dateWords})`,
    ([count, unit, way, start = '', end = '']) => {
      const many = Number(count) * (way === 'after' ? 1 : -1);
      const from = dayOf(start);
      if (unit === 'month') return [dayOf(end), monthsOn(from, many)];
      return [dayOf(end), shift(from, unit === 'week' ? many * 7 : many)];
    },
  ],
  [
    `^From (${dateWords}) to (${dateWords}) are (\\d+) days; half of the time is (${dateWords})`,
    ([from = '', to = '', days, end = '']) => {
      const long = daysBetween(dayOf(from), dayOf(to));
      return [`${days} ${dayOf(end)}`, `${long} ${shift(dayOf(from), Math.floor(long / 2))}`];
    },
  ],
  [
    `^It is done within the \\d+ working days? before (${dateWords}): from (${dateWords}) on`,
    ([end = '']) => [dayOf(end), dayOf(end)],
  ],
  [
    `^No period is set: it is due by the day itself, (${dateWords})`,
    ([end = '']) => [dayOf(end), dayOf(end)],
  ],
];

export type Recounted = {
  /** The day on which the sum ends, by its own words. */
  readonly said: string;
  /** The same, counted again. */
  readonly counted: string;
  /** The last working day that the sum names where its end is none, and that day counted again. */
  readonly workday?: { readonly said: string; readonly counted: string };
};

/** Counts a sum again from its own words. Nothing where it counts in a way that this does not know. */
export function recount(sum: readonly string[]): Recounted | undefined {
  const found = sum.flatMap((line) =>
    counts.flatMap(([pattern, end]) => {
      const match = new RegExp(pattern, 'u').exec(line);
      return match ? [end(match.slice(1))] : [];
    }),
  );
  const [ends] = found;
  if (ends === undefined) return undefined;
  const [said, counted] = ends.map((end) => end.slice(-10));
  if (ends[0] !== ends[1]) return { said: ends[0], counted: ends[1] };
  const shown = new RegExp(`the last working day before it is (${dateWords})`, 'u').exec(sum.join(' '))?.[1];
  const end = said ?? '';
  return {
    said: end,
    counted: counted ?? '',
    ...((shown !== undefined || !isWorked(end)) && {
      workday: {
        said: shown === undefined ? 'none is named' : dayOf(shown),
        counted: isWorked(end) ? 'none is needed' : workingDays(end, 1, -1),
      },
    }),
  };
}
