import { printedText } from '../../shared/report/printedText.ts';

/** A stretch of text in one direction, or a line break. */
export type Piece =
  | { readonly kind: 'words'; readonly words: string; readonly isRightToLeft: boolean }
  | { readonly kind: 'break' };

const rightToLeftLetter =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
/** Letters of such a script with the marks, spaces and signs between them, and the stop that ends their sentence. */
const rightToLeftStretch =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}](?:[^\p{L}\p{N}]*[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}])*[.!…:]*\u200F?/gu;

/** Printable pieces of a text: cleaned, dates kept together, line ends as breaks, tabs as spaces. */
export function pieces(text: string): Piece[] {
  const lines = printedText(text).replaceAll('\t', ' ').split('\n');
  return lines.flatMap((line, index) => [
    ...(index === 0 ? [] : [{ kind: 'break' } as const]),
    ...(line === '' ? [] : stretches(line)),
  ]);
}

function stretches(line: string): Piece[] {
  if (!rightToLeftLetter.test(line)) return [{ kind: 'words', words: line, isRightToLeft: false }];
  const found: Piece[] = [];
  let done = 0;
  const push = (words: string, isRightToLeft: boolean): void => {
    if (words !== '') found.push({ kind: 'words', words, isRightToLeft });
  };
  for (const match of line.matchAll(rightToLeftStretch)) {
    push(line.slice(done, match.index), false);
    push(match[0], true);
    done = match.index + match[0].length;
  }
  push(line.slice(done), false);
  return found;
}
