import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { ProgressId } from '../../../../shared/domain/ids.ts';
import type { Progress } from '../../../../shared/domain/model/plan.ts';
import { isFoundMidway } from '../../../../shared/domain/promises.ts';
import { newId } from '../../../app/ids.ts';
import { useRead } from '../../../app/queries.ts';
import { useRecord } from '../../../app/saving/useRecord.ts';
import { ActionMark } from '../../../ui/Marks.tsx';
import { Status } from '../../../ui/Status.tsx';
import { FoundForm } from '../FoundForm.tsx';
import { accountableOf } from '../promiseWords.ts';
import { useReview } from '../useReview.tsx';
import { RecordDate, withField } from './fields.tsx';
import type { LastTime, StandingPromise } from './lastTime.ts';
import { promiseStatus } from './PromiseItem.tsx';
import { TextBlock, headingId } from './TextBlock.tsx';
import { shortDay } from './words.ts';

type FormProps = { readonly promise: StandingPromise };

function PromiseForm({ promise }: FormProps) {
  const { review, view, numbers, versionOf, isEditable } = useReview();
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
  const others = view.actions
    .filter((action) => action.id !== promise.action.id)
    .map(({ id: value, what }) => ({ value, name: `${numbers[value] ?? ''} ${what.slice(0, 60)}` }));
  const isFound = stored !== undefined || editor.state.kind !== 'saved' || editor.value !== empty;
  const current = isFound && editor.value !== empty ? editor.value.value : undefined;
  return (
    <FoundForm
      editor={editor}
      current={current}
      what={promise.action.what}
      isDisabled={!isEditable('progress')}
      others={others}
      day={
        <RecordDate
          label="On"
          value={editor.value.on}
          onChange={(day) => editor.edit(withField(editor.value, 'on', day))}
          record={editor.value.id}
          entity="progress"
          field="on"
        />
      }
    />
  );
}

/** What a midway check found of a promise that it ended: the review tells of it, and has nothing left to ask. */
function FoundMidway({ progress }: { readonly progress: Progress }) {
  const { today, record } = useReview();
  const { evidence, because, occasion } = progress;
  const open = record.midwayChecks.find(
    ({ on: day, completedOn }) => occasion.kind === 'midway' && day === occasion.on && !completedOn,
  );
  const on = occasion.kind === 'midway' ? ` of ${shortDay(occasion.on, today)}` : '';
  const said = [evidence, because].filter((words) => words !== undefined && words.trim() !== '').join(' ');
  return (
    <p className="note">
      {`Found at the midway check${on}${said === '' ? '.' : `: ${said}`}`}
      {open && (
        <>
          {' '}
          <Link className="act" to="/midway/$midwayId" params={{ midwayId: open.id }}>
            Complete the midway check
          </Link>
        </>
      )}
    </p>
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
        {isFoundMidway(promise) && promise.progress ? (
          <FoundMidway progress={promise.progress} />
        ) : (
          <PromiseForm promise={promise} />
        )}
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
