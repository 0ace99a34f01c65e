import type { Editor } from '@tiptap/core';
import type { KeyboardEvent } from 'react';
import { useEffect, useRef, useState } from 'react';
import { learn, suggest } from './speller.ts';
import type { FoundWord } from './words.ts';

export type Asked = FoundWord & { readonly left: number; readonly top: number };

type Props = { readonly editor: Editor; readonly asked: Asked | undefined; readonly onClose: () => void };

function useSuggestions(word: string | undefined): readonly string[] | undefined {
  const [found, setFound] = useState<{ word: string; suggestions: readonly string[] }>();
  useEffect(() => {
    if (word === undefined) return;
    void suggest(word).then((suggestions) => setFound({ word, suggestions }));
  }, [word]);
  return found !== undefined && found.word === word ? found.suggestions : undefined;
}

function moveFocus(list: HTMLElement, step: number): void {
  const buttons = [...list.querySelectorAll('button')];
  const here = buttons.findIndex((button) => button === document.activeElement);
  buttons.at((here + step + buttons.length) % buttons.length)?.focus();
}

function onListKey(event: KeyboardEvent<HTMLUListElement>, leave: () => void): void {
  if (event.key === 'Escape') leave();
  else if (event.key === 'ArrowDown') moveFocus(event.currentTarget, 1);
  else if (event.key === 'ArrowUp') moveFocus(event.currentTarget, -1);
  else return;
  event.preventDefault();
}

/** Suggestions for an underlined word: right click on it, or Shift+F10, F7 or the menu key with the caret in it. */
export function SpellMenu({ editor, asked, onClose }: Props) {
  const list = useRef<HTMLUListElement>(null);
  const word = asked?.word;
  const suggestions = useSuggestions(word);
  const offered = suggestions?.length;
  useEffect(() => {
    // Again when the suggestions have come: the first of them is what is wanted.
    if (word !== undefined || offered !== undefined) list.current?.querySelector('button')?.focus();
  }, [word, offered]);
  if (!asked) return null;
  const leave = () => {
    onClose();
    editor.commands.focus();
  };
  const replace = (by: string) => {
    const marks = editor.state.doc.resolve(asked.from + 1).marks();
    editor.view.dispatch(editor.state.tr.replaceWith(asked.from, asked.to, editor.schema.text(by, marks)));
    leave();
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- arrows move between its buttons
    <ul
      ref={list}
      className="floats"
      aria-label={`Spelling of ${asked.word}`}
      style={{ left: asked.left, top: Math.min(asked.top + 4, window.innerHeight - 260) }}
      onKeyDown={(event) => onListKey(event, leave)}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) onClose();
      }}
    >
      {(suggestions ?? []).map((suggestion) => (
        <li key={suggestion}>
          <button type="button" className="b" onClick={() => replace(suggestion)}>
            {suggestion}
          </button>
        </li>
      ))}
      {suggestions?.length === 0 && <li className="note nothing">No suggestion</li>}
      <li>
        <button
          type="button"
          onClick={() => {
            void learn(asked.word).catch(() => undefined);
            leave();
          }}
        >
          Add to my words
        </button>
      </li>
      <li>
        <button type="button" onClick={leave}>
          Leave it
        </button>
      </li>
    </ul>
  );
}
