import type { Output } from '../../../shared/contract.ts';
import { formatInstant } from '../../../shared/domain/london.ts';
import { host } from '../../bridge.ts';
import { Button } from '../../ui/Button.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { Status } from '../../ui/Status.tsx';
import { LetterheadSketch } from './LetterheadSketch.tsx';
import { SettingsPart } from './SettingsPart.tsx';
import type { Done } from './useLetterhead.ts';
import { useLetterhead, useSample } from './useLetterhead.ts';

type Letterhead = NonNullable<Output<'letterhead:get'>['letterhead']>;

function Lines({ lines }: { readonly lines: readonly string[] }) {
  if (lines.length === 0) return <Status kind="none">Nothing</Status>;
  return lines.map((line, index) => (
    // oxlint-disable-next-line react/no-array-index-key -- the lines of one letterhead never change
    <p key={index}>{line}</p>
  ));
}

function Facts({ letterhead }: { readonly letterhead: Letterhead }) {
  const { name, addedAt, words, notes } = letterhead;
  return (
    <dl className="setting-facts">
      <dt>File</dt>
      <dd className="path">{name}</dd>
      <dt>Since</dt>
      <dd className="num">{formatInstant(addedAt)}</dd>
      <dt>Says at the top</dt>
      <dd>
        <Lines lines={words.header} />
      </dd>
      <dt>Says at the foot</dt>
      <dd>
        <Lines lines={words.footer} />
      </dd>
      {notes.length > 0 && (
        <>
          <dt>Left out</dt>
          <dd>
            {notes.map((note) => (
              <p key={note}>{note}</p>
            ))}
          </dd>
        </>
      )}
    </dl>
  );
}

type UndoProps = { readonly done: Done; readonly onUndo: (before: string | null) => void };

function UndoWords({ done, onUndo }: UndoProps) {
  return (
    <p className="letterhead-done">
      <Status kind="done">{done.words}</Status>
      <Button look="small" onClick={() => onUndo(done.before)}>
        Undo
      </Button>
    </p>
  );
}

/** The authority's own letterhead: what it is, how it looks in Word, another one, or none. */
export function LetterheadPart() {
  const { isRead, letterhead, done, ...act } = useLetterhead();
  const { savedAs, ...sample } = useSample();
  const isBusy = act.isBusy || sample.isBusy;
  const error = act.error ?? sample.error;
  return (
    <SettingsPart
      title="Letterhead"
      note="Letters to children, and copies for parents, carers, school and health, go out on it. The service’s own sheets do not. Only its headers, footers and margins are taken."
    >
      {isRead && letterhead === undefined && (
        <Status kind="none">None: documents have Golden Thread’s own plain header</Status>
      )}
      {letterhead && (
        <div className="letterhead">
          <Facts letterhead={letterhead} />
          <LetterheadSketch paper={letterhead.paper} />
        </div>
      )}
      {error && <ErrorNote error={error} />}
      <div className="btns">
        <Button disabled={isBusy} onClick={() => void act.choose()}>
          {letterhead ? 'Choose another Word file' : 'Choose its Word file'}
        </Button>
        {letterhead && (
          <>
            <Button disabled={isBusy} onClick={() => void sample.save()}>
              Save a sample to see in Word
            </Button>
            <Button disabled={isBusy} onClick={() => void act.remove()}>
              Remove
            </Button>
          </>
        )}
      </div>
      {done && <UndoWords done={done} onUndo={(before) => void act.undo(before)} />}
      {savedAs !== undefined && (
        <p className="letterhead-done">
          <Status kind="done">Saved as {savedAs}</Status>
          <Button look="link" onClick={() => void host('host:showFile', { path: savedAs })}>
            Show the file
          </Button>
        </p>
      )}
    </SettingsPart>
  );
}
