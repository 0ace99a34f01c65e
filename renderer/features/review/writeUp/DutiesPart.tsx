import { useState } from 'react';
import type { PersonId } from '../../../../shared/domain/ids.ts';
import { CheckField, SelectField, TextField } from '../../../ui/Field.tsx';
import { useReview } from '../useReview.tsx';
import { RecordDate, RequiredField, orNothing, withField } from './fields.tsx';
import type { ReviewEditor } from './useReviewRecord.ts';
import { useReviewRecord } from './useReviewRecord.ts';

type Duties = NonNullable<ReviewEditor['value']['duties']>;
type Part = { readonly duties: Duties; readonly set: (next: Duties) => void; readonly reviewId: string };

/** What the choice still needs: words. Until it has them nothing is kept, so that no record holds words of ours. */
function NeedsWords({
  label,
  onWords,
}: {
  readonly label: string;
  readonly onWords: (words: string) => void;
}) {
  const [words, setWords] = useState('');
  return (
    <TextField
      label={label}
      value={words}
      onChange={setWords}
      onBlur={() => words.trim() !== '' && onWords(words)}
      hint="Kept once it has words"
    />
  );
}

function SpokeAlone({ duties, set, reviewId }: Part) {
  const { child, today } = useReview();
  const spoke = duties.spokeAlone;
  const [picked, setPicked] = useState(spoke?.outcome);
  const outcome = picked ?? spoke?.outcome;
  const isKept = spoke !== undefined && spoke.outcome === outcome;
  return (
    <div className="row" data-field="spokeAlone">
      <SelectField
        label={`Spoke with ${child.preferredName} alone`}
        value={outcome ?? ''}
        choices={[
          { value: 'yes', name: 'Yes' },
          { value: 'refused', name: 'Refused' },
          { value: 'not-appropriate', name: 'Not appropriate' },
        ]}
        onChange={setPicked}
      />
      {!isKept && outcome !== undefined && (
        <NeedsWords
          key={outcome}
          label={outcome === 'yes' ? 'How' : 'Because'}
          onWords={(words) =>
            set({
              ...duties,
              spokeAlone:
                outcome === 'yes' ? { outcome, on: today, how: words } : { outcome, because: words },
            })
          }
        />
      )}
      {isKept && spoke.outcome === 'yes' && (
        <>
          <RecordDate
            label="On"
            value={spoke.on}
            onChange={(on) => on && set({ ...duties, spokeAlone: { ...spoke, on } })}
            record={reviewId}
            entity="review"
            field="duties.spokeAlone.on"
          />
          <RequiredField
            label="How"
            value={spoke.how}
            onChange={(how) => set({ ...duties, spokeAlone: { ...spoke, how } })}
          />
        </>
      )}
      {isKept && spoke.outcome !== 'yes' && (
        <RequiredField
          label="Because"
          value={spoke.because}
          onChange={(because) => set({ ...duties, spokeAlone: { ...spoke, because } })}
        />
      )}
    </div>
  );
}

function ParentViews({ duties, set }: Part) {
  const { record } = useReview();
  const parents = record.people.filter(
    (person) => person.role === 'parent' || person.hasParentalResponsibility === true,
  );
  const change = (personId: PersonId, next: Partial<Duties['parents'][number]>) => {
    const before = duties.parents.find((entry) => entry.personId === personId) ?? {
      personId,
      wasPresent: false,
    };
    const others = duties.parents.filter((entry) => entry.personId !== personId);
    set({ ...duties, parents: [...others, { ...before, ...next }] });
  };
  return parents.map((person) => {
    const entry = duties.parents.find(({ personId }) => personId === person.id);
    const relation = person.relationship?.trim() || 'parent';
    return (
      <div className="row" key={person.id} data-row={person.id}>
        <CheckField
          label={`${person.name} (${relation}) was present`}
          isChecked={entry?.wasPresent === true}
          onChange={(wasPresent) => change(person.id, { wasPresent })}
        />
        <TextField
          label={`How ${person.name}’s views were obtained`}
          value={entry?.viewsObtained ?? ''}
          onChange={(viewsObtained) => change(person.id, { viewsObtained })}
        />
        <TextField
          label="Or why not"
          value={entry?.whyNot ?? ''}
          onChange={(whyNot) => change(person.id, { whyNot })}
        />
      </div>
    );
  });
}

