import { useState } from 'react';
import type { ActionId } from '../../../shared/domain/ids.ts';
import { ProgressId } from '../../../shared/domain/ids.ts';
import type { Progress } from '../../../shared/domain/model/plan.ts';
import { newId } from '../../app/ids.ts';
import { useRecord } from '../../app/saving/useRecord.ts';
import { counted, formatDay } from '../../app/words.ts';
import { ActionMark } from '../../ui/Marks.tsx';
import { Status } from '../../ui/Status.tsx';
import { progressStatus, progressWords, whoWords } from '../child/promiseWords.ts';
import { FoundForm } from '../review/FoundForm.tsx';
import type { MidwayPart, MidwayView } from './midwayData.ts';

type Promised = MidwayView['promises'][number];
type Other = { readonly value: ActionId; readonly name: string };
type RowProps = {
  readonly promise: Promised;
  readonly data: MidwayView;
  readonly isClosed: boolean;
  readonly others: readonly Other[];
};

function Found({ promise, data, isClosed, others }: RowProps) {
  const [freshId] = useState(() => ProgressId.parse(newId()));
  const { action, progress: stored, progressVersion = 0 } = promise;
  const [empty] = useState<Progress>(() => ({
    id: freshId,
    childId: data.check.childId,
    actionId: action.id,
    occasion: { kind: 'midway', on: data.check.on },
    value: 'on_track',
  }));
  const editor = useRecord('progress:save', stored?.id ?? freshId, stored ?? empty, progressVersion);
  return (
    <FoundForm
      editor={editor}
      current={editor.value === empty ? undefined : editor.value.value}
      what={action.what}
      isDisabled={isClosed}
      others={others.filter(({ value }) => value !== action.id)}
    />
  );
}

function dueInWords({ dueOn }: Promised, data: MidwayView): { words: string; isLate: boolean } {
  if (!dueOn) return { words: 'no date', isLate: false };
  const isLate = dueOn < data.check.on;
  return { words: `${isLate ? 'was due' : 'due'} ${formatDay(dueOn, data.today)}`, isLate };
}

function Row(props: RowProps) {
  const { promise, data } = props;
  const { action, number, progress, reviewsCarried } = promise;
  const due = dueInWords(promise, data);
  const carried = reviewsCarried > 0 ? `, carried over ${counted(reviewsCarried, 'review')}` : '';
  return (
    <li className="promise" data-row={action.id}>
      <ActionMark number={number === '' ? 'A' : number} />
      <div>
        <div className="say-row">
          <p className="say">{action.what}</p>
          {progress ? (
            <Status kind={progressStatus[progress.value]}>{progressWords[progress.value]}</Status>
          ) : (
            <Status kind={due.isLate ? 'late' : 'open'}>
              {due.isLate ? 'Late, not asked' : 'Not asked'}
            </Status>
          )}
        </div>
        <p className="src">
          {whoWords(promise)}, {due.words}
          {carried}
        </p>
        <Found {...props} />
      </div>
    </li>
  );
}

/** Each promise that was open on the day of the check, and what happened with it. */
export function PromisesPart({ data, isClosed }: MidwayPart) {
  const { promises } = data;
  const filled = promises.filter(({ progress }) => progress !== undefined).length;
  const others = promises.map(({ action, number }) => ({
    value: action.id,
    name: `${number} ${action.what.slice(0, 60)}`.trim(),
  }));
  return (
    <>
      <h2 id="midway-promises">
        What was promised
        {promises.length > 0 && (
          <span className="note">
            {filled} of {promises.length} filled in
          </span>
        )}
      </h2>
      {promises.length === 0 ? (
        <p className="empty">Nothing promised is open.</p>
      ) : (
        <ul className="promises">
          {promises.map((promise) => (
            <Row key={promise.action.id} promise={promise} data={data} isClosed={isClosed} others={others} />
          ))}
        </ul>
      )}
    </>
  );
}
