import type { Action } from '../../../../shared/domain/model/plan.ts';
import { decisionsInOrder } from '../../../../shared/domain/promises.ts';
import type { RecordEditor, SavedValue } from '../../../app/saving/useRecord.ts';
import { useRecord } from '../../../app/saving/useRecord.ts';
import { Button } from '../../../ui/Button.tsx';
import { CheckField, SelectField, TextField } from '../../../ui/Field.tsx';
import { useReview } from '../useReview.tsx';
import { AudienceField } from './AudienceField.tsx';
import { RecordDate, orNothing, withField } from './fields.tsx';
import { FieldsBox } from './FieldsBox.tsx';
import { useOpened } from './opened.tsx';
import { PersonNameField } from './PersonNameField.tsx';
import { SavingNote } from '../../../app/saving/SavingNote.tsx';
import { useChanges } from './useChanges.ts';

type Editor = RecordEditor<SavedValue<'action:save'>>;
type Props = { readonly editor: Editor };

/** The accountable person in the authority; "not allocated: held by" the named manager is an answer too. */
function WhoFields({ editor }: Props) {
  const { value, edit } = editor;
  const { record } = useReview();
  const { accountable } = value;
  const isHeld = accountable?.kind === 'not-allocated';
  const name =
    accountable === undefined ? '' : accountable.kind === 'named' ? accountable.name : accountable.heldBy;
  const set = (next: string, isNotAllocated: boolean) => {
    if (next.trim() === '') return edit(withField(value, 'accountable', undefined));
    const person = record.people.find((candidate) => candidate.name === next.trim());
    const personId = person && { personId: person.id };
    return edit({
      ...value,
      accountable: isNotAllocated
        ? { kind: 'not-allocated', heldBy: next, ...personId }
        : { kind: 'named', name: next, ...personId },
    });
  };
  return (
    <div className="row">
      <PersonNameField
        label={isHeld ? 'Held by (manager)' : 'Who answers for it'}
        value={name}
        onChange={(next) => set(next, isHeld)}
      />
      <TextField
        label="Done by, where another"
        value={value.doneBy ?? ''}
        onChange={(words) => edit(withField(value, 'doneBy', orNothing(words)))}
      />
      {name !== '' && (
        <CheckField label="Not allocated" isChecked={isHeld} onChange={(isOn) => set(name, isOn)} />
      )}
    </div>
  );
}

function WhenFields({ editor }: Props) {
  const { value, edit } = editor;
  const { due } = value;
  const isCourt = due?.kind === 'court';
  return (
    <div className="row">
      <RecordDate
        label={isCourt ? 'The court sets it: check by' : 'By when'}
        value={due === undefined ? undefined : due.kind === 'date' ? due.on : due.checkBy}
        onChange={(day) => {
          if (isCourt) edit({ ...value, due: withField(due, 'checkBy', day) });
          else edit(withField(value, 'due', day && { kind: 'date', on: day }));
        }}
        record={value.id}
        entity="action"
        field="due"
      />
      <CheckField
        label="Date set by the court"
        isChecked={isCourt}
        onChange={(isOn) => edit(withField(value, 'due', isOn ? { kind: 'court' } : undefined))}
      />
      <CheckField
        label="Again and again"
        isChecked={value.isRecurring === true}
        onChange={(isOn) => edit(withField(value, 'isRecurring', isOn ? true : undefined))}
      />
    </div>
  );
}

function DecisionField({ editor }: Props) {
  const { record, review, numbers } = useReview();
  const { value, edit } = editor;
  const decisions = decisionsInOrder(record.decisions.filter((decision) => decision.reviewId === review.id));
  if (decisions.length === 0) return null;
  return (
    <SelectField
      label="Carries out"
      value={value.decisionId ?? ''}
      choices={decisions.map((decision) => ({
        value: String(decision.id),
        name: `${numbers[decision.id] ?? ''} ${decision.wording.slice(0, 60)}`.trim(),
      }))}
      onChange={(id) => {
        const decision = decisions.find((candidate) => candidate.id === id);
        edit(withField(value, 'decisionId', decision?.id));
      }}
    />
  );
}

/** Everything about one action of this review, in place. */
export function ActionFields({ action }: { readonly action: Action }) {
  const { versionOf, numbers } = useReview();
  const editor = useRecord('action:save', action.id, action, versionOf(action.id));
  const { close } = useOpened();
  const { remove } = useChanges();
  const { value, edit } = editor;
  return (
    <FieldsBox label={`Fields of ${numbers[action.id] ?? 'this action'}`}>
      <TextField label="What" value={value.what} onChange={(what) => edit({ ...value, what })} />
      <WhoFields editor={editor} />
      <WhenFields editor={editor} />
      <div className="row">
        <DecisionField editor={editor} />
        <TextField
          label="While waiting"
          value={value.interimStep ?? ''}
          onChange={(words) => edit(withField(value, 'interimStep', orNothing(words)))}
        />
      </div>
      <details className="more">
        <summary>Who may have it</summary>
        <div className="form">
          <AudienceField
            value={value.audience}
            onChange={(audience) => edit(withField(value, 'audience', audience))}
          />
          <TextField
            label="Safe wording for copies"
            value={value.safeWording ?? ''}
            onChange={(words) => edit(withField(value, 'safeWording', orNothing(words)))}
          />
        </div>
      </details>
      <SavingNote editor={editor} />
      <div className="btns">
        <Button look="small" onClick={close}>
          Close
        </Button>
        <Button
          look="small"
          onClick={() => {
            void remove('action:remove', action.id, 'Action removed').then(
              (isRemoved) => isRemoved && close(),
            );
          }}
        >
          Remove this action
        </Button>
      </div>
    </FieldsBox>
  );
}
