import { shortDay } from '../../../../shared/domain/caseloadWords.ts';
import type { IsoDate } from '../../../../shared/domain/dates.ts';
import { addDays, daysBetween, latest } from '../../../../shared/domain/dates.ts';
import type { Mark, Scale } from './draw.ts';
import { widthOf } from './draw.ts';
import type { Overview } from './life.ts';

type Range = { readonly from: IsoDate; readonly to: IsoDate };

/** The room that the words at the last lawful day take beside its line. */
const besideLine = 92;

const lawfulOf = ({ next }: Overview): IsoDate | undefined =>
  next.lastLawfulDay.kind === 'computed' ? next.lastLawfulDay.due : undefined;

/** A range that ends late enough, drawn over `width`, for the words behind the last lawful day in it. */
export function withRoomForDays(range: Range, overview: Overview, width: number): Range {
  const lawful = lawfulOf(overview);
  if (!lawful || lawful < range.from || lawful > range.to) return range;
  const days = Math.ceil((besideLine * daysBetween(range.from, lawful)) / Math.max(1, width - besideLine));
  return { ...range, to: latest([range.to, addDays(lawful, days + 1)]) ?? range.to };
}

type Text = Extract<Mark, { t: 'text' }>;

/** The names of today and of the last lawful day, at their lines, in a panel that begins at `top`. */
function dayNames(scale: Scale, top: number, overview: Overview): Text[] {
  const { today, next } = overview;
  const isIn = (day: IsoDate) => day >= scale.from && day <= scale.to;
  const names: Text[] = [];
  const now = scale.x(today);
  if (isIn(today)) {
    const s = next.on === today ? `Today, review ${next.number}` : 'Today';
    names.push({ t: 'text', x: now + 5, y: top + 32, cls: 'lt b2', s });
  }
  const lawful = lawfulOf(overview);
  if (lawful && isIn(lawful)) {
    const x = scale.x(lawful);
    const isLeft = x - now > besideLine;
    const at = { t: 'text', x: isLeft ? x - 5 : x + 5, ...(isLeft && { end: true }), cls: 'lt ax' } as const;
    names.push({ ...at, y: top + 52, s: 'Last lawful' });
    names.push({ ...at, y: top + 66, s: `day ${shortDay(lawful, today).slice(4)}` });
  }
  return names;
}

/** Today and the last lawful day as lines through the months, with their names. */
export function dayLines(scale: Scale, top: number, bottom: number, overview: Overview): Mark[] {
  const lineAt = (day: IsoDate | undefined, y1: number, cls: string): Mark[] => {
    if (!day || day < scale.from || day > scale.to) return [];
    return [{ t: 'line', x1: scale.x(day), y1, x2: scale.x(day), y2: bottom, cls }];
  };
  return [
    ...lineAt(overview.today, top + 17, 'ln now'),
    ...lineAt(lawfulOf(overview), top, 'ln law'),
    ...dayNames(scale, top, overview),
  ];
}

/** A stretch of one height of the picture where words stand already. */
export type Span = { readonly y: number; readonly from: number; readonly to: number };

/** Where those names stand, so that nothing else is written there. */
export function spansOf(scale: Scale, top: number, overview: Overview): Span[] {
  return dayNames(scale, top, overview).map(({ x, y, s, end }) => {
    const width = widthOf(s) + 4;
    return { y: y - 4.5, from: end === true ? x - width : x - 4, to: end === true ? x + 4 : x + width };
  });
}
