import { useLayoutEffect, useRef, useState } from 'react';
import { formatDate } from '../../../../shared/domain/london.ts';
import { Status } from '../../../ui/Status.tsx';
import { ActionMark, Bead, DecisionMark } from '../../../ui/Marks.tsx';
import type { Thread, ThreadAction, ThreadDecision, ThreadPoint } from './threadModel.ts';
import type { Placed, ThreadLayout } from './threadLayout.ts';
import { layThread, middle } from './threadLayout.ts';

const rem = (units: number) => `${units / 16}rem`;
const curve = (fromX: number, fromY: number, toX: number, toY: number) => {
  const between = (fromX + toX) / 2;
  return `M${fromX} ${fromY}C${between} ${fromY} ${between} ${toY} ${toX} ${toY}`;
};
const end = 22;

type Choice = { readonly chosen: string | undefined; readonly onChoose: (id: string) => void };

function PointLines({
  point,
  layout,
  chosen,
}: {
  readonly point: Placed<ThreadPoint>;
  readonly layout: ThreadLayout;
  readonly chosen: string | undefined;
}) {
  const { item } = point;
  const y = middle(point);
  const from = layout.left;
  const isThick = (id: string) => (chosen === item.id || chosen === id ? ' thick' : '');
  if (item.end.kind === 'decisions') {
    return item.end.ids.map((id) => {
      const decision = layout.decisions.find((candidate) => candidate.item.id === id);
      if (!decision) return null;
      return (
        <path key={id} className={`th${isThick(id)}`} d={curve(from, y, layout.right, middle(decision))} />
      );
    });
  }
  if (item.end.kind === 'loose') {
    return (
      <>
        <path className={`th no${isThick('')}`} d={`M${from} ${y}H${from + end}`} />
        <circle className="th ring" cx={from + end + 5} cy={y} r={5} />
      </>
    );
  }
  const isBar = item.end.kind === 'no-action';
  return (
    <>
      <path className={`th${isThick('')}`} d={`M${from} ${y}H${from + end}`} />
      {isBar ? (
        <rect className="th end" x={from + end} y={y - 7} width={4} height={14} />
      ) : (
        <rect className="th end" x={from + end} y={y - 5} width={10} height={10} />
      )}
    </>
  );
}

function DecisionLines({
  placed,
  layout,
  chosen,
}: {
  readonly placed: ThreadLayout['decisions'][number];
  readonly layout: ThreadLayout;
  readonly chosen: string | undefined;
}) {
  const { item, actions } = placed;
  const x = layout.right + 15;
  const bottom = placed.top + placed.height - 3;
  return (
    <>
      {actions.map((action) => {
        const y = middle(action);
        const thick = chosen === item.id || chosen === action.item.id ? ' thick' : '';
        return (
          <path
            key={action.item.id}
            className={`th${thick}`}
            d={`M${x} ${bottom}V${y - 6}q0 6 6 6H${layout.actionsAt}`}
          />
        );
      })}
      {item.answersNoPoint && (
        <>
          <path className="th no q" d={`M${layout.right} ${middle(placed)}h${-end}`} />
          <circle className="th ring q" cx={layout.right - end - 5} cy={middle(placed)} r={5} />
        </>
      )}
    </>
  );
}

/** The number and words of what a point is answered by, for who cannot see the lines. */
export function endInWords({ end: ending }: ThreadPoint, decisions: readonly ThreadDecision[]): string {
  if (ending.kind === 'loose') return 'No answer yet';
  if (ending.kind !== 'decisions') return ending.words;
  const names = ending.ids.flatMap((id) => decisions.find((decision) => decision.id === id)?.number ?? []);
  return `Answered by ${names.join(', ')}`;
}

function PointMark({
  placed,
  layout,
  thread,
  chosen,
  onChoose,
}: Choice & {
  readonly placed: Placed<ThreadPoint>;
  readonly layout: ThreadLayout;
  readonly thread: Thread;
}) {
  const { item, top, height } = placed;
  const words = endInWords(item, thread.decisions);
  return (
    <button
      type="button"
      className="pp"
      aria-pressed={chosen === item.id}
      aria-label={`${item.number}, ${item.name}. ${words}`}
      style={{ top: rem(top), width: rem(layout.left), height: rem(height) }}
      onClick={() => onChoose(item.id)}
    >
      <span className="wd">
        <span className={item.isVoice ? 'cut voice' : 'cut'}>{item.name}</span>
        {item.end.kind === 'loose' && <Status kind="loose">No answer yet</Status>}
        {(item.end.kind === 'in-hand' || item.end.kind === 'no-action') && (
          <span className="st inh">
            <i className={`s ${item.end.kind === 'in-hand' ? 's-hand' : 's-stop'}`} aria-hidden="true" />
            <span className="cut">{item.end.words}</span>
          </span>
        )}
      </span>
      <Bead number={item.number} isLoose={item.end.kind === 'loose'} />
    </button>
  );
}

