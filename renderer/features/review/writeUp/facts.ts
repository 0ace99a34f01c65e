import type { StatusKind } from '../../../ui/Status.tsx';
import { counted } from '../../../app/words.ts';
import type { IsoDate } from '../../../../shared/domain/dates.ts';
import type { Period } from '../../../../shared/domain/model/child.ts';
import { legalStatuses, placementKinds } from '../../../../shared/domain/model/child.ts';
import type { DatedEvent } from '../../../../shared/domain/model/events.ts';
import { eventKinds, riskTypes } from '../../../../shared/domain/model/events.ts';
import type { ChildRecord } from '../../../../shared/domain/model/record.ts';
import type { SectionKey } from '../../../../shared/domain/model/sections.ts';
import { knownFrom, periodOn } from '../../../../shared/domain/reviews.ts';
import type { Check } from '../../../../shared/report/datesTable.ts';
import { episodeKinds, eventName } from '../../../../shared/report/contentFacts.ts';
import { standingOf } from '../../../../shared/report/datesTable.ts';
import { assessedWords } from '../../../../shared/report/riskWords.ts';
import { shortDay } from './words.ts';

/** One fact of a section: dates, then what is wrong with them. `eventId` names what can be opened. */
export type Fact = {
  readonly label: string;
  readonly words: string;
  readonly status?: { readonly kind: StatusKind; readonly words: string } | undefined;
  readonly eventId?: string | undefined;
};

type Given = {
  readonly record: ChildRecord;
  /** The day of the review; today until it has one. */
  readonly on: IsoDate;
  /** The day of the review before. */
  readonly since: IsoDate | undefined;
  readonly today: IsoDate;
  /** What the rules say of each risk, by its id: shown beside it. */
  readonly riskFaults?: ReadonlyMap<string, string>;
};

function eventsOf({ record, on }: Given, section: SectionKey): DatedEvent[] {
  return record.events
    .filter((event) => eventKinds[event.kind].section === section)
    .filter((event) => event.on === undefined || event.on <= on || !episodeKinds.includes(event.kind))
    .sort((a, b) => (a.on ?? a.dueOn ?? '9999').localeCompare(b.on ?? b.dueOn ?? '9999', 'en'));
}

function checkFact(given: Given, check: Check): Fact {
  const { last, isOnlyAsked, nextDue, isLate, told } = standingOf(check, given.on);
  const day = (date: IsoDate) => shortDay(date, given.today);
  const done =
    told?.isRefused === true
      ? 'said no'
      : last?.on
        ? `${isOnlyAsked ? 'asked ' : ''}${day(last.on)}`
        : 'not yet';
  const wasLate = last?.on !== undefined && last.dueOn !== undefined && last.on > last.dueOn && !isOnlyAsked;
  const parts = [
    done,
    wasLate && last?.dueOn ? `due ${day(last.dueOn)}` : undefined,
    told?.line?.trim() || undefined,
  ];
  const status: Fact['status'] =
    nextDue === undefined
      ? undefined
      : isLate
        ? { kind: 'late', words: `Late: due ${day(nextDue)}` }
        : { kind: 'due', words: `Next ${day(nextDue)}` };
  return {
    label: check.label,
    words: parts.filter((part) => part !== undefined).join(', '),
    status,
    eventId: told?.id ?? check.events.at(-1)?.id,
  };
}

function checkFacts(given: Given, events: readonly DatedEvent[]): Fact[] {
  const groups = new Map<string, DatedEvent[]>();
  for (const event of events) {
    if (episodeKinds.includes(event.kind)) continue;
    const key = `${event.kind} ${eventName(event)}`;
    groups.set(key, [...(groups.get(key) ?? []), event]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    return first ? [checkFact(given, { label: eventName(first), kind: first.kind, events: group })] : [];
  });
}

/** Whole hours of a missing episode; undefined while its end is not known. */
export function hoursOf(event: Pick<DatedEvent, 'startedAt' | 'endedAt'>): number | undefined {
  if (!event.startedAt || !event.endedAt) return undefined;
  return Math.round((Date.parse(event.endedAt) - Date.parse(event.startedAt)) / 3_600_000);
}

const returnInterviewHours = 72;

function missingFacts(given: Given, events: readonly DatedEvent[]): Fact[] {
  const episodes = events.filter(({ kind }) => kind === 'missing');
  if (episodes.length === 0) return [];
  const day = (date: IsoDate | undefined) => (date ? shortDay(date, given.today) : '?');
  const hours = episodes.flatMap((episode) => hoursOf(episode) ?? []);
  const longest = hours.length > 0 ? `; longest ${Math.max(...hours)} hours` : '';
  const span =
    episodes.length === 1
      ? day(episodes[0]?.on)
      : `from ${day(episodes[0]?.on)} to ${day(episodes.at(-1)?.on)}`;
  const interviews = events.filter((event) => event.kind === 'return-interview' && event.on !== undefined);
  const late = interviews.filter((interview) => {
    const end = episodes.find(({ id }) => id === interview.aboutEventId)?.endedAt;
    return (
      end !== undefined &&
      interview.on !== undefined &&
      Date.parse(interview.on) - Date.parse(end) > returnInterviewHours * 3_600_000
    );
  }).length;
  const without =
    episodes.length -
    episodes.filter(({ id }) => interviews.some(({ aboutEventId }) => aboutEventId === id)).length;
  return [
    {
      label: 'Missing episodes',
      words: `${episodes.length}, ${span}${longest}`,
      eventId: episodes.at(-1)?.id,
    },
    {
      label: 'Return interviews',
      words: `${interviews.length} done, of ${counted(episodes.length, 'episode')}`,
      status:
        late > 0
          ? { kind: 'late', words: `${late} after 72 hours` }
          : without > 0
            ? { kind: 'not', words: `${without} not held` }
            : undefined,
      eventId: interviews.at(-1)?.id,
    },
  ];
}

