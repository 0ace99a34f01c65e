import { unquoted } from '../../../app/words.ts';
import { useEffect, useRef, useState } from 'react';
import { firstSectionOf, groupOfDigit, readLine, typedLine } from '../../../../shared/domain/noteLine.ts';
import type { SectionKey } from '../../../../shared/domain/model/sections.ts';
import { ConflictPanel } from '../../../app/saving/ConflictPanel.tsx';
import { Status } from '../../../ui/Status.tsx';
import { clockOf, groupOfLine, isVoice, kindWords } from './lineWords.ts';
import type { Line, NoteLines } from './useNoteLines.ts';

type ListProps = {
  readonly lines: readonly Line[];
  readonly notes: NoteLines;
  /** The line that has the keys; undefined while the composer has them. */
  readonly place: number | undefined;
  readonly onPlace: (place: number | undefined) => void;
  readonly onFile: (line: Line, section: SectionKey) => void;
};

function Edited({
  line,
  notes,
  onDone,
}: {
  readonly line: Line;
  readonly notes: NoteLines;
  readonly onDone: () => void;
}) {
  const [typed, setTyped] = useState(typedLine(line));
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.focus(), []);
  const leave = () => {
    void notes.finish({ ...line, ...readLine(typed) });
    onDone();
  };
  return (
    <textarea
      ref={field}
      className="x"
      aria-label={`Change the line of ${clockOf(line.at)}`}
      value={typed}
      spellCheck={false}
      autoComplete="off"
      onChange={(event) => {
        setTyped(event.target.value);
        notes.write({ ...line, ...readLine(event.target.value) });
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' || event.key === 'Escape') {
          event.preventDefault();
          event.stopPropagation();
          leave();
        }
      }}
      onBlur={leave}
    />
  );
}

function Words({ line }: { readonly line: Line }) {
  return (
    <span className="x">
      {isVoice(line.kind) ? <q className="voice">{unquoted(line.text)}</q> : line.text}
      {line.isPrivate === true && (
        <>
          {' '}
          <Status kind="private">Private</Status>
        </>
      )}
    </span>
  );
}

/** A line that was changed in two places: both, and which to keep; both in one is the stored one and then this. */
function LineConflict({ line, notes }: { readonly line: Line; readonly notes: NoteLines }) {
  const found = notes.conflictOf(line.id);
  if (!found) return null;
  return (
    <div className="two-versions">
      <ConflictPanel<Line>
        conflict={found.conflict}
        textOf={typedLine}
        both={(stored, typed) => ({ ...stored, text: `${stored.text} / ${typed.text}` })}
        onResolve={found.resolve}
      />
    </div>
  );
}

function LineRow({
  line,
  isTied,
  isHere,
  notes,
  onKeys,
}: {
  readonly line: Line;
  readonly isTied: boolean;
  readonly isHere: boolean;
  readonly notes: NoteLines;
  readonly onKeys: (event: React.KeyboardEvent) => void;
}) {
  const row = useRef<HTMLButtonElement>(null);
  const [isEdited, setEdited] = useState(false);
  const filed = groupOfLine(line);
  useEffect(() => {
    if (isHere && !isEdited) row.current?.focus();
  }, [isHere, isEdited]);
  return (
    <li className={isTied ? 'tied' : undefined}>
      <span className="t">{clockOf(line.at)}</span>
      <span className="k">{line.kind === 'note' ? '' : kindWords[line.kind]}</span>
      {isEdited ? (
        <Edited line={line} notes={notes} onDone={() => setEdited(false)} />
      ) : (
        <button
          type="button"
          ref={row}
          className="x"
          aria-keyshortcuts="Enter Alt+1"
          onClick={() => setEdited(true)}
          onKeyDown={onKeys}
        >
          <Words line={line} />
        </button>
      )}
      <span className="f">
        {filed ? (
          <>
            <span className="key" aria-hidden="true">
              {filed.digit}
            </span>
            {filed.name}
          </>
        ) : (
          <Status kind="open">Not filed</Status>
        )}
      </span>
      <LineConflict line={line} notes={notes} />
    </li>
  );
}

/** The lines so far, in the order they were said. Arrows walk them, Enter changes one, Alt and a digit file it. */
export function LineList({ lines, notes, place, onPlace, onFile }: ListProps) {
  const keysOf = (line: Line, index: number) => (event: React.KeyboardEvent) => {
    const group = event.altKey ? groupOfDigit(event.code.replace('Digit', '')) : undefined;
    if (group) {
      event.preventDefault();
      event.stopPropagation();
      onFile(line, firstSectionOf(group));
    } else if (event.altKey && event.code === 'KeyP') {
      event.preventDefault();
      const next = { ...line, isPrivate: line.isPrivate !== true };
      notes.write(next);
      void notes.finish(next);
    } else if (event.key === 'ArrowUp') {
      event.preventDefault();
      onPlace(Math.max(0, index - 1));
    } else if (event.key === 'ArrowDown' || event.key === 'Escape') {
      event.preventDefault();
      onPlace(event.key === 'Escape' || index + 1 >= lines.length ? undefined : index + 1);
    }
  };
  return (
    <>
      {lines.map((line, index) => (
        <LineRow
          key={line.id}
          line={line}
          isTied={line.kind === 'action' && lines[index - 1]?.kind === 'decision'}
          isHere={place === index}
          notes={notes}
          onKeys={keysOf(line, index)}
        />
      ))}
    </>
  );
}
