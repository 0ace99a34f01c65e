import { useState } from 'react';
import { dueOn } from '../../../../shared/domain/promises.ts';
import { formatDate } from '../../../../shared/domain/london.ts';
import { formatDay, unquoted } from '../../../app/words.ts';
import { Status } from '../../../ui/Status.tsx';
import { accountableOf, promiseState } from '../promiseWords.ts';
import { useReview } from '../useReview.tsx';
import { filedGroups, filedInWords } from './lineWords.ts';
import type { Line } from './useNoteLines.ts';

function Asked() {
  const { view, child, today } = useReview();
  if (view.lastAsks.length === 0) return null;
  const askedOn = view.lastAsks[0]?.askedOn;
  return (
    <section>
      <h3>
        {child.preferredName} asked last time
        {askedOn && <span>{formatDate(askedOn)}</span>}
      </h3>
      {view.lastAsks.map(({ point, decisions }) => (
        <div key={point.id} className="q">
          <p>
            <q className="voice">{unquoted(point.words)}</q>
          </p>
          <p className="note">
            {decisions.map((decision) => decision.wording).join(' ') || 'No decision answered this.'}
            {point.telling?.kind === 'will-be-told' && point.telling.due
              ? ` To be told by ${formatDay(point.telling.due, today)}.`
              : ''}
          </p>
        </div>
      ))}
    </section>
  );
}

function Filed({ lines }: { readonly lines: readonly Line[] }) {
  return (
    <section>
      <h3>
        By group<span>Alt + number files a line</span>
      </h3>
      <ul>
        {filedGroups.map(({ group, digit, name }) => {
          const words = filedInWords(lines, group);
          return (
            <li key={group} className="g">
              <span className="key">{digit}</span>
              <span>{name}</span>
              {words === undefined ? (
                <Status kind="open">nothing yet</Status>
              ) : (
                <span className="note">{words}</span>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function Promised() {
  const { view, today } = useReview();
  if (view.promised.length === 0) return <p className="empty">Nothing was promised before this review.</p>;
  return (
    <ul className="prom">
      {view.promised.map((promise) => {
        const due = dueOn(promise.action);
        const { kind, words } = promiseState(promise, today);
        return (
          <li key={promise.action.id}>
            <span className="ac" aria-hidden="true">
              A
            </span>
            <div>
              {promise.action.what}
              <br />
              <span className="note">
                {accountableOf(promise.action)}
                {due ? `, by ${formatDay(due, today)}` : ''}
              </span>
              <br />
              <Status kind={kind}>{words}</Status>
            </div>
          </li>
        );
      })}
    </ul>
  );
}

function Papers() {
  const { record, review, today } = useReview();
  const papers = record.papers.filter(
    (paper) => paper.reviewId === undefined || paper.reviewId === review.id,
  );
  if (papers.length === 0)
    return <p className="empty">No papers have come in. Add them on the child’s page.</p>;
  return (
    <ul className="prom">
      {papers.map((paper) => (
        <li key={paper.id}>
          <i className="i i-paper" aria-hidden="true" />
          <div>
            {paper.title}
            <br />
            <span className="note">received {formatDay(paper.receivedOn, today)}</span>
          </div>
        </li>
      ))}
    </ul>
  );
}

const tabs = ['Filed', 'Promised', 'Papers'] as const;

/** Beside the note: what has been filed where, what was promised, what came in, what the child asked last time. */
export function FiledPane({ lines }: { readonly lines: readonly Line[] }) {
  const { view } = useReview();
  const [tab, setTab] = useState<(typeof tabs)[number]>('Filed');
  return (
    <aside className="side" aria-label="Filed, promised, papers" data-pane="side">
      <div className="tabs" role="tablist">
        {tabs.map((name) => (
          <button
            key={name}
            type="button"
            role="tab"
            id={`chair-tab-${name}`}
            aria-selected={tab === name}
            aria-controls="chair-tab-panel"
            onClick={() => setTab(name)}
          >
            {name}
            {name === 'Promised' ? ` ${view.promised.length}` : ''}
          </button>
        ))}
      </div>
      <div
        id="chair-tab-panel"
        role="tabpanel"
        aria-labelledby={`chair-tab-${tab}`}
        className="filed scroll"
        tabIndex={0}
      >
        {tab === 'Filed' && (
          <>
            <Filed lines={lines} />
            <Asked />
          </>
        )}
        {tab === 'Promised' && <Promised />}
        {tab === 'Papers' && <Papers />}
      </div>
    </aside>
  );
}
