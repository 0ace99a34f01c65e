import type {
  Cell,
  CellParagraph,
  Fact,
  Heading,
  Labelled,
  Paragraph,
  ParagraphStyle,
  Run,
  Runs,
  TableRow,
} from './blocks.ts';
import type { MarkName } from './marks.ts';

/** Anything a builder may write where runs are wanted: plain words, a run, or a list of both. */
export type Words = string | Run | readonly Words[];

const noBreakSpace = '\u00A0';

export const text = (words: string): Run => ({ kind: 'text', text: words, look: 'plain' });
export const strong = (words: string): Run => ({ kind: 'text', text: words, look: 'strong' });
/** Who said so, how and when: small and grey. */
export const source = (words: string): Run => ({ kind: 'text', text: words, look: 'source' });
/** The boxed label of a flagged point. Service file only. */
export const flagged = (words: string): Run => ({ kind: 'text', text: words, look: 'flagged' });
/** A number that is neither at home nor a link. */
export const plainNumber = (number: string): Run => ({ kind: 'text', text: number, look: 'number' });
/** A number at home: bold, and where its links arrive. */
export const numberAtHome = (number: string): Run => ({ kind: 'number', number });
/** A number elsewhere: a link to its home. */
export const linkTo = (to: string, words?: string): Run =>
  words === undefined ? { kind: 'link', to } : { kind: 'link', to, text: words };
export const lineBreak: Run = { kind: 'break' };
export const checkbox = (title: string, isChecked = false): Run => ({ kind: 'checkbox', title, isChecked });
export const mark = (name: MarkName): Run => ({ kind: 'mark', mark: name });

/** A shape and its word, kept on one line: "● Done". */
export function status(name: MarkName, word: string): Runs {
  return [
    mark(name),
    { kind: 'text', text: noBreakSpace, look: 'plain' },
    { kind: 'text', text: word, look: 'status' },
  ];
}

/** Links in order with commas between: "N1, N4, V4". Two stay on one line. */
export function linkList(numbers: readonly string[]): Runs {
  const comma = text(numbers.length === 2 ? `,${noBreakSpace}` : ', ');
  return numbers.flatMap((number, index) => (index === 0 ? [linkTo(number)] : [comma, linkTo(number)]));
}

/** Flattens what a builder wrote into runs. */
export function runsOf(words: Words): Runs {
  if (typeof words === 'string') return words === '' ? [] : [text(words)];
  if ('kind' in words) return [words];
  return words.flatMap((entry) => runsOf(entry));
}

export function heading(level: Heading['level'], words: Words, more: Partial<Heading> = {}): Heading {
  return { ...more, kind: 'heading', level, runs: runsOf(words) };
}

export function paragraph(style: ParagraphStyle, words: Words, more: Partial<Paragraph> = {}): Paragraph {
  return { ...more, kind: 'paragraph', style, runs: runsOf(words) };
}

/** "● Done    Dentist, 3 Jul 2026." */
export function statusLine(name: MarkName, word: string, words: Words): Labelled {
  return { kind: 'labelled', style: 'status', label: status(name, word), runs: runsOf(words) };
}

/** A bold label and its text on one hanging line. */
export function pair(label: string, words: Words): Labelled {
  return { kind: 'labelled', style: 'pair', label: [strong(label)], runs: runsOf(words) };
}

/** A cell of one paragraph. */
export function cell(words: Words): Cell {
  return [cellParagraph(words)];
}

export function cellParagraph(words: Words): CellParagraph {
  return { style: 'tableText', runs: runsOf(words) };
}

/** A cell with one tick box, centred. */
export function tickCell(title: string, isChecked = false): Cell {
  return [{ style: 'tick', runs: [checkbox(title, isChecked)] }];
}

/** A cell to write in. */
export const blankCell: Cell = [];

/** A heading row of plain words. */
export function headOf(...labels: readonly Words[]): Runs[] {
  return labels.map((words) => runsOf(words));
}

/** A row of cells of one paragraph each; an empty list of words is a blank cell. */
export function rowOf(...cells: readonly Words[]): TableRow {
  return { cells: cells.map((words) => cell(words)) };
}

export function fact(label: string, words: Words): Fact {
  return { label, runs: runsOf(words) };
}
