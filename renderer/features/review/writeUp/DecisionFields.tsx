import type { Decision, DecisionTheme } from '../../../../shared/domain/model/plan.ts';
import type { RecordEditor, SavedValue } from '../../../app/saving/useRecord.ts';
import { useRecord } from '../../../app/saving/useRecord.ts';
import { Button } from '../../../ui/Button.tsx';
import { CheckField, SelectField, TextField } from '../../../ui/Field.tsx';
import { useReview } from '../useReview.tsx';
import { AudienceField } from './AudienceField.tsx';
import { orNothing, withField } from './fields.tsx';
import { FieldsBox } from './FieldsBox.tsx';
import { useOpened } from './opened.tsx';
import { SavingNote } from '../../../app/saving/SavingNote.tsx';
import { useChanges } from './useChanges.ts';
import { needsAnswer } from './words.ts';

type Editor = RecordEditor<SavedValue<'decision:save'>>;

const themes: readonly { readonly value: DecisionTheme; readonly name: string }[] = [
  { value: 'safety', name: 'Safety' },
  { value: 'permanence', name: 'Permanence' },
  { value: 'stalled', name: 'Stalled' },
  { value: 'rest', name: 'The rest' },
];

/** Which points it answers: one decision may answer several, and a point may need more than one. */
function AnswersField({ editor }: { readonly editor: Editor }) {
  const { record, review, numbers } = useReview();
  const { value, edit } = editor;
  const points = record.points.filter(
    (point) => (point.reviewId === review.id && needsAnswer(point)) || value.pointIds.includes(point.id),
  );
  if (points.length === 0) return null;
  return (
    <fieldset>
      <legend>Answers</legend>
      <div className="choices answers">
        {points.map((point) => (
          <CheckField
            key={point.id}
            label={`${numbers[point.id] ?? 'Earlier'} ${(point.gist ?? point.words).slice(0, 70)}`}
            isChecked={value.pointIds.includes(point.id)}
            onChange={(isChecked) =>
              edit({
                ...value,
                pointIds: isChecked
                  ? [...value.pointIds, point.id]
                  : value.pointIds.filter((id) => id !== point.id),
              })
            }
          />
        ))}
      </div>
    </fieldset>
  );
}

function RemoveDecision({ decision }: { readonly decision: Decision }) {
  const { close } = useOpened();
  const { save, remove } = useChanges();
  const removeIt = async () => {
    // First out of its points: a point that a decision answers would otherwise keep it.
    const isFree =
      decision.pointIds.length === 0 ||
      (await save('decision:save', decision, (now) => ({ ...now, pointIds: [] }), 'Taken out of its points'));
    if (isFree && (await remove('decision:remove', decision.id, 'Decision removed'))) close();
  };
  return (
    <Button look="small" onClick={() => void removeIt()}>
      Remove this decision
    </Button>
  );
}

/** Everything about one decision, in place. */
export function DecisionFields({ decision }: { readonly decision: Decision }) {
  const { versionOf, numbers } = useReview();
  const editor = useRecord('decision:save', decision.id, decision, versionOf(decision.id));
  const { close } = useOpened();
  const { value, edit } = editor;
  return (
    <FieldsBox label={`Fields of ${numbers[decision.id] ?? 'this decision'}`}>
      <TextField
        label="What will change, without “you” or “she”"
        value={value.wording}
        onChange={(wording) => edit({ ...value, wording })}
        isLong
      />
      <TextField
        label="How we will know"
        value={value.howWeWillKnow ?? ''}
        onChange={(words) => edit(withField(value, 'howWeWillKnow', orNothing(words)))}
      />
      <div className="row">
        <SelectField<DecisionTheme>
          label="Theme"
          value={value.theme}
          choices={themes}
          onChange={(theme) => edit({ ...value, theme })}
        />
        <CheckField
          label="Changes the care plan"
          isChecked={value.changesCarePlan}
          onChange={(changesCarePlan) => edit({ ...value, changesCarePlan })}
        />
      </div>
      <AnswersField editor={editor} />
      <AudienceField
        value={value.audience}
        onChange={(audience) => edit(withField(value, 'audience', audience))}
      />
      <TextField
        label="Safe wording for copies"
        value={value.safeWording ?? ''}
        onChange={(words) => edit(withField(value, 'safeWording', orNothing(words)))}
        hint="Where a private wish stands behind it"
      />
      <SavingNote editor={editor} />
      <div className="btns">
        <Button look="small" onClick={close}>
          Close
        </Button>
        <RemoveDecision decision={decision} />
      </div>
    </FieldsBox>
  );
}
