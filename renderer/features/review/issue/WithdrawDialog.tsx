import { useState } from 'react';
import type { FinalisationKind } from '../../../../shared/domain/model/issue.ts';
import { standingFinalisation } from '../../../../shared/domain/reviews.ts';
import { useChange } from '../../../app/queries.ts';
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

function useWithdrawal(onClose: () => void) {
  const { record, review } = useReview();
  const withdraw = useChange('review:withdraw');
  const say = useSay();
  const hasRecord = standingFinalisation(record, review.id, 'record') !== undefined;
  const receivers = useReceivers();
  const [kind, setKind] = useState<FinalisationKind>(hasRecord ? 'record' : 'decisions');
  const [because, setBecause] = useState('');
  const [others, setOthers] = useState('');
  const [left, setLeft] = useState<readonly string[]>([]);
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
          say(`Withdrawn. Edition ${edition} is open.`);
          onClose();
        },
      },
    );
  };
  const fault = isAsked && !/\S/.test(because) ? 'Say why: it is printed in the next edition.' : undefined;
  const fields = { kind, setKind, because, setBecause, others, setOthers, left, setLeft };
  return { ...fields, hasRecord, receivers, fault, go, withdraw };
}
type Withdrawal = ReturnType<typeof useWithdrawal>;

/** Who had received it: those of the log, each of whom can be left out, and anybody else. */
function Receivers({ receivers, left, setLeft, others, setOthers }: Withdrawal) {
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
                setLeft(isChecked ? left.filter((each) => each !== name) : [...left, name])
              }
            />
          ))}
        </fieldset>
      )}
      <TextField
        label={receivers.length > 0 ? 'Anyone else who had received it' : 'Who had received it'}
        hint="Names, with commas between"
        value={others}
        onChange={setOthers}
      />
    </>
  );
}

function WithdrawForm({ onClose }: { readonly onClose: () => void }) {
  const form = useWithdrawal(onClose);
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        form.go();
      }}
    >
      {form.hasRecord && (
        <SelectField
          label="What is withdrawn"
          value={form.kind}
          choices={[
            { value: 'record', name: 'The record' },
            { value: 'decisions', name: 'The decisions, and the record that rests on them' },
          ]}
          onChange={form.setKind}
        />
      )}
      <p className="note">{effects[form.kind]}</p>
      <TextField
        label="Withdrawn because"
        hint="Printed in the service file and on the manager’s page. Any other copy has it only when you release it."
        value={form.because}
        onChange={form.setBecause}
        isLong
        fault={form.fault}
      />
      <Receivers {...form} />
      {form.withdraw.error && <ErrorNote error={form.withdraw.error.error} />}
      <div className="btns">
        {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- the safe button of a dialog takes the focus */}
        <Button autoFocus onClick={onClose}>
          Leave it as it is
        </Button>
        <Button type="submit" disabled={form.withdraw.isPending}>
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
