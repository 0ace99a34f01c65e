import { formatDate } from '../../../../shared/domain/london.ts';
import { Status } from '../../../ui/Status.tsx';
import { ActionMark, Bead, DecisionMark } from '../../../ui/Marks.tsx';
import type { Thread, ThreadAction, ThreadDecision, ThreadPoint } from './threadModel.ts';
import type { Placed, ThreadLayout } from './threadLayout.ts';
import { atAction, atDecision, layThread, leastPoint, markKey, middle } from './threadLayout.ts';
import { useMeasured } from './useMeasured.ts';

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
        <path
          key={id}
          className={`th${isThick(id)}`}
          d={curve(from, y, layout.right, atDecision(decision))}
        />
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
  const y = atDecision(placed);
  const bottom = y + 10;
  return (
    <>
      {actions.map((action) => {
        const thick = chosen === item.id || chosen === action.item.id ? ' thick' : '';
        return (
          <path
            key={action.item.id}
            className={`th${thick}`}
            d={`M${x} ${bottom}V${atAction(action) - 6}q0 6 6 6H${layout.actionsAt}`}
          />
        );
      })}
      {item.answersNoPoint && (
        <>
          <path className="th no q" d={`M${layout.right} ${y}h${-end}`} />
          <circle className="th ring q" cx={layout.right - end - 5} cy={y} r={5} />
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
  const { item, top } = placed;
  const words = endInWords(item, thread.decisions);
  return (
    <button
      type="button"
      className="pp"
      data-mark={markKey('point', item.id)}
      aria-pressed={chosen === item.id}
      aria-label={`${item.number}, ${item.name}. ${words}`}
      style={{ top: rem(top), width: rem(layout.left), minHeight: rem(leastPoint(item)) }}
      onClick={() => onChoose(item.id)}
    >
      <span className="wd">
        <span className={item.isVoice ? 'name voice' : 'name'}>{item.name}</span>
        {item.end.kind === 'loose' && <Status kind="loose">No answer yet</Status>}
        {(item.end.kind === 'in-hand' || item.end.kind === 'no-action') && (
          <span className="st inh">
            <i className={`s ${item.end.kind === 'in-hand' ? 's-hand' : 's-stop'}`} aria-hidden="true" />
            <span>{item.end.words}</span>
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
  const { item, top } = placed;
  return (
    <button
      type="button"
      className="aa"
      data-mark={markKey('action', item.id)}
      aria-pressed={chosen === item.id}
      style={{
        left: rem(layout.actionsAt),
        width: rem(layout.width - layout.actionsAt),
        top: rem(top),
      }}
      onClick={() => onChoose(item.id)}
    >
      <ActionMark number={item.number} />
      <span className="name">{item.what}</span>
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
  const { item, top, actions } = placed;
  return (
    <>
      <button
        type="button"
        className="dd"
        data-mark={markKey('decision', item.id)}
        aria-pressed={chosen === item.id}
        style={{
          left: rem(layout.right),
          width: rem(layout.width - layout.right),
          top: rem(top),
        }}
        onClick={() => onChoose(item.id)}
      >
        <DecisionMark number={item.number} />
        <span className="name">{item.wording}</span>
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

/** Points on one side, decisions and actions on the other, and the threads between them. */
export function ThreadPicture({ thread, chosen, onChoose }: Choice & { readonly thread: Thread }) {
  const { element, width, heights } = useMeasured();
  const layout = layThread(thread, width, heights);
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
