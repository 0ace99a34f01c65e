import { formatDate } from '../../../../shared/domain/london.ts';
import type { IsoDate } from '../../../../shared/domain/dates.ts';
import type { Span } from './dayLines.ts';
import type { Mark, Scale } from './draw.ts';
import { bar } from './draw.ts';
import type { ChildView, NamedPeriod, Overview } from './life.ts';
import { eventName } from './life.ts';

/** A row of a picture: its marks, drawn from `y`, and how high it is. */
export type Drawn = { readonly marks: readonly Mark[]; readonly height: number };

export function label(y: number, s: string, cls = 'lt s2'): Mark {
  return { t: 'text', x: 0, y, cls, s };
}

/** One kind of period as a row of bars; overlapping ones share the row, the later over the earlier. */
export function periodRow(
  scale: Scale,
  y: number,
  name: string,
  periods: readonly NamedPeriod[],
  today: IsoDate,
): Drawn {
  if (periods.length === 0) return { marks: [], height: 0 };
  const bars = periods.flatMap((period) => {
    const isNow = period.to === undefined || period.to >= today;
    return bar(scale, y, period, { names: period.names, isNow, until: today });
  });
  return { marks: [label(y + 14, name), ...bars], height: 23 };
}

/** Reviews as squares, the next one hollow. */
export function reviewRow(scale: Scale, y: number, overview: Overview): Drawn {
  const { reviews, next, today } = overview;
  const held = reviews.flatMap(({ number, heldOn, id }): Mark[] => {
    if (!heldOn || heldOn < scale.from || heldOn > scale.to || id === next.reviewId) return [];
    const title = `Review ${number}, ${formatDate(heldOn)}`;
    return [
      {
        t: 'rect',
        x: scale.x(heldOn) - 3.5,
        y: y + 3.5,
        w: 7,
        h: 9,
        cls: heldOn > today ? 'dot h' : 'dot',
        title,
      },
    ];
  });
  const ahead: Mark[] =
    next.on && next.on <= scale.to && next.on >= scale.from
      ? [
          {
            t: 'rect',
            x: scale.x(next.on) - 3.5,
            y: y + 3.5,
            w: 7,
            h: 9,
            cls: 'dot h',
            title: `Review ${next.number}, ${formatDate(next.on)}`,
          },
        ]
      : [];
  return { marks: [label(y + 13, 'Reviews'), ...held, ...ahead], height: 22 };
}

/** SDQ scores by their days, joined: 0 to 40 over 24 pixels. */
export function sdqRow(scale: Scale, y: number, view: ChildView): Drawn {
  const scored = view.events
    .flatMap(({ kind, on, score }) => (kind === 'sdq' && on && score !== undefined ? [{ on, score }] : []))
    .filter(({ on }) => on >= scale.from && on <= scale.to)
    .sort((a, b) => (a.on < b.on ? -1 : 1));
  const last = scored.at(-1);
  if (!last) return { marks: [], height: 0 };
  const place = ({ on, score }: { on: IsoDate; score: number }) => ({
    x: scale.x(on),
    y: y + 32 - score * 0.55,
  });
  const dots = scored.flatMap((one, index): Mark[] => {
    const at = place(one);
    const before = scored[index - 1];
    const isCrowded = before !== undefined && at.x - place(before).x < 16 && one !== last;
    return [
      { t: 'dot', x: at.x, y: at.y, r: 2.5, cls: 'dot', title: `SDQ ${one.score}, ${formatDate(one.on)}` },
      ...(isCrowded
        ? []
        : [
            one === last
              ? { t: 'text' as const, x: at.x + 6, y: at.y + 4, cls: 'lt b2', s: String(one.score) }
              : { t: 'text' as const, x: at.x - 6, y: at.y - 5, cls: 'lt ax', s: String(one.score) },
          ]),
    ];
  });
  const points = scored.map((one) => `${place(one).x.toFixed(1)},${place(one).y.toFixed(1)}`).join(' ');
  return {
    marks: [label(y + 24, `SDQ now ${last.score}`), { t: 'poly', points, cls: 'sdq' }, ...dots],
    height: 38,
  };
}

