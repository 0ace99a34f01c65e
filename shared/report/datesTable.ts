import type { IsoDate } from '../domain/dates.ts';
import type { DatedEvent, EventKind } from '../domain/model/events.ts';
import { eventKinds } from '../domain/model/events.ts';
import type { SectionKey } from '../domain/model/sections.ts';
import type { Block, TableRow } from './blocks.ts';
import { byDay, episodeKinds, eventName } from './contentFacts.ts';
import type { ReportContext } from './context.ts';
import { labelsOf } from './context.ts';
import { isToldWithEpisode, knownFrom, missingTable, oneSource } from './missingTable.ts';
import { clause, day, joined } from './phrases.ts';
import type { Words } from './runs.ts';
import { headOf, rowOf, status } from './runs.ts';

/** Checks, plans and meetings of one name, oldest first. */
export type Check = {
  readonly label: string;
  readonly kind: EventKind;
  readonly events: readonly DatedEvent[];
};

function ofSection(context: ReportContext, section: SectionKey): DatedEvent[] {
  return context.content.record.events
    .filter((event) => eventKinds[event.kind].section === section)
    .sort(byDay);
}

/** The checks of a section by name, in the order of the kinds' table. */
export function checksOf(context: ReportContext, section: SectionKey): Check[] {
  const groups = new Map<string, DatedEvent[]>();
  for (const event of ofSection(context, section)) {
    if (episodeKinds.includes(event.kind)) continue;
    const key = `${event.kind} ${eventName(event)}`;
    groups.set(key, [...(groups.get(key) ?? []), event]);
  }
  const order = Object.keys(eventKinds);
  return [...groups.values()]
    .flatMap((events) => {
      const [first] = events;
      return first === undefined ? [] : [{ label: eventName(first), kind: first.kind, events }];
    })
    .sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
}

export type CheckStanding = {
  readonly last: DatedEvent | undefined;
  /** Asked for and not done: the `by` of such an event begins with "asked". */
  readonly isOnlyAsked: boolean;
  readonly nextDue: IsoDate | undefined;
  readonly isLate: boolean;
  /** What the last, or failing one the next, showed. */
  readonly told: DatedEvent | undefined;
};

/** Where a check stands on a day: last done, next due, and whether that day is past. */
export function standingOf({ events }: Check, on: IsoDate): CheckStanding {
  const done = events.filter((event) => event.on !== undefined && event.on <= on);
  const last = done.at(-1);
  const isOnlyAsked = last !== undefined && /^asked\b/iu.test(last.by?.trim() ?? '');
  const planned = events.flatMap((event) => (event.on !== undefined && event.on > on ? [event.on] : []))[0];
  const open = events.filter((event) => event.on === undefined && event.isRefused !== true);
  const nextDue = planned ?? open.flatMap((event) => event.dueOn ?? [])[0] ?? last?.nextDueOn;
  return {
    last,
    isOnlyAsked,
    nextDue,
    isLate: nextDue !== undefined && nextDue < on,
    // What is known only since a later day is not told of an earlier one.
    told: last ?? events.findLast((event) => event.on === undefined || event.on <= on) ?? undefined,
  };
}

/** Dates, not ticks: when each check was last done, when it is next due and whether that is past, what it showed. */
export function checksTable(context: ReportContext, section: SectionKey): Block[] {
  const checks = checksOf(context, section);
  if (checks.length === 0) return [];
  return [
    {
      kind: 'table',
      layout: 'dates',
      caption: 'Dates',
      description: 'Each check or meeting, when it was last done, when it is next due, and what it showed.',
      head: headOf('Dates', 'Last', 'Next due', 'What it showed'),
      rows: checks.map((check) => checkRow(context, check)),
    },
  ];
}

function checkRow(context: ReportContext, check: Check): TableRow {
  const standing = standingOf(check, context.on);
  const { told } = standing;
  return rowOf(check.label, lastWords(standing), nextWords(standing), [
    showedWords(check, standing),
    labelsOf(context, told?.audience),
  ]);
}

function lastWords({ last, isOnlyAsked, told }: CheckStanding): string {
  if (told?.isRefused === true) return joined(['Said no', told.on && day(told.on)], ' ');
  if (last?.on === undefined) return 'Not yet';
  if (isOnlyAsked) return `Asked ${day(last.on)}`;
  const isLate = last.dueOn !== undefined && last.on > last.dueOn;
  return isLate && last.dueOn ? `${day(last.on)}, due ${day(last.dueOn)}` : day(last.on);
}

function nextWords({ nextDue, isLate, isOnlyAsked, last }: CheckStanding): Words {
  if (nextDue !== undefined) return isLate ? [status('not', 'Late'), ` ${day(nextDue)}`] : day(nextDue);
  return isOnlyAsked || last === undefined ? status('not', 'No date') : '–';
}

/** Bands of the total difficulties score (domain.md 3.4, mark U). */
function sdqBand(score: number): string {
  if (score >= 17) return 'high';
  return score >= 14 ? 'raised' : 'expected';
}

function showedWords({ events }: Check, { last, told }: CheckStanding): string {
  const line = told?.line?.trim() ?? '';
  if (line !== '' || last?.score === undefined) return line === '' ? '–' : clause(line);
  const before = events
    .filter((event) => event !== last && event.score !== undefined && event.on !== undefined)
    .at(-1);
  const earlier =
    before?.score !== undefined && before.on ? `${before.score} on ${day(before.on)}` : undefined;
  return joined([`${last.score}, ${sdqBand(last.score)}`, earlier], '; ');
}

/** What has happened since the last review and happens again and again: times missing, then visits and the like. */
export function episodesTable(context: ReportContext, section: SectionKey): Block[] {
  const since = context.previous?.on;
  const events = ofSection(context, section).filter(
    (event) =>
      episodeKinds.includes(event.kind) &&
      event.on !== undefined &&
      event.on <= context.on &&
      (since === undefined || event.on > since),
  );
  const others = events.filter((event) => !isToldWithEpisode(event, events));
  if (others.length === 0) return missingTable(context, events);
  const sameBy = oneSource(others);
  return [
    ...missingTable(context, events),
    {
      kind: 'table',
      layout: { columns: [66, 30, 74], ruling: 'ruled' },
      caption: 'What happened and when',
      description: 'Each event since the last review, when it was, and what is known of it.',
      head: headOf(since ? `Since ${day(since)}` : 'What', 'When', knownFrom('What we know', sameBy)),
      rows: others.map((event) => episodeRow(context, event, sameBy === undefined)),
    },
  ];
}

function episodeRow(context: ReportContext, event: DatedEvent, isNamed: boolean): TableRow {
  const label = event.label?.trim() ?? '';
  const name = eventKinds[event.kind].label;
  const alone =
    event.wasSeenAlone === undefined ? undefined : event.wasSeenAlone ? 'seen alone' : 'not alone';
  const what = joined(
    [event.line && clause(event.line), isNamed && event.by ? `(${clause(event.by)})` : undefined],
    ' ',
  );
  return rowOf(
    joined([name, label === name ? undefined : label, alone], ', '),
    event.on ? day(event.on) : '–',
    [what === '' ? '–' : what, labelsOf(context, event.audience)],
  );
}
