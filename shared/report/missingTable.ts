import { Temporal } from 'temporal-polyfill';
import type { DatedEvent } from '../domain/model/events.ts';
import type { Block, TableRow } from './blocks.ts';
import type { ReportContext } from './context.ts';
import { labelsOf } from './context.ts';
import { clause, day, joined, lowerFirst } from './phrases.ts';
import type { Words } from './runs.ts';
import { headOf, rowOf, status } from './runs.ts';

/** Each time the child was missing since the last review: for how long, what is known, and the return interview after it. */
export function missingTable(context: ReportContext, events: readonly DatedEvent[]): Block[] {
  const episodes = events.filter(({ kind }) => kind === 'missing');
  if (episodes.length === 0) return [];
  const sameBy = oneSource(events.filter((event) => episodes.some(({ id }) => id === event.aboutEventId)));
  return [
    {
      kind: 'table',
      layout: { columns: [26, 20, 58, 66], ruling: 'ruled' },
      caption: 'Times missing',
      description:
        'Each time missing, how long it was, what is known of it, and the return interview after it.',
      head: headOf('Missing', 'How long', 'What we know', knownFrom('Return interview', sameBy)),
      rows: episodes.map((episode) => episodeRow(context, episode, events, sameBy === undefined)),
    },
  ];
}

/** Who told it all: said once in the heading and not in every row. Undefined where several did. */
export function oneSource(events: readonly DatedEvent[]): string | undefined {
  const [first, ...others] = [...new Set(events.flatMap(({ by }) => by?.trim() ?? []))].filter(
    (by) => by !== '',
  );
  return events.length > 1 && others.length === 0 ? first : undefined;
}

/** "What we know, from Tomasz Mockford". */
export function knownFrom(title: string, by: string | undefined): string {
  return by === undefined ? title : `${title}, from ${lowerFirst(clause(by))}`;
}

/** Interviews that belong to none of these episodes are told among the other events. */
export function isToldWithEpisode(event: DatedEvent, events: readonly DatedEvent[]): boolean {
  if (event.kind === 'missing') return true;
  if (event.kind !== 'return-interview') return false;
  return events.some(({ id, kind }) => kind === 'missing' && id === event.aboutEventId);
}

function episodeRow(
  context: ReportContext,
  episode: DatedEvent,
  events: readonly DatedEvent[],
  isNamed: boolean,
): TableRow {
  const interviews = events.filter(({ aboutEventId }) => aboutEventId === episode.id);
  return rowOf(
    episode.on ? day(episode.on) : '–',
    hoursAway(episode),
    [episode.line ? clause(episode.line) : '–', labelsOf(context, episode.audience)],
    interviews.length === 0
      ? status('not', 'None recorded')
      : interviews.map((interview, index): Words => [
          index === 0 ? '' : '; ',
          interviewWords(context, interview, isNamed),
        ]),
  );
}

function interviewWords(context: ReportContext, interview: DatedEvent, isNamed: boolean): Words {
  const what = joined(
    [
      interview.line && clause(interview.line),
      isNamed && interview.by ? `(${clause(interview.by)})` : undefined,
    ],
    ' ',
  );
  return [joined([interview.on && day(interview.on), what], ': '), labelsOf(context, interview.audience)];
}

/** "61 hours", to the nearest hour and never none; "No end" where none is recorded. */
function hoursAway({ startedAt, endedAt }: DatedEvent): string {
  if (startedAt === undefined) return '–';
  if (endedAt === undefined) return 'No end';
  const away = Temporal.Instant.from(endedAt).since(Temporal.Instant.from(startedAt)).total('hours');
  const hours = Math.max(1, Math.round(away));
  return `${hours} ${hours === 1 ? 'hour' : 'hours'}`;
}
