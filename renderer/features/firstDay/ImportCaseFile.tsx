import { useEffect, useRef } from 'react';
import '../../styles/firstDay.css';
import { counted } from '../../app/words.ts';
import { Button } from '../../ui/Button.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { useSay } from '../../ui/LiveRegion.tsx';
import { Status } from '../../ui/Status.tsx';
import { ConflictChoices } from './ConflictChoices.tsx';
import { ImportFaults } from './ImportFaults.tsx';
import type { ChosenFile, Importing, Outcome } from './importing.ts';
import { useImporting } from './useImporting.ts';

type Props = { readonly onDone: (childIds: readonly string[]) => void; readonly onCancel: () => void };

function FileLine({ file, outcome }: { readonly file: ChosenFile; readonly outcome: Outcome }) {
  switch (outcome.kind) {
    case 'imported': {
      const { added, changed, unchanged, kept } = outcome.counts;
      return (
        <li>
          <Status kind="done">{file.name} imported</Status>
          <span className="note num">
            {counted(added, 'record')} added, {changed} changed, {unchanged} the same as here, {kept} kept as
            they are here
          </span>
        </li>
      );
    }
    case 'left-out':
      return (
        <li>
          <Status kind="none">{file.name} left out</Status>
        </li>
      );
    case 'faulty':
      return (
        <li>
          <Status kind="must">{file.name} not imported</Status>
          <ImportFaults error={outcome.error} file={file.read.ok ? file.read.value : undefined} />
        </li>
      );
    default:
      return outcome satisfies never;
  }
}

const importedOf = ({ outcomes }: Importing) =>
  outcomes.flatMap((outcome) => (outcome.kind === 'imported' ? [outcome.counts.childId] : []));

/** How far it is, in one sentence. */
function summaryOf(now: Importing): string {
  const { files, outcomes, state } = now;
  const done = importedOf(now).length;
  const left = files.length - outcomes.length;
  switch (state) {
    case 'running':
    case 'asking':
      return `File ${outcomes.length + 1} of ${files.length}`;
    case 'stopping':
      return `File ${outcomes.length + 1} of ${files.length}, then it stops`;
    case 'stopped':
      return `Stopped: ${done} of ${counted(files.length, 'file')} imported and kept, ${left} not begun`;
    case 'done':
      return `${done} of ${counted(files.length, 'file')} imported`;
    default:
      return state satisfies never;
  }
}

function Outcomes({ now }: { readonly now: Importing }) {
  const say = useSay();
  const summary = summaryOf(now);
  const isOver = now.state === 'done' || now.state === 'stopped';
  useEffect(() => {
    if (isOver) say(summary);
  }, [isOver, say, summary]);
  const isAllIn = importedOf(now).length === now.files.length;
  return (
    <>
      <p>
        <Status kind={isAllIn ? 'done' : isOver ? 'look' : 'part'}>{summary}</Status>
      </p>
      <ul className="import-lines">
        {now.outcomes.map((outcome, place) => {
          const file = now.files[place];
          // oxlint-disable-next-line react/no-array-index-key -- files keep the order they were chosen in
          return file && <FileLine key={place} file={file} outcome={outcome} />;
        })}
      </ul>
    </>
  );
}

function Buttons({
  importing,
  onDone,
  onCancel,
}: Props & { readonly importing: ReturnType<typeof useImporting> }) {
  const { now, choose, stop, goOn } = importing;
  const first = useRef<HTMLButtonElement>(null);
  const state = now?.state;
  useEffect(() => {
    // The button that had the focus went with what it did.
    if (state !== undefined && document.activeElement === document.body) first.current?.focus();
  }, [state]);
  if (now && (now.state === 'running' || now.state === 'stopping')) {
    return (
      <Button ref={first} onClick={stop} disabled={now.state === 'stopping'}>
        Stop after this file
      </Button>
    );
  }
  if (now?.state === 'asking') return null;
  const children = now ? importedOf(now) : [];
  return (
    <>
      {now?.state === 'stopped' && (
        <Button ref={first} look="go" onClick={goOn}>
          Go on with the other {now.files.length - now.outcomes.length}
        </Button>
      )}
      {now?.state === 'done' && children.length > 0 && (
        <Button ref={first} look="go" onClick={() => onDone(children)}>
          Go to {children.length === 1 ? 'the child' : 'the children'}
        </Button>
      )}
      <Button look={now ? 'plain' : 'go'} icon="upload" onClick={() => void choose()}>
        {now ? 'Choose other files' : 'Choose case files'}
      </Button>
      <Button onClick={onCancel}>{children.length > 0 ? 'Close' : 'Cancel'}</Button>
    </>
  );
}

/** Whole records of children from case files: one after another, with every conflict shown and chosen record by record. */
export function ImportCaseFile(props: Props) {
  const importing = useImporting();
  const { now, error, resolve, leaveOut } = importing;
  const file = now?.files[now.outcomes.length];
  return (
    <div className="bring">
      <h2>From case files</h2>
      {!now && (
        <p>
          A case file (.case.json) holds one child’s whole record. Each comes in whole or not at all; what is
          here already and the same stays as it is.
        </p>
      )}
      {error && <ErrorNote error={error} />}
      {now && <Outcomes now={now} />}
      {now?.conflicts && file?.read.ok && (
        <ConflictChoices
          key={now.outcomes.length}
          conflicts={now.conflicts}
          file={file.read.value}
          fileName={file.name}
          onImport={resolve}
          onLeaveOut={leaveOut}
        />
      )}
      <div className="btns">
        <Buttons importing={importing} {...props} />
      </div>
    </div>
  );
}
