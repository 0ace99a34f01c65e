import type { Point } from '../../../../shared/domain/model/minutes.ts';
import type { Action, Decision } from '../../../../shared/domain/model/plan.ts';
import type { SectionKey } from '../../../../shared/domain/model/sections.ts';
import { headingIn } from '../../../../shared/domain/sectionWords.ts';
import { ActionMark, Bead, DecisionMark } from '../../../ui/Marks.tsx';
import { Button } from '../../../ui/Button.tsx';
import { Status } from '../../../ui/Status.tsx';
import { useReview } from '../useReview.tsx';
import { ActionFields } from './ActionFields.tsx';
import type { AgreedRow, Thread } from './agreed.ts';
import { agreedRows, looseActions } from './agreed.ts';
import { AnswerBar } from './AnswerBar.tsx';
import { DecisionFields } from './DecisionFields.tsx';
import { useOpened } from './opened.tsx';
import { PointFields } from './PointFields.tsx';
import { Private, RowButton, ShortThread, Unanchored, useAnswers } from './PointRows.tsx';
import { useMaking } from './useMaking.ts';
import { dueWords, ownAnswerWords, whoWords } from './words.ts';

/** One action: its number, what, who and by when; what it lacks in place of it. */
export function ActionLine({ action }: { readonly action: Action }) {
  const { numbers, today, findings, isEditable } = useReview();
  const { id: opened } = useOpened();
  const lacks = (code: string) =>
    findings.some((finding) => finding.target.action === action.id && finding.code === code);
  const who = whoWords(action);
  const due = dueWords(action, today);
  return (
    <div className="al-row" data-row={action.id}>
      <div className="al">
        <ActionMark number={numbers[action.id] ?? 'A'} />
        <span>
          <RowButton id={action.id}>{action.what.trim() || 'An action without words yet'}</RowButton>
        </span>
        <span className="soft">{who ?? <Status kind="must">No name</Status>}</span>
        <span className="num when">
          {due ?? <Status kind="must">No date</Status>}
          {due !== undefined && lacks('action-due-before-review') && (
            <Status kind="must">Before the review</Status>
          )}
        </span>
      </div>
      {opened === action.id && isEditable('action-of-review') && <ActionFields action={action} />}
    </div>
  );
}

/** A decision with its actions below it. */
export function DecisionTree({
  decision,
  actions,
}: {
  readonly decision: Decision;
  readonly actions: readonly Action[];
}) {
  const { numbers, isEditable } = useReview();
  const { id: opened } = useOpened();
  const { act } = useMaking();
  return (
    <li>
      <div className="dl" data-row={decision.id}>
        <DecisionMark number={numbers[decision.id] ?? 'D'} />
        <span>
          <RowButton id={decision.id}>{decision.wording.trim() || 'A decision without words yet'}</RowButton>
        </span>
        <span className="note">{decision.changesCarePlan ? 'changes the care plan' : 'no plan change'}</span>
      </div>
      {opened === decision.id && isEditable('decision') && <DecisionFields decision={decision} />}
      {actions.map((action) => (
        <ActionLine key={action.id} action={action} />
      ))}
      {isEditable('action-of-review') && (actions.length === 0 || opened === decision.id) && (
        <div className="al add">
          <span />
          <Button look="small" icon="plus" onClick={() => void act(decision.section ?? 'plan', '', decision)}>
            Action
          </Button>
        </div>
      )}
    </li>
  );
}

function RatingWords({ point }: { readonly point: Point }) {
  const { record } = useReview();
  const risk = record.risks.find(({ id }) => id === point.riskId);
  const kind = point.kind === 'risk' && risk ? `${risk.rating} risk` : point.kind;
  return <span className="kind">{kind}</span>;
}

function Threads({ threads }: { readonly threads: readonly Thread[] }) {
  const whole = threads.filter((thread) => thread.kind === 'whole');
  if (whole.length === 0) return null;
  return (
    <ul className="tree">
      {whole.map(({ decision, actions }) => (
        <DecisionTree key={decision.id} decision={decision} actions={actions} />
      ))}
    </ul>
  );
}

function PointThread({ point, threads }: { readonly point: Point; readonly threads: readonly Thread[] }) {
  const { numbers, today, isEditable } = useReview();
  const { isLoose } = useAnswers(point);
  const { id: opened } = useOpened();
  const own = ownAnswerWords(point, today);
  return (
    <div className="p thr" data-row={point.id}>
      <Bead number={numbers[point.id] ?? ''} isLoose={isLoose} />
      <div>
        <div className="v-row">
          <p className="say">
            <RowButton id={point.id}>
              {point.words.trim() || 'No words yet'} <RatingWords point={point} />
            </RowButton>
            {threads.map((thread) =>
              thread.kind === 'short' ? (
                <ShortThread key={thread.decision.id} decision={thread.decision} place={thread.place} />
              ) : null,
            )}
          </p>
          <Private point={point} />
        </div>
        <Unanchored point={point} />
        {own !== undefined && <p className="src">{own}</p>}
        {isLoose && isEditable('point') && <AnswerBar point={point} />}
        {opened === point.id && isEditable('point') && <PointFields point={point} />}
        <Threads threads={threads} />
      </div>
    </div>
  );
}

function Row({ row }: { readonly row: AgreedRow }) {
  if (row.point) return <PointThread point={row.point} threads={row.threads} />;
  return (
    <div className="p">
      <span />
      <Threads threads={row.threads} />
    </div>
  );
}

/** What is agreed in one section: each point with the thread to its decisions and actions. */
export function Agreed({ section }: { readonly section: SectionKey }) {
  const { record, review, settings, isEditable } = useReview();
  const { decide, raise } = useMaking();
  const rows = agreedRows({ record, review, heading: (key) => headingIn(settings.words, key) }, section);
  const loose = looseActions({ record, review }, section);
  return (
    <>
      {rows.map((row) => (
        <Row key={row.point?.id ?? row.threads[0]?.decision.id} row={row} />
      ))}
      {loose.length > 0 && (
        <div className="p">
          <span />
          <div>
            <p className="note">Without a decision</p>
            {loose.map((action) => (
              <ActionLine key={action.id} action={action} />
            ))}
          </div>
        </div>
      )}
      {isEditable('point') && (
        <div className="adds">
          <Button look="small" icon="plus" onClick={() => void raise(section, 'need')}>
            Need
          </Button>
          <Button look="small" icon="plus" onClick={() => void raise(section, 'risk')}>
            Risk
          </Button>
          {isEditable('decision') && (
            <Button look="small" icon="plus" onClick={() => void decide(section, '', [])}>
              Decision
            </Button>
          )}
        </div>
      )}
    </>
  );
}
