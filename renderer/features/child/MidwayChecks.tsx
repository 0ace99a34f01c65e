import { Link, useNavigate } from '@tanstack/react-router';
import { formatLongDate } from '../../../shared/domain/london.ts';
import { midwayRatings } from '../../../shared/domain/model/midway.ts';
import { newId } from '../../app/ids.ts';
import { useChange } from '../../app/queries.ts';
import { formatDay } from '../../app/words.ts';
import { Button } from '../../ui/Button.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { Status } from '../../ui/Status.tsx';
import type { ChildData } from './childData.ts';

/** Begins a midway check of today and goes to it. */
export function useMidwayStart(childId: string) {
  const navigate = useNavigate();
  const start = useChange('midway:start');
  const begin = () => {
    const id = newId();
    start.mutate(
      { id, childId },
      { onSuccess: () => void navigate({ to: '/midway/$midwayId', params: { midwayId: id } }) },
    );
  };
  return { begin, error: start.error?.error };
}

function reviewWords(data: ChildData, reviewId: string): string {
  const review = data.view.reviews.find(({ id }) => id === reviewId);
  return review ? `after review ${review.number}` : '';
}

/** The child's midway checks, the newest first, and the way to begin one. */
export function MidwayChecks({ data }: { readonly data: ChildData }) {
  const { child, midwayChecks } = data.view;
  const { begin, error } = useMidwayStart(child.id);
  const hasReview = data.overview.reviews.some(({ heldOn }) => heldOn !== undefined && heldOn <= data.today);
  const isBegun = midwayChecks.some(({ completedOn }) => completedOn === undefined);
  const checks = midwayChecks.toSorted((a, b) => (a.on < b.on ? 1 : -1));
  return (
    <section className="midwaychecks" aria-labelledby="midway-checks">
      <div className="listhead">
        <h2 id="midway-checks">Midway checks</h2>
        {hasReview && !isBegun && <Button onClick={begin}>Begin a midway check</Button>}
      </div>
      {error && <ErrorNote error={error} />}
      {checks.length === 0 ? (
        <p className="empty">
          None yet.{' '}
          {hasReview ? 'Half way to the next review is the usual time.' : 'The first follows a review.'}
        </p>
      ) : (
        <ul className="rows">
          {checks.map(({ id, on, reviewId, rating, completedOn, filed }) => (
            <li key={id}>
              <Link className="lnk b num" to="/midway/$midwayId" params={{ midwayId: id }}>
                {formatLongDate(on)}
              </Link>
              <span className="note">{reviewWords(data, reviewId)}</span>
              <span>{rating ? midwayRatings[rating] : ''}</span>
              {completedOn === undefined ? (
                <Status kind="part">Begun</Status>
              ) : filed ? (
                <Status kind="settled">Filed {formatDay(filed.on, data.today)}</Status>
              ) : (
                <Status kind="ready">Completed, not yet filed</Status>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
