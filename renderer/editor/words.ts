import type { Editor } from '@tiptap/core';

/** The words that are selected; line breaks become spaces. */
export function selectedWords(editor: Editor): string {
  const { from, to, empty } = editor.state.selection;
  if (empty) return '';
  return editor.state.doc.textBetween(from, to, ' ', ' ').replaceAll(/\s+/g, ' ').trim();
}

/** How many words there are in a text. */
export function countWords(text: string): number {
  return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

/** The part of `text` from the start of its last sentence: where a point made at the caret begins. */
export function startOfSentence(text: string): number {
  const ends = [...text.trimEnd().matchAll(/[.!?…]["”’)]*\s+(?=\S)/gu)];
  const last = ends.at(-1);
  return last ? last.index + last[0].length : text.length - text.trimStart().length;
}