/** Kinds that have rows of their own, or come so often that they would bury the rest; all are in the list. */
const unshown: readonly string[] = [
  'missing',
  'return-interview',
  'visit',
  'family-time',
  'life-story-session',
];

type Happening = {
  readonly on: IsoDate;
  readonly name: string;
  readonly isReview: boolean;
  readonly isAhead: boolean;
};

function happenings(scale: Scale, view: ChildView, overview: Overview): Happening[] {
  const isIn = (on: IsoDate) => on >= scale.from && on <= scale.to;
  const { next, today } = overview;
  const reviews = overview.reviews.flatMap(({ heldOn, number }) =>
    heldOn ? [{ on: heldOn, name: `Review ${number}`, isReview: true, isAhead: heldOn > today }] : [],
  );
  const agreed =
    next.on && !next.reviewId
      ? [{ on: next.on, name: `Review ${next.number}`, isReview: true, isAhead: true }]
      : [];
  const events = view.events.flatMap((event) =>
    event.on && !unshown.includes(event.kind) && (event.kind !== 'sdq' || event.score === undefined)
      ? [{ on: event.on, name: eventName(event), isReview: false, isAhead: event.on > today }]
      : [],
  );
  const byName = new Map<string, Happening>();
  // The last of a name in these months stands for the others: a dot each, one label.
  for (const event of events) if (isIn(event.on)) byName.set(`${event.name} ${event.on}`, event);
  return [...reviews, ...agreed].filter(({ on }) => isIn(on)).concat([...byName.values()]);
}

/** How far apart two lines of words have to be, from middle to middle. */
const lineApart = 14;

/** Reviews and events by their days, on two lines, each with its name where there is room; `kept` is others' room. */
export function eventRow(
  scale: Scale,
  y: number,
  view: ChildView,
  overview: Overview,
  kept: readonly Span[],
): Drawn {
  const all = happenings(scale, view, overview);
  if (all.length === 0) return { marks: [], height: 0 };
  const taken = [0, 1].map((line) =>
    kept
      .filter((span) => Math.abs(span.y - (y + 9 + line * 18)) < lineApart)
      .map(({ from, to }): [number, number] => [from, to]),
  );
  const marks = all.flatMap(({ on, name, isReview, isAhead }): Mark[] => {
    const x = scale.x(on);
    const span: [number, number] = [x - 5, x + 14 + name.length * 6.6];
    const isFree = (line: [number, number][]) => line.every(([from, to]) => span[1] < from || span[0] > to);
    const line = span[1] > scale.right ? -1 : taken.findIndex(isFree);
    const dotOnly: [number, number] = [x - 5, x + 6];
    const bare = taken.findIndex((own) => own.every(([from, to]) => dotOnly[1] < from || dotOnly[0] > to));
    const at = line === -1 ? Math.max(0, bare) : line;
    taken[at]?.push(line === -1 ? dotOnly : span);
    const middle = y + 9 + at * 18;
    const title = `${name}, ${formatDate(on)}`;
    const cls = isReview && !isAhead ? 'dot' : 'dot h';
    return [
      isReview
        ? { t: 'rect', x: x - 4, y: middle - 5.5, w: 8, h: 11, cls, title }
        : { t: 'dot', x, y: middle, r: 4, cls, title },
      ...(line === -1 ? [] : [{ t: 'text' as const, x: x + 9, y: middle + 4.5, cls: 'lt', s: name }]),
    ];
  });
  const lines = marks.some((mark) => 'y' in mark && mark.y > y + 18) ? 2 : 1;
  return { marks: [label(y + 14, 'Events'), ...marks], height: lines * 18 + 6 };
}
