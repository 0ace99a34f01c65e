import type { Editor } from '@tiptap/core';
import { newId } from '../../../app/ids.ts';
import { PointId } from '../../../../shared/domain/ids.ts';
import type { Point, PointKind } from '../../../../shared/domain/model/minutes.ts';
import type { Review } from '../../../../shared/domain/model/review.ts';
import type { SectionKey } from '../../../../shared/domain/model/sections.ts';
import { startOfSentence } from '../../../editor/words.ts';
import { piecesOf } from '../../../editor/pointBeads.ts';

/** A point that was just made of words: nothing about it is guessed. */
export function newPoint(
  review: Pick<Review, 'id' | 'childId'>,
  section: SectionKey,
  kind: PointKind,
  words: string,
  quote?: string,
): Point {
  return {
    id: PointId.parse(newId()),
    childId: review.childId,
    reviewId: review.id,
    section,
    kind,
    words,
    ...(quote !== undefined && quote !== '' && { quote }),
  };
}

/** Without a selection: the sentence before the caret is what is meant. */
export function selectSentence(editor: Editor): void {
  const { $head, empty } = editor.state.selection;
  if (!empty) return;
  const before = $head.parent.textBetween(0, $head.parentOffset, undefined, '\n');
  const from = $head.start() + startOfSentence(before);
  const to = $head.start() + before.trimEnd().length;
  if (to > from) editor.commands.setTextSelection({ from, to });
}

/** Ties the selected words to a point, and puts the caret behind them. */
export function anchorSelection(editor: Editor, id: string): void {
  const { to } = editor.state.selection;
  editor.chain().setMark('point', { id }).setTextSelection(to).run();
}

/** Puts words of a paper behind the caret, with where they come from. The caret then stands behind them. */
export function insertQuote(editor: Editor, words: string, source: string): void {
  const { doc, selection } = editor.state;
  const { to } = selection;
  const around = (from: number, end: number) =>
    doc.textBetween(Math.max(0, from), Math.min(end, doc.content.size));
  const space = /\S/.test(around(to - 1, to)) ? ' ' : '';
  const after = /[\p{L}\p{N}]/u.test(around(to, to + 1)) ? ' ' : '';
  const text = `${space}“${words}” (${source})${after}`;
  editor.chain().insertContentAt(to, { type: 'text', text }, { updateSelection: true }).run();
}

/** Makes the words of a point plain again. Not a step of its own for the text's undo: the point went elsewhere. */
export function unanchor(editor: Editor, id: string): void {
  const { tr, schema } = editor.state;
  const mark = schema.marks['point']?.create({ id });
  if (!mark) return;
  for (const { from, to } of piecesOf(tr.doc).filter((piece) => piece.id === id))
    tr.removeMark(from, to, mark);
  if (tr.docChanged) editor.view.dispatch(tr.setMeta('addToHistory', false));
}

/** The points whose words the selection touches; failing these, the last one anchored before it. */
export function pointsAtSelection(editor: Editor): string[] {
  const { from, to } = editor.state.selection;
  const pieces = piecesOf(editor.state.doc);
  const touched = pieces.filter((piece) => piece.from < to && piece.to > from).map(({ id }) => id);
  if (touched.length > 0) return [...new Set(touched)];
  const before = pieces.filter((piece) => piece.to <= from).at(-1);
  return before ? [before.id] : [];
}
