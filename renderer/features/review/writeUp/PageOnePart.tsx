import { quoted } from '../../../../shared/report/phrases.ts';
import { CheckField } from '../../../ui/Field.tsx';
import { Status } from '../../../ui/Status.tsx';
import { possessive } from '../../../../shared/report/phrases.ts';
import { countWords } from '../../../editor/words.ts';
import { useReview } from '../useReview.tsx';
import { LinesField } from './LinesField.tsx';
import { SavingNote } from '../../../app/saving/SavingNote.tsx';
import type { ReviewEditor } from './useReviewRecord.ts';
import { useReviewRecord } from './useReviewRecord.ts';
import { isVoice } from './words.ts';

/** Page 1 holds one page: its quotes and its sentences keep these limits (design.md, Documents). */
export const pageOneLimits = { quotes: 3, quoteWords: 60, leastSentences: 3, mostSentences: 5 } as const;

type PageOne = NonNullable<ReviewEditor['value']['pageOne']>;

function Quotes({ pageOne, set }: { readonly pageOne: PageOne; readonly set: (next: PageOne) => void }) {
  const { record, numbers } = useReview();
  const voices = record.points.filter((point) => isVoice(point) && point.words.trim() !== '');
  const chosen = pageOne.quotePointIds;
  const words = voices
    .filter(({ id }) => chosen.includes(id))
    .reduce((sum, point) => sum + countWords(point.translation?.words ?? point.words), 0);
  if (voices.length === 0) return <p className="empty">No words of the child yet.</p>;
  return (
    <>
      <div className="quotes">
        {voices.map((point) => (
          <CheckField
            key={point.id}
            label={`${numbers[point.id] ?? ''} ${quoted(point.words)}`}
            isChecked={chosen.includes(point.id)}
            onChange={(isOn) =>
              set({
                ...pageOne,
                quotePointIds: isOn
                  ? [...chosen, point.id].slice(-pageOneLimits.quotes)
                  : chosen.filter((id) => id !== point.id),
              })
            }
          />
        ))}
      </div>
      {words > pageOneLimits.quoteWords ? (
        <Status kind="look">
          {words} words: page 1 has room for {pageOneLimits.quoteWords}
        </Status>
      ) : (
        <span className="note">
          {chosen.length} of {pageOneLimits.quotes} quotes, {words} of {pageOneLimits.quoteWords} words
        </span>
      )}
    </>
  );
}

/** Page 1's own words: up to three quotes, and three to five sentences on where things are. */
export function PageOnePart() {
  const { child } = useReview();
  const editor = useReviewRecord();
  const { value, edit } = editor;
  const pageOne: PageOne = value.pageOne ?? { quotePointIds: [], whereThingsAre: [] };
  const set = (next: PageOne) => edit({ ...value, pageOne: next });
  const count = pageOne.whereThingsAre.length;
  return (
    <>
      <section className="blk">
        <h3>{possessive(child.preferredName)} words</h3>
        <div className="body in">
          <Quotes pageOne={pageOne} set={set} />
        </div>
      </section>
      <section className="blk">
        <h3>Where things are</h3>
        <div className="body in form">
          <LinesField
            label="Sentence"
            lines={pageOne.whereThingsAre}
            onChange={(whereThingsAre) => set({ ...pageOne, whereThingsAre })}
            most={8}
          />
          <span className="note">
            How {child.preferredName} is, safe, home, the plan, your judgement: {pageOneLimits.leastSentences}{' '}
            to {pageOneLimits.mostSentences} sentences
          </span>
          {count > pageOneLimits.mostSentences && (
            <Status kind="look">{count} sentences: page 1 has room for five</Status>
          )}
          <SavingNote editor={editor} />
        </div>
      </section>
    </>
  );
}
