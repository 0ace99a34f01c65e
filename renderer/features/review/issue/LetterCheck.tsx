import type { Letter } from '../../../../shared/domain/model/review.ts';
import { ageAtReview } from '../../../../shared/domain/reviews.ts';
import { checkLetter, letterNames } from '../../../../shared/report/letterCheck.ts';
import { counted } from '../../../app/words.ts';
import { Status } from '../../../ui/Status.tsx';
import { useReview } from '../useReview.tsx';

const lengths = { short: 'shorter than', right: 'within', long: 'longer than' } as const;

/** How the letter reads for this child: its length, its reading age, and each sentence that is long or hard. */
export function LetterCheck({ letter }: { readonly letter: Letter }) {
  const { record, review, today } = useReview();
  const age = ageAtReview(record, review, today);
  const check = checkLetter(letter, letterNames(record), age);
  const { readingAge, limit, words, band, sentences } = check;
  return (
    <section aria-labelledby="letter-check">
      <h3 id="letter-check">
        How it reads<span>{counted(words, 'word')}</span>
      </h3>
      <p className="note">
        {readingAge === undefined
          ? 'Too short to measure.'
          : `Reading age ${Math.round(readingAge)}, for a reader of ${limit}.`}{' '}
        It is {lengths[check.length]} the {band.from} to {band.to} words for this age.
      </p>
      {sentences.length === 0 ? (
        <p>
          <Status kind="done">No sentence is long or hard</Status>
        </p>
      ) : (
        <ul>
          {sentences.map((marked, index) => (
            // oxlint-disable-next-line react/no-array-index-key -- the same sentence may stand twice
            <li key={index}>
              <i className="look s s-look" aria-hidden="true" />
              <div>{marked.sentence}</div>
              <div className="note">
                {[
                  ...(marked.isLong ? [`long: ${marked.words} words`] : []),
                  ...(marked.isHard && marked.readingAge !== undefined
                    ? [`hard: reading age ${Math.round(marked.readingAge)}`]
                    : []),
                ].join(', ')}
              </div>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
