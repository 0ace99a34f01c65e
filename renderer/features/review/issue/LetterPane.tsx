import { Link } from '@tanstack/react-router';
import { useReview } from '../useReview.tsx';
import { LetterCheck } from './LetterCheck.tsx';

/** The child's letter: how it reads for this child, and the way to its words while the record is open. */
export function LetterPane() {
  const { review, whyNot } = useReview();
  const isOpen = whyNot('narrative') === undefined;
  const { letter } = review;
  if (letter === undefined && !isOpen) {
    return <p className="empty">This record was finalised without a letter.</p>;
  }
  return (
    <>
      {letter === undefined ? (
        <p className="empty">The letter is not written yet. It begins with what is already written.</p>
      ) : (
        <LetterCheck letter={letter} />
      )}
      {isOpen && (
        <Link
          className="btn small letter-link"
          to="/reviews/$reviewId/$stage"
          params={{ reviewId: review.id, stage: 'write-up' }}
          search={{ at: 'letter' }}
        >
          {letter === undefined ? 'Write the letter' : 'Change its words'}
        </Link>
      )}
    </>
  );
}
