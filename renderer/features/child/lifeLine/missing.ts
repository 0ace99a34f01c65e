import type { Drawn } from './band.ts';
import { label } from './band.ts';
import type { Mark, Scale } from './draw.ts';
import type { IsoDate } from '../../../../shared/domain/dates.ts';
import { formatDate } from '../../../../shared/domain/london.ts';
import type { ChildView, Episode } from './life.ts';
import { episodesOf, patternOf, weekdays } from './life.ts';

const rowHeight = 14.8;

/** "11 episodes, 255 hours"; hours that nobody has entered are said to be missing. */
export function missingInWords(episodes: readonly Episode[]): readonly string[] {
  const hours = episodes.reduce((sum, one) => sum + (one.hours ?? 0), 0);
  const open = episodes.filter((one) => one.hours === undefined).length;
  return [
    `${episodes.length} ${episodes.length === 1 ? 'episode' : 'episodes'}`,
    hours > 0 ? `${hours} hours` : '',
    open > 0 ? `${open} without an end` : '',
  ].filter((part) => part !== '');
}

/** "9 of 11 began Thu or Fri". */
export function patternInWords(episodes: readonly Episode[]): readonly [string, string] | undefined {
  const pattern = patternOf(episodes);
  if (!pattern) return undefined;
  const days = pattern.days.map((day) => weekdays[day - 1] ?? '').join(' or ');
  return [`${pattern.count} of ${episodes.length} began`, days];
}

function episodeMarks(scale: Scale, y: number, episodes: readonly Episode[], today: IsoDate): Mark[] {
  const now = scale.x(today);
  return episodes.flatMap((episode, place): Mark[] => {
    const top = y + (episode.weekday - 1) * rowHeight + 1.7;
    const x = scale.x(episode.from);
    const w = Math.max(2, ((episode.hours ?? 0) / 24) * scale.perDay);
    const words = episode.hours === undefined ? '?' : `${episode.hours} h`;
    const following = episodes.slice(place + 1).find((one) => one.weekday === episode.weekday);
    const room = (following ? scale.x(following.from) : scale.right) - x - w;
    const title = `Missing from ${formatDate(episode.from)}, ${episode.hours === undefined ? 'end not entered' : words}`;
    // Before today's line the hours stand on the other side, so that the line does not run through them.
    const isCrossed = now > x && now < x + w + 34;
    const earlier = episodes.slice(0, place).findLast((one) => one.weekday === episode.weekday);
    const roomBefore = earlier ? x - scale.x(earlier.from) : x - scale.left;
    const text: Mark = isCrossed
      ? { t: 'text', x: x - 4, y: top + 9.9, cls: 'lt ax', s: words, end: true }
      : { t: 'text', x: x + w + 4, y: top + 9.9, cls: 'lt ax', s: words };
    return [
      { t: 'rect', x, y: top, w, h: 11.2, cls: 'ep', title },
      ...((isCrossed ? roomBefore > 90 : room > 36) ? [text] : []),
    ];
  });
}

/** Missing episodes of these months by the weekday they began on, as wide as they were long. */
export function missingRow(scale: Scale, y: number, view: ChildView, today: IsoDate): Drawn {
  const all = episodesOf(view);
  const own = all.filter(({ from }) => from >= scale.from && from <= scale.to);
  if (own.length === 0) return { marks: [], height: 0 };
  const pattern = patternOf(own);
  const bands = (pattern?.days ?? []).map((day): Mark => ({
    t: 'rect',
    x: scale.left + 0.5,
    y: y + (day - 1) * rowHeight,
    w: scale.right - scale.left - 1,
    h: rowHeight,
    cls: 'band',
  }));
  const lines = weekdays.flatMap((name, place): Mark[] => [
    {
      t: 'line',
      x1: scale.left,
      y1: y + place * rowHeight,
      x2: scale.right,
      y2: y + place * rowHeight,
      cls: 'ln',
    },
    { t: 'text', x: scale.left - 8, y: y + place * rowHeight + 11.2, cls: 'lt ax', s: name, end: true },
  ]);
  const said = patternInWords(own);
  return {
    marks: [
      label(y + 11, 'Missing'),
      ...missingInWords(own).map((words, place) => label(y + 28 + place * 17, words, 'lt b2')),
      ...(said ? [label(y + 69, said[0], 'lt'), label(y + 86, said[1], 'lt latec')] : []),
      ...bands,
      ...lines,
      ...episodeMarks(scale, y, own, today),
    ],
    height: 7 * rowHeight + 2,
  };
}
