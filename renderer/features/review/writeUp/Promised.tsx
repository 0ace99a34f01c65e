import { useState } from 'react';
import { ProgressId } from '../../../../shared/domain/ids.ts';
import type { Progress, ProgressValue } from '../../../../shared/domain/model/plan.ts';
import { progressValues } from '../../../../shared/domain/model/plan.ts';
import { newId } from '../../../app/ids.ts';
import { useRead } from '../../../app/queries.ts';
import { useRecord } from '../../../app/saving/useRecord.ts';
import type { RecordEditor, SavedValue } from '../../../app/saving/useRecord.ts';
import { Button } from '../../../ui/Button.tsx';
import { SelectField, TextField } from '../../../ui/Field.tsx';
import { ActionMark } from '../../../ui/Marks.tsx';
import { Status } from '../../../ui/Status.tsx';
import { accountableOf } from '../promiseWords.ts';
import { useReview } from '../useReview.tsx';
import { RecordDate, orNothing, withField } from './fields.tsx';
import type { LastTime, StandingPromise } from './lastTime.ts';
import { promiseStatus } from './PromiseItem.tsx';
import { SavingNote } from './Saving.tsx';
import { TextBlock, headingId } from './TextBlock.tsx';
import { shortDay } from './words.ts';

type Editor = RecordEditor<SavedValue<'progress:save'>>;

const names: Readonly<Record<ProgressValue, string>> = {
  done: 'Done',
  part_done: 'Part done',
  not_done: 'Not done',
  on_track: 'On track',
  not_needed: 'Not needed',
  replaced: 'Replaced by',
};

type FoundProps = { readonly editor: Editor; readonly actionId: string };

function ReplacedBy({ editor, actionId }: FoundProps) {
  const { view, numbers } = useReview();
  const { value, edit } = editor;
  const others = view.actions.filter(({ id }) => id !== actionId);
  return (
    <SelectField
      label="Replaced by"
      value={value.replacedById ?? ''}
      choices={others.map((action) => ({
        value: String(action.id),
        name: `${numbers[action.id] ?? ''} ${action.what.slice(0, 60)}`,
      }))}
      onChange={(id) => edit(withField(value, 'replacedById', others.find((action) => action.id === id)?.id))}
    />
  );
}

function FoundFields({ editor, actionId }: FoundProps) {
  const { value, edit } = editor;
  const isUnfinished =
    value.value === 'not_done' || value.value === 'part_done' || value.value === 'not_needed';
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
        <RecordDate
          label="On"
          value={value.on}
          onChange={(day) => edit(withField(value, 'on', day))}
          record={value.id}
          entity="progress"
          field="on"
        />
        <SelectField
          label="Effect on the child"
          value={value.effect ?? ''}
          choices={[
            { value: 'better', name: 'Better' },
            { value: 'same', name: 'Same' },
            { value: 'worse', name: 'Worse' },
            { value: 'too-soon', name: 'Too soon to say' },
          ]}
          onChange={(effect) => edit({ ...value, effect })}
        />
        {value.value === 'replaced' && <ReplacedBy editor={editor} actionId={actionId} />}
      </div>
    </>
  );
}

type FormProps = { readonly promise: StandingPromise };

function PromiseForm({ promise }: FormProps) {
  const { review, versionOf, isEditable } = useReview();
  const [freshId] = useState(() => ProgressId.parse(newId()));
  const stored = promise.progress;
  const id = stored?.id ?? freshId;
  const empty: Progress = {
    id: freshId,
    childId: review.childId,
    actionId: promise.action.id,
    occasion: { kind: 'review', reviewId: review.id },
    value: 'not_done',
  };
  const editor = useRecord('progress:save', id, stored ?? empty, versionOf(id));
  const isFound = stored !== undefined || editor.state.kind !== 'saved' || editor.value !== empty;
  const current = isFound && editor.value !== empty ? editor.value.value : undefined;
  return (
    <fieldset className="plain form" disabled={!isEditable('progress')}>
      <legend className="hide">What happened with {promise.action.what}</legend>
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
      {current !== undefined && <FoundFields editor={editor} actionId={promise.action.id} />}
      <SavingNote editor={editor} />
    </fieldset>
  );
}

function PromiseRow({ promise, last }: FormProps & { readonly last: LastTime | undefined }) {
  const { earlierNumbers, today } = useReview();
  const { action } = promise;
  const status = promiseStatus(promise, today);
  const decision = last?.decisions.find(({ id }) => id === action.decisionId);
  const due = action.due?.kind === 'date' ? action.due.on : action.due?.checkBy;
  const moved = action.history.filter(
    ({ before }) => JSON.stringify(before.due) !== JSON.stringify(action.due),
  ).length;
  const about = [
    accountableOf(action),
    due ? `by ${shortDay(due, today)}` : 'no date',
    moved > 0 ? `date moved ${moved === 1 ? 'once' : `${moved} times`}` : undefined,
    decision?.wording.trim() ? `for “${decision.wording.trim().replace(/\.$/, '')}”` : undefined,
  ].filter((part) => part !== undefined);
  return (
    <li className="promise" data-row={action.id}>
      <ActionMark number={earlierNumbers[action.id] ?? 'A'} />
      <div>
        <div className="v-row">
          <p className="say">{action.what}</p>
          <Status kind={status.kind}>{status.words}</Status>
        </div>
        <p className="src">{about.join('; ')}</p>
        <PromiseForm promise={promise} />
      </div>
    </li>
  );
}

/** What we promised last time: each promise asks what happened. */
export function Promised() {
  const { view, review } = useReview();
  const last = useRead('review:lastTime', { id: review.id });
  const filled = view.promised.filter(({ progress }) => progress !== undefined).length;
  return (
    <section
      className="sec"
      data-row="previous-actions"
      aria-label="What we promised last time"
      tabIndex={-1}
    >
      <div className="sechead">
        <h2 id={headingId('previous-actions')}>What we promised last time</h2>
        <span className="note">
          {view.promised.length === 0 ? '' : `${filled} of ${view.promised.length} filled in`}
        </span>
      </div>
      <TextBlock section="previous-actions" part="account" />
      {view.promised.length === 0 ? (
        <p className="empty">Nothing promised and still open.</p>
      ) : (
        <ul className="promises">
          {view.promised.map((promise) => (
            <PromiseRow key={promise.action.id} promise={promise} last={last.data} />
          ))}
        </ul>
      )}
    </section>
  );
}
