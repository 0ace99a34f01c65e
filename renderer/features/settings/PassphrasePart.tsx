import { useState } from 'react';
import type { AppError } from '../../../shared/domain/result.ts';
import { call, failureOf } from '../../app/calls.ts';
import { Button } from '../../ui/Button.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { TextField } from '../../ui/Field.tsx';
import { useSay } from '../../ui/LiveRegion.tsx';
import type { PassphraseFaults } from '../../ui/PassphraseFields.tsx';
import { PassphraseFields, faultsOf, noPassphrase } from '../../ui/PassphraseFields.tsx';
import { Status } from '../../ui/Status.tsx';
import { SettingsPart } from './SettingsPart.tsx';

function usePassphraseChange() {
  const [before, setBefore] = useState('');
  const [next, setNext] = useState(noPassphrase);
  const [faults, setFaults] = useState<PassphraseFaults>();
  const [error, setError] = useState<AppError>();
  const [state, setState] = useState<'idle' | 'busy' | 'done'>('idle');
  const say = useSay();
  const save = async () => {
    const found = faultsOf(next);
    setFaults(found);
    setError(undefined);
    if (found || state === 'busy') return;
    setState('busy');
    try {
      await call('vault:changePassphrase', { proof: { passphrase: before }, passphrase: next.first });
      setBefore('');
      setNext(noPassphrase);
      setState('done');
      say('The passphrase is changed.');
    } catch (cause) {
      setError(failureOf(cause));
      setState('idle');
    }
  };
  return { before, setBefore, next, setNext, faults, error, state, save };
}

/** Another passphrase, with the old one as the proof. The records are not encrypted anew: only their key is. */
export function PassphrasePart() {
  const form = usePassphraseChange();
  const isAboutBefore = form.error?.code === 'wrong-passphrase';
  return (
    <SettingsPart
      title="Passphrase"
      note="Backups made before open with the passphrase of their day, or with the recovery key."
    >
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          void form.save();
        }}
      >
        <TextField
          label="The passphrase now"
          type="password"
          value={form.before}
          onChange={form.setBefore}
          fault={isAboutBefore ? form.error?.message : undefined}
        />
        <PassphraseFields
          label="New passphrase"
          value={form.next}
          onChange={form.setNext}
          faults={form.faults}
        />
        {form.error && !isAboutBefore && <ErrorNote error={form.error} />}
        <div className="btns">
          <Button type="submit">Change the passphrase</Button>
          {form.state === 'busy' && <Status kind="part">Changing</Status>}
          {form.state === 'done' && <Status kind="done">Changed</Status>}
        </div>
      </form>
    </SettingsPart>
  );
}
