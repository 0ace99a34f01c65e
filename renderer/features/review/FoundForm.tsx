import type { ReactNode } from 'react';
import type { ActionId } from '../../../shared/domain/ids.ts';
import type { ProgressValue } from '../../../shared/domain/model/plan.ts';
import { progressValues } from '../../../shared/domain/model/plan.ts';
import type { RecordEditor, SavedValue } from '../../app/saving/useRecord.ts';
import { Button } from '../../ui/Button.tsx';
import { SelectField, TextField } from '../../ui/Field.tsx';
import { orNothing, withField } from './writeUp/fields.tsx';
import { SavingNote } from '../../app/saving/SavingNote.tsx';

type Editor = RecordEditor<SavedValue<'progress:save'>>;

const names: Readonly<Record<ProgressValue, string>> = {
  done: 'Done',
  part_done: 'Part done',
  not_done: 'Not done',
  on_track: 'On track',
  not_needed: 'Not needed',
  replaced: 'Replaced by',
};
const effects = [
  { value: 'better', name: 'Better' },
  { value: 'same', name: 'Same' },
  { value: 'worse', name: 'Worse' },
  { value: 'too-soon', name: 'Too soon to say' },
] as const;

type FoundProps = {
  readonly editor: Editor;
  /** The actions that this one can be replaced by. */
  readonly others: readonly { readonly value: ActionId; readonly name: string }[];
  /** The field for the day, where the occasion does not say it. */
  readonly day?: ReactNode;
};

function FoundFields({ editor, others, day }: FoundProps) {
  const { value, edit } = editor;
  const isUnfinished = ['not_done', 'part_done', 'not_needed'].includes(value.value);
  return (
    <>
      <div className="row">
        <TextField
          label="How we know"
          value={value.evidence ?? ''}
          onChange={(words) => edit(withField(value, 'evidence', orNothing(words)))}
          hint={
            value.value === 'done' && !value.evidence
              ? 'One line: “Anna, carer, told the review” is enough'
              : undefined
          }
        />
        {isUnfinished && (
          <TextField
            label="Because"
            value={value.because ?? ''}
            onChange={(words) => edit(withField(value, 'because', orNothing(words)))}
          />
        )}
      </div>
      <div className="row">
        {day}
        <SelectField
          label="Effect on the child"
          value={value.effect ?? ''}
          choices={effects}
          onChange={(effect) => edit({ ...value, effect })}
        />
        {value.value === 'replaced' && (
          <SelectField
            label="Replaced by"
            value={value.replacedById ?? ''}
            choices={others}
            onChange={(id) => edit(withField(value, 'replacedById', id))}
          />
        )}
      </div>
    </>
  );
}

type FormProps = FoundProps & {
  /** What was found, once it is recorded. */
  readonly current: ProgressValue | undefined;
  readonly what: string;
  readonly isDisabled: boolean;
};

/** What one occasion found of one promise: a key for what happened, then how we know and the effect on the child. */
export function FoundForm({ current, what, isDisabled, ...found }: FormProps) {
  const { editor } = found;
  return (
    <>
      <fieldset className="plain form" disabled={isDisabled}>
        <legend className="hide">What happened with {what}</legend>
        <div className="btns values">
          {progressValues.map((value) => (
            <Button
              key={value}
              look="small"
              aria-pressed={current === value}
              onClick={() => editor.edit({ ...editor.value, value })}
            >
              {names[value]}
            </Button>
          ))}
        </div>
        {current !== undefined && <FoundFields {...found} />}
      </fieldset>
      {/* Beside the fieldset: what was not saved can be chosen or sent again also where nothing may be changed any more. */}
      <SavingNote editor={editor} />
    </>
  );
}
