import { sentenceRanges } from '../../shared/text/sentences.ts';

/** A place between two characters of a paper's words. */
export type Position = { readonly node: Text; readonly offset: number };

/** What is chosen by one key: a line of a PDF, a sentence of a Word file. */
export type Unit = { readonly from: Position; readonly to: Position; readonly words: string };

function textsOf(node: Node): Text[] {
  if (node instanceof Text) return node.data === '' ? [] : [node];
  return [...node.childNodes].flatMap(textsOf);
}

function unitOf(nodes: readonly Text[]): Unit | undefined {
  const [first] = nodes;
  const last = nodes.at(-1);
  const words = nodes.map(({ data }) => data).join('');
  if (!first || !last || words.trim() === '') return undefined;
  return { from: { node: first, offset: 0 }, to: { node: last, offset: last.length }, words };
}

/** The lines of a page: what stands between the breaks that the library puts at each line's end. */
function linesOf(layer: Element): Unit[] {
  const lines: Text[][] = [[]];
  for (const node of layer.childNodes) {
    if (node instanceof HTMLBRElement) lines.push([]);
    else lines.at(-1)?.push(...textsOf(node));
  }
  return lines.flatMap((line) => unitOf(line) ?? []);
}

function sentencesOf(paragraph: Element): Unit[] {
  const [node] = textsOf(paragraph);
  if (!node) return [];
  return sentenceRanges(node.data).map(({ start, end }) => ({
    from: { node, offset: start },
    to: { node, offset: end },
    words: node.data.slice(start, end),
  }));
}

/** All that can be chosen in a paper as far as it is drawn, in reading order. */
export function unitsIn(root: Element): Unit[] {
  return [...root.querySelectorAll('.textLayer, .paperwords > p')].flatMap((part) =>
    part.matches('.textLayer') ? linesOf(part) : sentencesOf(part),
  );
}

/** True when `a` stands before `b`. */
export function isBefore(a: Position, b: Position): boolean {
  if (a.node === b.node) return a.offset < b.offset;
  return (a.node.compareDocumentPosition(b.node) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}

/** Joins what stood on two lines: a word that was broken at a hyphen stays as it was printed. */
function joined(before: string, after: string): string {
  if (before === '') return after;
  return /\p{L}-$/u.test(before) && /^\p{Ll}/u.test(after) ? before + after : `${before} ${after}`;
}

const tidy = (words: string) => words.replaceAll(/\s+/g, ' ').trim();

/** The chosen words of a paper as one line: each unit's own, with a space where one line ends and the next begins. */
export function wordsBetween(units: readonly Unit[], from: Position, to: Position): string {
  return units.reduce((all, unit) => {
    if (!isBefore(from, unit.to) || !isBefore(unit.from, to)) return all;
    const range = document.createRange();
    const start = isBefore(unit.from, from) ? from : unit.from;
    const end = isBefore(to, unit.to) ? to : unit.to;
    range.setStart(start.node, start.offset);
    range.setEnd(end.node, end.offset);
    return joined(all, tidy(range.toString()));
  }, '');
}