function ActionRow({
  placed,
  layout,
  chosen,
  onChoose,
}: Choice & { readonly placed: Placed<ThreadAction>; readonly layout: ThreadLayout }) {
  const { item, top, height } = placed;
  return (
    <button
      type="button"
      className="aa"
      aria-pressed={chosen === item.id}
      style={{
        left: rem(layout.actionsAt),
        width: rem(layout.width - layout.actionsAt),
        top: rem(top),
        height: rem(height),
      }}
      onClick={() => onChoose(item.id)}
    >
      <ActionMark number={item.number} />
      <span className="cut">{item.what}</span>
      {item.due === undefined ? (
        <Status kind="must">No date</Status>
      ) : (
        <span className="num nw">{formatDate(item.due).replace(/ \d{4}$/, '')}</span>
      )}
    </button>
  );
}

function DecisionBlock({
  placed,
  layout,
  chosen,
  onChoose,
}: Choice & { readonly placed: ThreadLayout['decisions'][number]; readonly layout: ThreadLayout }) {
  const { item, top, height, actions } = placed;
  return (
    <>
      <button
        type="button"
        className="dd"
        aria-pressed={chosen === item.id}
        style={{
          left: rem(layout.right),
          width: rem(layout.width - layout.right),
          top: rem(top),
          height: rem(height),
        }}
        onClick={() => onChoose(item.id)}
      >
        <DecisionMark number={item.number} />
        <span className="cut">{item.wording}</span>
        {item.answersNoPoint && (
          <span className="st look">
            <i className="s s-ring" aria-hidden="true" />
            <span>Answers no point</span>
          </span>
        )}
      </button>
      {actions.map((action) => (
        <ActionRow key={action.item.id} {...{ placed: action, layout, chosen, onChoose }} />
      ))}
    </>
  );
}

/** The width of the picture in 1/16 rem, followed as the window or the text changes. */
function useWidth() {
  const element = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(756);
  useLayoutEffect(() => {
    const picture = element.current;
    if (!picture) return undefined;
    const measure = () => {
      const size = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
      if (picture.clientWidth > 0) setWidth((picture.clientWidth / size) * 16);
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(picture);
    return () => observer.disconnect();
  }, []);
  return { element, width };
}

/** Points on one side, decisions and actions on the other, and the threads between them. */
export function ThreadPicture({ thread, chosen, onChoose }: Choice & { readonly thread: Thread }) {
  const { element, width } = useWidth();
  const layout = layThread(thread, width);
  const shared = { layout, chosen, onChoose };
  return (
    <div className="pic" ref={element} style={{ height: rem(layout.height) }}>
      <svg
        aria-hidden="true"
        viewBox={`0 0 ${layout.width} ${layout.height}`}
        style={{ width: rem(layout.width), height: rem(layout.height) }}
      >
        {layout.decisions.map((placed) => (
          <DecisionLines key={placed.item.id} {...{ placed, layout, chosen }} />
        ))}
        {layout.points.map((point) => (
          <PointLines key={point.item.id} {...{ point, layout, chosen }} />
        ))}
      </svg>
      <div className="colh soft" style={{ left: 0 }}>
        Points
      </div>
      <div className="colh soft" style={{ left: rem(layout.right) }}>
        Decisions and actions
      </div>
      {layout.groups.map(({ item, top }) => (
        <div className="gh" key={item.heading} style={{ top: rem(top) }}>
          {item.digit !== undefined && <span className="key">{item.digit}</span>} {item.heading}
        </div>
      ))}
      {layout.points.map((placed) => (
        <PointMark key={placed.item.id} {...shared} placed={placed} thread={thread} />
      ))}
      {layout.decisions.map((placed) => (
        <DecisionBlock key={placed.item.id} {...shared} placed={placed} />
      ))}
    </div>
  );
}
