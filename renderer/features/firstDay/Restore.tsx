import { useRef, useState } from 'react';
import type { AppError } from '../../../shared/domain/result.ts';
import { call, failureOf } from '../../app/calls.ts';
import { counted } from '../../app/words.ts';
import { host } from '../../bridge.ts';
import { Button } from '../../ui/Button.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { useSay } from '../../ui/LiveRegion.tsx';
import { WorkUnderWay } from '../../ui/WorkUnderWay.tsx';
import type { FoundBackup } from './BackupList.tsx';
import { BackupList } from './BackupList.tsx';
import { NewPassphraseStep } from './NewPassphraseStep.tsx';
import { ProofField } from './ProofField.tsx';
import type { Proof, ProofKind } from './proof.ts';
import { proofOf } from './proof.ts';

type Found = { readonly in: string; readonly backups: readonly FoundBackup[] };
type Props = { readonly onOpen: () => void; readonly onBack: () => void };

/** The backups of a folder that was chosen, and which of them is taken: the newest whole one, until another is. */
function useBackups() {
  const [found, setFound] = useState<Found>();
  const [folder, setFolder] = useState<string>();
  const [error, setError] = useState<AppError>();
  const say = useSay();
  const look = async (path: string) => {
    try {
      const { backups } = await call('restore:list', { folder: path });
      setFound({ in: path, backups });
      setFolder(backups.find(({ state }) => state === 'whole')?.folder);
      say(`${counted(backups.length, 'backup')} found.`);
    } catch (cause) {
      setError(failureOf(cause));
    }
  };
  const choose = async () => {
    const chosen = await host('host:chooseFolder', { title: 'A backup, or the folder that holds them' });
    if (!chosen.ok && chosen.error.code === 'cancelled') return;
    setFound(undefined);
    setFolder(undefined);
    setError(chosen.ok ? undefined : chosen.error);
    if (chosen.ok) await look(chosen.value.path);
  };
  return { found, folder, setFolder, error, choose };
}

/** One backup brought into the empty place, then opened with the same proof. */
function useRestore(folder: string | undefined, onOpen: () => void) {
  const [kind, setKind] = useState<ProofKind>('recovery-key');
  const [typed, setTyped] = useState('');
  const [error, setError] = useState<AppError>();
  const [isBusy, setBusy] = useState(false);
  const [opened, setOpened] = useState<Proof>();
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
  return { kind, setKind, typed, setTyped, error, isBusy, opened, restore };
}

/** On a new laptop: a backup folder and the recovery key, or the passphrase of the day it was made. */
export function Restore({ onOpen, onBack }: Props) {
  const backups = useBackups();
  const form = useRestore(backups.folder, onOpen);
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
      <p>
        Choose where the backups are: the folder that holds them, or one of them, whose name begins with
        golden-thread-backup. The backups themselves stay as they are.
      </p>
      <div className="row">
        <Button onClick={() => void backups.choose()}>
          {backups.found ? 'Choose another folder' : 'Choose the folder'}
        </Button>
        {backups.found && <span className="path">{backups.found.in}</span>}
      </div>
      {backups.error && <ErrorNote error={backups.error} />}
      {backups.found && (
        <BackupList backups={backups.found.backups} chosen={backups.folder} onChoose={backups.setFolder} />
      )}
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
          disabled={backups.folder === undefined || form.typed === ''}
        >
          Restore
        </Button>
        <Button onClick={onBack}>Back</Button>
        {form.isBusy && <WorkUnderWay task="restore" returnTo={restoreButton} />}
      </div>
    </form>
  );
}
