import { useRef, useState } from 'react';
import type { AppError } from '../../../shared/domain/result.ts';
import { call, failureOf } from '../../app/calls.ts';
import { host } from '../../bridge.ts';
import { Button } from '../../ui/Button.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { WorkUnderWay } from '../../ui/WorkUnderWay.tsx';
import { NewPassphraseStep } from './NewPassphraseStep.tsx';
import { ProofField } from './ProofField.tsx';
import type { Proof, ProofKind } from './proof.ts';
import { proofOf } from './proof.ts';

type Props = { readonly onOpen: () => void; readonly onBack: () => void };

/** One backup brought into the empty place, then opened with the same proof. */
function useRestore(onOpen: () => void) {
  const [folder, setFolder] = useState<string>();
  const [kind, setKind] = useState<ProofKind>('recovery-key');
  const [typed, setTyped] = useState('');
  const [error, setError] = useState<AppError>();
  const [isBusy, setBusy] = useState(false);
  const [opened, setOpened] = useState<Proof>();
  const choose = async () => {
    const chosen = await host('host:chooseFolder', { title: 'The folder of one backup' });
    if (chosen.ok) setFolder(chosen.value.path);
    else if (chosen.error.code !== 'cancelled') setError(chosen.error);
  };
  const restore = async () => {
    if (isBusy || folder === undefined || typed === '') return;
    setBusy(true);
    setError(undefined);
    const proof = proofOf(kind, typed);
    try {
      await call('restore:run', { folder, proof });
      await call('vault:unlock', proof);
      if ('recoveryKey' in proof) setOpened(proof);
      else onOpen();
    } catch (cause) {
      setError(failureOf(cause));
    }
    setBusy(false);
  };
  return { folder, choose, kind, setKind, typed, setTyped, error, isBusy, opened, restore };
}

function ChooseFolder({
  folder,
  choose,
}: {
  readonly folder: string | undefined;
  readonly choose: () => void;
}) {
  return (
    <div>
      <p>
        Choose the folder of one backup: its name begins with golden-thread-backup and says when it was made.
        The backup itself stays as it is.
      </p>
      <div className="row">
        <Button onClick={choose}>{folder === undefined ? 'Choose the backup' : 'Choose another'}</Button>
        {folder !== undefined && <span className="path">{folder}</span>}
      </div>
    </div>
  );
}

/** On a new laptop: a backup folder and the recovery key, or the passphrase of the day it was made. */
export function Restore({ onOpen, onBack }: Props) {
  const form = useRestore(onOpen);
  const restoreButton = useRef<HTMLButtonElement>(null);
  if (form.opened) return <NewPassphraseStep proof={form.opened} onDone={onOpen} />;
  const isKey = form.kind === 'recovery-key';
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        void form.restore();
      }}
    >
      <ChooseFolder folder={form.folder} choose={() => void form.choose()} />
      <ProofField kind={form.kind} value={form.typed} onChange={form.setTyped} />
      <Button look="link" onClick={() => form.setKind(isKey ? 'passphrase' : 'recovery-key')}>
        {isKey ? 'Use the passphrase it had then' : 'Use the recovery key'}
      </Button>
      {form.error && <ErrorNote error={form.error} />}
      <div className="btns">
        <Button
          ref={restoreButton}
          type="submit"
          look="go"
          disabled={form.folder === undefined || form.typed === ''}
        >
          Restore
        </Button>
        <Button onClick={onBack}>Back</Button>
        {form.isBusy && <WorkUnderWay task="restore" returnTo={restoreButton} />}
      </div>
    </form>
  );
}
