import { useCallback, useEffect, useRef, useState } from 'react';
import type { SectionKey } from '../../../../shared/domain/model/sections.ts';
import { lineStarts } from '../../../../shared/domain/noteLine.ts';
import type { AppError } from '../../../../shared/domain/result.ts';
import { failureOf } from '../../../app/calls.ts';
import { UndoLine, UndoProvider, useUndo } from '../../../app/undoLine.tsx';
import { counted, withArticle } from '../../../app/words.ts';
import { Button } from '../../../ui/Button.tsx';
import { ErrorNote } from '../../../ui/ErrorNote.tsx';
import { useReview } from '../useReview.tsx';
import { BlankScreen, ChildCanSee } from './ChildCanSee.tsx';
import { Composer } from './Composer.tsx';
import { FiledPane } from './FiledPane.tsx';
import { LineList } from './LineList.tsx';
import { groupOfLine } from './lineWords.ts';
import type { Line, NoteLines } from './useNoteLines.ts';
import { useNoteLines } from './useNoteLines.ts';
import '../../../styles/chair.css';

function Room() {
  const { view } = useReview();
  const attendees = view.meetings.at(-1)?.attendees ?? [];
  const present = attendees.filter(({ how }) => how === 'attended' || how === 'part-of-it');
  return (
    <div className="room">
      <span className="b">In the room</span>
      {present.length === 0 && (
        <span>Nobody is written down yet: add them on the front sheet (Write up, F).</span>
      )}
      {present.map(({ name, role }) => (
        <span key={`${name} ${role}`}>
          {name}, {role}
        </span>
      ))}
    </div>
  );
}

/** F9 blanks the screen from wherever the keys are. */
function useBlankKey(blank: () => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'F9') return;
      event.preventDefault();
      blank();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [blank]);
}

function LineStarts() {
  return (
    <div className="keys">
      {lineStarts.map(({ letter, kind }) => (
        <span key={kind}>
          <span className="key">{letter}:</span>
          {kind}
        </span>
      ))}
      <span className="end">Up, then Alt+P: private</span>
    </div>
  );
}

/** Ctrl+Z means the filing also in a field with nothing in it: the line that was filed as it came has just left it. */
function isInEmptyField(): boolean {
  const field = document.activeElement;
  return field instanceof HTMLTextAreaElement && field.value === '';
}

function useFiling({ file }: NoteLines) {
  const undo = useUndo();
  const [failure, setFailure] = useState<AppError>();
  const onFile = useCallback(
    (line: Line, section: SectionKey) => {
      const filed = async () => {
        try {
          const way = await file(line, section);
          setFailure(undefined);
          const made = line.kind === 'note' ? '' : `, and made ${withArticle(line.kind)}`;
          const group = groupOfLine({ filedSection: section })?.name ?? 'its group';
          if (way) undo.done(`Filed to ${group}${made}`, { ...way, isLatest: isInEmptyField });
        } catch (cause) {
          setFailure(failureOf(cause));
        }
      };
      void filed();
    },
    [file, undo],
  );
  return { onFile, failure };
}

function Chairing() {
  const { child, whyNot } = useReview();
  const notes = useNoteLines();
  const { onFile, failure } = useFiling(notes);
  const [place, setPlace] = useState<number>();
  // Apart: a screen that was turned to the child and then blanked comes back as the child saw it, never as it was before.
  const [isTurned, setTurned] = useState(false);
  const [isBlank, setBlank] = useState(false);
  const list = useRef<HTMLDivElement>(null);
  const blank = useCallback(() => setBlank(true), []);
  useBlankKey(blank);
  const why = whyNot('narrative');
  const unfiled = notes.lines.filter((line) => line.filedSection === undefined).length;
  useEffect(() => {
    if (place === undefined) list.current?.querySelector<HTMLTextAreaElement>('.typing textarea')?.focus();
  }, [place]);
  return (
    <div className="panes chairp">
      <section className="run" aria-label="Running note" data-pane="note">
        <div className="ph">
          <h2>Running note</h2>
          <span className="soft num">
            {counted(notes.lines.length, 'line')}, {unfiled} not filed
          </span>
          <span className="end btns-end">
            <Button look="small" icon="eye" onClick={() => setTurned(true)}>
              {child.preferredName} can see
            </Button>
            <Button look="small" icon="blank" onClick={blank} aria-keyshortcuts="F9">
              Blank the screen <span className="key">F9</span>
            </Button>
          </span>
        </div>
        <Room />
        <div className="lines scroll" ref={list}>
          <ol>
            <LineList lines={notes.lines} notes={notes} place={place} onPlace={setPlace} onFile={onFile} />
          </ol>
          {failure && <ErrorNote error={failure} />}
          {why === undefined ? (
            <Composer notes={notes} onFile={onFile} onUp={() => setPlace(notes.lines.length - 1)} />
          ) : (
            <p className="note finalised-note">{why}</p>
          )}
        </div>
        <div>
          <UndoLine />
          <LineStarts />
        </div>
      </section>
      <FiledPane lines={notes.lines} />
      {isTurned && <ChildCanSee lines={notes.lines} onClose={() => setTurned(false)} onBlank={blank} />}
      {isBlank && <BlankScreen onClose={() => setBlank(false)} />}
    </div>
  );
}

/** Capture what is said, in the order it is said, with no dialog between the officer and the room. */
export function ChairStage() {
  return (
    <UndoProvider>
      <Chairing />
    </UndoProvider>
  );
}
