import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { AppError } from '../../../shared/domain/result.ts';
import { call, failureOf } from '../../app/calls.ts';
import { host } from '../../bridge.ts';
import { Button } from '../../ui/Button.tsx';
import { Status } from '../../ui/Status.tsx';
import { NewPassphraseStep } from './NewPassphraseStep.tsx';
import { useSay } from '../../ui/LiveRegion.tsx';
import { ProofField } from './ProofField.tsx';
import { StoreFault } from './StoreFault.tsx';
import type { Proof, ProofKind } from './proof.ts';
import { proofOf } from './proof.ts';

type Props = { readonly isInterrupted: boolean; readonly onOpen: () => void };

const aboutProof: readonly AppError['code'][] = ['wrong-passphrase', 'invalid-input'];

/** Opening the store with what is typed; a wrong passphrase clears nothing and reveals nothing. */
function useUnlock(onOpen: () => void) {
  const [kind, setKind] = useState<ProofKind>('passphrase');
  const [typed, setTyped] = useState('');
  const [error, setError] = useState<AppError>();
  const [isBusy, setBusy] = useState(false);
  const [opened, setOpened] = useState<Proof>();
  const say = useSay();
  const unlock = async () => {
    if (isBusy || typed === '') return;
    setBusy(true);
    setError(undefined);
    const proof = proofOf(kind, typed);
    try {
      await call('vault:unlock', proof);
      setTyped('');
      // Whoever needed the recovery key has lost the passphrase: the moment to set another.
      if ('recoveryKey' in proof) setOpened(proof);
      else onOpen();
    } catch (cause) {
      const failure = failureOf(cause);
      setError(failure);
      say(failure.message);
    }
    setBusy(false);
  };
  const change = (next: ProofKind) => {
    setKind(next);
    setTyped('');
    setError(undefined);
  };
  return { kind, change, typed, setTyped, error, isBusy, opened, unlock };
}

function Intro({ isInterrupted }: { readonly isInterrupted: boolean }) {
  const info = useQuery({
    queryKey: ['host:info'],
    queryFn: () => host('host:info', {}),
    staleTime: Infinity,
  });
  if (isInterrupted) {
    return (
      <p>
        The part that keeps records stopped and was started again. What you typed is kept: unlock, and it is
        saved.
      </p>
    );
  }
  const passphrase = info.data?.ok === true ? info.data.value.demoPassphrase : undefined;
  if (passphrase === undefined) return null;
  return (
    <p>
      This is the demo: everyone in it is invented. Its passphrase is <b className="nw">{passphrase}</b>.
    </p>
  );
}

/** The passphrase, or the recovery key where it is lost. */
export function Unlock({ isInterrupted, onOpen }: Props) {
  const form = useUnlock(onOpen);
  if (form.opened) return <NewPassphraseStep proof={form.opened} onDone={onOpen} />;
  const { error } = form;
  const isAboutProof = error !== undefined && aboutProof.includes(error.code) && error.field !== undefined;
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        void form.unlock();
      }}
    >
      <Intro isInterrupted={isInterrupted} />
      <ProofField
        kind={form.kind}
        value={form.typed}
        onChange={form.setTyped}
        fault={isAboutProof ? error.message : undefined}
        takesFocus
      />
      {error && !isAboutProof && <StoreFault error={error} />}
      <div className="btns">
        <Button type="submit" look="go">
          Unlock
        </Button>
        {form.kind === 'passphrase' ? (
          <Button onClick={() => form.change('recovery-key')}>Use the recovery key</Button>
        ) : (
          <Button onClick={() => form.change('passphrase')}>Use the passphrase</Button>
        )}
        {form.isBusy && <Status kind="part">Opening</Status>}
      </div>
    </form>
  );
}