const repeated = ['visit', 'family-time', 'life-story-session'] as const;

function repeatedFacts(given: Given, events: readonly DatedEvent[]): Fact[] {
  return repeated.flatMap((kind): Fact[] => {
    const all = events.filter((event) => event.kind === kind);
    const recent = all.filter(
      (event) => event.on !== undefined && (given.since === undefined || event.on > given.since),
    );
    const last = all.filter((event) => event.on !== undefined).at(-1);
    if (!last?.on) return [];
    const alone = recent.filter((event) => event.wasSeenAlone === true).length;
    const aloneWords = kind === 'visit' ? `, ${alone} alone` : '';
    return [
      {
        label: `${eventKinds[kind].label}${kind === 'visit' ? 's' : ''}`,
        words: `${recent.length} since last time${aloneWords}; last ${shortDay(last.on, given.today)}`,
        eventId: last.id,
      },
    ];
  });
}

function riskFacts({ record, on, riskFaults }: Given): Fact[] {
  return record.risks
    .filter((risk) => risk.closedOn === undefined && (risk.openedOn === undefined || risk.openedOn <= on))
    .map((risk) => {
      const label = riskTypes[risk.type];
      const covered = assessedWords(risk, on);
      const assessed = covered === 'Never assessed' ? 'never assessed' : `assessed ${covered}`;
      const fault = riskFaults?.get(risk.id);
      return {
        label,
        words: [risk.title.trim() === label ? undefined : risk.title, risk.rating, assessed]
          .filter((part) => part !== undefined)
          .join('; '),
        status: fault === undefined ? undefined : ({ kind: 'must', words: fault } as const),
      };
    });
}

/** What the periods say on the day: legal status, home, worker, school. */
function periodFacts({ record, on, today }: Given, section: SectionKey): Fact[] {
  const withSince = (words: string, period: Period) => {
    const from = knownFrom(period);
    return from === undefined ? words : `${words}, since ${shortDay(from, today)}`;
  };
  if (section === 'legal-status') {
    const legal = periodOn(record.periods, 'legal-status', on);
    return legal ? [{ label: 'Order', words: withSince(legalStatuses[legal.status], legal) }] : [];
  }
  if (section === 'placement') {
    const home = periodOn(record.periods, 'placement', on);
    return home ? [{ label: 'Home', words: withSince(placementKinds[home.placement], home) }] : [];
  }
  if (section === 'visits') {
    const worker = periodOn(record.periods, 'social-worker', on);
    return worker ? [{ label: 'Worker', words: withSince(worker.name, worker) }] : [];
  }
  if (section === 'education') {
    const school = periodOn(record.periods, 'school', on);
    return school ? [{ label: 'School', words: withSince(school.name, school) }] : [];
  }
  return [];
}

/** The facts of one section: dates, not ticks. */
export function factsOf(given: Given, section: SectionKey): Fact[] {
  const events = eventsOf(given, section);
  const recent = events.filter((event) => given.since === undefined || (event.on ?? '9999') > given.since);
  return [
    ...periodFacts(given, section),
    ...(section === 'risk-and-safety' ? missingFacts(given, recent) : []),
    ...repeatedFacts(given, events),
    ...checkFacts(given, events),
    ...(section === 'risk-and-safety' ? riskFacts(given) : []),
  ];
}

/** One figure to set beside the same one of last time. */
export type Measure = { readonly label: string; readonly value: string };

/** Figures of a section on a day: counts since the review before, and when each check was last done. */
export function measuresOf(given: Given, section: SectionKey): Measure[] {
  const events = eventsOf(given, section).filter((event) => event.on !== undefined && event.on <= given.on);
  const recent = events.filter((event) => given.since === undefined || (event.on ?? '') > given.since);
  const missing = recent.filter(({ kind }) => kind === 'missing');
  const hours = missing.flatMap((episode) => hoursOf(episode) ?? []);
  const interviews = recent.filter(({ kind }) => kind === 'return-interview');
  const visits = recent.filter(({ kind }) => kind === 'visit');
  const checks = checkFacts(given, events).flatMap((fact): Measure[] => {
    const event = events.find(({ id }) => id === fact.eventId);
    const value =
      event?.score === undefined ? event?.on && shortDay(event.on, given.today) : String(event.score);
    return value === undefined ? [] : [{ label: fact.label, value }];
  });
  return [
    ...(section === 'risk-and-safety' ? [{ label: 'Missing episodes', value: String(missing.length) }] : []),
    ...(hours.length > 0 ? [{ label: 'Longest', value: `${Math.max(...hours)} h` }] : []),
    ...(missing.length > 0
      ? [{ label: 'Return interviews', value: `${interviews.length} of ${missing.length}` }]
      : []),
    ...(section === 'visits' ? [{ label: 'Visits', value: String(visits.length) }] : []),
    ...checks,
  ];
}
