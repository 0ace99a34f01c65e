import { Extension, Mark, mergeAttributes } from '@tiptap/core';
import { Fragment, Slice } from '@tiptap/pm/model';
import type { Node } from '@tiptap/pm/model';
import { Plugin } from '@tiptap/pm/state';
import { StarterKit } from '@tiptap/starter-kit';

/**
 * Ties words to a point of the record. Several pieces of one id are one anchor, and anchors may overlap
 * (`excludes: ''`); typing at an edge does not join in (`inclusive: false`).
 */
export const PointMark = Mark.create({
  name: 'point',
  excludes: '',
  inclusive: false,

  addAttributes() {
    return {
      id: {
        isRequired: true,
        // A mark read without attributes gets null here, required or not.
        validate: 'string',
        parseHTML: (element: HTMLElement) => element.getAttribute('data-point'),
        renderHTML: ({ id }: Record<string, unknown>) => ({ 'data-point': id }),
      },
    };
  },

  // Needed when the browser rewrites a paragraph under the caret and the editor reads it back.
  parseHTML() {
    return [{ tag: 'span[data-point]' }];
  },

  renderHTML({ HTMLAttributes }) {
    return ['span', mergeAttributes(HTMLAttributes, { class: 'point-anchor' }), 0];
  },
});

/** A list may be pasted with a first number that is none; the record's schema would refuse to save it. */
function withValidStart(node: Node): Node['attrs'] {
  const start: unknown = node.attrs['start'];
  return node.type.name === 'orderedList' && !Number.isSafeInteger(start)
    ? { ...node.attrs, start: 1 }
    : node.attrs;
}

function pastedFragment(fragment: Fragment): Fragment {
  const nodes: Node[] = [];
  fragment.forEach((node) => {
    const marks = node.marks.filter((mark) => mark.type.name !== 'point');
    nodes.push(
      node.isText
        ? node.mark(marks)
        : node.type.create(withValidStart(node), pastedFragment(node.content), marks),
    );
  });
  return Fragment.fromArray(nodes);
}

/**
 * What may be pasted of a slice: everything but anchors. Words copied from another section or record must not
 * claim to be the source of its points.
 */
export function withoutAnchors(slice: Slice): Slice {
  return new Slice(pastedFragment(slice.content), slice.openStart, slice.openEnd);
}

const PasteWithoutAnchors = Extension.create({
  name: 'pasteWithoutAnchors',
  addProseMirrorPlugins() {
    return [
      new Plugin({
        props: {
          // Words moved by dragging within this editor stay the same words: they keep their anchors.
          transformPasted: (slice, view) => (view.dragging?.move === true ? slice : withoutAnchors(slice)),
        },
      }),
    ];
  },
});

/** What a rich text may hold. `shared/richText.ts` mirrors it in zod, and a test keeps the two equal. */
export const extensions = [
  StarterKit.configure({
    link: false,
    code: false,
    codeBlock: false,
    heading: false,
    strike: false,
    horizontalRule: false,
  }),
  PointMark,
  PasteWithoutAnchors,
];
