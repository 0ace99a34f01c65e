import { getSchema } from '@tiptap/core';
import { Slice } from '@tiptap/pm/model';
import type { Node } from '@tiptap/pm/model';
import { EditorState } from '@tiptap/pm/state';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extensions, withoutAnchors } from '../../renderer/editor/extensions.ts';
import { RichText, richTextMarks, richTextNodes } from '../../shared/richText.ts';

const schema = getSchema(extensions);
const read = (value: unknown): Node => {
  const node = schema.nodeFromJSON(value);
  node.check();
  return node;
};

const mark = fc.oneof(
  fc.constantFrom({ type: 'bold' }, { type: 'italic' }, { type: 'underline' }),
  fc.constantFrom('p1', 'p2').map((id) => ({ type: 'point', attrs: { id } })),
);
const marks = fc
  .uniqueArray(mark, { maxLength: 4, selector: (entry) => JSON.stringify(entry) })
  .map((list) => (list.length === 0 ? {} : { marks: list }));
const inline = fc.oneof(
  fc
    .tuple(fc.string({ unit: 'grapheme', minLength: 1 }), marks)
    .map(([text, on]) => ({ type: 'text', text, ...on })),
  marks.map((on) => ({ type: 'hardBreak', ...on })),
);
const paragraph = fc.array(inline, { maxLength: 4 }).map((content) => ({ type: 'paragraph', content }));
const { block } = fc.letrec<{ block: unknown; item: unknown }>((tie) => ({
  block: fc.oneof(
    { depthSize: 'small' },
    paragraph,
    fc.array(tie('item'), { minLength: 1, maxLength: 3 }).map((content) => ({ type: 'bulletList', content })),
    fc.array(tie('item'), { minLength: 1, maxLength: 3 }).map((content) => ({
      type: 'orderedList',
      attrs: { start: 2, type: null },
      content,
    })),
    fc
      .array(tie('block'), { minLength: 1, maxLength: 3 })
      .map((content) => ({ type: 'blockquote', content })),
  ),
  item: fc
    .tuple(paragraph, fc.array(tie('block'), { maxLength: 2 }))
    .map(([first, rest]) => ({ type: 'listItem', content: [first, ...rest] })),
}));
const documents = fc
  .array(block, { minLength: 1, maxLength: 4 })
  .map((content) => ({ type: 'doc', content }));

describe('the editor and the record', () => {
  it('allow the same nodes and marks', () => {
    expect(Object.keys(schema.nodes).sort()).toEqual([...richTextNodes].sort());
    expect(Object.keys(schema.marks)).toEqual([...richTextMarks]);
  });

  it('know the same attributes', () => {
    const attributes = Object.values({ ...schema.nodes, ...schema.marks }).flatMap((type) =>
      Object.keys(type.spec.attrs ?? {}).map((name) => `${type.name}.${name}`),
    );
    expect(attributes.sort()).toEqual(['orderedList.start', 'orderedList.type', 'point.id']);
  });

  it('take each other’s texts', () => {
    fc.assert(
      fc.property(documents, (value) => {
        expect(RichText.safeParse(value).error?.issues).toBeUndefined();
        const written: unknown = JSON.parse(JSON.stringify(read(value).toJSON()));
        expect(RichText.safeParse(written).error?.issues).toBeUndefined();
      }),
    );
  });

  it('refuse the same texts', () => {
    for (const value of [
      { type: 'doc', content: [] },
      { type: 'doc', content: [{ type: 'heading', attrs: { level: 1 } }] },
      { type: 'doc', content: [{ type: 'bulletList', content: [{ type: 'listItem', content: [] }] }] },
      {
        type: 'doc',
        content: [{ type: 'paragraph', content: [{ type: 'text', text: 'a', marks: [{ type: 'point' }] }] }],
      },
      {
        type: 'doc',
        content: [
          {
            type: 'paragraph',
            content: [{ type: 'text', text: 'a', marks: [{ type: 'bold' }, { type: 'bold' }] }],
          },
        ],
      },
    ]) {
      expect(RichText.safeParse(value).success).toBe(false);
      expect(() => read(value)).toThrow(RangeError);
    }
  });
});

describe('the anchor of a point', () => {
  const anchored = (id: string) => ({ type: 'point', attrs: { id } });
  const text = (words: string, ...ids: string[]) => ({ type: 'text', text: words, marks: ids.map(anchored) });
  const state = EditorState.create({
    doc: read({ type: 'doc', content: [{ type: 'paragraph', content: [text('door', 'p1')] }] }),
  });

  it('does not take in what is typed at its edge', () => {
    const typed = state.apply(state.tr.insertText(' shut', 5)).doc;
    expect(typed.firstChild?.childCount).toBe(2);
    expect(typed.firstChild?.lastChild?.marks).toEqual([]);
  });

  it('lies over another', () => {
    const over = state.apply(state.tr.addMark(1, 3, schema.mark('point', { id: 'p2' }))).doc;
    expect(over.firstChild?.firstChild?.marks.map(({ attrs }) => attrs['id'] as unknown)).toEqual([
      'p1',
      'p2',
    ]);
  });

  it('is left behind by a paste, with a list’s impossible number, and nothing else is', () => {
    const list = (start: unknown) => ({
      type: 'orderedList',
      attrs: { start, type: null },
      content: [
        {
          type: 'listItem',
          content: [
            {
              type: 'paragraph',
              content: [text('said', 'p1', 'p2'), { type: 'text', text: ' so', marks: [{ type: 'bold' }] }],
            },
          ],
        },
      ],
    });
    const pasted = withoutAnchors(
      new Slice(read({ type: 'doc', content: [list(Number.NaN)] }).content, 1, 1),
    );
    expect([pasted.openStart, pasted.openEnd]).toEqual([1, 1]);
    const words = [
      { type: 'text', text: 'said' },
      { type: 'text', text: ' so', marks: [{ type: 'bold' }] },
    ];
    expect(pasted.content.toJSON()).toEqual([
      { ...list(1), content: [{ type: 'listItem', content: [{ type: 'paragraph', content: words }] }] },
    ]);
  });
});
