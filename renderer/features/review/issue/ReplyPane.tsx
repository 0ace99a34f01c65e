import { useMemo, useState } from 'react';
import type { IsoDate } from '../../../../shared/domain/dates.ts';
import type { Decision, ManagerReply } from '../../../../shared/domain/model/plan.ts';
import { replyOutcomes } from '../../../../shared/domain/model/plan.ts';
import { formatDate } from '../../../../shared/domain/london.ts';
import { readAgain, useChange } from '../../../app/queries.ts';
import { CallConflict } from '../../../app/saving/CallConflict.tsx';
import { KeptNote } from '../../../app/saving/KeptNote.tsx';
import type { KeptForm } from '../../../app/saving/useKept.ts';
import { useKeptForm, useKeptRaws } from '../../../app/saving/useKept.ts';
import { Button } from '../../../ui/Button.tsx';
import { DateField } from '../../../ui/DateField.tsx';
import { ErrorNote } from '../../../ui/ErrorNote.tsx';
import { SelectField, TextField } from '../../../ui/Field.tsx';
import { useSay } from '../../../ui/LiveRegion.tsx';
import { DecisionMark } from '../../../ui/Marks.tsx';
import { Status } from '../../../ui/Status.tsx';
import { useReview } from '../useReview.tsx';

type Outcome = ManagerReply['outcome'];

const outcomeNames: Readonly<Record<Outcome, string>> = {
  agreed: 'Agreed',
  'no-reply': 'No reply: it stands',
  'with-change': 'Agreed with change',
  'not-agreed': 'Not agreed',
};

type From = { readonly by: string; readonly on: IsoDate };

/** What a reply lacks, before it is sent: the change needs its wording, a no its reason. */
function lackOf(outcome: Outcome | '', words: string): string | undefined {
  if (outcome === 'with-change' && !/\S/.test(words)) return 'Write the wording that was agreed instead.';
  if (outcome === 'not-agreed' && !/\S/.test(words)) return 'Write why it was not agreed.';
  return undefined;
}

function replyOf(outcome: Outcome, words: string, { by, on }: From): ManagerReply {
  return {
    outcome,
    on,
    ...(outcome !== 'no-reply' && /\S/.test(by) && { by }),
    ...(outcome === 'with-change' && { wording: words }),
    ...(outcome === 'not-agreed' && { because: words }),
  };
}

function Said({ reply }: { readonly reply: ManagerReply }) {
  const words = reply.wording ?? reply.because;
  return (
    <div className="note">
      <Status kind={reply.outcome === 'not-agreed' ? 'not' : 'settled'}>{outcomeNames[reply.outcome]}</Status>{' '}
      {formatDate(reply.on)}
      {reply.by !== undefined && `, ${reply.by}`}
      {words !== undefined && <p>“{words}”</p>}
    </div>
  );
}

type RowProps = { readonly decision: Decision; readonly from: From; readonly isOpen: boolean };
type Answer = { readonly outcome: string; readonly words: string };

const outcomeOf = (raw: string): Outcome | '' => replyOutcomes.find((value) => value === raw) ?? '';

const answerIn = (reply: ManagerReply | undefined): Answer => ({
  outcome: reply?.outcome ?? '',
  words: reply?.wording ?? reply?.because ?? '',
});

function answerInWords({ outcome, words }: Answer): string {
  const known = outcomeOf(outcome);
  return [known === '' ? 'No answer yet' : outcomeNames[known], words].filter(Boolean).join('\n');
}

/** The answer to one decision as it is typed; it stays until it is recorded. */
function useAnswer({ id, childId, reply }: Decision): KeptForm<Answer> {
  const initial = useMemo(() => answerIn(reply), [reply]);
  return useKeptForm({ childId, record: id, entity: 'decision' }, 'reply', initial);
}

type FormProps = RowProps & { readonly answer: KeptForm<Answer>; readonly onDone: () => void };

function ReplyForm({ decision, from, answer, onDone }: FormProps) {
  const { versionOf } = useReview();
  const save = useChange('decision:reply');
  const say = useSay();
  const { words } = answer.value;
  const outcome = outcomeOf(answer.value.outcome);
  const [isAsked, setAsked] = useState(false);
  const lack = lackOf(outcome, words);
  const record = () => {
    setAsked(true);
    if (outcome === '' || lack !== undefined) return;
    const reply = replyOf(outcome, words, from);
    // Not by `mutate`: the form is gone as soon as the answer is read back, and nobody would be told.
    void save.mutateAsync({ id: decision.id, baseVersion: versionOf(decision.id), reply }).then(
      () => {
        say('Reply recorded');
        answer.clear();
        onDone();
      },
      () => undefined,
    );
  };
  return (
    <div className="ask">
      <SelectField
        label="The manager’s answer"
        value={outcome}
        choices={replyOutcomes.map((value) => ({ value, name: outcomeNames[value] }))}
        onChange={(next) => answer.set({ outcome: next })}
        fault={isAsked && outcome === '' ? 'Choose the answer.' : undefined}
      />
      {(outcome === 'with-change' || outcome === 'not-agreed') && (
        <TextField
          label={outcome === 'with-change' ? 'The wording agreed' : 'Why not'}
          value={words}
          onChange={(next) => answer.set({ words: next })}
          isLong
          fault={isAsked ? lack : undefined}
        />
      )}
      {save.error && save.error.error.code !== 'conflict' && <ErrorNote error={save.error.error} />}
      <CallConflict
        error={save.error?.error}
        typed={answer.value}
        // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the conflict of a decision carries the decision
        formOf={(stored) => answerIn((stored as Decision).reply)}
        textOf={answerInWords}
        onChoose={(chosen) => {
          answer.set(chosen);
          save.reset();
          void readAgain();
        }}
      />
      <div className="btns">
        <Button look="small" onClick={record} disabled={save.isPending}>
          Record the answer
        </Button>
      </div>
      <KeptNote form={answer} />
    </div>
  );
}

