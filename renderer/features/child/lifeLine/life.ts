import type { Output } from '../../../../shared/contract.ts';
import { shortLegalStatuses, shortPlacements, spanInWords } from '../../../../shared/domain/caseloadWords.ts';
import type { Instant, IsoDate } from '../../../../shared/domain/dates.ts';
import { addDays, daysBetween, earliest, latest, weekday } from '../../../../shared/domain/dates.ts';
import { formatDate, londonDay } from '../../../../shared/domain/london.ts';
import { knownFrom } from '../../../../shared/domain/reviews.ts';
import type { Risk } from '../../../../shared/domain/model/events.ts';
import { eventKinds } from '../../../../shared/domain/model/events.ts';

export type ChildView = Output<'child:get'>;
export type Overview = Output<'child:overview'>;
export type LifeEvent = ChildView['events'][number];
export type LifePeriod = ChildView['periods'][number];

/** A period with its names for a bar, the fullest first. */
export type NamedPeriod = {
  readonly id: string;
  readonly kind: LifePeriod['kind'];
  readonly from: IsoDate;
  readonly isFromUnknown: boolean;
  readonly to?: IsoDate | undefined;
  readonly names: readonly string[];
};

/** A missing episode: the day and weekday it began in London, and how long it lasted. */
export type Episode = {
  readonly id: string;
  readonly from: IsoDate;
  /** 1 Monday to 7 Sunday. */
  readonly weekday: number;
  /** Whole hours; undefined while nobody has entered the end. */
  readonly hours: number | undefined;
};

const capital = (words: string) => words.slice(0, 1).toLocaleUpperCase('en-GB') + words.slice(1);

/** What a period is called, without its length. */
export function periodName(period: LifePeriod): string {
  switch (period.kind) {
    case 'looked-after':
      return 'Looked after';
    case 'legal-status':
      return capital(shortLegalStatuses[period.status]);
    case 'placement':
      return capital(shortPlacements[period.placement]);
    case 'social-worker':
      return period.name;
    case 'school':
      return period.name;
    default:
      return period satisfies never;
  }
}

function moreOf(period: LifePeriod): string {
  if (period.kind === 'placement') return period.provider ?? '';
  if (period.kind === 'social-worker') return period.team ?? '';
  return '';
}

/** The periods of one kind, oldest first, each with its names: "Foster home, Council fostering: 2 years 2 months". */
export function namedPeriods(view: ChildView, kind: LifePeriod['kind'], today: IsoDate): NamedPeriod[] {
  return view.periods
    .filter((period) => period.kind === kind)
    .toSorted((a, b) => (a.from < b.from ? -1 : 1))
    .map((period) => {
      const name = periodName(period);
      const more = moreOf(period);
      const from = knownFrom(period);
      const long =
        from === undefined
          ? ''
          : period.to
            ? `: ${spanInWords(from, period.to)}`
            : `, since ${formatDate(from)}`;
      const names = [`${name}${more === '' ? '' : `, ${more}`}${long}`, `${name}${long}`, name];
      return {
        id: period.id,
        kind,
        from: period.from,
        isFromUnknown: from === undefined,
        to: period.to,
        names,
      };
    })
    .filter(({ from }) => from <= addDays(today, 3_650));
}

/** What an event is called: its own label where the kind says too little. */
export function eventName({ kind, label }: Pick<LifeEvent, 'kind' | 'label'>): string {
  const own = label?.trim() ?? '';
  return own === '' ? eventKinds[kind].label : own;
}

function hoursBetween(from: Instant, to: Instant): number {
  return Math.max(1, Math.round((Date.parse(to) - Date.parse(from)) / 3_600_000));
}

/** The missing episodes, oldest first. */
export function episodesOf({ events }: Pick<ChildView, 'events'>): Episode[] {
  return events
    .flatMap((event): Episode[] => {
      if (event.kind !== 'missing') return [];
      const from = event.startedAt ? londonDay(event.startedAt) : event.on;
      if (from === undefined) return [];
      const hours =
        event.startedAt && event.endedAt ? hoursBetween(event.startedAt, event.endedAt) : undefined;
      return [{ id: event.id, from, weekday: weekday(from), hours }];
    })
    .sort((a, b) => (a.from < b.from ? -1 : 1));
}

export const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;

/**
 * The one or two weekdays on which most episodes began, where that is a pattern: at least five episodes, and the
 * days hold three quarters of them. A fact of the dates, and nothing beyond.
 */
export function patternOf(
  episodes: readonly Episode[],
): { readonly days: readonly number[]; readonly count: number } | undefined {
  const counts = weekdays.map((_, place) => episodes.filter((one) => one.weekday === place + 1).length);
  const most = counts
    .map((count, place) => ({ count, day: place + 1 }))
    .sort((a, b) => b.count - a.count || a.day - b.day)
    .slice(0, 2)
    .filter(({ count }) => count >= 2);
  const count = most.reduce((sum, one) => sum + one.count, 0);
  if (episodes.length < 5 || count / episodes.length < 0.75) return undefined;
  return { days: most.map(({ day }) => day).sort((a, b) => a - b), count };
}

/** From when to when the whole line runs: from the first day anything is known to a little after what comes next. */
export function wholeRange(view: ChildView, overview: Overview): { from: IsoDate; to: IsoDate } {
  const { today, next } = overview;
  const starts = view.periods.filter(({ kind }) => kind !== 'school').map(({ from }) => from);
  const held = overview.reviews.flatMap(({ heldOn }) => heldOn ?? []);
  const from = earliest([...starts, ...held]) ?? addDays(today, -90);
  const lawful = next.lastLawfulDay.kind === 'computed' ? [next.lastLawfulDay.due] : [];
  const ahead = latest([today, ...lawful, ...(next.on ? [next.on] : [])]) ?? today;
  const pad = Math.max(14, Math.round(daysBetween(from, ahead) * 0.02));
  return { from: addDays(from, -pad), to: addDays(ahead, pad) };
}

/** Long lives get a lens on some months; a short one is drawn whole. */
export function needsLens({ from, to }: { from: IsoDate; to: IsoDate }): boolean {
  return daysBetween(from, to) > 400;
}

const lensMonths = 7;

/** The months under the lens, `shift` months from where it lies by itself: at the newest, with what comes next. */
export function lensRange(overview: Overview, shift: number): { from: IsoDate; to: IsoDate } {
  const { today, next } = overview;
  const lawful = next.lastLawfulDay.kind === 'computed' ? next.lastLawfulDay.due : today;
  const isNear = lawful >= today && daysBetween(today, lawful) <= 70;
  const end = addDays(isNear ? addDays(lawful, 10) : addDays(today, 40), Math.round(shift * 30.4));
  const start = addDays(end, -Math.round(lensMonths * 30.6));
  return { from: addDays(start, 1 - Number(start.slice(8))), to: end };
}

/** The child's risks as the rules take them. */
export function risksOf({ risks }: Pick<ChildView, 'risks'>): readonly Risk[] {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the same shape; what was read is never changed
  return risks as unknown as readonly Risk[];
}
