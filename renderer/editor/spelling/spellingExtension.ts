import { Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import type { EditorState } from '@tiptap/pm/state';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { isMisspelt, judge, onJudged } from './speller.ts';
import type { FoundWord } from './words.ts';
import { wordsToCheck } from './words.ts';

/** How long the typing rests before the words are judged, ms: nothing moves while somebody types. */
const rest = 600;

/** The words of a document by their places in it; a word that a mark divides is still one word. */
export function wordsIn(doc: Node): FoundWord[] {
  const found: FoundWord[] = [];
  doc.descendants((node, position) => {
    if (!node.isTextblock) return true;
    const text = node.textBetween(0, node.content.size, undefined, '\n');
    for (const { word, from, to } of wordsToCheck(text)) {
      found.push({ word, from: position + 1 + from, to: position + 1 + to });
    }
    return false;
  });
  return found;
}

export const spellingKey = new PluginKey<DecorationSet>('spelling');

function underline(doc: Node, caret: number): DecorationSet {
  const wrong = wordsIn(doc).filter(
    ({ word, from, to }) => isMisspelt(word) === true && !(caret >= from && caret <= to),
  );
  return DecorationSet.create(
    doc,
    wrong.map(({ from, to }) => Decoration.inline(from, to, { class: 'misspelt' })),
  );
}

function watch(view: EditorView) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const draw = () => {
    if (!view.isDestroyed)
      view.dispatch(view.state.tr.setMeta(spellingKey, true).setMeta('addToHistory', false));
  };
  const check = () => {
    const words = wordsIn(view.state.doc).map(({ word }) => word);
    void judge(words).then(draw);
  };
  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(check, rest);
  };
  later();
  const stop = onJudged(later);
  return {
    update: (_view: EditorView, before: { readonly doc: Node }) => {
      if (before.doc !== view.state.doc) later();
    },
    destroy: () => {
      clearTimeout(timer);
      stop();
    },
  };
}

/** The underlined word at a place, if there is one. */
export function wrongWordAt(state: EditorState, position: number): FoundWord | undefined {
  const [found] = spellingKey.getState(state)?.find(position, position) ?? [];
  return found && { word: state.doc.textBetween(found.from, found.to), from: found.from, to: found.to };
}

function isMenuKey(event: KeyboardEvent): boolean {
  return event.key === 'ContextMenu' || event.key === 'F7' || (event.key === 'F10' && event.shiftKey);
}

/** Underlines what the en-GB dictionary does not know; the word under the caret is still being written. */
export const Spelling = Extension.create<{ onAsk: (view: EditorView, wrong: FoundWord) => void }>({
  name: 'spelling',
  addOptions: () => ({ onAsk: () => undefined }),
  addProseMirrorPlugins() {
    const askAt = (view: EditorView, position: number | undefined): boolean => {
      const wrong = position === undefined ? undefined : wrongWordAt(view.state, position);
      if (wrong) this.options.onAsk(view, wrong);
      return wrong !== undefined;
    };
    return [
      new Plugin<DecorationSet>({
        key: spellingKey,
        state: {
          init: () => DecorationSet.empty,
          apply: (tr, drawn) =>
            tr.getMeta(spellingKey) === true
              ? underline(tr.doc, tr.selection.head)
              : drawn.map(tr.mapping, tr.doc),
        },
        props: {
          decorations: (state) => spellingKey.getState(state),
          handleKeyDown: (view, event) => isMenuKey(event) && askAt(view, view.state.selection.head),
          handleDOMEvents: {
            contextmenu: (view, event) => {
              const isAsked = askAt(view, view.posAtCoords({ left: event.clientX, top: event.clientY })?.pos);
              if (isAsked) event.preventDefault();
              return isAsked;
            },
          },
        },
        view: watch,
      }),
    ];
  },
});
