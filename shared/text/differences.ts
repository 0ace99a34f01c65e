import { diff } from './diff.ts';

/** A stretch of a text; `isOwn` where the other text has something else. */
export type TextPiece = { readonly text: string; readonly isOwn: boolean };

/**
 * Two texts in pieces, so that each can be shown with what only it has underlined. The pieces of each, joined, are
 * that text unit for unit; whole words differ, never parts of one.
 */
export function differences(
  first: string,
  second: string,
): { readonly first: readonly TextPiece[]; readonly second: readonly TextPiece[] } {
  const ofFirst: TextPiece[] = [];
  const ofSecond: TextPiece[] = [];
  let position = 0;
  for (const op of diff(first, second)) {
    if (typeof op === 'string') {
      ofFirst.push({ text: op, isOwn: true });
      continue;
    }
    const text = second.slice(position, position + Math.abs(op));
    position += Math.abs(op);
    ofSecond.push({ text, isOwn: op < 0 });
    if (op > 0) ofFirst.push({ text, isOwn: false });
  }
  return { first: ofFirst, second: ofSecond };
}
