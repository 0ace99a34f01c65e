import type { LetterheadPaper } from '../../../shared/report/letterheadPaper.ts';
import { marginsOn } from '../../../shared/report/letterheadRoom.ts';

/** mm between the lines that stand for words. */
const lineEvery = 9;

/** The first page to scale: where the letterhead stands, and what it leaves for words. */
export function LetterheadSketch({ paper }: { readonly paper: LetterheadPaper }) {
  const { width, height, left, right, headerFromEdge, footerFromEdge } = paper.page;
  const { top, bottom } = marginsOn({ layout: 'record', isLay: true, letterhead: paper });
  const across = width - left - right;
  const words = height - top - bottom;
  const lines = Array.from(
    { length: Math.floor(words / lineEvery) },
    (_, index) => top + (index + 0.75) * lineEvery,
  );
  return (
    <figure className="letterhead-sketch">
      <svg viewBox={`-1 -1 ${width + 2} ${height + 2}`} aria-hidden="true">
        <rect className="sheet" width={width} height={height} />
        <rect className="margin" x={left} y={headerFromEdge} width={across} height={paper.headerHeight} />
        {lines.map((y) => (
          <line key={y} x1={left} x2={width - right} y1={y} y2={y} />
        ))}
        <rect
          className="margin"
          x={left}
          y={height - footerFromEdge - paper.footerHeight}
          width={across}
          height={paper.footerHeight}
        />
      </svg>
      <figcaption>
        Leaves about {`${Math.round(across)}\u00A0×\u00A0${Math.round(words)}\u00A0mm`} of the first page for
        words
      </figcaption>
    </figure>
  );
}
