import type { Position, Unit } from './units.ts';
import { isBefore, unitsIn, wordsBetween } from './units.ts';

/** An end of the selection as a place in words; undefined where it stands between elements. */
function positionOf(node: Node | null, offset: number): Position | undefined {
  if (node instanceof Text) return { node, offset };
  // Behind or between elements: the words nearest to it.
  const child = node?.childNodes[offset] ?? node?.lastChild ?? null;
  const walker = child && document.createTreeWalker(child, NodeFilter.SHOW_TEXT);
  const text = child instanceof Text ? child : walker?.nextNode();
  if (!(text instanceof Text)) return undefined;
  return { node: text, offset: node?.childNodes[offset] === undefined ? text.length : 0 };
}

type Chosen = { readonly from: Position; readonly to: Position };

/** What is chosen in this paper now, in reading order. */
function chosenIn(root: Element): Chosen | undefined {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return undefined;
  const range = selection.getRangeAt(0);
  if (!root.contains(range.startContainer) || !root.contains(range.endContainer)) return undefined;
  const from = positionOf(range.startContainer, range.startOffset);
  const to = positionOf(range.endContainer, range.endOffset);
  return from && to && isBefore(from, to) ? { from, to } : undefined;
}

/** The chosen words of this paper; empty where none are chosen. */
export function chosenWords(root: Element): string {
  const chosen = chosenIn(root);
  return chosen ? wordsBetween(unitsIn(root), chosen.from, chosen.to) : '';
}

function choose(from: Position, to: Position): void {
  document.getSelection()?.setBaseAndExtent(from.node, from.offset, to.node, to.offset);
  to.node.parentElement?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}

/** The first unit whose beginning is in view. */
function firstInView(root: Element, units: readonly Unit[]): Unit | undefined {
  const { top } = root.getBoundingClientRect();
  return (
    units.find(({ from }) => (from.node.parentElement?.getBoundingClientRect().bottom ?? 0) > top + 1) ??
    units[0]
  );
}

/** One unit further or back; `isMore` keeps where the choice began. False where there is nothing to choose. */
export function chooseUnit(root: Element, step: 1 | -1, isMore: boolean): boolean {
  const units = unitsIn(root);
  const chosen = chosenIn(root);
  if (!chosen) {
    const first = isMore ? firstInView(root, units) : undefined;
    if (first) choose(first.from, first.to);
    return first !== undefined;
  }
  const began = units.findIndex((unit) => isBefore(chosen.from, unit.to));
  const ended = units.findLastIndex((unit) => isBefore(unit.from, chosen.to));
  const next = units[Math.max(isMore ? began : 0, Math.min(units.length - 1, ended + step))];
  const start = isMore ? units[began] : next;
  if (!next || !start) return false;
  choose(start.from, next.to);
  return true;
}

/** One word more or less at the end of what is chosen. */
export function chooseWord(root: Element, direction: 'forward' | 'backward'): boolean {
  if (!chosenIn(root)) return false;
  document.getSelection()?.modify('extend', direction, 'word');
  return true;
}

/** Chooses nothing. False where nothing was chosen. */
export function chooseNothing(root: Element): boolean {
  if (!chosenIn(root)) return false;
  document.getSelection()?.removeAllRanges();
  return true;
}
