import { useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { formatDate } from '../../../../shared/domain/london.ts';
import { Button } from '../../../ui/Button.tsx';
import type { Mark } from './draw.ts';
import type { ChildView, Overview } from './life.ts';
import { lifeRows } from './lifeRows.ts';
import type { Picture } from './picture.ts';
import { drawLife, oldestShift } from './picture.ts';

function titled(title: string | undefined): ReactNode {
  return title === undefined || title === '' ? null : <title>{title}</title>;
}

function Shape({ mark }: { readonly mark: Mark }) {
  switch (mark.t) {
    case 'text':
      return (
        <text className={mark.cls} x={mark.x} y={mark.y} textAnchor={mark.end === true ? 'end' : 'start'}>
          {mark.s}
        </text>
      );
    case 'rect':
      return (
        <rect className={mark.cls} x={mark.x} y={mark.y} width={Math.max(0, mark.w)} height={mark.h}>
          {titled(mark.title)}
        </rect>
      );
    case 'line':
      return <line className={mark.cls} x1={mark.x1} y1={mark.y1} x2={mark.x2} y2={mark.y2} />;
    case 'dot':
      return (
        <circle className={mark.cls} cx={mark.x} cy={mark.y} r={mark.r}>
          {titled(mark.title)}
        </circle>
      );
    case 'poly':
      return mark.cls === 'sdq' ? (
        <polyline className={mark.cls} points={mark.points} />
      ) : (
        <polygon className={mark.cls} points={mark.points} />
      );
    default:
      return mark satisfies never;
  }
}

const narrowest = 680;

/** The room there is, in pixels at a reader's size of 16: at 200% text the picture has half the room and grows. */
function useRoom() {
  const element = useRef<HTMLDivElement>(null);
  const [room, setRoom] = useState({ width: 1156, zoom: 1 });
  useEffect(() => {
    const box = element.current;
    if (!box) return undefined;
    const measure = () => {
      const zoom = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / 16;
      setRoom({ width: Math.max(narrowest, Math.floor(box.clientWidth / zoom)), zoom });
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(box);
    return () => observer.disconnect();
  }, []);
  return { element, ...room };
}

type LensProps = {
  readonly picture: Picture;
  readonly zoom: number;
  readonly shift: number;
  readonly oldest: number;
  readonly onShift: (shift: number) => void;
};

function LensButtons({ picture, zoom, shift, oldest, onShift }: LensProps) {
  if (!picture.hasLens) return null;
  const { from, to } = picture.lens;
  return (
    <fieldset className="lensb" style={{ insetBlockStart: `${String((picture.lensY - 2) * zoom)}px` }}>
      <legend className="hide">
        Months shown: {formatDate(from)} to {formatDate(to)}
      </legend>
      <Button look="link" disabled={shift <= oldest} onClick={() => onShift(Math.max(oldest, shift - 3))}>
        Earlier
      </Button>
      <Button look="link" disabled={shift >= 0} onClick={() => onShift(Math.min(0, shift + 3))}>
        Later
      </Button>
    </fieldset>
  );
}

function LifeList({ view, overview }: { readonly view: ChildView; readonly overview: Overview }) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keyboard
    <section className="lifelist scroll" tabIndex={0} aria-label="Life line as a list">
      <table>
        <thead>
          <tr>
            <th scope="col">From</th>
            <th scope="col">To</th>
            <th scope="col">What</th>
            <th scope="col">In words</th>
          </tr>
        </thead>
        <tbody>
          {lifeRows(view, overview).map((row) => (
            <tr key={`${row.what} ${row.id}`}>
              <td className="num nw">{row.isFromUnknown === true ? 'Not known' : formatDate(row.from)}</td>
              <td className="num nw">{row.to ? formatDate(row.to) : ''}</td>
              <th scope="row">{row.what}</th>
              <td>{row.words}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

type Props = { readonly view: ChildView; readonly overview: Overview };

/** The child's time looked after drawn to scale; the same as a list for those who cannot see it, or want the words. */
export function LifeLine({ view, overview }: Props) {
  const { element, width, zoom } = useRoom();
  const [shift, setShift] = useState(0);
  const [isList, setList] = useState(false);
  const picture = drawLife(view, overview, width - 1, shift);
  const name = view.child.preferredName;
  return (
    <figure className="life" aria-label="Life line">
      <div className="lifebar">
        <Button look="link" aria-pressed={isList} onClick={() => setList(!isList)}>
          {isList ? 'Show as a picture' : 'Show as a list'}
        </Button>
      </div>
      {isList ? (
        <LifeList view={view} overview={overview} />
      ) : (
        <div className="liferoom" ref={element}>
          <svg
            viewBox={`0 0 ${String(width)} ${String(picture.height)}`}
            width={width * zoom}
            height={picture.height * zoom}
            // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a drawing in the page, in the theme's colours
            role="img"
            aria-label={`${name}’s time looked after, to scale. The same as a list: the button Show as a list.`}
          >
            {picture.marks.map((mark, place) => (
              // oxlint-disable-next-line react/no-array-index-key -- marks have no identity; all are drawn anew
              <Shape key={place} mark={mark} />
            ))}
          </svg>
          <LensButtons
            picture={picture}
            zoom={zoom}
            shift={shift}
            oldest={oldestShift(view, overview)}
            onShift={setShift}
          />
        </div>
      )}
    </figure>
  );
}