function ReplyRow(props: RowProps) {
  const { numbers } = useReview();
  const { decision, isOpen } = props;
  const answer = useAnswer(decision);
  const [isAsked, setEditing] = useState(false);
  const isEditing = isAsked || answer.isKept;
  const isShown = isOpen && (isEditing || decision.reply === undefined);
  const number = numbers[decision.id] ?? '';
  return (
    <li className="reply">
      <DecisionMark number={number} />
      <div className="b">{decision.wording}</div>
      {isOpen && decision.reply !== undefined && !isEditing && (
        <Button look="link" aria-label={`Change the answer to ${number}`} onClick={() => setEditing(true)}>
          Change
        </Button>
      )}
      {decision.reply && !isEditing && <Said reply={decision.reply} />}
      {isShown && <ReplyForm {...props} answer={answer} onDone={() => setEditing(false)} />}
    </li>
  );
}

/** The day the decisions went to the manager: the time to reply runs from it. */
function SentOn({ isOpen }: { readonly isOpen: boolean }) {
  const { review, today, versionOf, view } = useReview();
  const send = useChange('review:sent');
  const due = view.clocks['replyDue'];
  return (
    <>
      {isOpen ? (
        <DateField
          label="Decisions sent on"
          value={review.decisionsSentOn}
          today={today}
          hint={due?.kind === 'computed' ? `Reply by ${formatDate(due.due)}` : undefined}
          onChange={(on) => on && send.mutate({ id: review.id, on, baseVersion: versionOf(review.id) })}
        />
      ) : (
        review.decisionsSentOn && (
          <p className="note">Decisions sent on {formatDate(review.decisionsSentOn)}</p>
        )
      )}
      {send.error && <ErrorNote error={send.error.error} />}
    </>
  );
}

/** Everything not answered yet, agreed in one go; an answer that was begun is left to be finished. */
function AgreeRest({ unanswered, from }: { readonly unanswered: readonly Decision[]; readonly from: From }) {
  const { versionOf, review } = useReview();
  const rawOf = useKeptRaws(review.childId);
  const save = useChange('decision:reply');
  const open = unanswered.filter(({ id }) => (rawOf(id, 'reply.outcome') ?? '') === '');
  if (open.length < 2) return null;
  const agree = async () => {
    for (const decision of open) {
      await save.mutateAsync({
        id: decision.id,
        baseVersion: versionOf(decision.id),
        reply: replyOf('agreed', '', from),
      });
    }
  };
  return (
    <>
      <div className="btns">
        <Button look="small" disabled={save.isPending} onClick={() => void agree().catch(() => undefined)}>
          {open.length < unanswered.length ? 'The other' : 'All'} {open.length} agreed
        </Button>
      </div>
      {save.error && <ErrorNote error={save.error.error} />}
    </>
  );
}

/** The manager's answer to each decision: agree, agree with another wording, or not, with the reason. */
export function ReplyPane() {
  const { record, review, today, whyNot } = useReview();
  const why = whyNot('reply');
  const manager = record.people.find((person) => person.role === 'team-manager');
  const [by, setBy] = useState(manager?.name ?? '');
  const [on, setOn] = useState<IsoDate>(today);
  const decisions = record.decisions.filter((decision) => decision.reviewId === review.id);
  const from = { by, on };
  return (
    <>
      <header>
        <h2>The manager’s reply</h2>
        {why !== undefined && <p className="note">{why}</p>}
      </header>
      <div className="outl scroll">
        <div className="form">
          <SentOn isOpen={why === undefined} />
          {why === undefined && (
            <>
              <TextField label="Replied by" value={by} onChange={setBy} />
              <DateField label="Replied on" value={on} today={today} onChange={(day) => day && setOn(day)} />
              <AgreeRest unanswered={decisions.filter(({ reply }) => reply === undefined)} from={from} />
            </>
          )}
        </div>
        <h3>
          Decisions
          <span>
            {decisions.filter(({ reply }) => reply).length} of {decisions.length} answered
          </span>
        </h3>
        <ul>
          {decisions.map((decision) => (
            <ReplyRow key={decision.id} decision={decision} from={from} isOpen={why === undefined} />
          ))}
        </ul>
      </div>
    </>
  );
}
