import { useState } from 'react';
import { formatDate, formatInstant } from '../../../shared/domain/london.ts';
import { promiseKey } from '../../../shared/domain/deadlines/rests.ts';
import { useRead } from '../../app/queries.ts';
import { counted } from '../../app/words.ts';
import { Marks } from '../deadlines/Marks.tsx';
import { Button } from '../../ui/Button.tsx';
import { ActionMark, DecisionMark } from '../../ui/Marks.tsx';
import { Status } from '../../ui/Status.tsx';
import type { ChildData, ChildView, Promised } from './childData.ts';
import { usePanes } from './panes.tsx';
import { carriedWords, dueWords, progressStatus, progressWords, standing, whoWords } from './promiseWords.ts';

const shows = [
  { key: 'open', name: 'Open' },
  { key: 'closed', name: 'Closed' },
  { key: 'all', name: 'All' },
] as const;
const marksOfPromise = ['snooze'] as const;
type Show = (typeof shows)[number]['key'];

const isShown = ({ isClosed }: Promised, show: Show) => show === 'all' || isClosed === (show === 'closed');

const effects = {
  better: 'better',
  same: 'the same',
  worse: 'worse',
  'too-soon': 'too soon to say',
} as const;

function occasionName(entry: ChildView['progress'][number], data: ChildData): string {
  if (entry.occasion.kind === 'midway') return `Midway check, ${formatDate(entry.occasion.on)}`;
  const { reviewId } = entry.occasion;
  const review = data.overview.reviews.find(({ id }) => id === reviewId);
  return review
    ? `Review ${review.number}${review.heldOn ? `, ${formatDate(review.heldOn)}` : ''}`
    : 'A review';
}

/** What each occasion found, and each change of the terms with who, when and why. */
function History({ promise, data }: { readonly promise: Promised; readonly data: ChildData }) {
  const found = data.view.progress.filter(({ actionId }) => actionId === promise.action.id);
  const { history } = promise.action;
  if (found.length + history.length === 0) {
    return <p className="note">No review has asked about it yet, and its terms have not changed.</p>;
  }
  return (
    <ul className="history">
      {found.map((entry) => (
        <li key={entry.id}>
          <span className="note">{occasionName(entry, data)}</span>
          <span>
            <Status kind={progressStatus[entry.value]}>{progressWords[entry.value]}</Status>{' '}
            {[entry.evidence, entry.because, entry.effect && `For the child: ${effects[entry.effect]}`]
              .filter((part) => part !== undefined && part.trim() !== '')
              .join('. ')}
          </span>
        </li>
      ))}
      {history.map(({ id, at, by, because, before }) => (
        <li key={id}>
          <span className="note">
            Changed by {by}, {formatInstant(at)}
          </span>
          <span>
            {because !== undefined && `${because}. `}
            <span className="note">
              Before: {before.what};{' '}
              {whoWords({
                action: { ...promise.action, accountable: before.accountable, doneBy: before.doneBy },
              })}
              {before.due?.kind === 'date' && `; due ${formatDate(before.due.on)}`}
            </span>
          </span>
        </li>
      ))}
    </ul>
  );
}

/** A promise may rest on Today; what became of it is said at the review or at a midway check. */
function Rest({ promise, data }: { readonly promise: Promised; readonly data: ChildData }) {
  const settings = useRead('settings:get', {});
  const { id, what, childId } = promise.action;
  return settings.data ? (
    <Marks
      kinds={marksOfPromise}
      deadline={{ key: promiseKey(id), what, childId }}
      officer={settings.data.officer.name}
      today={data.today}
    />
  ) : null;
}

function PromiseRow({ promise, data }: { readonly promise: Promised; readonly data: ChildData }) {
  const [isOpen, setOpen] = useState(false);
  const panes = usePanes();
  const { kind, words } = standing(promise);
  const { action } = promise;
  const changes = action.history.length;
  return (
    <li>
      <div className="promise">
        <ActionMark number={promise.number} />
        <div>
          <div>{action.what}</div>
          <div className="note">
            {whoWords(promise)}; {dueWords(promise)}
            {action.isRecurring === true && '; recurring'}
            {changes > 0 && `; terms changed ${counted(changes, 'time')}`}
            {promise.restsUntil && `; rests until ${formatDate(promise.restsUntil)}`}
          </div>
        </div>
        <div className="end">
          <Status kind={kind}>{words}</Status>
          <div className="note">{carriedWords(promise)}</div>
        </div>
        <div className="doit">
          <Button look="link" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            History
          </Button>
          {!promise.isClosed && (
            <Button
              look="link"
              aria-label={`Change ${promise.number}: ${action.what}`}
              onClick={() => panes.open({ kind: 'amend', actionId: action.id })}
            >
              Change
            </Button>
          )}
        </div>
      </div>
      {isOpen && <History promise={promise} data={data} />}
      {isOpen && !promise.isClosed && <Rest promise={promise} data={data} />}
    </li>
  );
}

type GroupProps = { readonly promises: readonly Promised[]; readonly data: ChildData };

/** The promises of one review under the decisions that made them. */
function ReviewGroup({ promises, data }: GroupProps) {
  const [first] = promises;
  if (!first) return null;
  const review = data.overview.reviews.find(({ id }) => id === first.action.reviewId);
  const ids = [...new Set(promises.map(({ action }) => action.decisionId))];
  return (
    <section aria-label={`Review ${first.reviewNumber}`}>
      <h2>
        Review {first.reviewNumber}
        <span className="num">{review?.heldOn ? formatDate(review.heldOn) : ''}</span>
      </h2>
      {ids.map((decisionId) => {
        const line = data.overview.decisions.find(({ decision }) => decision.id === decisionId);
        return (
          <div key={decisionId ?? 'none'} className="ofdecision">
            {line && (
              <p className="decision">
                <DecisionMark number={line.number} />
                <span>{line.decision.wording}</span>
              </p>
            )}
            <ul>
              {promises
                .filter(({ action }) => action.decisionId === decisionId)
                .map((promise) => (
                  <PromiseRow key={promise.action.id} promise={promise} data={data} />
                ))}
            </ul>
          </div>
        );
      })}
    </section>
  );
}

/** All that was promised to the child, open and closed, by the review that made it, the newest first. */
export function PlanTab({ data }: { readonly data: ChildData }) {
  const [show, setShow] = useState<Show>('open');
  const panes = usePanes();
  const { promises, reviews } = data.overview;
  const own = promises.filter((promise) => isShown(promise, show));
  if (promises.length === 0) {
    return (
      <div className="tabbody">
        <p className="empty">
          Nothing promised yet.{' '}
          <Button look="link" onClick={() => panes.open({ kind: 'paste' })}>
            Paste last time’s actions
          </Button>
        </p>
      </div>
    );
  }
  return (
    <div className="tabbody plan">
      <fieldset className="filters num">
        <legend className="hide">Show</legend>
        {shows.map(({ key, name }) => (
          <button key={key} type="button" aria-pressed={show === key} onClick={() => setShow(key)}>
            {name} {promises.filter((promise) => isShown(promise, key)).length}
          </button>
        ))}
      </fieldset>
      {reviews.toReversed().map(({ id }) => (
        <ReviewGroup key={id} promises={own.filter(({ action }) => action.reviewId === id)} data={data} />
      ))}
      {own.length === 0 && (
        <p className="empty">{show === 'open' ? 'Everything promised is done.' : 'None.'}</p>
      )}
    </div>
  );
}
