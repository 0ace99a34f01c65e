import type { Block, Table } from './blocks.ts';
import { rowsThatFit } from './fitting.ts';
import { capitalise, countInWords, listInWords } from './phrases.ts';
import { heading, paragraph } from './runs.ts';
import type { Paper } from './styleSheet.ts';

/** A page with a table that may run on, and what then opens the next page. */
export type FittedPage = { readonly page: readonly Block[]; readonly continued: readonly Block[] };

export type PageToFit = {
  readonly before: readonly Block[];
  readonly table: Table;
  readonly after: readonly Block[];
  /** The number of each row, in order: what the note names. */
  readonly numbers: readonly string[];
  /** "decision": what the rows are. */
  readonly noun: string;
  /** "What we decided, continued". */
  readonly continuedTitle: string;
};

/** Lets only the table run on: as many rows as fit, where the others are, the rest of the page; then page 2 opens with them. */
export function fitTable(given: PageToFit, paper: Paper): FittedPage {
  const { before, table, after, numbers, noun, continuedTitle } = given;
  const all = table.rows.length;
  const noteFor = (count: number): Block[] => [paragraph('meta', restWords(numbers.slice(count), all, noun))];
  // The longest note is measured, so that the one that prints fits too.
  const count = rowsThatFit({ before, table, note: noteFor(0), after }, paper);
  if (count >= all) return { page: [...before, table, ...after], continued: [] };
  const first: Block[] = count === 0 ? [] : [{ ...table, rows: table.rows.slice(0, count) }];
  return {
    page: [...before, ...first, ...noteFor(count), ...after],
    continued: [
      heading(2, continuedTitle, { pageBreakBefore: true }),
      { ...table, rows: table.rows.slice(count) },
    ],
  };
}

function restWords(rest: readonly string[], all: number, noun: string): string {
  const named = rest.filter((number) => number !== '');
  const which = named.length > 3 ? `${named[0] ?? ''} to ${named.at(-1) ?? ''}` : listInWords(named);
  const names = which === '' ? '' : `, ${which},`;
  const isOne = rest.length === 1;
  const more = rest.length === all ? '' : 'more ';
  return `${capitalise(countInWords(rest.length))} ${more}${noun}${isOne ? '' : 's'}${names} ${isOne ? 'is' : 'are'} on page 2.`;
}
