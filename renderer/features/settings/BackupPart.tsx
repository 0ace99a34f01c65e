import { useRef, useState } from 'react';
import type { Output } from '../../../shared/contract.ts';
import { formatInstant } from '../../../shared/domain/london.ts';
import type { AppError } from '../../../shared/domain/result.ts';
import { host } from '../../bridge.ts';
import { useChange, useRead } from '../../app/queries.ts';
import { Button } from '../../ui/Button.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { useSay } from '../../ui/LiveRegion.tsx';
import { Status } from '../../ui/Status.tsx';
import { WorkUnderWay } from '../../ui/WorkUnderWay.tsx';
import { SettingsPart } from './SettingsPart.tsx';

type BackupView = Output<'backup:status'>;

function State({ status }: { readonly status: BackupView }) {
  const { folder, last, isDue, failure } = status;
  return (
    <dl className="setting-facts">
      <dt>Folder</dt>
      <dd className="path">{folder ?? <Status kind="look">None yet: nothing is backed up</Status>}</dd>
      <dt>Last backup</dt>
      <dd className="num">
        {last ? (
          <Status kind={isDue ? 'due' : 'done'}>
            {formatInstant(last.at)}
            {isDue ? ', today’s is still to come' : ''}
          </Status>
        ) : (
          <Status kind="open">None yet</Status>
        )}
      </dd>
      {failure && (
        <>
          <dt>Since then</dt>
          <dd>
            <Status kind="must">Failed {formatInstant(failure.at)}</Status>
            <p className="note">{failure.message}</p>
          </dd>
        </>
      )}
    </dl>
  );
}

function useBackup() {
  const status = useRead('backup:status', {});
  const setFolder = useChange('backup:folder');
  const backUp = useChange('backup:run');
  const [dialogError, setDialogError] = useState<AppError>();
  const say = useSay();
  const choose = async () => {
    setDialogError(undefined);
    const chosen = await host('host:chooseFolder', { title: 'Where backups go' });
    if (chosen.ok) setFolder.mutate({ folder: chosen.value.path });
    else if (chosen.error.code !== 'cancelled') setDialogError(chosen.error);
  };
  const run = () => {
    if (!backUp.isPending) backUp.mutate({}, { onSuccess: () => say('Backed up.') });
  };
  const failed = dialogError ?? setFolder.error?.error ?? backUp.error?.error;
  const error = failed?.code === 'cancelled' ? undefined : failed;
  return { status: status.data, choose, run, isBusy: backUp.isPending, error };
}

/** Where the encrypted backups go, how they stand, one now, and how they come back. */
export function BackupPart() {
  const { status, choose, run, isBusy, error } = useBackup();
  const runButton = useRef<HTMLButtonElement>(null);
  return (
    <SettingsPart
      title="Backups"
      note="Encrypted, once a day and when you close the window, to a folder that you name: a drive of the council that others cannot read is best. Seven days, four weeks and twelve months are kept."
    >
      {status && <State status={status} />}
      {error && <ErrorNote error={error} />}
      <div className="btns">
        <Button onClick={() => void choose()}>
          {status?.folder === undefined ? 'Choose the folder' : 'Choose another folder'}
        </Button>
        <Button ref={runButton} disabled={status?.folder === undefined} aria-disabled={isBusy} onClick={run}>
          Back up now
        </Button>
        {isBusy && <WorkUnderWay task="backup" returnTo={runButton} />}
      </div>
      <details>
        <summary>How a backup comes back</summary>
        <ol className="steps">
          <li>Install Golden Thread on the other laptop and open it. It starts on an empty place.</li>
          <li>On its first screen choose “Restore a backup instead”.</li>
          <li>Choose the newest folder whose name begins with golden-thread-backup.</li>
          <li>Type the recovery key that the service keeps, or the passphrase of the day of the backup.</li>
          <li>Every file is checked as it comes in; then set a new passphrase.</li>
        </ol>
      </details>
    </SettingsPart>
  );
}
