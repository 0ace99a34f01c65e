import type { IsoDate } from '../../../../shared/domain/dates.ts';
import { addDays, daysBetween } from '../../../../shared/domain/dates.ts';

/** What a life line is drawn of. Lengths are CSS pixels at a reader's size of 16; the picture is scaled as a whole. */
export type Mark =
  | {
      readonly t: 'text';
      readonly x: number;
      readonly y: number;
      readonly cls: string;
      readonly s: string;
      readonly end?: boolean;
    }
  | {
      readonly t: 'rect';
      readonly x: number;
      readonly y: number;
      readonly w: number;
      readonly h: number;
      readonly cls: string;
      readonly title?: string;
    }
  | {
      readonly t: 'line';
      readonly x1: number;
      readonly y1: number;
      readonly x2: number;
      readonly y2: number;
      readonly cls: string;
    }
  | {
      readonly t: 'dot';
      readonly x: number;
      readonly y: number;
      readonly r: number;
      readonly cls: string;
      readonly title?: string;
    }
  | { readonly t: 'poly'; readonly points: string; readonly cls: string };

/** A stretch of days drawn to scale between two edges. */
export type Scale = {
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly left: number;
  readonly right: number;
  readonly perDay: number;
  /** The place of a day; days outside lie on the edge. */
  readonly x: (day: IsoDate) => number;
};

export function makeScale(from: IsoDate, to: IsoDate, left: number, right: number): Scale {
  const perDay = (right - left) / Math.max(1, daysBetween(from, to));
  const x = (day: IsoDate) => Math.min(right, Math.max(left, left + daysBetween(from, day) * perDay));
  return { from, to, left, right, perDay, x };
}

/** Roughly how wide words are: Atkinson Hyperlegible at 13 px, measured; a little more than most words take. */
export function widthOf(words: string, size = 13): number {
  return words.length * size * 0.52;
}

/** The longest of the wordings that fits, or none. */
export function fitting(wordings: readonly string[], room: number, size = 13): string {
  return wordings.find((words) => widthOf(words, size) <= room) ?? '';
}

/** A period as a bar with its name in it, as far as there is room; nothing where it lies outside the scale. */
export function bar(
  scale: Scale,
  y: number,
  period: { readonly from: IsoDate; readonly to?: IsoDate | undefined },
  { names, isNow, until }: { names: readonly string[]; isNow: boolean; until: IsoDate },
): Mark[] {
  const end = period.to ?? until;
  if (end < scale.from || period.from > scale.to) return [];
  const [x, right] = [scale.x(period.from), scale.x(end)];
  const w = Math.max(2, right - x - 1.5);
  const s = fitting(names, w - 12);
  return [
    { t: 'rect', x, y, w, h: 18, cls: isNow ? 'bx cur' : 'bx', title: names[0] ?? '' },
    ...(s === '' ? [] : [{ t: 'text' as const, x: x + 6, y: y + 13.5, cls: 'lt', s }]),
  ];
}

const monthNames = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** The first day of each `step`-th month within a scale, the month of the start included. */
function firstsOfMonths(from: IsoDate, to: IsoDate, step: number): IsoDate[] {
  const firsts: IsoDate[] = [];
  for (let day = addDays(from, 1 - Number(from.slice(8))); day <= to; day = addDays(day, 32)) {
    day = addDays(day, 1 - Number(day.slice(8)));
    if ((Number(day.slice(5, 7)) - 1) % step === 0) firsts.push(day);
  }
  return firsts;
}

/** The lines and names of years or months, as many as have room. */
export function axis(scale: Scale, top: number, bottom: number, textY: number): Mark[] {
  const days = daysBetween(scale.from, scale.to);
  const room = (step: number) => step * 30.4 * scale.perDay >= 56;
  const step = [1, 3, 6, 12, 24, 60].find(room) ?? 120;
  const isYears = days > 700 && step < 12 ? 12 : step;
  return firstsOfMonths(scale.from, scale.to, Math.min(12, isYears))
    .filter((day) => isYears <= 12 || Number(day.slice(0, 4)) % (isYears / 12) === 0)
    .filter((day, place, all) => {
      if (day >= scale.from) return true;
      // The month that the scale begins in is named at its edge, unless the next one is too near.
      const next = all[place + 1];
      return next !== undefined && next >= scale.from && scale.x(next) - scale.left > 64;
    })
    .flatMap((day, place): Mark[] => {
      const x = scale.x(day);
      const month = monthNames[Number(day.slice(5, 7)) - 1] ?? '';
      const year = day.slice(0, 4);
      const name = isYears >= 12 ? year : place === 0 || month === 'Jan' ? `${month} ${year}` : month;
      if (scale.right - x < 30) return [{ t: 'line', x1: x, y1: top, x2: x, y2: bottom, cls: 'ln' }];
      return [
        ...(day < scale.from ? [] : [{ t: 'line' as const, x1: x, y1: top, x2: x, y2: bottom, cls: 'ln' }]),
        { t: 'text', x: x + 4.5, y: textY, cls: 'lt ax', s: name },
      ];
    });
}
