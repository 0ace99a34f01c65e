import type { RichText } from '../richText.ts';
import type { LetterheadPaper } from './letterheadPaper.ts';
import type { MarkName } from './marks.ts';
import type { CustomTableLayout, TableLayoutName } from './tableLayouts.ts';

/**
 * The report view-model: what a document says, in order, and which style of the house each piece has.
 * Builders in `shared/report` make it; `main/documents` turns it into Word. Nothing here knows Word.
 */

/** `number` is a number that is neither at home nor a link (a point of an earlier review, a plain mention). */
export type TextLook = 'plain' | 'strong' | 'source' | 'status' | 'flagged' | 'number' | 'underlined';

export type TextRun = {
  readonly kind: 'text';
  /** A line end in the text prints as a line break. */
  readonly text: string;
  readonly look: TextLook;
  /** BCP 47 tag, where the words are not English (a child's own language). */
  readonly language?: string;
};

/** A piece of a line. A status is a mark, a no-break space and its word: see `status()` in `runs.ts`. */
export type Run =
  | TextRun
  /** The shape alone; its word follows as a `status` text. */
  | { readonly kind: 'mark'; readonly mark: MarkName }
  /** A number at home (its own row, or after the quote): bold and a target for links. Once per report. */
  | { readonly kind: 'number'; readonly number: string }
  /** A link inside the report: to a number at home, or to a heading's `anchor`. `text` defaults to `to`. */
  | { readonly kind: 'link'; readonly to: string; readonly text?: string }
  | { readonly kind: 'break' }
  /** A box that can be ticked in Word; `title` is its accessible name ("D1: agree"). */
  | { readonly kind: 'checkbox'; readonly title: string; readonly isChecked: boolean };

export type Runs = readonly Run[];

/** Paragraph styles that a builder chooses; the style sheet gives each its type and space. */
export type ParagraphStyle =
  | 'normal'
  | 'narrative'
  | 'meta'
  /** The gold bar: the child's own words, and an adult's named meaning as a `source` line of its own. */
  | 'childsWords'
  | 'replyBy'
  | 'decision'
  | 'gap'
  /** The double bar under the title: an addendum, or a new edition. */
  | 'addendum'
  | 'letter';

type Flow = {
  /** Stays on the page of what follows. */
  readonly keepWithNext?: boolean;
  /** Starts a new page. */
  readonly pageBreakBefore?: boolean;
};

export type Heading = Flow & {
  readonly kind: 'heading';
  readonly level: 1 | 2 | 3;
  readonly runs: Runs;
  /** A name that a link can go to. */
  readonly anchor?: string;
};

export type Paragraph = Flow & {
  readonly kind: 'paragraph';
  readonly style: ParagraphStyle;
  readonly runs: Runs;
  readonly align?: 'right';
};

/** A label and what belongs to it on one hanging line: `status` 24 mm (lay 27), `pair` 38 mm. */
export type Labelled = Flow & {
  readonly kind: 'labelled';
  readonly style: 'status' | 'pair';
  readonly label: Runs;
  readonly runs: Runs;
};

/** Word's own numbering, from 1. */
export type Numbered = { readonly kind: 'numbered'; readonly items: readonly Runs[] };

/**
 * What prints after the words that anchor a point. Without `from` the number is a link;
 * with it ("review of 14 Apr 2026") the point is an earlier review's and prints unlinked.
 */
export type AnchorNumber = { readonly number: string; readonly from?: string };

export type Narrative = {
  readonly kind: 'narrative';
  readonly body: RichText;
  /** By point id. A point that is not here prints no number. */
  readonly numbers: Readonly<Record<string, AnchorNumber>>;
  readonly style: 'narrative' | 'normal' | 'letter';
};

export type CellParagraph = { readonly style: 'tableText' | 'tick'; readonly runs: Runs };
/** No paragraph: a blank cell, to write in. */
export type Cell = readonly CellParagraph[];

export type TableRow = {
  readonly cells: readonly Cell[];
  /** mm; for writing rows. */
  readonly minHeight?: number;
};

export type Table = {
  readonly kind: 'table';
  readonly layout: TableLayoutName | CustomTableLayout;
  /** What the table is, in a few words, and how it reads: for screen readers, never printed. */
  readonly caption: string;
  readonly description: string;
  /** Null: no heading row (writing lines). */
  readonly head: readonly Runs[] | null;
  readonly rows: readonly TableRow[];
};

export type Fact = { readonly label: string; readonly runs: Runs };
/** The fact strip: three facts a row, in reading order. */
export type Facts = {
  readonly kind: 'facts';
  readonly caption: string;
  readonly description: string;
  readonly facts: readonly Fact[];
};

export type Card = { readonly mark: MarkName; readonly heading: Runs; readonly paragraphs: readonly Runs[] };
/** Two cards a row; an odd number prints one a row. */
export type Cards = {
  readonly kind: 'cards';
  readonly caption: string;
  readonly description: string;
  readonly cards: readonly Card[];
};

/** A ruled box with a label to write after. */
export type WriteInBox = { readonly kind: 'writeInBox'; readonly label: Runs };
/** An empty box to write or draw in, `height` mm high. */
export type WritingSpace = {
  readonly kind: 'writingSpace';
  readonly caption: string;
  readonly description: string;
  readonly height: number;
};

export type Block =
  | Heading
  | Paragraph
  | Labelled
  | Numbered
  | Narrative
  | Table
  | Facts
  | Cards
  | WriteInBox
  | WritingSpace;

/** The page: margins, and the type that goes with it. `managerTight` has less air, so that eight decisions stay on one page. */
export type PageLayout = 'record' | 'manager' | 'managerTight' | 'chair' | 'letter';

/** The right of a footer is always "page x of y", so it is not said here. */
export type ReportHeader = { readonly left: string; readonly right: string; readonly isBoxed: boolean };

export type Report = {
  readonly layout: PageLayout;
  /** Copies for a child, parent or carer: one point larger, nothing under 12. */
  readonly isLay: boolean;
  /** The file's title property. Carries no name ("Review record 11"). */
  readonly title: string;
  readonly header: ReportHeader | null;
  readonly footer: { readonly left: string };
  /** The authority's own paper, where this document leaves the service and there is one. */
  readonly letterhead?: LetterheadPaper | undefined;
  readonly blocks: readonly Block[];
};
