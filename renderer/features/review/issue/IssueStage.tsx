import { Link } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { ageAtReview, standingFinalisation } from '../../../../shared/domain/reviews.ts';
import { useRead } from '../../../app/queries.ts';
import { counted } from '../../../app/words.ts';
import { Button } from '../../../ui/Button.tsx';
import { ErrorNote } from '../../../ui/ErrorNote.tsx';
import { Status } from '../../../ui/Status.tsx';
import { useReview } from '../useReview.tsx';
import { Log } from './Log.tsx';
import type { Selection } from './Matrix.tsx';
import { Matrix, MatrixKey } from './Matrix.tsx';
import type { Row, Tally } from './matrix.ts';
import { matrixOf, tallyOf } from './matrix.ts';
import type { PaneName } from './Tools.tsx';
import { SidePane } from './SidePane.tsx';
import { Tools, Without } from './Tools.tsx';
import type { Page } from './ReportPreview.tsx';
import { ReportPreview } from './ReportPreview.tsx';
import type { Issuing, ToIssue } from './useIssuing.ts';
import { outcomeInWords, useIssuing } from './useIssuing.ts';
import { usePassed } from './usePassed.ts';
import '../../../styles/issue.css';
import './issue.css';

/** Why nothing, or not everything, can go out yet, and the way to change that. */
function Waiting() {
  const { record, review } = useReview();
  const hasDecisions = standingFinalisation(record, review.id, 'decisions') !== undefined;
  if (standingFinalisation(record, review.id, 'record')) return null;
  return (
    <p className="waiting">
      <Status kind="open">
        {hasDecisions
          ? 'The decisions sheet and the manager’s page can go out. Everything else waits for the record.'
          : 'Nothing can go out yet: the decisions are not finalised.'}
      </Status>{' '}
      <Link className="act" to="/reviews/$reviewId/$stage" params={{ reviewId: review.id, stage: 'check' }}>
        Finalise in Check
      </Link>
    </p>
  );
}

function summaryOf({ ready, blocked, toFile }: Tally): string {
  const parts = [
    ...(ready > 0 ? [counted(ready, 'document') + ' ready'] : []),
    ...(blocked > 0 ? [`${blocked} blocked`] : []),
    ...(toFile > 0 ? [`${toFile} to file`] : []),
  ];
  return parts.join(', ');
}

function readyIn(rows: readonly Row[]): ToIssue[] {
  return rows.flatMap((row) =>
    row.cells.flatMap(({ state, document }) =>
      state.kind === 'ready' && document ? [{ document, personId: row.person?.id }] : [],
    ),
  );
}

/** What became of the last export, where it was asked for, until it is put away. */
function OutcomeLine({ issuing }: { readonly issuing: Issuing }) {
  const { outcome } = issuing;
  if (!outcome) return null;
  if (outcome.kind === 'saved') {
    return (
      <p className="waiting">
        <Status kind="done">{outcomeInWords(outcome)}</Status>
      </p>
    );
  }
  return (
    <div className="outcome">
      <ErrorNote error={{ ...outcome.error, message: outcomeInWords(outcome) }}>
        <div className="btns">
          {outcome.kind === 'not-saved' && (
            <Button look="small" onClick={() => void issuing.saveAgain(outcome.issuedId, outcome.document)}>
              Save it again
            </Button>
          )}
          <Button look="small" onClick={issuing.dismiss}>
            Put this away
          </Button>
        </div>
      </ErrorNote>
    </div>
  );
}

/** Rows of the table, with what the officer passed. */
function useMatrix() {
  const { record, review, today } = useReview();
  const readiness = useRead('document:readiness', { id: review.id });
  const { passed, pass, forget } = usePassed(readiness.data ?? []);
  const age = ageAtReview(record, review, today);
  const matrix = matrixOf({ record, review, readiness: readiness.data ?? [], passed, age });
  return {
    ...matrix,
    passed,
    onPass: pass,
    forget,
    error: readiness.error?.error,
    isRead: readiness.data !== undefined,
  };
}

type Shown = { readonly title: string; readonly page: Page };

/** Who gets what: each copy ready, blocked or gone, and what stands between it and its reader. */
export function IssueStage() {
  const { rows, without, passed, onPass, forget, error, isRead } = useMatrix();
  const issuing = useIssuing(passed, forget);
  const [selection, setSelection] = useState<Selection>();
  const [pane, setPane] = useState<PaneName>();
  const [shown, setShown] = useState<Shown>();
  const opener = useRef<HTMLElement>(null);
  const ready = readyIn(rows);
  const open = (title: string, page: Page) => {
    opener.current = document.activeElement instanceof HTMLElement ? document.activeElement : null;
    setShown({ title, page });
  };
  const close = () => {
    setShown(undefined);
    opener.current?.focus();
  };
  const select = (next: Selection) => {
    setPane(undefined);
    setSelection(next);
  };
  return (
    <div className="panes issuep">
      {shown ? (
        <ReportPreview {...shown} onClose={close} />
      ) : (
        <section className="iss scroll" aria-labelledby="issue-head">
          <div className="ph">
            <h2 id="issue-head">Issue</h2>
            <span className="soft">{summaryOf(tallyOf(rows))}</span>
            {ready.length > 0 && (
              <span className="end">
                <Button look="go" disabled={issuing.isBusy} onClick={() => void issuing.issueAll(ready)}>
                  Export {counted(ready.length, 'ready document')}
                </Button>
              </span>
            )}
          </div>
          <div className="mx">
            <Waiting />
            <Tools pane={pane} onPane={setPane} />
            <OutcomeLine issuing={issuing} />
            {error && <ErrorNote error={error} />}
            {isRead && <Matrix rows={rows} selected={pane ? undefined : selection} onSelect={select} />}
            <MatrixKey />
            <Without without={without} onSelect={select} />
          </div>
          <Log issuing={issuing} />
        </section>
      )}
      <SidePane
        {...{ rows, without, selection, pane, passed, onPass, issuing }}
        onSelect={select}
        onPreview={open}
      />
    </div>
  );
}
