import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { TextField } from '../../../ui/Field.tsx';
import { Status } from '../../../ui/Status.tsx';
import { useReview } from '../useReview.tsx';
import type { Problem } from './matrix.ts';
import type { PassedHit } from './usePassed.ts';
import { placeOfProblem } from './placeOfProblem.ts';

type Props = {
  readonly problems: readonly Problem[];
  readonly onPass: (hit: PassedHit) => void;
};

function Reword({ problem }: { readonly problem: Problem }) {
  const { record, review, numbers, whyNot } = useReview();
  const place = placeOfProblem(problem, record, review.id);
  if (place === undefined) return null;
  const number = numbers[place.at];
  const why = whyNot(place.edit);
  if (why !== undefined) {
    return (
      <p className="note">To reword {number ?? 'it'}, withdraw first; or take back its release below.</p>
    );
  }
  return (
    <Link
      className="btn small"
      to="/reviews/$reviewId/$stage"
      params={{ reviewId: review.id, stage: 'write-up' }}
      search={{ at: place.at }}
    >
      Reword {number ?? 'it'}
    </Link>
  );
}

function ProblemOf({ problem, onPass }: { readonly problem: Problem; readonly onPass: Props['onPass'] }) {
  const [isPassing, setPassing] = useState(false);
  const [because, setBecause] = useState('');
  return (
    <div className="stopb">
      <Status kind="must">Blocked: {problem.what}</Status>
      {problem.excerpt !== undefined && (
        <p className="note">
          “{problem.excerpt.trim()}”{problem.part !== undefined && `, in the ${problem.part}`}
        </p>
      )}
      {isPassing && (
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the field was just asked for
        <TextField label="It may stand because" value={because} onChange={setBecause} autoFocus />
      )}
      <div className="btns">
        <Reword problem={problem} />
        {problem.isPassable === true &&
          (isPassing ? (
            <Button
              look="small"
              disabled={!/\S/.test(because)}
              onClick={() => {
                onPass({ what: problem.what, because, seen: problem.seen ?? '' });
                setPassing(false);
              }}
            >
              Pass it
            </Button>
          ) : (
            <Button look="small" onClick={() => setPassing(true)}>
              Pass with a reason
            </Button>
          ))}
      </div>
    </div>
  );
}

/** What stands in the way of issuing, each with the line it stands in and the ways out. */
export function Problems({ problems, onPass }: Props) {
  return problems.map((problem) => (
    <ProblemOf
      key={`${problem.what} ${problem.item ?? ''} ${problem.part ?? ''}`}
      problem={problem}
      onPass={onPass}
    />
  ));
}
