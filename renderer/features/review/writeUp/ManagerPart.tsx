import { useState } from 'react';
import type { IsoDate } from '../../../../shared/domain/dates.ts';
import { decisionsInOrder } from '../../../../shared/domain/promises.ts';
import { Button } from '../../../ui/Button.tsx';
import { DateField } from '../../../ui/DateField.tsx';
import { SelectField, TextField } from '../../../ui/Field.tsx';
import { useReview } from '../useReview.tsx';
import { RecordDate, RequiredField, withField } from './fields.tsx';
import { LinesField } from './LinesField.tsx';
import { SavingNote } from '../../../app/saving/SavingNote.tsx';
import type { ReviewEditor } from './useReviewRecord.ts';
import { useReviewRecord } from './useReviewRecord.ts';

type ForManager = NonNullable<ReviewEditor['value']['forManager']>;
type Ask = ForManager['asks'][number];
/** At most three: what needs the manager is seen at once (design.md, Manager's page). */
const mostAsks = 3;

function DecisionChoice({ ask, onChange }: { readonly ask: Ask; readonly onChange: (next: Ask) => void }) {
  const { record, review, numbers } = useReview();
  const decisions = decisionsInOrder(record.decisions.filter((decision) => decision.reviewId === review.id));
  return (
    <SelectField
      label="About"
      value={ask.decisionId ?? 'none'}
      choices={[
        { value: 'none', name: 'No one decision' },
        ...decisions.map(({ id, wording }) => ({
          value: String(id),
          name: `${numbers[id] ?? ''} ${wording.slice(0, 50)}`,
        })),
      ]}
      onChange={(id) =>
        onChange(withField(ask, 'decisionId', decisions.find((decision) => decision.id === id)?.id))
      }
    />
  );
}

function NewAsk({ onAdd }: { readonly onAdd: (ask: Ask) => void }) {
  const { today } = useReview();
  const [text, setText] = useState('');
  const [by, setBy] = useState<IsoDate>();
  const isReady = text.trim() !== '' && by !== undefined;
  return (
    <form
      className="row"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isReady) return;
        onAdd({ by, text });
        setText('');
        setBy(undefined);
      }}
    >
      <TextField label="What I need from you: a verb" value={text} onChange={setText} />
      <DateField label="By" value={by} today={today} onChange={setBy} />
      <Button look="small" type="submit" disabled={!isReady}>
        Add
      </Button>
    </form>
  );
}

/** The manager's page: at most three asks with verb and date, good work worth naming, lateness that is the team's. */
export function ManagerPart() {
  const editor = useReviewRecord();
  const { value, edit } = editor;
  const given: ForManager = value.forManager ?? { asks: [], goodWork: [], late: [] };
  const set = (next: ForManager) => edit({ ...value, forManager: next });
  const change = (place: number, next: Ask | undefined) =>
    set({ ...given, asks: given.asks.flatMap((was, at) => (at === place ? (next ?? []) : [was])) });
  return (
    <>
      <section className="blk">
        <h3>Asks</h3>
        <div className="body in form">
          {given.asks.map((ask, place) => (
            // oxlint-disable-next-line react/no-array-index-key -- asks have no ids, and keep their places
            <div className="row" key={place}>
              <RequiredField
                label="Ask"
                value={ask.text}
                onChange={(text) => change(place, { ...ask, text })}
              />
              <RecordDate
                label="By"
                value={ask.by}
                onChange={(by) => by && change(place, { ...ask, by })}
                record={value.id}
                entity="review"
                field={`forManager.asks.${place}.by`}
              />
              <DecisionChoice ask={ask} onChange={(next) => change(place, next)} />
              <Button look="small" onClick={() => change(place, undefined)}>
                Remove
              </Button>
            </div>
          ))}
          {given.asks.length === 0 && <p className="note">Nothing beyond confirming, unless you ask.</p>}
          {given.asks.length < mostAsks && (
            <NewAsk onAdd={(ask) => set({ ...given, asks: [...given.asks, ask] })} />
          )}
        </div>
      </section>
      <section className="blk">
        <h3>Good work</h3>
        <div className="body in">
          <LinesField
            label="Good work"
            lines={given.goodWork}
            onChange={(goodWork) => set({ ...given, goodWork })}
            most={6}
          />
        </div>
      </section>
      <section className="blk">
        <h3>Late</h3>
        <div className="body in">
          <LinesField label="Late" lines={given.late} onChange={(late) => set({ ...given, late })} most={6} />
          <SavingNote editor={editor} />
        </div>
      </section>
    </>
  );
}
