import type { RefObject } from 'react';
import type { Editor } from '@tiptap/react';
import { useEffect, useMemo, useRef } from 'react';
import { plainText } from '../../../../shared/richText.ts';
import { countWords } from '../../../editor/words.ts';
import { useReview } from '../useReview.tsx';
import type { Making } from './makings.ts';
import { makings } from './makings.ts';
import { useSelection } from './selection.tsx';
import { useMaking } from './useMaking.ts';

/** Words of this review's record, said at the foot. */
function useWordCount(): number {
  const { record } = useReview();
  return useMemo(
    () =>
      record.texts.reduce((sum, text) => sum + countWords(plainText(text.body)), 0) +
      record.points.reduce((sum, point) => sum + countWords(point.words), 0),
    [record.texts, record.points],
  );
}

/** What a key makes of the words: Alt and a letter in the text, the letter alone in this bar. */
function makingOf(event: KeyboardEvent | React.KeyboardEvent): Making | undefined {
  if (event.ctrlKey || event.metaKey) return undefined;
  // By its place on the keyboard: with Alt some systems type another letter.
  return makings.find(({ key }) => event.code === `Key${key}`)?.kind;
}

/**
 * The editor hears of a new selection only some time after the page has it. Keys that follow at once (an officer's
 * quick hand, a screen reader, a macro) must act on the words that are selected on the screen, not on those before.
 */
function takeSelectionFromPage(editor: Editor): void {
  const shown = document.getSelection();
  const { anchorNode, focusNode } = shown ?? {};
  const { dom } = editor.view;
  if (!shown || !anchorNode || !focusNode || !dom.contains(anchorNode) || !dom.contains(focusNode)) return;
  const anchor = editor.view.posAtDOM(anchorNode, shown.anchorOffset);
  const head = editor.view.posAtDOM(focusNode, shown.focusOffset);
  const { from, to } = editor.state.selection;
  if (from === Math.min(anchor, head) && to === Math.max(anchor, head)) return;
  editor.commands.setTextSelection({ from: Math.min(anchor, head), to: Math.max(anchor, head) });
}

function useMakingKeys(make: (making: Making) => void, toBar: () => void): void {
  const { place } = useSelection();
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const editor = place()?.editor;
      if (!editor?.isFocused || !editor.isEditable) return;
      if (event.key === 'F2') {
        event.preventDefault();
        toBar();
        return;
      }
      const making = event.altKey ? makingOf(event) : undefined;
      if (!making) return;
      takeSelectionFromPage(editor);
      if (editor.state.selection.empty) return;
      event.preventDefault();
      event.stopPropagation();
      make(making);
    };
    window.addEventListener('keydown', onKey, { capture: true });
    return () => window.removeEventListener('keydown', onKey, { capture: true });
  }, [make, place, toBar]);
}

function Makings({
  make,
  bar,
}: {
  readonly make: (making: Making) => void;
  readonly bar: RefObject<HTMLUListElement | null>;
}) {
  const { place } = useSelection();
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- its letters work on each of its buttons
    <ul
      ref={bar}
      aria-label="Make of the selected words"
      className="makings"
      onKeyDown={(event) => {
        const making = event.altKey ? undefined : makingOf(event);
        if (making) {
          event.preventDefault();
          event.stopPropagation();
          make(making);
        }
        if (event.key === 'Escape') place()?.editor.commands.focus();
      }}
    >
      {makings.map(({ key, kind, name }) => (
        <li key={kind}>
          <button
            type="button"
            aria-keyshortcuts={`Alt+${key}`}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => make(kind)}
          >
            <span className="key" aria-hidden="true">
              {key}
            </span>
            {name}
          </button>
        </li>
      ))}
    </ul>
  );
}

/** What selected words can become, at the foot of the text. */
export function KeysBar() {
  const { count, place } = useSelection();
  const { isEditable } = useReview();
  const { ofWords } = useMaking();
  const words = useWordCount();
  const bar = useRef<HTMLUListElement>(null);
  const make = (making: Making) => {
    const at = place();
    if (!at) return;
    at.editor.commands.focus();
    void ofWords(at, making);
  };
  useMakingKeys(make, () => bar.current?.querySelector('button')?.focus());
  const canMake = isEditable('point');
  return (
    <div className="keys">
      {!canMake && <span>Finalised: nothing here can change</span>}
      {canMake && (
        <>
          <span className="b lead">{count > 0 && `${count} ${count === 1 ? 'word' : 'words'}: `}Alt +</span>
          <Makings make={make} bar={bar} />
          <span className="slash">
            or type <span className="key">/</span>
          </span>
        </>
      )}
      <span className="end num">{words.toLocaleString('en-GB')} words</span>
    </div>
  );
}
