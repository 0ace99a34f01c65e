import { Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import type { EditorState, Transaction } from '@tiptap/pm/state';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';

/** What a bead shows: its number, and whether its point still waits for an answer. */
export type Bead = { readonly number: string; readonly isLoose: boolean };
export type Beads = Readonly<Record<string, Bead>>;

/** Where the words of one point stand: several pieces of one id are one anchor. */
export type Piece = { readonly id: string; readonly from: number; readonly to: number };

/** The anchored pieces of a document, in reading order. */
export function piecesOf(doc: Node): Piece[] {
  const pieces: Piece[] = [];
  doc.descendants((node, position) => {
    for (const mark of node.marks) {
      const id: unknown = mark.attrs['id'];
      if (mark.type.name !== 'point' || typeof id !== 'string') continue;
      const last = pieces.findLast((piece) => piece.id === id);
      const to = position + node.nodeSize;
      if (last?.to === position) pieces.splice(pieces.indexOf(last), 1, { ...last, to });
      else pieces.push({ id, from: position, to });
    }
  });
  return pieces;
}

function beadElement(id: string, { number, isLoose }: Bead): HTMLElement {
  const bead = document.createElement('span');
  bead.className = `pt${number.startsWith('V') ? ' v' : ''}${isLoose ? ' loose' : ''}`;
  bead.dataset['bead'] = id;
  bead.contentEditable = 'false';
  bead.textContent = number;
  return bead;
}

function decorate(doc: Node, beads: Beads): DecorationSet {
  const pieces = piecesOf(doc);
  const decorations = pieces.flatMap(({ id, from, to }, place) => {
    const bead = beads[id];
    if (!bead) return [];
    const isLast = pieces.findLastIndex((piece) => piece.id === id) === place;
    const key = `${id} ${bead.number} ${String(bead.isLoose)}`;
    return [
      ...(bead.isLoose ? [Decoration.inline(from, to, { class: 'loose' })] : []),
      // Only drawn: a number in the text itself would be wrong as soon as a point before it goes.
      ...(isLast ? [Decoration.widget(to, () => beadElement(id, bead), { side: -1, key, marks: [] })] : []),
    ];
  });
  return DecorationSet.create(doc, decorations);
}

type Held = { readonly beads: Beads; readonly drawn: DecorationSet };
export const beadsKey = new PluginKey<Held>('pointBeads');

/** The transaction that gives the editor new numbers. */
export function withBeads(state: EditorState, beads: Beads): Transaction {
  return state.tr.setMeta(beadsKey, beads).setMeta('addToHistory', false);
}

/** Draws each point's number after the last words that anchor it. */
export const PointBeads = Extension.create<{ onBead: (id: string) => void }>({
  name: 'pointBeads',
  addOptions: () => ({ onBead: () => undefined }),
  addProseMirrorPlugins() {
    const { onBead } = this.options;
    return [
      new Plugin<Held>({
        key: beadsKey,
        state: {
          init: (_config, { doc }) => ({ beads: {}, drawn: decorate(doc, {}) }),
          apply: (tr, held) => {
            // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- only `withBeads` sets it
            const given = tr.getMeta(beadsKey) as Beads | undefined;
            if (!given && !tr.docChanged) return held;
            const beads = given ?? held.beads;
            return { beads, drawn: decorate(tr.doc, beads) };
          },
        },
        props: {
          decorations: (state) => beadsKey.getState(state)?.drawn,
          handleClick: (_view, _position, event) => {
            const target =
              event.target instanceof HTMLElement ? event.target.closest<HTMLElement>('[data-bead]') : null;
            const id = target?.dataset['bead'];
            if (id === undefined) return false;
            onBead(id);
            return true;
          },
        },
      }),
    ];
  },
});
