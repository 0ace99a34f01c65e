import { useMemo, useState } from 'react';
import type { FinalisationKind } from '../../../../shared/domain/model/issue.ts';
import { standingFinalisation } from '../../../../shared/domain/reviews.ts';
import { useChange } from '../../../app/queries.ts';
import { KeptNote } from '../../../app/saving/KeptNote.tsx';
import { useKeptForm } from '../../../app/saving/useKept.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { ErrorNote } from '../../../ui/ErrorNote.tsx';
import { CheckField, SelectField, TextField } from '../../../ui/Field.tsx';
import { useSay } from '../../../ui/LiveRegion.tsx';
import { useReview } from '../useReview.tsx';

const effects = {
  record:
    'The record opens again as the next edition; the decisions stand. The withdrawn text is sealed and never exported.',
  decisions:
    'Decisions and record open again as the next edition. The withdrawn text is sealed and never exported.',
} as const;

type Props = { readonly isOpen: boolean; readonly onClose: () => void };

/** Whoever received something of this edition, by name, each once. */
function useReceivers(): readonly string[] {
  const { record, review, view } = useReview();
  const rows = record.issued.filter((row) => row.reviewId === review.id && row.edition === view.edition);
  return [...new Set(rows.map((row) => row.recipient))];
}

/** The withdrawal as it is typed; it stays until it is done. Names that are left out stand one a line. */
function useTypedWithdrawal(hasRecord: boolean) {
  const { review } = useReview();
  const initial = useMemo(
    () => ({ kind: hasRecord ? 'record' : 'decisions', because: '', others: '', left: '' }),
    [hasRecord],
  );
  const owner = { childId: review.childId, record: review.id, entity: 'review' };
  const form = useKeptForm(owner, 'withdrawal', initial);
  const { because, others, left } = form.value;
  // What is withdrawn can only be what is final.
  const kind: FinalisationKind = hasRecord && form.value.kind === 'record' ? 'record' : 'decisions';
  return { form, kind, because, others, left: left === '' ? [] : left.split('\n') };
}

function useWithdrawal(onClose: () => void) {
  const { record, review } = useReview();
  const withdraw = useChange('review:withdraw');
  const say = useSay();
  const hasRecord = standingFinalisation(record, review.id, 'record') !== undefined;
  const receivers = useReceivers();
  const typed = useTypedWithdrawal(hasRecord);
  const { form, kind, because, others, left } = typed;
  const [isAsked, setAsked] = useState(false);
  const go = () => {
    setAsked(true);
    if (!/\S/.test(because)) return;
    const named = others.split(',').map((name) => name.trim());
    const receivedBy = [
      ...receivers.filter((name) => !left.includes(name)),
      ...named.filter((name) => name !== ''),
    ];
    withdraw.mutate(
      { id: review.id, kind, because, receivedBy },
      {
        onSuccess: ({ edition }) => {
          form.clear();
          say(`Withdrawn. Edition ${edition} is open.`);
          onClose();
        },
      },
    );
  };
  const fault = isAsked && !/\S/.test(because) ? 'Say why: it is printed in the next edition.' : undefined;
  return { ...typed, hasRecord, receivers, fault, go, withdraw };
}
type Withdrawal = ReturnType<typeof useWithdrawal>;

/** Who had received it: those of the log, each of whom can be left out, and anybody else. */
function Receivers({ receivers, form, left, others }: Withdrawal) {
  return (
    <>
      {receivers.length > 0 && (
        <fieldset>
          <legend>Who had received it</legend>
          {receivers.map((name) => (
            <CheckField
              key={name}
              label={name}
              isChecked={!left.includes(name)}
              onChange={(isChecked) =>
                form.set({
                  left: (isChecked ? left.filter((each) => each !== name) : [...left, name]).join('\n'),
                })
              }
            />
          ))}
        </fieldset>
      )}
      <TextField
        label={receivers.length > 0 ? 'Anyone else who had received it' : 'Who had received it'}
        hint="Names, with commas between"
        value={others}
        onChange={(next) => form.set({ others: next })}
      />
    </>
  );
}

function WithdrawForm({ onClose }: { readonly onClose: () => void }) {
  const withdrawal = useWithdrawal(onClose);
  const { form } = withdrawal;
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        withdrawal.go();
      }}
    >
      {withdrawal.hasRecord && (
        <SelectField
          label="What is withdrawn"
          value={withdrawal.kind}
          choices={[
            { value: 'record', name: 'The record' },
            { value: 'decisions', name: 'The decisions, and the record that rests on them' },
          ]}
          onChange={(kind) => form.set({ kind })}
        />
      )}
      <p className="note">{effects[withdrawal.kind]}</p>
      <TextField
        label="Withdrawn because"
        hint="Printed in the service file and on the manager’s page. Any other copy has it only when you release it."
        value={withdrawal.because}
        onChange={(because) => form.set({ because })}
        isLong
        fault={withdrawal.fault}
      />
      <Receivers {...withdrawal} />
      {withdrawal.withdraw.error && <ErrorNote error={withdrawal.withdraw.error.error} />}
      <KeptNote form={form} />
      <div className="btns">
        {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- the safe button of a dialog takes the focus */}
        <Button autoFocus onClick={onClose}>
          Leave it as it is
        </Button>
        <Button type="submit" disabled={withdrawal.withdraw.isPending}>
          Withdraw
        </Button>
      </div>
    </form>
  );
}

/** Takes back what was finalised in error: the wrong text is sealed, and the next edition follows. */
export function WithdrawDialog({ isOpen, onClose }: Props) {
  return (
    <Dialog title="Withdraw" isOpen={isOpen} onClose={onClose}>
      <WithdrawForm onClose={onClose} />
    </Dialog>
  );
}
