import type { IsoDate } from '../../../../shared/domain/dates.ts';
import type { Drawn } from './band.ts';
import { eventRow, periodRow, reviewRow, sdqRow } from './band.ts';
import { dayLines, spansOf, withRoomForDays } from './dayLines.ts';
import type { Mark, Scale } from './draw.ts';
import { axis, makeScale } from './draw.ts';
import type { ChildView, Overview } from './life.ts';
import { lensRange, namedPeriods, needsLens, wholeRange } from './life.ts';
import { missingRow } from './missing.ts';
import { riskRows } from './risks.ts';

export type Picture = {
  readonly marks: readonly Mark[];
  readonly height: number;
  /** There are months to look at besides those shown. */
  readonly hasLens: boolean;
  /** Where the buttons that move the lens stand. */
  readonly lensY: number;
  readonly lens: { readonly from: IsoDate; readonly to: IsoDate };
};

const labels = 110;
/** Where the panel of a short life begins. */
const panelTop = 4;

type Row = (y: number) => Drawn;

function stack(rows: readonly Row[], top: number): Drawn {
  const marks: Mark[] = [];
  let y = top;
  for (const row of rows) {
    const drawn = row(y);
    marks.push(...drawn.marks);
    y += drawn.height;
  }
  return { marks, height: y - top };
}

function panel(scale: Scale, top: number, rows: readonly Row[], overview: Overview): Drawn {
  const own = stack(rows, top + 19);
  const height = Math.max(44, own.height + 19);
  const box: Mark = {
    t: 'rect',
    x: scale.left,
    y: top,
    w: scale.right - scale.left,
    h: height,
    cls: 'bx pap',
  };
  const lines = axis(scale, top, top + height, top + 13);
  return {
    marks: [box, ...lines, ...own.marks, ...dayLines(scale, top, top + height, overview)],
    height,
  };
}

/** The beginning of the long line: "First known 17 Jan 2022" is the axis itself; a short life has one panel only. */
function wholeInOne(view: ChildView, overview: Overview, width: number): Picture {
  const { today } = overview;
  const range = withRoomForDays(wholeRange(view, overview), overview, width - labels);
  const scale = makeScale(range.from, range.to, labels, width);
  const spans = spansOf(scale, panelTop, overview);
  const rows: Row[] = [
    (y) => periodRow(scale, y, 'Homes', namedPeriods(view, 'placement', today), today),
    (y) => periodRow(scale, y, 'Order', namedPeriods(view, 'legal-status', today), today),
    (y) => periodRow(scale, y, 'Worker', namedPeriods(view, 'social-worker', today), today),
    (y) => eventRow(scale, y + 4, view, overview, spans),
    (y) => riskRows(scale, y + 6, view, today),
    (y) => missingRow(scale, y + 8, view, today),
  ];
  const drawn = panel(scale, panelTop, rows, overview);
  return { marks: drawn.marks, height: drawn.height + 14, hasLens: false, lensY: 0, lens: range };
}

/**
 * A child's time looked after, to scale: the whole of it in a band, and some months under a lens. `shift` moves the
 * lens by months; `width` is the room there is.
 */
export function drawLife(view: ChildView, overview: Overview, width: number, shift: number): Picture {
  const range = wholeRange(view, overview);
  if (!needsLens(range)) return wholeInOne(view, overview, width);
  const { today } = overview;
  const whole = makeScale(range.from, range.to, labels, width);
  const lens = withRoomForDays(lensRange(overview, shift), overview, width - labels);
  const months = makeScale(lens.from, lens.to, labels, width);
  const band = stack(
    [
      (y) => periodRow(whole, y, 'Homes', namedPeriods(view, 'placement', today), today),
      (y) => periodRow(whole, y, 'Order', namedPeriods(view, 'legal-status', today), today),
      (y) => reviewRow(whole, y, overview),
      (y) => sdqRow(whole, y, view),
    ],
    22,
  );
  const bottom = 22 + band.height;
  const top = bottom + 16;
  const spans = spansOf(months, top, overview);
  const rows: Row[] = [
    (y) => periodRow(months, y, 'Worker', namedPeriods(view, 'social-worker', today), today),
    (y) => eventRow(months, y + 3, view, overview, spans),
    (y) => riskRows(months, y + 6, view, today),
    (y) => missingRow(months, y + 8, view, today),
  ];
  const drawn = panel(months, top, rows, overview);
  const [left, right] = [whole.x(lens.from), whole.x(lens.to)];
  return {
    marks: [
      ...axis(whole, 18, bottom, 14),
      { t: 'rect', x: left, y: 18, w: right - left, h: bottom - 18, cls: 'lensf' },
      ...band.marks,
      { t: 'rect', x: left, y: 18, w: right - left, h: bottom - 18, cls: 'bx lens' },
      {
        t: 'poly',
        points: `${left},${bottom} ${labels},${top} ${width},${top} ${right},${bottom}`,
        cls: 'lensf',
      },
      ...drawn.marks,
    ],
    height: top + drawn.height + 8,
    hasLens: true,
    lensY: bottom,
    lens,
  };
}

/** How far the lens may go back, months. */
export function oldestShift(view: ChildView, overview: Overview): number {
  const { from } = wholeRange(view, overview);
  let shift = 0;
  while (lensRange(overview, shift).from > from && shift > -600) shift -= 3;
  return shift;
}
