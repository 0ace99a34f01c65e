import type { Block, Inline, Paragraph, RichText } from '../richText.ts';
import type { AnchorNumber, Narrative, Run, TextLook } from './blocks.ts';

/** The label of a list item; `list` counts the lists of one narrative, so that each ordered list starts anew. */
export type ListLabel = {
  readonly kind: 'bullet' | 'ordered';
  readonly level: number;
  readonly list: number;
  readonly start: number;
};

/** A paragraph of a narrative, ready to print. */
export type NarrativeParagraph = {
  readonly runs: readonly Run[];
  /** Only the first paragraph of a list item has it. */
  readonly label: ListLabel | null;
  /** How many lists and quotations the paragraph stands in. */
  readonly depth: number;
};

type Place = { readonly label: ListLabel | null; readonly depth: number };
type Placed = Place & { readonly paragraph: Paragraph };

/** Word has nine levels of a list; deeper ones print at the ninth. */
const deepestLevel = 8;

/**
 * A rich text as the paragraphs that print. A point's number stands after the last words that anchor it,
 * in brackets: "(N1)" as a link, "(R2, review of 14 Apr 2026)" without one.
 * Italic prints as bold, since the house style has no italics. Empty paragraphs go.
 */
export function narrativeParagraphs(narrative: Narrative): NarrativeParagraph[] {
  const placed = placeParagraphs(narrative.body);
  const lastPieces = lastPieceOfEach(placed.map((entry) => entry.paragraph));
  return placed
    .map(({ paragraph, label, depth }) => ({
      runs: inlineRuns(paragraph, narrative.numbers, lastPieces),
      label,
      depth,
    }))
    .filter((entry) => entry.label !== null || entry.runs.length > 0);
}

function placeParagraphs(body: RichText): Placed[] {
  const placed: Placed[] = [];
  let lists = 0;
  const walk = (blocks: readonly Block[], place: Place): void => {
    let label = place.label;
    for (const node of blocks) {
      const { depth } = place;
      if (node.type === 'paragraph') {
        placed.push({ paragraph: node, label, depth });
      } else if (node.type === 'blockquote') {
        walk(node.content, { label, depth: depth + 1 });
      } else {
        lists += 1;
        const list = lists;
        const kind = node.type === 'bulletList' ? 'bullet' : 'ordered';
        const start = node.type === 'orderedList' ? (node.attrs?.start ?? 1) : 1;
        const level = Math.min(depth, deepestLevel);
        for (const item of node.content) {
          walk(item.content, { label: { kind, level, list, start }, depth: depth + 1 });
        }
      }
      label = null; // the rest of an item stands under its first paragraph
    }
  };
  walk(body.content, { label: null, depth: 0 });
  return placed;
}

/** Several pieces of one id are one anchor: the number prints once, after the last. */
function lastPieceOfEach(paragraphs: readonly Paragraph[]): ReadonlyMap<Inline, readonly string[]> {
  const lastOf = new Map<string, Inline>();
  for (const paragraph of paragraphs) {
    for (const node of paragraph.content ?? []) {
      for (const id of pointsOf(node)) lastOf.set(id, node);
    }
  }
  const endingAt = new Map<Inline, string[]>();
  for (const [id, node] of lastOf) {
    const ids = endingAt.get(node);
    if (ids === undefined) endingAt.set(node, [id]);
    else ids.push(id);
  }
  return endingAt;
}

function pointsOf(node: Inline): string[] {
  if (node.type !== 'text') return [];
  return (node.marks ?? []).flatMap((mark) => (mark.type === 'point' ? [mark.attrs.id] : []));
}

function inlineRuns(
  paragraph: Paragraph,
  numbers: Narrative['numbers'],
  lastPieces: ReadonlyMap<Inline, readonly string[]>,
): Run[] {
  return (paragraph.content ?? []).flatMap((node): Run[] => {
    if (node.type === 'hardBreak') return [{ kind: 'break' }];
    const look = lookOf(node);
    const ending = (lastPieces.get(node) ?? []).flatMap((id) => {
      const number = Object.hasOwn(numbers, id) ? numbers[id] : undefined;
      return number === undefined ? [] : [number];
    });
    if (ending.length === 0) return [{ kind: 'text', text: node.text, look }];
    // The number goes before a trailing space, so that "night (N1) and" keeps its spaces.
    const words = node.text.trimEnd();
    const space = node.text.slice(words.length);
    return [
      { kind: 'text', text: words, look },
      ...bracketed(ending),
      ...(space === '' ? [] : [{ kind: 'text', text: space, look } as const]),
    ];
  });
}

function lookOf(node: Extract<Inline, { type: 'text' }>): TextLook {
  const kinds = new Set((node.marks ?? []).map((mark) => mark.type));
  if (kinds.has('bold') || kinds.has('italic')) return 'strong';
  return kinds.has('underline') ? 'underlined' : 'plain';
}

function bracketed(numbers: readonly AnchorNumber[]): Run[] {
  const inside = numbers.flatMap(({ number, from }, index): Run[] => [
    ...(index === 0 ? [] : [plain(', ')]),
    from === undefined ? { kind: 'link', to: number } : plain(`${number}, ${from}`),
  ]);
  return [plain(' ('), ...inside, plain(')')];
}

function plain(words: string): Run {
  return { kind: 'text', text: words, look: 'plain' };
}
