import { useRef, useState } from 'react';
import { firstSectionOf, groupOfDigit, readLine } from '../../../../shared/domain/noteLine.ts';
import type { SectionKey } from '../../../../shared/domain/model/sections.ts';
import { clockOf, kindWords } from './lineWords.ts';
import type { Line, NoteLines } from './useNoteLines.ts';

type Props = {
  readonly notes: NoteLines;
  /** The line that Alt and a digit file while nothing is being typed. */
  readonly onFile: (line: Line, section: SectionKey) => void;
  readonly onUp: () => void;
};

/** The line being typed. It is kept from its first letter; Enter finishes it, Alt and a digit file it as it comes. */
export function Composer({ notes, onFile, onUp }: Props) {
  const [typed, setTyped] = useState('');
  const current = useRef<Line>(undefined);
  const [since, setSince] = useState<string>();
  const { kind } = readLine(typed);

  const change = (next: string) => {
    setTyped(next);
    if (next.trim() === '' && !current.current) return;
    current.current = { ...(current.current ?? notes.begin(next)), ...readLine(next) };
    setSince(current.current.at);
    notes.write(current.current);
  };
  const finish = (): Line | undefined => {
    const line = current.current;
    current.current = undefined;
    setSince(undefined);
    setTyped('');
    if (!line || line.text === '') return undefined;
    void notes.finish(line);
    return line;
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const group = event.altKey ? groupOfDigit(event.code.replace('Digit', '')) : undefined;
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      finish();
    } else if (group && typed.trim() !== '') {
      event.preventDefault();
      event.stopPropagation();
      const line = finish();
      if (line) onFile(line, firstSectionOf(group));
    } else if (event.key === 'ArrowUp' && typed === '') {
      event.preventDefault();
      onUp();
    }
  };

  return (
    <div className="typing line">
      <span className="t">{since === undefined ? '' : clockOf(since)}</span>
      <span className="k">{kind === 'note' ? '' : kindWords[kind]}</span>
      <textarea
        className="x"
        aria-label="Running note: type a line, Enter keeps it"
        rows={1}
        value={typed}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => change(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <span className="f">{kind === 'action' ? 'who and by when can wait' : 'Enter keeps the line'}</span>
    </div>
  );
}
