import { useState } from 'react';
import type { Point } from '../../../../shared/domain/model/minutes.ts';
import { decisionsInOrder } from '../../../../shared/domain/promises.ts';
import { Button } from '../../../ui/Button.tsx';
import { DecisionMark } from '../../../ui/Marks.tsx';
import { Status } from '../../../ui/Status.tsx';
import { useReview } from '../useReview.tsx';
import { useOpened } from './opened.tsx';
import { useChanges } from './useChanges.ts';
import { useMaking } from './useMaking.ts';

/** Which decision answers it: a new one, or one that is there. */
function DecisionChoice({ point, onDone }: { readonly point: Point; readonly onDone: () => void }) {
  const { record, review, numbers, isEditable } = useReview();
  const { save } = useChanges();
  const { decide } = useMaking();
  const decisions = decisionsInOrder(record.decisions.filter((decision) => decision.reviewId === review.id));
  return (
    <ul className="choose" aria-label="Which decision answers it">
      {isEditable('decision') && (
        <li>
          <Button
            look="small"
            icon="plus"
            // oxlint-disable-next-line jsx-a11y/no-autofocus -- the list opens under the button that was just pressed
            autoFocus
            onClick={() => {
              onDone();
              void decide(point.section, '', [point.id]);
            }}
          >
            New decision
          </Button>
        </li>
      )}
      {decisions.map((decision) => (
        <li key={decision.id}>
          <button
            type="button"
            onClick={() => {
              onDone();
              const link = [...new Set([...decision.pointIds, point.id])];
              void save('decision:save', decision, (now) => ({ ...now, pointIds: link }), 'Answered');
            }}
          >
            <DecisionMark number={numbers[decision.id] ?? 'D'} />
            {decision.wording.trim() || 'A decision without words yet'}
          </button>
        </li>
      ))}
    </ul>
  );
}

/** A loose end, and the three ways to answer it. */
export function AnswerBar({ point }: { readonly point: Point }) {
  const [isChoosing, setChoosing] = useState(false);
  const { save } = useChanges();
  const { openNew } = useOpened();
  const answer = (kind: 'in-hand' | 'no-action') => {
    const given = kind === 'in-hand' ? { kind, what: '', who: '' } : { kind, because: '' };
    void save('point:save', point, (now) => ({ ...now, answer: given }), 'Answer begun').then(
      (isSaved) => isSaved && openNew(point.id),
    );
  };
  return (
    <>
      <div className="loosebar">
        <Status kind="must">No answer yet</Status>
        <Button look="small" aria-expanded={isChoosing} onClick={() => setChoosing(!isChoosing)}>
          Decision
        </Button>
        <Button look="small" onClick={() => answer('in-hand')}>
          Already in hand
        </Button>
        <Button look="small" onClick={() => answer('no-action')}>
          No action because
        </Button>
      </div>
      {isChoosing && <DecisionChoice point={point} onDone={() => setChoosing(false)} />}
    </>
  );
}
