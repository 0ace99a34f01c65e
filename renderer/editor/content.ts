import { getSchema } from '@tiptap/core';
import type { Editor, JSONContent } from '@tiptap/core';
import { RichText } from '../../shared/richText.ts';
import { extensions } from './extensions.ts';

const schema = getSchema(extensions);

/**
 * Whether the editor can hold this text whole. By default an editor shows what it does not know as nothing, and the
 * next blur saves that nothing: a text that fails here is shown as words and can never be saved over.
 */
export function canHold(value: unknown): boolean {
  try {
    schema.nodeFromJSON(value).check();
    return true;
  } catch {
    return false;
  }
}

/** The words of any text, however it is made: for showing what the editor cannot hold. */
export function wordsOf(value: unknown): string {
  if (typeof value !== 'object' || value === null) return '';
  if ('text' in value && typeof value.text === 'string') return value.text;
  if (!('content' in value) || !Array.isArray(value.content)) return '';
  const isBlock = value.content.some(
    (node: unknown) => typeof node === 'object' && node !== null && 'content' in node,
  );
  return value.content.map(wordsOf).join(isBlock ? '\n\n' : '');
}

/** What the editor holds, as the record keeps it. Undefined for what the record would refuse (a bug, never saved). */
export function textOf(editor: Editor): RichText | undefined {
  const parsed = RichText.safeParse(editor.getJSON());
  return parsed.success ? parsed.data : undefined;
}

/** True when both are the same text. */
export function isSameText(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(schemaForm(a)) === JSON.stringify(schemaForm(b));
}

/** The editor's own form: attributes with their defaults, so that equal texts compare equal. */
function schemaForm(value: unknown): unknown {
  return canHold(value) ? schema.nodeFromJSON(value).toJSON() : value;
}

/** The record's text as the editor takes it: the same value by another type. */
export function contentOf(text: RichText): JSONContent {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the editor's type knows fewer of the facts
  return text as unknown as JSONContent;
}
