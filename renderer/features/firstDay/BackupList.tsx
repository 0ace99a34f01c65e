import type { Output } from '../../../shared/contract.ts';
import { formatTime, londonDay } from '../../../shared/domain/london.ts';
import { counted, formatDay, formatSize } from '../../app/words.ts';
import { Status } from '../../ui/Status.tsx';

export type FoundBackup = Output<'restore:list'>['backups'][number];

const mostShown = 60;

type Props = {
  readonly backups: readonly FoundBackup[];
  readonly chosen: string | undefined;
  readonly onChoose: (folder: string) => void;
};

function State({ backup }: { readonly backup: FoundBackup }) {
  switch (backup.state) {
    case 'whole':
      return (
        <span className="num">
          {formatSize(backup.bytes)}
          {backup.files > 0 && `, ${counted(backup.files, 'paper or document', 'papers and documents')}`}
        </span>
      );
    case 'not-whole':
      return <Status kind="must">Not whole: something of it is missing</Status>;
    case 'newer':
      return <Status kind="look">Made by a newer Golden Thread: install that first</Status>;
    default:
      return backup.state satisfies never;
  }
}

/** The backups of a folder, newest first; one that is not whole says so, and cannot be taken. */
export function BackupList({ backups, chosen, onChoose }: Props) {
  if (backups.length === 0) {
    return (
      <p className="empty">
        No backup is in this folder. Choose the folder that was named for backups, or look on the drive it was
        on.
      </p>
    );
  }
  const hasOthers = backups.some(({ store }) => store > 1);
  return (
    <fieldset>
      <legend>Which backup, newest first</legend>
      <ul className="backups">
        {backups.slice(0, mostShown).map((backup) => (
          <li key={backup.folder}>
            <label>
              <input
                type="radio"
                name="backup"
                checked={backup.folder === chosen}
                disabled={backup.state !== 'whole'}
                onChange={() => onChoose(backup.folder)}
              />
              <span className="num b">
                {formatDay(londonDay(backup.madeAt))}, {formatTime(backup.madeAt)}
              </span>
              {hasOthers && backup.store > 0 && <span>store {backup.store}</span>}
              <State backup={backup} />
            </label>
          </li>
        ))}
      </ul>
      {hasOthers && (
        <p className="note">
          Backups of {Math.max(...backups.map(({ store }) => store))} officers are in this folder. Only yours
          open with your key or passphrase.
        </p>
      )}
      {backups.length > mostShown && (
        <p className="note">{backups.length - mostShown} older ones are not shown.</p>
      )}
    </fieldset>
  );
}
