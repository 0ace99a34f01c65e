import type { Output } from '../../../shared/contract.ts';
import type { IsoDate } from '../../../shared/domain/dates.ts';
import { addDays, weekday } from '../../../shared/domain/dates.ts';

export type DueLine = Output<'today:list'>[number];

export const filters = [
  { key: 'all', name: 'All' },
  { key: 'reviews', name: 'Reviews' },
  { key: 'records', name: 'Records' },
  { key: 'promises', name: 'Promises' },
  { key: 'dates', name: 'Dates' },
] as const;
export type Filter = (typeof filters)[number]['key'];

const filterOf: Readonly<Record<DueLine['kind'], Exclude<Filter, 'all'>>> = {
  review: 'reviews',
  book: 'reviews',
  decisions: 'records',
  reply: 'records',
  record: 'records',
  issue: 'records',
  filing: 'records',
  telling: 'promises',
  action: 'promises',
  midway: 'dates',
  date: 'dates',
};

const kindNames: Readonly<Record<DueLine['kind'], string>> = {
  review: 'Reviews',
  book: 'Reviews to book',
  decisions: 'Decisions to finalise',
  reply: 'Managers’ replies',
  record: 'Records to finalise',
  issue: 'Copies to issue',
  filing: 'To file to the case record',
  telling: 'Children to tell',
  action: 'Promises',
  midway: 'Midway checks',
  date: 'Other dates',
};

export function matches(line: DueLine, filter: Filter): boolean {
  return filter === 'all' || filterOf[line.kind] === filter;
}

/** A line of the list; late promises of one child stand together, the oldest first. */
export type DueRow = { readonly key: string; readonly line: DueLine; readonly together: readonly DueLine[] };
export type DueGroup = { readonly key: string; readonly name: string; readonly rows: readonly DueRow[] };

export function keyOf(line: DueLine): string {
  const of = line.actionId ?? line.pointId ?? line.reviewId ?? line.deadlineKey ?? line.childId;
  return [line.kind, of, line.childId].join(' ');
}

function groupName(line: DueLine, today: IsoDate, sunday: IsoDate): string {
  if (line.due < today) return 'Late';
  if (line.due === today) return 'Today';
  if (line.due <= sunday) return 'This week';
  return line.due <= addDays(today, 28) ? 'Within four weeks' : 'Later';
}

/** Late promises and dates are others' work: one line of each a child, so that the officer's own are not buried. */
function rowsOf(name: string, lines: readonly DueLine[]): DueRow[] {
  const isJoined = (line: DueLine) => name === 'Late' && (line.kind === 'action' || line.kind === 'date');
  const groups = Map.groupBy(lines.filter(isJoined), ({ kind, childId }) => `${kind} ${childId}`);
  return lines.flatMap((line): DueRow[] => {
    const together = isJoined(line) ? (groups.get(`${line.kind} ${line.childId}`) ?? [line]) : [line];
    return together[0] === line ? [{ key: keyOf(line), line, together }] : [];
  });
}

/** A review without a day is in the list only when it is late or due within two weeks; the rest stand beside it. */
export function isBesideList(line: DueLine, today: IsoDate): boolean {
  return line.kind === 'book' && line.due > addDays(today, 14 - weekday(today));
}

const times = ['Late', 'Today', 'This week', 'Within four weeks', 'Later'] as const;

/** Lines in date order, in the groups Late, Today, This week, Within four weeks and Later; empty ones are left out. */
export function groupLines(lines: readonly DueLine[], today: IsoDate): DueGroup[] {
  const sunday = addDays(today, 7 - weekday(today));
  return times.flatMap((name) => {
    const own = lines.filter((line) => !isBesideList(line, today) && groupName(line, today, sunday) === name);
    return own.length === 0 ? [] : [{ key: name, name, rows: rowsOf(name, own) }];
  });
}

export const arrangements = [
  { key: 'date', name: 'By date' },
  { key: 'child', name: 'By child' },
  { key: 'kind', name: 'By kind' },
] as const;
export type Arrangement = (typeof arrangements)[number]['key'];

/** The same lines under each child, or under what they are; whoever or whatever is due first comes first. */
export function arrange(lines: readonly DueLine[], today: IsoDate, by: Arrangement): DueGroup[] {
  if (by === 'date') return groupLines(lines, today);
  const listed = lines.filter((line) => !isBesideList(line, today));
  // Two children of one name are two groups.
  const groups = Map.groupBy(listed, (line) => (by === 'child' ? line.childId : line.kind));
  return [...groups].flatMap(([key, own]) => {
    const [first] = own;
    if (!first) return [];
    const name = by === 'child' ? first.childName : kindNames[first.kind];
    return [{ key, name, rows: own.map((line) => ({ key: keyOf(line), line, together: [line] })) }];
  });
}

/** "3 late, 2 reviews today, 4 more this week". */
export function summaryOf(groups: readonly DueGroup[]): string {
  const rows = (name: string) => groups.find((group) => group.name === name)?.rows ?? [];
  const reviews = rows('Today').filter(({ line }) => line.kind === 'review').length;
  const parts = [
    rows('Late').length > 0 ? `${rows('Late').length} late` : '',
    reviews > 0 ? `${reviews} ${reviews === 1 ? 'review' : 'reviews'} today` : '',
    rows('Today').length > reviews ? `${rows('Today').length - reviews} due today` : '',
    rows('This week').length > 0 ? `${rows('This week').length} more this week` : '',
  ].filter((part) => part !== '');
  return parts.length === 0 ? 'Nothing late, nothing due this week' : parts.join(', ');
}

/** What the first thing is that the officer must do: its button alone is filled. Others' promises come after duties. */
export function firstDuty(groups: readonly DueGroup[]): string | undefined {
  const rows = groups.flatMap((group) => group.rows);
  return (rows.find(({ line }) => line.kind !== 'action' && line.kind !== 'date') ?? rows[0])?.key;
}
