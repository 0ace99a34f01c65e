import { widthOf } from './arialWidths.ts';
import type { Runs } from './blocks.ts';
import { smallSize } from './styleSheet.ts';
import { textOfRun } from './words.ts';

/** How the words of a line are set: the paragraph's size in points, whether it is bold, and the copy's kind. */
export type Setting = { readonly size: number; readonly isBold: boolean; readonly isLay: boolean };

type Segment = { readonly text: string; readonly size: number; readonly isBold: boolean };

/**
 * How many lines the runs take in a column `width` points wide, at least 1. Breaks at spaces as Word does;
 * a word wider than the column is broken.
 */
export function countLines(runs: Runs, width: number, setting: Setting): number {
  let lines = 1;
  let used = 0;
  let pendingSpace = 0;
  for (const word of wordsWithWidths(runs, setting)) {
    if (word === 'break') {
      lines += 1;
      used = 0;
      pendingSpace = 0;
    } else if (word.kind === 'space') {
      pendingSpace += word.width;
    } else {
      if (used > 0 && used + pendingSpace + word.width > width) {
        lines += 1;
        used = 0;
      } else if (used > 0) {
        used += pendingSpace;
      }
      pendingSpace = 0;
      const extra = Math.max(0, Math.ceil((used + word.width) / width) - 1);
      lines += extra;
      used = used + word.width - extra * width;
    }
  }
  return lines;
}

type Word = { readonly kind: 'word' | 'space'; readonly width: number } | 'break';

/** Unbreakable stretches, which may run through several runs, and the spaces between them. */
function wordsWithWidths(runs: Runs, setting: Setting): Word[] {
  const words: Word[] = [];
  let open = 0;
  const close = (): void => {
    if (open > 0) words.push({ kind: 'word', width: open });
    open = 0;
  };
  for (const { text, size, isBold } of segmentsOf(runs, setting)) {
    for (const part of text.split(/([ \t]+|\n|(?<=-))/u)) {
      if (part === '\n') {
        close();
        words.push('break');
      } else if (/^[ \t]+$/u.test(part)) {
        close();
        words.push({ kind: 'space', width: widthOf(part, size, isBold) });
      } else if (part !== '') {
        open += widthOf(part, size, isBold);
        if (part.endsWith('-')) close();
      }
    }
  }
  close();
  return words;
}

function segmentsOf(runs: Runs, { size, isBold, isLay }: Setting): Segment[] {
  return runs.map((run): Segment => {
    const text = textOfRun(run);
    if (run.kind === 'number' || run.kind === 'link') return { text, size, isBold: true };
    if (run.kind !== 'text' || run.look === 'plain' || run.look === 'underlined')
      return { text, size, isBold };
    if (run.look === 'source') return { text, size: smallSize(isLay), isBold };
    return { text, size: run.look === 'flagged' ? smallSize(isLay) : size, isBold: true };
  });
}
