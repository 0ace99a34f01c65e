import { formatDate } from '../../../../shared/domain/london.ts';
import { ActionMark, Bead, DecisionMark } from '../../../ui/Marks.tsx';
import { Status } from '../../../ui/Status.tsx';
import type { Thread, ThreadDecision, ThreadPoint } from './threadModel.ts';

function DecisionLine({ decision }: { readonly decision: ThreadDecision }) {
  return (
    <li>
      <DecisionMark number={decision.number} /> {decision.wording}
      {decision.answersNoPoint && (
        <span className="st look">
          <i className="s s-ring" aria-hidden="true" />
          <span>Answers no point</span>
        </span>
      )}
      <ul>
        {decision.actions.map((action) => (
          <li key={action.id}>
            <ActionMark number={action.number} /> {action.what}{' '}
            {action.due === undefined ? (
              <Status kind="must">No date</Status>
            ) : (
              <span className="num nw soft">{formatDate(action.due)}</span>
            )}
          </li>
        ))}
      </ul>
    </li>
  );
}

function Answers({
  point,
  decisions,
}: {
  readonly point: ThreadPoint;
  readonly decisions: readonly ThreadDecision[];
}) {
  const { end } = point;
  if (end.kind === 'loose') return <Status kind="loose">No answer yet</Status>;
  if (end.kind !== 'decisions') {
    return (
      <span className="st inh">
        <i className={`s ${end.kind === 'in-hand' ? 's-hand' : 's-stop'}`} aria-hidden="true" />
        <span>{end.words}</span>
      </span>
    );
  }
  return (
    <ul>
      {decisions
        .filter((decision) => end.ids.includes(decision.id))
        .map((decision) => (
          <DecisionLine key={decision.id} decision={decision} />
        ))}
    </ul>
  );
}

/** The picture in words: each point, then its answers; what hangs loose at the end. */
export function ThreadList({ thread }: { readonly thread: Thread }) {
  const hanging = thread.decisions.filter((decision) => decision.answersNoPoint);
  return (
    <div className="tlist">
      {thread.groups.map((group) => (
        <section key={group.key}>
          <h3 className="gh">
            {group.digit !== undefined && <span className="key">{group.digit}</span>} {group.heading}
          </h3>
          <ul>
            {group.points.map((point) => (
              <li key={point.id}>
                <Bead number={point.number} isLoose={point.end.kind === 'loose'} />{' '}
                <span className={point.isVoice ? 'voice' : undefined}>{point.name}</span>
                <Answers point={point} decisions={thread.decisions} />
              </li>
            ))}
          </ul>
        </section>
      ))}
      {hanging.length > 0 && (
        <section>
          <h3 className="gh">Decisions that answer no point</h3>
          <ul>
            {hanging.map((decision) => (
              <DecisionLine key={decision.id} decision={decision} />
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
