import { useState } from 'react';
import type { AppError } from '../../../shared/domain/result.ts';
import { call, failureOf } from '../../app/calls.ts';
import { Button } from '../../ui/Button.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import type { PassphraseFaults } from '../../ui/PassphraseFields.tsx';
import { PassphraseFields, faultsOf, noPassphrase } from '../../ui/PassphraseFields.tsx';
import type { Proof } from './proof.ts';
import { useFocusOnArrival } from '../../ui/useFocusOnArrival.ts';

/** After the recovery key: a new passphrase, since the old one is lost. The key stays valid. */
export function NewPassphraseStep({ proof, onDone }: { readonly proof: Proof; readonly onDone: () => void }) {
  const heading = useFocusOnArrival<HTMLHeadingElement>();
  const [passphrase, setPassphrase] = useState(noPassphrase);
  const [faults, setFaults] = useState<PassphraseFaults>();
  const [error, setError] = useState<AppError>();
  const save = async () => {
    const found = faultsOf(passphrase);
    setFaults(found);
    if (found !== undefined) return;
    try {
      await call('vault:changePassphrase', { proof, passphrase: passphrase.first });
      onDone();
    } catch (cause) {
      setError(failureOf(cause));
    }
  };
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <h2 tabIndex={-1} ref={heading}>
        Open. Set a new passphrase
      </h2>
      <p>The recovery key stays as it is; give it back to the service.</p>
      <PassphraseFields label="New passphrase" value={passphrase} onChange={setPassphrase} faults={faults} />
      {error && <ErrorNote error={error} />}
      <div className="btns">
        <Button type="submit" look="go">
          Set it and go on
        </Button>
        <Button onClick={onDone}>Keep the old passphrase</Button>
      </div>
    </form>
  );
}
