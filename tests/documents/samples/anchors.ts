import { PointId } from '../../../shared/domain/ids.ts';
import type { RichText } from '../../../shared/richText.ts';

export const asPointId = (id: string): PointId => PointId.parse(id);

/** One paragraph in which some words anchor a point. */
export function withAnchors(
  pieces: readonly (string | { readonly words: string; readonly point: PointId })[],
): RichText {
  return {
    type: 'doc',
    content: [
      {
        type: 'paragraph',
        content: pieces.map((piece) =>
          typeof piece === 'string'
            ? { type: 'text' as const, text: piece }
            : {
                type: 'text' as const,
                text: piece.words,
                marks: [{ type: 'point' as const, attrs: { id: piece.point } }],
              },
        ),
      },
    ],
  };
}
