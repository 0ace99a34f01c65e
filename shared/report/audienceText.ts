import type { Block, Inline, ListItem, Paragraph, RichText } from '../richText.ts';
import { paragraphsOf, plainText } from '../richText.ts';

type Choice = {
  /** By the paragraph's place among all paragraphs of the text, from 0 (`paragraphsOf`). */
  readonly isKept: (index: number) => boolean;
  /** Whether a point may still be seen; the anchor of any other goes, its words stay. */
  readonly hasPoint: (id: string) => boolean;
};

function isFilled(paragraph: Paragraph): boolean {
  return plainText({ type: 'doc', content: [paragraph] }).trim() !== '';
}

function withoutAnchors(paragraph: Paragraph, hasPoint: Choice['hasPoint']): Paragraph {
  if (paragraph.content === undefined) return paragraph;
  const content = paragraph.content.map((node): Inline => {
    if (node.marks === undefined) return node;
    const marks = node.marks.filter((mark) => mark.type !== 'point' || hasPoint(mark.attrs.id));
    return { ...node, marks };
  });
  return { ...paragraph, content };
}

/**
 * The paragraphs of a text that a reader may have, without a trace of the others: no empty line, list or item is
 * left, and a numbered list starts at 1. Undefined when nothing is left.
 */
export function keepParagraphs(body: RichText, choice: Choice): RichText | undefined {
  const isWhole = paragraphsOf(body).every(
    (paragraph, index) => choice.isKept(index) || !isFilled(paragraph),
  );
  let place = -1;
  const keepItem = (item: ListItem): ListItem[] => {
    const kept = keepBlocks(item.content);
    // An item begins with a paragraph. Where its first is gone, what is left of it stands in a row, not indented.
    const [first, ...rest] =
      kept[0]?.type === 'paragraph'
        ? [kept[0], ...kept.slice(1)]
        : paragraphsOf({ type: 'doc', content: kept });
    return first === undefined ? [] : [{ ...item, content: [first, ...rest] }];
  };
  const keepBlock = (node: Block): Block[] => {
    if (node.type === 'paragraph') {
      place += 1;
      return choice.isKept(place) && isFilled(node) ? [withoutAnchors(node, choice.hasPoint)] : [];
    }
    if (node.type === 'blockquote') {
      const content = keepBlocks(node.content);
      return content.length === 0 ? [] : [{ ...node, content }];
    }
    const content = node.content.flatMap(keepItem);
    if (content.length === 0) return [];
    if (node.type === 'bulletList') return [{ ...node, content }];
    const attrs = node.attrs && !isWhole ? { ...node.attrs, start: 1 } : node.attrs;
    return [{ ...node, content, ...(attrs && { attrs }) }];
  };
  const keepBlocks = (nodes: readonly Block[]): Block[] => nodes.flatMap(keepBlock);
  const content = keepBlocks(body.content);
  return content.length === 0 ? undefined : { ...body, content };
}