function WorkerReportFields({ duties, set, reviewId }: Part) {
  const report = duties.workerReport ?? {};
  const change = (next: typeof report) => set({ ...duties, workerReport: next });
  const text = (field: 'whyNot' | 'sharedWithChild' | 'sharedWithParents', label: string) => (
    <TextField
      label={label}
      value={report[field] ?? ''}
      onChange={(words) => change(withField(report, field, orNothing(words)))}
    />
  );
  return (
    <div className="row">
      <RecordDate
        label="Worker’s report received"
        value={report.receivedOn}
        onChange={(day) => change(withField(report, 'receivedOn', day))}
        record={reviewId}
        entity="review"
        field="duties.workerReport.receivedOn"
      />
      {report.receivedOn === undefined && text('whyNot', 'Or why not')}
      {text('sharedWithChild', 'Shared with the child')}
      {text('sharedWithParents', 'Shared with the parents')}
    </div>
  );
}

type Plan = NonNullable<Duties['carePlan']>;
type PlanProps = { readonly plan: Plan; readonly onChange: (next: Plan) => void; readonly reviewId: string };

function PermanenceFields({ plan, onChange, reviewId }: PlanProps) {
  return (
    <div className="row">
      <TextField
        label="Permanence route"
        value={plan.permanenceRoute ?? ''}
        onChange={(route) => onChange(withField(plan, 'permanenceRoute', orNothing(route)))}
      />
      <RecordDate
        label="Its next date"
        value={plan.permanenceNextOn}
        onChange={(day) => onChange(withField(plan, 'permanenceNextOn', day))}
        record={reviewId}
        entity="review"
        field="duties.carePlan.permanenceNextOn"
      />
    </div>
  );
}

function CarePlanFields({ duties, set, reviewId }: Part) {
  const plan = duties.carePlan;
  const change = (next: NonNullable<typeof plan>) => set({ ...duties, carePlan: next });
  const [picked, setPicked] = useState<NonNullable<typeof plan>['meetsNeeds']>();
  return (
    <>
      <div className="row">
        <SelectField
          label="Care plan seen: it meets needs"
          value={plan?.meetsNeeds ?? picked ?? ''}
          choices={[
            { value: 'yes', name: 'Yes' },
            { value: 'partly', name: 'Partly' },
            { value: 'no', name: 'No' },
          ]}
          onChange={(meetsNeeds) => (plan ? change({ ...plan, meetsNeeds }) : setPicked(meetsNeeds))}
        />
        {!plan && picked && (
          <NeedsWords
            label="In a sentence"
            onWords={(sentence) => change({ meetsNeeds: picked, sentence })}
          />
        )}
        {plan && (
          <>
            <RecordDate
              label="Dated"
              value={plan.datedOn}
              onChange={(day) => change(withField(plan, 'datedOn', day))}
              record={reviewId}
              entity="review"
              field="duties.carePlan.datedOn"
            />
            <RequiredField
              label="In a sentence"
              value={plan.sentence}
              onChange={(sentence) => change({ ...plan, sentence })}
            />
          </>
        )}
      </div>
      {plan && <PermanenceFields plan={plan} onChange={change} reviewId={reviewId} />}
    </>
  );
}

/** The officer's own duties at this review. */
export function DutiesPart() {
  const { value, edit } = useReviewRecord();
  const part: Part = {
    duties: value.duties ?? { parents: [] },
    set: (duties) => edit({ ...value, duties }),
    reviewId: value.id,
  };
  return (
    <section className="blk">
      <h3>My duties</h3>
      <div className="body in form">
        <SpokeAlone {...part} />
        <ParentViews {...part} />
        <WorkerReportFields {...part} />
        <CarePlanFields {...part} />
      </div>
    </section>
  );
}
