import { useState } from 'react';
import type { AppError } from '../../../shared/domain/result.ts';
import { call, failureOf } from '../../app/calls.ts';
import { Button } from '../../ui/Button.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { TextField } from '../../ui/Field.tsx';
import { useSay } from '../../ui/LiveRegion.tsx';
import { RecoveryKey } from '../../ui/RecoveryKey.tsx';
import { Status } from '../../ui/Status.tsx';
import { SettingsPart } from './SettingsPart.tsx';

function useNewKey() {
  const [passphrase, setPassphrase] = useState('');
  const [recoveryKey, setKey] = useState<string>();
  const [error, setError] = useState<AppError>();
  const [isDone, setDone] = useState(false);
  const make = async () => {
    setError(undefined);
    setDone(false);
    try {
      const made = await call('vault:newRecoveryKey', { proof: { passphrase } });
      setPassphrase('');
      setKey(made.recoveryKey);
    } catch (cause) {
      setError(failureOf(cause));
    }
  };
  const confirm = () => {
    setKey(undefined);
    setDone(true);
  };
  return { passphrase, setPassphrase, recoveryKey, error, isDone, make, confirm };
}

/** A new recovery key in place of the old one, shown once. */
export function RecoveryKeyPart() {
  const { passphrase, setPassphrase, recoveryKey, error, isDone, make, confirm } = useNewKey();
  const say = useSay();
  const isAboutPassphrase = error?.code === 'wrong-passphrase';
  return (
    <SettingsPart
      title="Recovery key"
      className={recoveryKey === undefined ? '' : 'has-key'}
      note="When the service has lost it or too many have seen it. The old key stops opening this store at once; earlier backups still open with theirs."
    >
      {recoveryKey === undefined ? (
        <form
          className="form"
          onSubmit={(event) => {
            event.preventDefault();
            void make();
          }}
        >
          <TextField
            label="Your passphrase"
            type="password"
            value={passphrase}
            onChange={setPassphrase}
            fault={isAboutPassphrase ? error.message : undefined}
          />
          {error && !isAboutPassphrase && <ErrorNote error={error} />}
          <div className="btns">
            <Button type="submit">Make a new recovery key</Button>
            {isDone && <Status kind="done">The new key is in force</Status>}
          </div>
        </form>
      ) : (
        <RecoveryKey
          recoveryKey={recoveryKey}
          action="I have kept it"
          onConfirmed={() => {
            confirm();
            say('The new recovery key is in force.');
          }}
        />
      )}
    </SettingsPart>
  );
}
