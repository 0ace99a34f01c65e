import type { IsoDate } from '../../../../shared/domain/dates.ts';
import { riskTypes } from '../../../../shared/domain/model/events.ts';
import type { ChildView, Overview } from './life.ts';
import { episodesOf, eventName, namedPeriods, risksOf } from './life.ts';
import { riskInWords } from './risks.ts';

/** One line of the life line in words. */
export type LifeRow = {
  readonly id: string;
  readonly what: string;
  readonly from: IsoDate;
  /** Nobody gave the first day: the row stands where `from` puts it and shows none. */
  readonly isFromUnknown?: boolean;
  readonly to?: IsoDate | undefined;
  readonly words: string;
};

const kinds = [
  ['looked-after', 'Looked after'],
  ['legal-status', 'Order'],
  ['placement', 'Home'],
  ['social-worker', 'Worker'],
  ['school', 'School'],
] as const;

/** Everything that the picture shows, and what it had no room for, as rows by their day, the newest first. */
export function lifeRows(view: ChildView, overview: Overview): LifeRow[] {
  const { today } = overview;
  const periods = kinds.flatMap(([kind, what]) =>
    namedPeriods(view, kind, today).map(({ id, from, isFromUnknown, to, names }): LifeRow => ({
      id,
      what,
      from,
      isFromUnknown,
      to,
      words: names[0] ?? '',
    })),
  );
  const reviews = overview.reviews.flatMap(({ id, number, heldOn, counts }): LifeRow[] =>
    heldOn
      ? [
          {
            id,
            what: 'Review',
            from: heldOn,
            words: `Review ${number}${counts ? '' : ', does not count as statutory'}`,
          },
        ]
      : [],
  );
  const episodes = new Map(episodesOf(view).map((episode) => [episode.id, episode]));
  const events = view.events.flatMap((event): LifeRow[] => {
    const from = episodes.get(event.id)?.from ?? event.on;
    if (!from) return [];
    const hours = episodes.get(event.id)?.hours;
    const length = hours === undefined ? '' : `${hours} hours`;
    const score = event.score === undefined ? '' : `score ${event.score}`;
    const words = [length, score, event.by ?? '', event.line ?? ''].filter((part) => part !== '');
    return [{ id: event.id, what: eventName(event), from, words: words.join('; ') }];
  });
  const risks = risksOf(view).map((risk): LifeRow => {
    const { words, fault } = riskInWords(risk, today);
    return {
      id: risk.id,
      what: `Risk: ${riskTypes[risk.type]}`,
      from: risk.openedOn ?? risk.ratedOn,
      to: risk.closedOn,
      words: fault === '' ? words : `${words}, ${fault}`,
    };
  });
  return [...periods, ...reviews, ...events, ...risks].sort((a, b) => b.from.localeCompare(a.from, 'en'));
}
