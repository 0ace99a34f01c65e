import { useEffect, useMemo, useState } from 'react';
import { IsoDate } from '../../../../shared/domain/dates.ts';
import { DecisionId, RecordId } from '../../../../shared/domain/ids.ts';
import { formatDate } from '../../../../shared/domain/london.ts';
import type { Addendum } from '../../../../shared/domain/model/issue.ts';
import { newId } from '../../../app/ids.ts';
import { useChange } from '../../../app/queries.ts';
import { KeptNote } from '../../../app/saving/KeptNote.tsx';
import { useKeptForm } from '../../../app/saving/useKept.ts';
import { Button } from '../../../ui/Button.tsx';
import { DateField } from '../../../ui/DateField.tsx';
import { ErrorNote } from '../../../ui/ErrorNote.tsx';
import { SelectField, TextField } from '../../../ui/Field.tsx';
import { useSay } from '../../../ui/LiveRegion.tsx';
import { useReview } from '../useReview.tsx';

const kinds = [
  { value: 'reply', name: 'A later reply of the manager' },
  { value: 'correction', name: 'A correction' },
  { value: 'from-the-child', name: 'The child’s answer to the letter' },
  { value: 'note', name: 'A note' },
] as const;
type Kind = Addendum['kind'];

const kindOf = (raw: string): Kind => kinds.find(({ value }) => value === raw)?.value ?? 'correction';

function dayOf(raw: string, today: IsoDate): IsoDate {
  const parsed = IsoDate.safeParse(raw);
  return parsed.success ? parsed.data : today;
}

/** The addition as it is typed; it stays until it is added. */
function useAddendum() {
  const { record, review, view, today, officer } = useReview();
  const add = useChange('addendum:add');
  const say = useSay();
  const initial = useMemo(
    () => ({ kind: 'correction', on: today, by: officer.name, text: '', decision: '', id: '' }),
    [today, officer.name],
  );
  const form = useKeptForm(
    { childId: review.childId, record: review.id, entity: 'review' },
    'addendum',
    initial,
  );
  // One name for one addition, kept with its words: what was added before a crash took the answer is not added again.
  const [freshId, setFreshId] = useState(newId);
  const id = form.value.id === '' ? freshId : form.value.id;
  const set: typeof form.set = (part) => form.set({ ...part, id });
  const clear = () => {
    form.clear();
    setFreshId(newId());
  };
  const isThere = record.addenda.some((row) => row.id === id);
  useEffect(() => {
    if (isThere) clear();
    // oxlint-disable-next-line react/exhaustive-deps -- once, when the record turns out to have it
  }, [isThere]);
  const draft = { ...form.value, kind: kindOf(form.value.kind), on: dayOf(form.value.on, today) };
  const [isAsked, setAsked] = useState(false);
  const save = () => {
    setAsked(true);
    const { decision, id: _kept, ...rest } = draft;
    if (!/\S/.test(rest.text) || !/\S/.test(rest.by)) return;
    const owner = { childId: review.childId, reviewId: review.id, edition: view.edition };
    const of = rest.kind === 'reply' && decision !== '' ? { decisionId: DecisionId.parse(decision) } : {};
    add.mutate(
      { id: RecordId.parse(id), ...owner, ...rest, ...of },
      {
        onSuccess: () => {
          clear();
          setAsked(false);
          say('Addendum added');
        },
      },
    );
  };
  return { draft, form: { ...form, set, clear }, isAsked, save, add };
}

function OfDecision({
  value,
  onChange,
}: {
  readonly value: string;
  readonly onChange: (id: string) => void;
}) {
  const { record, review, numbers } = useReview();
  const decisions = record.decisions.filter((row) => row.reviewId === review.id);
  return (
    <SelectField
      label="Of which decision"
      value={value}
      choices={decisions.map(({ id, wording }) => ({ value: id, name: `${numbers[id] ?? ''} ${wording}` }))}
      onChange={onChange}
    />
  );
}

function AddendumForm() {
  const { today } = useReview();
  const { draft, form, isAsked, save, add } = useAddendum();
  const edit = form.set;
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <SelectField
        label="What it is"
        value={draft.kind}
        choices={kinds}
        onChange={(kind) => edit({ kind })}
      />
      {draft.kind === 'reply' && (
        <OfDecision value={draft.decision} onChange={(decision) => edit({ decision })} />
      )}
      <DateField label="On" value={draft.on} today={today} onChange={(on) => on && edit({ on })} />
      <TextField label="By" value={draft.by} onChange={(by) => edit({ by })} />
      <TextField
        label="Text"
        value={draft.text}
        onChange={(text) => edit({ text })}
        isLong
        fault={isAsked && !/\S/.test(draft.text) ? 'Write what is to be added.' : undefined}
      />
      {add.error && <ErrorNote error={add.error.error} />}
      <div className="btns">
        <Button type="submit" disabled={add.isPending}>
          Add to the record
        </Button>
      </div>
      <KeptNote form={form} />
    </form>
  );
}

/** Dated additions after the record is final: they show on page 1, and nothing that stands is changed. */
export function AddendumPane() {
  const { record, review, whyNot } = useReview();
  const why = whyNot('addendum');
  const own = record.addenda.filter((row) => row.reviewId === review.id);
  return (
    <>
      <header>
        <h2>Addendum</h2>
        <p className="note">
          {why ?? 'A dated addition. It shows on page 1; the record itself does not change.'}
        </p>
      </header>
      <div className="outl scroll">
        {why === undefined && <AddendumForm />}
        {own.length > 0 && (
          <>
            <h3>Added</h3>
            <ul>
              {own.map((row) => (
                <li key={row.id}>
                  <i className="calm s s-done" aria-hidden="true" />
                  <div>{row.text}</div>
                  <div className="note">
                    {formatDate(row.on)}, {row.by}
                  </div>
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
    </>
  );
}
