import * as z from 'zod';
import { PointId } from './domain/ids.ts';

/**
 * What an editor may hold (Tiptap's JSON). `renderer/editor/extensions.ts` allows the same nodes and marks;
 * a test keeps the two equal. Anything else is refused, never dropped.
 */
export const richTextNodes = [
  'doc',
  'paragraph',
  'text',
  'hardBreak',
  'bulletList',
  'orderedList',
  'listItem',
  'blockquote',
] as const;
/** The marks, in the order the editor keeps them on one piece of text. */
export const richTextMarks = ['bold', 'italic', 'underline', 'point'] as const;

const boldMark = z.strictObject({ type: z.literal('bold') });
const italicMark = z.strictObject({ type: z.literal('italic') });
const underlineMark = z.strictObject({ type: z.literal('underline') });
/** Ties the words to a point; several pieces of one id are one anchor. */
const pointMark = z.strictObject({ type: z.literal('point'), attrs: z.strictObject({ id: PointId }) });
const mark = z.discriminatedUnion('type', [boldMark, italicMark, underlineMark, pointMark]);

function isEachOnce(marks: readonly z.infer<typeof mark>[]): boolean {
  const names = marks.map((found) => (found.type === 'point' ? `point ${found.attrs.id}` : found.type));
  return new Set(names).size === names.length;
}
// The editor's own check fails on a mark given twice, and the text would open read-only.
const marks = z.array(mark).refine(isEachOnce, 'a mark stands twice on one piece of text').optional();

const textNode = z.strictObject({ type: z.literal('text'), text: z.string().min(1), marks });
/** A break inside bold or anchored words carries their marks too. */
const hardBreak = z.strictObject({ type: z.literal('hardBreak'), marks });
const inline = z.discriminatedUnion('type', [textNode, hardBreak]);

const paragraph = z.strictObject({ type: z.literal('paragraph'), content: z.array(inline).optional() });

export type Mark = z.infer<typeof mark>;
export type Inline = z.infer<typeof inline>;
export type Paragraph = z.infer<typeof paragraph>;
/** Begins with a paragraph, as the editor wants; lists and quotes may follow in it. */
export type ListItem = { type: 'listItem'; content: [Paragraph, ...Block[]] };
export type Block =
  | Paragraph
  | { type: 'bulletList'; content: ListItem[] }
  | {
      type: 'orderedList';
      attrs?: { start: number; type?: string | null | undefined } | undefined;
      content: ListItem[];
    }
  | { type: 'blockquote'; content: Block[] };

const listItem = z.strictObject({
  type: z.literal('listItem'),
  get content(): z.ZodType<ListItem['content']> {
    return z.tuple([paragraph], block);
  },
});
const bulletList = z.strictObject({ type: z.literal('bulletList'), content: z.array(listItem).min(1) });
const orderedList = z.strictObject({
  type: z.literal('orderedList'),
  attrs: z.strictObject({ start: z.int(), type: z.string().nullish() }).optional(),
  content: z.array(listItem).min(1),
});
const blockquote = z.strictObject({
  type: z.literal('blockquote'),
  get content(): z.ZodType<Block[]> {
    return z.array(block).min(1);
  },
});

// Told apart by type before anything else: a plain union reports each fault once for every kind at every level,
// which doubles with each (347 MB of faults for one bad node 18 quotes deep).
const block: z.ZodType<Block> = z.discriminatedUnion('type', [
  paragraph,
  bulletList,
  orderedList,
  blockquote,
]);

export const RichText = z.strictObject({ type: z.literal('doc'), content: z.array(block).min(1) });
export type RichText = z.infer<typeof RichText>;

export const emptyRichText: RichText = { type: 'doc', content: [{ type: 'paragraph' }] };

/** Plain text to rich text: a blank line starts a paragraph, a single line end (of any system) is a line break. */
export function richTextFromPlain(text: string): RichText {
  const paragraphs = text
    .replaceAll(/\r\n?/g, '\n')
    .split(/\n[ \t]*\n/)
    .map((lines) => lines.split('\n'))
    .map((lines): Paragraph => {
      const content = lines.flatMap((line, index): Inline[] => [
        ...(index > 0 ? [{ type: 'hardBreak' } as const] : []),
        ...(line === '' ? [] : [{ type: 'text', text: line } as const]),
      ]);
      return content.length === 0 ? { type: 'paragraph' } : { type: 'paragraph', content };
    });
  return { type: 'doc', content: paragraphs };
}

function inlineText(content: readonly Inline[] | undefined): string {
  return (content ?? []).map((node) => (node.type === 'text' ? node.text : '\n')).join('');
}

/** Every paragraph of a text in reading order, however deep in lists and quotes it stands. */
export function paragraphsOf(text: RichText): Paragraph[] {
  const walk = (nodes: readonly Block[]): Paragraph[] =>
    nodes.flatMap((node) => {
      if (node.type === 'paragraph') return [node];
      if (node.type === 'blockquote') return walk(node.content);
      return node.content.flatMap((entry) => walk(entry.content));
    });
  return walk(text.content);
}

/** The words of one paragraph, line breaks kept. */
export function paragraphText(node: Paragraph): string {
  return inlineText(node.content);
}

/** The words alone: paragraphs separated by a blank line, line breaks kept. */
export function plainText(text: RichText): string {
  return paragraphsOf(text)
    .map((node) => inlineText(node.content))
    .join('\n\n');
}

export function isBlank(text: RichText): boolean {
  return plainText(text).trim() === '';
}

/** The points a paragraph anchors, each once. */
export function anchorsOf(node: Paragraph): PointId[] {
  const ids = (node.content ?? []).flatMap((entry) =>
    (entry.marks ?? []).flatMap((found) => (found.type === 'point' ? [found.attrs.id] : [])),
  );
  return [...new Set(ids)];
}

/** The points a text anchors, in reading order, each once. */
export function anchoredPoints(text: RichText): PointId[] {
  return [...new Set(paragraphsOf(text).flatMap(anchorsOf))];
}

function withoutMark(content: readonly Inline[], id: string): Inline[] {
  return content.map((node) => {
    if (!node.marks) return node;
    const { marks: all, ...bare } = node;
    const left = all.filter((found) => found.type !== 'point' || found.attrs.id !== id);
    return left.length === 0 ? bare : { ...bare, marks: left };
  });
}

function withoutAnchorIn<B extends Block>(node: B, id: string): B;
function withoutAnchorIn(node: Block, id: string): Block {
  switch (node.type) {
    case 'paragraph':
      return node.content ? { ...node, content: withoutMark(node.content, id) } : node;
    case 'blockquote':
      return { ...node, content: node.content.map((inner) => withoutAnchorIn(inner, id)) };
    default:
      return {
        ...node,
        content: node.content.map(({ content: [first, ...rest], ...entry }) => ({
          ...entry,
          content: [withoutAnchorIn(first, id), ...rest.map((inner) => withoutAnchorIn(inner, id))],
        })),
      };
  }
}

/** The same words without the anchor of one point: what they were before it was made of them. */
export function withoutAnchor(text: RichText, id: string): RichText {
  return { ...text, content: text.content.map((node) => withoutAnchorIn(node, id)) };
}
