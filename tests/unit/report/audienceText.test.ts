import { describe, expect, it } from 'vitest';
import { PointId } from '../../../shared/domain/ids.ts';
import { keepParagraphs } from '../../../shared/report/audienceText.ts';
import type { Block, ListItem, Paragraph, RichText } from '../../../shared/richText.ts';
import { RichText as RichTextSchema, plainText } from '../../../shared/richText.ts';

const line = (text: string, point?: string): Paragraph => ({
  type: 'paragraph',
  content: [
    { type: 'text', text, ...(point && { marks: [{ type: 'point', attrs: { id: PointId.parse(point) } }] }) },
  ],
});
const item = (first: Paragraph, ...rest: Block[]): ListItem => ({
  type: 'listItem',
  content: [first, ...rest],
});
const doc = (...content: Block[]): RichText => ({ type: 'doc', content });
const keep = (body: RichText, kept: readonly number[], points: readonly string[] = []) =>
  keepParagraphs(body, { isKept: (index) => kept.includes(index), hasPoint: (id) => points.includes(id) });

describe('the paragraphs that a reader may have', () => {
  const list = doc(
    line('Before'),
    {
      type: 'orderedList',
      attrs: { start: 4 },
      content: [
        item(line('Fourth')),
        item(line('Fifth'), { type: 'bulletList', content: [item(line('Under fifth'))] }),
      ],
    },
    { type: 'blockquote', content: [line('Quoted')] },
  );

  it('keeps a whole text as it is, its numbering too', () => {
    expect(keep(list, [0, 1, 2, 3, 4])).toEqual(list);
  });

  it('drops an item, and the list starts at 1, since 5 would tell that there was a 4', () => {
    const kept = keep(list, [0, 2, 3]);
    expect(kept?.content[1]).toEqual({
      type: 'orderedList',
      attrs: { start: 1 },
      content: [item(line('Fifth'), { type: 'bulletList', content: [item(line('Under fifth'))] })],
    });
    expect(kept?.content).toHaveLength(2);
  });

  it('leaves no empty item where the first paragraph of an item is gone', () => {
    const kept = keep(list, [3]);
    expect(kept).toEqual(
      doc({ type: 'orderedList', attrs: { start: 1 }, content: [item(line('Under fifth'))] }),
    );
    expect(RichTextSchema.safeParse(kept).success).toBe(true);
  });

  it('leaves no empty list, quotation or line', () => {
    const spaced = doc(line('One'), { type: 'paragraph' }, line('Two'), { type: 'paragraph' }, line('Three'));
    expect(keep(spaced, [0, 1, 3, 4])).toEqual(doc(line('One'), line('Three')));
    expect(keep(list, [])).toBeUndefined();
  });

  it('takes away the anchor of a point that the reader does not have, and leaves the others', () => {
    const body = doc(line('Hers', 'p1'), line('Not hers', 'p2'));
    const kept = keep(body, [0, 1], ['p1']);
    expect(JSON.stringify(kept)).toContain('p1');
    expect(JSON.stringify(kept)).not.toContain('p2');
    expect(kept && plainText(kept)).toBe('Hers\n\nNot hers');
  });
});
