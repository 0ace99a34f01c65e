import type { IsoDate } from '../../../../shared/domain/dates.ts';
import { formatDate } from '../../../../shared/domain/london.ts';
import { isUnassessed, lastCovered, ratingsUntil } from '../../../../shared/domain/riskCover.ts';
import type { Drawn } from './band.ts';
import { label } from './band.ts';
import type { Mark, Scale } from './draw.ts';
import { widthOf } from './draw.ts';
import type { Risk } from '../../../../shared/domain/model/events.ts';
import type { ChildView } from './life.ts';
import { risksOf } from './life.ts';

const weights = { low: 1.5, medium: 3, high: 5 } as const;
const order = ['high', 'medium', 'low'] as const;
/** More than these would push the rest off the screen; they are all in the list and the facts. */
const mostRows = 4;

/** "Going missing 11 times: high since 5 Oct 2026", and what is wrong with that. */
export function riskInWords(risk: Risk, today: IsoDate): { readonly words: string; readonly fault: string } {
  const covered = lastCovered(risk, today);
  const isOpen = risk.rating !== 'low' && isUnassessed(risk, today);
  const fault = covered === undefined ? 'never assessed' : `not assessed since ${formatDate(covered)}`;
  return {
    words: `${risk.title}: ${risk.rating} since ${formatDate(risk.ratedOn)}`,
    fault: isOpen ? fault : '',
  };
}

function row(scale: Scale, y: number, risk: Risk, today: IsoDate): Mark[] {
  const ratings = ratingsUntil(risk, today);
  const end = risk.closedOn ?? today;
  const { words, fault } = riskInWords(risk, today);
  const covered = lastCovered(risk, today) ?? risk.openedOn ?? risk.ratedOn;
  const line = y + 20;
  const steps = ratings.flatMap(({ rating, ratedOn }, place): Mark[] => {
    const until = ratings[place + 1]?.ratedOn ?? end;
    if (until < scale.from || ratedOn > scale.to) return [];
    const h = weights[rating];
    const [x, right] = [scale.x(ratedOn), scale.x(until)];
    const title = `${risk.title}: ${rating} from ${formatDate(ratedOn)}`;
    return [{ t: 'rect', x, y: line - h / 2, w: Math.max(1, right - x), h, cls: `risk ${rating}`, title }];
  });
  const stale: Mark[] =
    fault !== '' && end > scale.from && covered < scale.to
      ? [{ t: 'line', x1: scale.x(covered), y1: line + 4, x2: scale.x(end), y2: line + 4, cls: 'stale' }]
      : [];
  const text = fault === '' ? words : `${words}, ${fault}`;
  return [
    ...steps,
    ...stale,
    { t: 'rect', x: scale.left + 4, y: y + 1, w: widthOf(text) + 8, h: 14, cls: 'pbg' },
    { t: 'text', x: scale.left + 6, y: y + 12.5, cls: fault === '' ? 'lt' : 'lt warn', s: text },
  ];
}

/** Each risk that is open, or was in these months, the highest first: its rating by the thickness of its line. */
export function riskRows(scale: Scale, y: number, view: ChildView, today: IsoDate): Drawn {
  const shown = risksOf(view)
    .filter(({ closedOn }) => closedOn === undefined || closedOn >= scale.from)
    .filter((risk) => (risk.openedOn ?? risk.ratedOn) <= scale.to)
    .toSorted((a, b) => order.indexOf(a.rating) - order.indexOf(b.rating));
  if (shown.length === 0) return { marks: [], height: 0 };
  const rows = shown.slice(0, mostRows);
  const marks = rows.flatMap((risk, place) => row(scale, y + place * 28, risk, today));
  const rest = shown.length - rows.length;
  const more = rest > 0 ? [label(y + 30, `and ${rest} more`)] : [];
  return { marks: [label(y + 13, 'Risks'), ...more, ...marks], height: rows.length * 28 + 4 };
}
