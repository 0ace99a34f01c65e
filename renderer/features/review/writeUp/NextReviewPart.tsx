import { asIsoDate } from '../../../../shared/domain/dates.ts';
import { SelectField, TextField } from '../../../ui/Field.tsx';
import { Status } from '../../../ui/Status.tsx';
import { DayProposals } from '../DayProposals.tsx';
import { useReview } from '../useReview.tsx';
import { RecordDate, orNothing, withField } from './fields.tsx';
import type { ReviewEditor } from './useReviewRecord.ts';
import { useReviewRecord } from './useReviewRecord.ts';

const reasons = [
  { value: 'turns-18', name: 'Turns 18' },
  { value: 'returned-home', name: 'Returned home' },
  { value: 'adopted', name: 'Adopted' },
  { value: 'special-guardianship', name: 'Special guardianship' },
] as const;

type Dated = Extract<NonNullable<ReviewEditor['value']['nextReview']>, { readonly kind: 'date' }>;

function WhenFields({ editor, next }: { readonly editor: ReviewEditor; readonly next: Dated | undefined }) {
  const { value, edit } = editor;
  return (
    <>
      <RecordDate
        label="Next review on"
        value={next?.on}
        onChange={(on) => edit(withField(value, 'nextReview', on && { ...next, kind: 'date', on }))}
        record={value.id}
        entity="review"
        field="nextReview.on"
      />
      {next && (
        <>
          <TextField
            label="Where"
            value={next.place ?? ''}
            onChange={(place) => edit({ ...value, nextReview: withField(next, 'place', orNothing(place)) })}
          />
          <TextField
            label="Why brought forward or late"
            value={next.because ?? ''}
            onChange={(because) =>
              edit({ ...value, nextReview: withField(next, 'because', orNothing(because)) })
            }
          />
        </>
      )}
    </>
  );
}

/** The next review, or why there is none; and the day of the midway check. */
export function NextReviewPart() {
  const { findings, review, today } = useReview();
  const editor = useReviewRecord();
  const { value, edit } = editor;
  const { nextReview } = value;
  const isLate = findings.some(({ code }) => code === 'next-review-too-late');
  return (
    <section className="blk">
      <h3>Next review</h3>
      <div className="body in form">
        <div className="row">
          {nextReview?.kind !== 'none' && <WhenFields editor={editor} next={nextReview} />}
          <SelectField
            label="Or there is none because"
            value={nextReview?.kind === 'none' ? nextReview.because : 'date'}
            choices={[{ value: 'date', name: 'There is one' }, ...reasons]}
            onChange={(because) =>
              edit(withField(value, 'nextReview', because === 'date' ? undefined : { kind: 'none', because }))
            }
          />
          <RecordDate
            label="Midway check on"
            value={value.midwayOn}
            onChange={(day) => edit(withField(value, 'midwayOn', day))}
            record={value.id}
            entity="review"
            field="midwayOn"
          />
        </div>
        {isLate && <Status kind="must">After the last lawful day: say why, or bring it forward.</Status>}
        {nextReview?.kind !== 'none' && (
          <DayProposals
            childId={review.childId}
            afterReviewId={review.id}
            chosen={nextReview && asIsoDate(nextReview.on)}
            today={today}
            onChoose={(on) => edit({ ...value, nextReview: { ...nextReview, kind: 'date', on } })}
          />
        )}
      </div>
    </section>
  );
}
