import { useState } from 'react';
import type { AppError } from '../../../shared/domain/result.ts';
import { call, failureOf } from '../../app/calls.ts';
import { Button } from '../../ui/Button.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { TextField } from '../../ui/Field.tsx';
import type { PassphraseFaults } from '../../ui/PassphraseFields.tsx';
import { PassphraseFields, faultsOf, noPassphrase } from '../../ui/PassphraseFields.tsx';
import { RecoveryKey } from '../../ui/RecoveryKey.tsx';
import { Status } from '../../ui/Status.tsx';

type Props = { readonly onOpen: () => void; readonly onRestore: () => void };
type Faults = { readonly name?: string | undefined; readonly passphrase?: PassphraseFaults | undefined };

/** What the form holds, what is wrong with it, and the one call that makes the store. */
function useFirstRun() {
  const [name, setName] = useState('');
  const [phone, setPhone] = useState('');
  const [passphrase, setPassphrase] = useState(noPassphrase);
  const [faults, setFaults] = useState<Faults>({});
  const [error, setError] = useState<AppError>();
  const [isBusy, setBusy] = useState(false);
  const [recoveryKey, setRecoveryKey] = useState<string>();
  const start = async () => {
    const found: Faults = {
      name: name.trim() === '' ? 'Your name stands on every record as its chair.' : undefined,
      passphrase: faultsOf(passphrase),
    };
    setFaults(found);
    setError(undefined);
    if (isBusy || found.name || found.passphrase) return;
    setBusy(true);
    const officer = { name: name.trim(), ...(phone.trim() !== '' && { phone: phone.trim() }) };
    try {
      const made = await call('vault:create', { passphrase: passphrase.first, officer });
      setPassphrase(noPassphrase);
      setRecoveryKey(made.recoveryKey);
    } catch (cause) {
      const failure = failureOf(cause);
      if (failure.field === 'passphrase') setFaults({ passphrase: { first: failure.message } });
      else setError(failure);
    }
    setBusy(false);
  };
  return {
    name,
    setName,
    phone,
    setPhone,
    passphrase,
    setPassphrase,
    faults,
    error,
    isBusy,
    recoveryKey,
    start,
  };
}

/** The first screen of an empty machine: who you are, a passphrase, then the recovery key, once. */
export function FirstRun({ onOpen, onRestore }: Props) {
  const form = useFirstRun();
  if (form.recoveryKey !== undefined) {
    return (
      <RecoveryKey
        recoveryKey={form.recoveryKey}
        officerName={form.name.trim()}
        action="Open Golden Thread"
        onConfirmed={onOpen}
      />
    );
  }
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        void form.start();
      }}
    >
      <p>
        Reviews are kept on this laptop alone, encrypted with a passphrase of yours. Nothing is ever sent
        anywhere.
      </p>
      <p className="note">
        Have you kept reviews in Golden Thread on this computer before? Then its folder is missing: do not
        start anew. Ask your IT service for the folder, or restore a backup.
      </p>
      <div className="row top-aligned">
        <TextField
          label="Your name"
          value={form.name}
          onChange={form.setName}
          fault={form.faults.name}
          takesFocus
        />
        <TextField label="Your phone at work" type="tel" value={form.phone} onChange={form.setPhone} />
      </div>
      <PassphraseFields
        value={form.passphrase}
        onChange={form.setPassphrase}
        faults={form.faults.passphrase}
      />
      {form.error && <ErrorNote error={form.error} />}
      <div className="btns">
        <Button type="submit" look="go">
          Start
        </Button>
        <Button onClick={onRestore}>Restore a backup instead</Button>
        {form.isBusy && <Status kind="part">Making the encrypted store</Status>}
      </div>
    </form>
  );
}
