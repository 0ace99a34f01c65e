import { Link } from '@tanstack/react-router';
import { dueOn } from '../../../../shared/domain/promises.ts';
import { formatDate } from '../../../../shared/domain/london.ts';
import { useRead } from '../../../app/queries.ts';
import { formatDay } from '../../../app/words.ts';
import { Status } from '../../../ui/Status.tsx';
import { accountableOf, promiseState } from '../promiseWords.ts';
import { useReview } from '../useReview.tsx';
import { ChairSheetButton } from './ChairSheetButton.tsx';
import { MeetingForm } from './MeetingForm.tsx';
import '../../../styles/prepare.css';

function Promised() {
  const { view, today, child } = useReview();
  return (
    <section>
      <h3>
        What was promised <span>{view.promised.length}</span>
      </h3>
      {view.promised.length === 0 && (
        <p className="empty">
          Nothing promised yet.{' '}
          <Link className="act" to="/children/$childId/$tab" params={{ childId: child.id, tab: 'plan' }}>
            Paste last time’s actions
          </Link>
        </p>
      )}
      <ul>
        {view.promised.map((promise) => {
          const due = dueOn(promise.action);
          const { kind, words } = promiseState(promise, today);
          return (
            <li key={promise.action.id}>
              <div>
                <p className="one">{promise.action.what}</p>
                <p className="two">
                  {accountableOf(promise.action)}
                  {due ? `, due ${formatDay(due, today)}` : ', no date'}
                </p>
              </div>
              <Status kind={kind}>{words}</Status>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function Asked() {
  const { view, child } = useReview();
  const askedOn = view.lastAsks[0]?.askedOn;
  return (
    <section>
      <h3>
        {child.preferredName} asked last time {askedOn && <span>{formatDate(askedOn)}</span>}
      </h3>
      {view.lastAsks.length === 0 && <p className="empty">Nothing is recorded from last time.</p>}
      <ul>
        {view.lastAsks.map(({ point, decisions }) => (
          <li key={point.id}>
            <div>
              <p>
                <q className="voice">{point.words}</q>
              </p>
              <p className="two">
                {decisions.length > 0
                  ? `We said: ${decisions.map((decision) => decision.wording).join(' ')}`
                  : 'No decision answered this.'}
              </p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

function AskAbout() {
  const { review } = useReview();
  const prepare = useRead('review:prepare', { id: review.id });
  return (
    <section>
      <h3>Dates and papers to ask about</h3>
      {prepare.data?.askAbout.length === 0 && (
        <p className="empty">Nothing is overdue and nothing is missing.</p>
      )}
      <ul>
        {(prepare.data?.askAbout ?? []).flatMap(({ word, entries }) =>
          entries.map((entry) => (
            <li key={`${word} ${entry}`}>
              <p className="one">{entry}</p>
              <Status kind={word === 'Overdue' ? 'late' : 'open'}>{word}</Status>
            </li>
          )),
        )}
      </ul>
    </section>
  );
}

function Papers() {
  const { record, review, child, today } = useReview();
  const papers = record.papers.filter((paper) => paper.reviewId === review.id);
  return (
    <section>
      <h3>
        Papers in <span>{papers.length}</span>
      </h3>
      <ul>
        {papers.map((paper) => (
          <li key={paper.id}>
            <p className="one">{paper.title}</p>
            <Status kind={paper.dueOn !== undefined && paper.receivedOn > paper.dueOn ? 'late' : 'settled'}>
              {paper.dueOn !== undefined && paper.receivedOn > paper.dueOn ? 'Late, ' : ''}
              {formatDay(paper.receivedOn, today)}
            </Status>
          </li>
        ))}
      </ul>
      <p className="empty">
        <Link className="act" to="/children/$childId/$tab" params={{ childId: child.id, tab: 'papers' }}>
          {papers.length === 0 ? 'Nothing has come in. Add a paper' : 'Read or add papers'}
        </Link>
      </p>
    </section>
  );
}

/** Before the meeting: what was promised, what the child asked, what is due, what is missing; and a page to take along. */
export function PrepareStage() {
  return (
    <div className="panes preparep">
      <div className="prep scroll" data-pane="prepare">
        <div className="ph">
          <h2>Prepare</h2>
        </div>
        <Promised />
        <Asked />
        <AskAbout />
        <Papers />
      </div>
      <aside className="side" aria-label="The meeting" data-pane="side">
        <div className="meet scroll">
          <h3>The meeting</h3>
          <MeetingForm />
          <h3>To take along</h3>
          <p className="note">One page: promises, dates, last asks, and space to write.</p>
          <ChairSheetButton />
        </div>
      </aside>
    </div>
  );
}
