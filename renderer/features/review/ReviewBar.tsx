import { Link } from '@tanstack/react-router';
import { reviewStages } from '../../app/routeTable.ts';
import type { ReviewStageName } from '../../app/routeTable.ts';
import { aboutReview, clocksNow, stagesDone } from './reviewState.ts';
import { useReview } from './useReview.tsx';

const names: Readonly<Record<ReviewStageName, string>> = {
  prepare: 'Prepare',
  chair: 'Chair',
  'write-up': 'Write up',
  check: 'Check',
  issue: 'Issue',
};

function Stages({ current }: { readonly current: ReviewStageName }) {
  const data = useReview();
  const done = stagesDone(data);
  return (
    <nav aria-label="Stages of the review" className="stages-nav">
      <ol className="stages">
        {reviewStages.map((stage) => {
          const isDone = done.has(stage) && stage !== current;
          return (
            <li key={stage} aria-current={stage === current ? 'step' : undefined}>
              <Link to="/reviews/$reviewId/$stage" params={{ reviewId: data.review.id, stage }}>
                {isDone && <i className="s s-done" aria-hidden="true" />}
                {names[stage]}
                {isDone && <span className="hide">, done</span>}
              </Link>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}

/** Whose review, which one, how far it has come, and the clocks that run. */
export function ReviewBar({ stage }: { readonly stage: ReviewStageName }) {
  const data = useReview();
  return (
    <div className="rbar">
      <div className="who">
        <h1>
          <Link to="/children/$childId/$tab" params={{ childId: data.child.id, tab: 'overview' }}>
            {data.child.fullName}
          </Link>
        </h1>
        <span className="note cut">{aboutReview(data)}</span>
      </div>
      <Stages current={stage} />
      <div className="clocks">
        {clocksNow(data).map(({ title, note, isLate }) => (
          <span className="clock" key={title}>
            <b>{title}</b>
            <span className={isLate ? 'late' : undefined}>{note}</span>
          </span>
        ))}
      </div>
    </div>
  );
}
